"""Comparing: panes in step, the line between two pictures, keys for the active one."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from facegen_gui.domain.job import Choice, PictureKey
from facegen_gui.services.picture_loader import PictureLoader
from facegen_gui.widgets.viewer.compare import Compare
from tests.unit.widgets.viewer.conftest import FixedOrder, plain_icon, say

KEYS = [PictureKey(str(1000 + n), 1) for n in range(5)]


@pytest.fixture
def compare(qtbot: QtBot, order: FixedOrder, loader: PictureLoader) -> Compare:
    compare = Compare(order, loader, plain_icon, say)
    qtbot.addWidget(compare)
    compare.resize(1000, 700)
    compare.show()
    qtbot.waitExposed(compare)
    return compare


def test_zoom_and_pan_go_in_step(compare: Compare, qtbot: QtBot) -> None:
    compare.open(KEYS[:2])
    qtbot.waitUntil(lambda: all(p.canvas.has_image for p in compare.panes[:2]))
    compare.panes[0].canvas.zoom_to(5.0, QPointF(10, 10))
    assert compare.panes[1].canvas.zoom == 5.0
    assert compare.panes[0].canvas.target() == compare.panes[1].canvas.target()


def test_the_line_divides_two_pictures_laid_over_each_other(compare: Compare, qtbot: QtBot) -> None:
    compare.open(KEYS[:2])
    qtbot.waitUntil(lambda: all(p.canvas.has_image for p in compare.panes[:2]))
    compare.over.setChecked(True)
    image = compare.overlay.grab().toImage()
    target = compare.overlay.target()
    y = round(target.center().y())
    assert image.pixelColor(round(target.left()) + 5, y) == QColor("green")
    assert image.pixelColor(round(target.right()) - 5, y) == QColor("red")
    compare.slider.setValue(0)
    image = compare.overlay.grab().toImage()
    assert image.pixelColor(round(target.left()) + 5, y) == QColor("red")


def test_verdicts_go_to_the_active_picture_and_then_to_the_next(compare: Compare, qtbot: QtBot) -> None:
    compare.open(KEYS[:3])
    told: list[tuple[PictureKey, Choice]] = []
    compare.choice_requested.connect(lambda key, choice: told.append((key, choice)))
    compare.choose(Choice.no)
    compare.choose(Choice.keep)
    assert told == [(KEYS[0], Choice.no), (KEYS[1], Choice.keep)]
    assert compare.current == KEYS[2]


def test_at_most_four_are_compared(compare: Compare) -> None:
    compare.open(KEYS)
    assert compare.keys == KEYS[:4]
    assert sum(pane.isVisible() for pane in compare.panes) == 4
    assert not compare.over.isEnabled()


def test_the_overlay_is_for_exactly_two(compare: Compare) -> None:
    compare.open(KEYS[:2])
    compare.over.setChecked(True)
    compare.open(KEYS[:3])
    assert not compare.over.isChecked()


def test_arrows_and_tab_choose_the_picture(compare: Compare, qtbot: QtBot) -> None:
    compare.open(KEYS[:3])
    qtbot.keyClick(compare, Qt.Key.Key_Right)
    assert compare.current == KEYS[1]
    qtbot.keyClick(compare, Qt.Key.Key_Tab)
    assert compare.current == KEYS[2]
    qtbot.keyClick(compare, Qt.Key.Key_Left)
    assert compare.current == KEYS[1]


def test_a_comparison_ends_when_fewer_than_two_are_left(
    compare: Compare, order: FixedOrder, qtbot: QtBot
) -> None:
    compare.open(KEYS[:2])
    del order.jobs["1000"]
    with qtbot.waitSignal(compare.closed):
        compare.refresh()
