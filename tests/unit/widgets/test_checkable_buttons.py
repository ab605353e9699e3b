"""What a screen reader switches does what a click does: its "Toggle" tells `toggled`, never `clicked`."""

import pytest
from PySide6.QtCore import SIGNAL
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QAbstractButton, QRadioButton

from facegen_gui.domain.job import Choice
from facegen_gui.models.tiles import TileFilter
from facegen_gui.widgets.gallery.gallery_panel import GalleryPanel
from facegen_gui.widgets.viewer.viewer import Viewer
from tests.unit.widgets.every_window import WINDOWS


def toggle(button: QAbstractButton) -> None:
    """As a screen reader does: by the first action that the button offers."""
    actions = QAccessible.queryAccessibleInterface(button).actionInterface()
    assert actions.actionNames()[0] == QAccessibleActionInterface.toggleAction()
    actions.doAction(actions.actionNames()[0])


@pytest.mark.parametrize("name", list(WINDOWS))
def test_nobody_waits_for_the_click_of_a_button_that_can_be_toggled(qtbot, icons, name):
    window = WINDOWS[name](icons)
    qtbot.addWidget(window)
    checkable = [button for button in window.findChildren(QAbstractButton) if button.isCheckable()]
    deaf = [b for b in checkable if not isinstance(b, QRadioButton) and b.receivers(SIGNAL("clicked(bool)"))]
    assert [button.accessibleName() or button.text() for button in deaf] == []


@pytest.fixture
def window(qtbot, icons):
    window = WINDOWS["viewer"](icons)
    qtbot.addWidget(window)
    return window


def test_a_filter_that_is_toggled_shows_what_it_is_named_after(window):
    panel = window.findChild(GalleryPanel)
    chips = panel.filters._chips
    told = []
    panel.filters.filter_changed.connect(told.append)
    toggle(chips[TileFilter.failed])
    assert told == [TileFilter.failed]
    assert panel._model.arrangement.filter is TileFilter.failed
    # The one in use cannot be switched off, and the program's own choice is no wish.
    toggle(chips[TileFilter.failed])
    panel.show_only(TileFilter.ready)
    assert told == [TileFilter.failed]
    assert [f for f, chip in chips.items() if chip.isChecked()] == [TileFilter.ready]


def test_a_tile_whose_check_mark_is_toggled_is_selected(window, qtbot):
    panel = window.findChild(GalleryPanel)
    panel.view.setCurrentIndex(panel._model.index(0))
    panel.view.clearSelection()
    check = panel._host.tile.check
    toggle(check)
    assert panel.view.selected_rows() == [0]
    assert check.isChecked()
    toggle(check)
    assert panel.view.selected_rows() == []
    assert not check.isChecked()


def test_verdicts_and_views_that_are_toggled_are_told(window, qtbot):
    viewer = window.findChild(Viewer)
    panel = window.findChild(GalleryPanel)
    viewer.open(next(t.key for t in panel._model.tiles(0, panel._model.rowCount()) if t.is_kept))
    viewer.tools.show_picture_tools(True)
    tools, told = viewer.tools, []
    viewer.star_requested.connect(lambda _: told.append("star"))
    viewer.choice_requested.connect(lambda _, choice: told.append(choice))
    viewer.full_screen_requested.connect(lambda: told.append("full screen"))
    toggle(tools.verdict.star)
    toggle(tools.verdict.choices[Choice.no])
    toggle(tools.full_screen)
    assert told == ["star", Choice.no, "full screen"]
    viewer.viewport.zoom = 3.0
    toggle(tools.fit)
    assert viewer.viewport.zoom is None
    viewer.refresh()
    viewer.set_full_screen(True)
    assert told == ["star", Choice.no, "full screen"]
