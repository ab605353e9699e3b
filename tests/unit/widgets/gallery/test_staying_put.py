"""The view stays where a person looks, and goes only where a person wants to go."""

from dataclasses import replace

from PySide6.QtCore import Qt

from facegen_gui.domain.preferences import Grouping
from tests.unit.models.samples import many
from tests.unit.widgets.gallery.test_grid_view import LEFT, centre, settled, view

__all__ = ["view"]


def test_who_scrolls_on_after_a_click_is_not_taken_back_to_the_tile(qtbot, gallery, view):
    gallery.tell(*many(300))
    settled(qtbot, gallery, view)
    scrolls, scroll_to = [], view.scrollTo
    view.scrollTo = lambda *args: (scroll_to(*args), scrolls.append(args))
    qtbot.mouseClick(view.viewport(), LEFT, pos=centre(view, 1))
    view.verticalScrollBar().setValue(1000)
    scrolls.clear()
    qtbot.waitUntil(lambda: bool(scrolls))  # as Qt does half a second after a click
    assert view.verticalScrollBar().value() == 1000


def test_home_shows_the_first_tile_with_the_header_of_its_group(qtbot, gallery, view):
    gallery.tell(*many(300))
    gallery.model.arrange(replace(gallery.model.arrangement, grouping=Grouping.batch))
    settled(qtbot, gallery, view)
    view.setCurrentIndex(view.tiles.index(0))
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert not view.viewport().rect().contains(view.group_rect(0))
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.viewport().rect().contains(view.group_rect(0))
