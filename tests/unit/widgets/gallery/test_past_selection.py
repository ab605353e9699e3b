"""A stray click loses no selection, and Escape gives one up."""

from dataclasses import replace

from PySide6.QtCore import Qt

from facegen_gui.domain.preferences import SortOrder
from facegen_gui.services.events import JobsRemoved
from tests.unit.models.samples import many, ready
from tests.unit.widgets.gallery.test_grid_view import CONTROL, LEFT, centre, keys, settled, view

__all__ = ["view"]


def check(qtbot, view, row):
    geometry = view.painter.geometry
    mark = geometry.placed(geometry.check, view.row_rect(row), False)
    qtbot.mouseClick(view.viewport(), LEFT, pos=mark.center())


def test_what_a_stray_click_gave_up_is_selected_again(qtbot, gallery, view):
    gallery.tell(*[ready(i) for i in range(12)])
    for row in (1, 4, 7):
        check(qtbot, view, row)
    assert not view.can_select_again
    qtbot.mouseClick(view.viewport(), LEFT, pos=centre(view, 2))
    assert keys(view) == ["02"]
    qtbot.mouseClick(view.viewport(), LEFT, pos=centre(view, 3))
    view.select_again()
    assert keys(view) == ["01", "04", "07"]


def test_it_is_found_where_it_is_now(qtbot, gallery, view):
    gallery.tell(*[ready(i) for i in range(12)])
    for row in (1, 4, 7):
        check(qtbot, view, row)
    qtbot.mouseClick(view.viewport(), LEFT, pos=centre(view, 2))
    gallery.store.apply([JobsRemoved(("12000004",))])
    gallery.tell(ready(20, batch=2))
    gallery.model.arrange(replace(gallery.model.arrangement, sort=SortOrder.oldest))
    settled(qtbot, gallery, view)
    view.select_again()
    assert keys(view) == ["01", "07"]


def test_two_selections_take_turns(qtbot, gallery, view):
    gallery.tell(*[ready(i) for i in range(12)])
    view.select_rows([range(3)])
    view.select_rows([range(5, 7)])
    view.select_again()
    assert keys(view) == ["00", "01", "02"]
    view.select_again()
    assert keys(view) == ["05", "06"]


def test_escape_gives_the_selection_up_and_a_large_one_comes_back(qtbot, gallery, view):
    gallery.tell(*many(3000))
    settled(qtbot, gallery, view)
    qtbot.keyClick(view, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.selected_count() == 0
    view.select_again()
    qtbot.waitUntil(lambda: view.selected_count() == 3000)
