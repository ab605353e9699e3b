"""Comparing: panes in step, the line between two pictures, keys for the active one."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from facegen_gui.domain.job import Choice, PictureKey
from facegen_gui.services.picture_loader import PictureLoader
from facegen_gui.widgets.viewer.compare import Compare
from tests.unit.widgets.viewer.conftest import FixedOrder, plain_icon, say

COLOURS = {QColor(name).rgb(): name for name in ("red", "green", "blue")}
KEYS = [PictureKey(str(1000 + n), 1) for n in range(5)]


@pytest.fixture
def compare(qtbot: QtBot, order: FixedOrder, loader: PictureLoader) -> Compare:
    compare = Compare(order, loader, plain_icon, say)
    qtbot.addWidget(compare)
    compare.resize(1000, 700)
    compare.show()
    qtbot.waitExposed(compare)
    return compare


def ends(compare: Compare) -> tuple[str, str]:
    """The colours at the left and the right edge of the pictures that lie over each other."""
    image = compare.overlay.canvas.grab().toImage()
    target = compare.overlay.canvas.target()
    y = round(target.top()) + 20
    places = (round(target.left()) + 8, round(target.right()) - 8)
    first, second = (COLOURS.get(image.pixel(x, y), "other") for x in places)
    return first, second


def test_zoom_and_pan_go_in_step(compare: Compare, qtbot: QtBot) -> None:
    compare.open(KEYS[:2])
    qtbot.waitUntil(lambda: all(p.canvas.has_image for p in compare.panes[:2]))
    compare.panes[0].canvas.zoom_to(5.0, QPointF(10, 10))
    assert compare.panes[1].canvas.zoom == 5.0
    assert compare.panes[0].canvas.target() == compare.panes[1].canvas.target()


def test_the_line_divides_two_pictures_laid_over_each_other(compare: Compare, qtbot: QtBot) -> None:
    compare.open(KEYS[:2])
    qtbot.waitUntil(lambda: all(p.canvas.has_image for p in compare.panes[:2]))
    compare.tools.over.setChecked(True)
    assert ends(compare) == ("red", "green")
    compare.overlay.slider.setValue(0)
    assert ends(compare) == ("green", "green")
    compare.overlay.slider.setValue(1000)
    assert ends(compare) == ("red", "red")


def test_what_lies_on_top_can_be_swapped(compare: Compare, qtbot: QtBot) -> None:
    compare.open(KEYS[:2])
    qtbot.waitUntil(lambda: all(p.canvas.has_image for p in compare.panes[:2]))
    qtbot.keyClick(compare, Qt.Key.Key_Space)
    qtbot.keyClick(compare, Qt.Key.Key_X)
    assert ends(compare) == ("green", "red")
    assert [line.name.text() for line in compare.overlay.lines] == ["Face <1>", "Face <0>"]
    compare.overlay.swap.click()
    assert ends(compare) == ("red", "green")


def test_the_line_is_moved_by_the_pointer_too(compare: Compare, qtbot: QtBot) -> None:
    compare.open(KEYS[:2])
    qtbot.waitUntil(lambda: all(p.canvas.has_image for p in compare.panes[:2]))
    compare.tools.over.setChecked(True)
    canvas = compare.overlay.canvas
    middle = canvas.rect().center()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(canvas, QPoint(canvas.width() // 4, middle.y()))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(canvas.width() // 4, middle.y()))
    assert compare.overlay.slider.value() == pytest.approx(250, abs=2)


def test_pictures_of_different_size_lie_at_the_same_spot(
    compare: Compare, order: FixedOrder, tmp_path: Path, qtbot: QtBot
) -> None:
    small = QImage(150, 200, QImage.Format.Format_RGB32)
    small.fill(QColor("green"))
    assert small.save(str(tmp_path / "1001.png"))
    job = order.jobs["1001"]
    order.jobs["1001"] = replace(job, pictures=(replace(job.pictures[0], width=150, height=200),))
    compare.open(KEYS[:2])
    qtbot.waitUntil(lambda: all(p.canvas.has_image for p in compare.panes[:2]))
    compare.panes[0].canvas.zoom_to(3.0, QPointF(20, 20))
    assert compare.panes[0].canvas.target() == compare.panes[1].canvas.target()


def test_three_are_laid_over_each_other_in_turn(compare: Compare, qtbot: QtBot) -> None:
    compare.open(KEYS[:3])
    qtbot.waitUntil(lambda: all(p.canvas.has_image for p in compare.panes[:3]))
    compare.tools.over.setChecked(True)
    qtbot.keyClick(compare, Qt.Key.Key_Right)
    qtbot.keyClick(compare, Qt.Key.Key_Right)
    assert compare.current == KEYS[2]
    assert ends(compare) == ("red", "blue")


def test_every_button_says_which_picture_it_decides_on(compare: Compare, qtbot: QtBot) -> None:
    compare.open(KEYS[:2])
    names = [b.accessibleName() for pane in compare.panes[:2] for b in pane.line.verdict.buttons]
    assert names == [f"{verb} Face <{n}>" for n in (0, 1) for verb in ("Star", "Keep", "Maybe", "Reject")]
    with qtbot.waitSignal(compare.choice_requested) as told:
        compare.panes[1].line.verdict.choices[Choice.maybe].click()
    assert told.args == [KEYS[1], Choice.maybe]


def test_verdicts_go_to_the_active_picture_until_another_is_chosen(compare: Compare, qtbot: QtBot) -> None:
    compare.open(KEYS[:3])
    told: list[tuple[PictureKey, Choice]] = []
    compare.choice_requested.connect(lambda key, choice: told.append((key, choice)))
    qtbot.keyClick(compare, Qt.Key.Key_Right)
    qtbot.keyClick(compare, Qt.Key.Key_1)
    assert compare.current == KEYS[1]
    qtbot.keyClick(compare, Qt.Key.Key_Left)
    qtbot.keyClick(compare, Qt.Key.Key_3)
    assert told == [(KEYS[1], Choice.keep), (KEYS[0], Choice.no)]
    assert compare.current == KEYS[0]


def test_at_most_four_are_compared(compare: Compare) -> None:
    compare.open(KEYS)
    assert compare.keys == KEYS[:4]
    assert sum(pane.isVisible() for pane in compare.panes) == 4


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


def test_three_or_more_start_side_by_side_whatever_was_chosen_for_two(compare: Compare, qtbot: QtBot) -> None:
    compare.open(KEYS[:2])
    compare.tools.over.setChecked(True)
    compare.open(KEYS[1:3])
    assert compare.is_over
    compare.open(KEYS[:3])
    assert not compare.is_over
    assert not compare.tools.over.isChecked()
    qtbot.waitUntil(lambda: all(p.canvas.has_image for p in compare.panes[:3]))


def test_one_that_is_removed_leaves_the_others_over_each_other(
    compare: Compare, order: FixedOrder, qtbot: QtBot
) -> None:
    compare.open(KEYS[:4])
    qtbot.waitUntil(lambda: all(p.canvas.has_image for p in compare.panes))
    compare.tools.over.setChecked(True)
    del order.jobs["1000"]
    compare.refresh()
    assert compare.keys == KEYS[1:4]
    assert compare.is_over


def test_a_picture_that_is_kept_as_a_file_only_is_not_said_to_be_none(
    compare: Compare, order: FixedOrder
) -> None:
    job = order.jobs[KEYS[0].job_id]
    order.jobs[job.id] = replace(job, pictures=(replace(job.pictures[0], width=0, height=0),))
    compare.open(KEYS[:2])
    assert compare.panes[0].canvas._message == "This file cannot be shown here."
