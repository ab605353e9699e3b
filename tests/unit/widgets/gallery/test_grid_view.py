from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import QApplication

from facegen_gui.domain.job import JobState, PictureKey
from facegen_gui.domain.preferences import Grouping, SortOrder
from facegen_gui.models.tiles import TileFilter
from facegen_gui.services.events import JobsRemoved
from tests.unit.models.samples import START, failed, many, ready, waiting

Flag = QItemSelectionModel.SelectionFlag
LEFT = Qt.MouseButton.LeftButton
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qtbot, gallery):
    view = gallery.view()
    qtbot.addWidget(view)
    view.resize(900, 700)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return view


def settled(qtbot, gallery, view):
    qtbot.waitUntil(lambda: gallery.model.is_settled)
    assert view.laid_out.count == gallery.model.rowCount()


def centre(view, row):
    return view.row_rect(row).center()


def keys(view):
    return [view.tiles.tile(row).key.job_id[-2:] for row in view.selected_rows()]


def test_arrows_home_end_and_pages_move_through_the_tiles(qtbot, gallery, view):
    gallery.tell(*many(100))
    columns = view.laid_out.columns
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 0
    for key, row in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 1 + columns),
        (Qt.Key.Key_Left, columns),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_End, 99),
    ):
        qtbot.keyClick(view, key)
        assert view.currentIndex().row() == row
    assert view.viewport().rect().contains(view.row_rect(99))
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert 0 < view.currentIndex().row() < 99
    assert keys(view) == [view.tiles.tile(view.currentIndex().row()).key.job_id[-2:]]


def test_clicks_select_one_more_and_a_stretch(qtbot, gallery, view):
    gallery.tell(*[ready(i) for i in range(12)])
    qtbot.mouseClick(view.viewport(), LEFT, pos=centre(view, 1))
    assert keys(view) == ["01"]
    qtbot.mouseClick(view.viewport(), LEFT, CONTROL, centre(view, 3))
    assert keys(view) == ["01", "03"]
    qtbot.mouseClick(view.viewport(), LEFT, SHIFT, centre(view, 6))
    assert keys(view) == ["01", "03", "04", "05", "06"]
    qtbot.keyClick(view, Qt.Key.Key_A, CONTROL)
    assert view.selected_count() == 12
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert keys(view) == ["00", "01"]


def test_a_click_on_the_check_mark_adds_to_the_selection(qtbot, gallery, view):
    gallery.tell(*[ready(i) for i in range(4)])
    qtbot.mouseClick(view.viewport(), LEFT, pos=centre(view, 0))
    check = view.painter.geometry.check
    mark = view.painter.geometry.placed(check, view.row_rect(2), False).center()
    qtbot.mouseClick(view.viewport(), LEFT, pos=mark)
    assert keys(view) == ["00", "02"]
    qtbot.mouseClick(view.viewport(), LEFT, pos=mark)
    assert keys(view) == ["00"]


def test_check_marks_are_offered_while_something_is_selected_and_only_then(qtbot, gallery, view):
    gallery.tell(ready(1), ready(2), failed(3))
    assert not view.painter.has_checks
    view.select_rows([range(1)])
    assert view.painter.has_checks
    view.clearSelection()
    assert not view.painter.has_checks
    view.select_rows([range(1)])
    gallery.model.arrange(
        replace(gallery.model.arrangement, filter=TileFilter.failed)
    )  # what was selected is not shown any more
    qtbot.waitUntil(lambda: gallery.model.is_settled)
    assert view.selected_count() == 0
    assert not view.painter.has_checks


def test_a_rubber_band_selects_the_tiles_it_touches(qtbot, gallery, view):
    gallery.tell(*[ready(i) for i in range(12)])
    columns = view.laid_out.columns
    start = view.row_rect(0).topLeft() - QPoint(6, 6)
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    qtbot.mouseMove(view.viewport(), centre(view, 0))
    qtbot.mouseMove(view.viewport(), centre(view, columns + 1))
    assert view.selected_rows() == [0, 1, columns, columns + 1]
    qtbot.mouseRelease(view.viewport(), LEFT, pos=centre(view, columns + 1))
    assert view.selected_count() == 4


def test_typing_the_start_of_an_id_or_label_goes_to_its_tile(qtbot, gallery, view):
    gallery.tell(*[ready(i) for i in range(20)], ready(30, label="Zoë"))
    qtbot.keyClicks(view, "12000013")
    assert view.currentIndex().data(view.tiles.KEY_ROLE).job_id == "12000013"
    qtbot.keyClicks(view, "zzz")
    assert view.currentIndex().data(view.tiles.KEY_ROLE).job_id == "12000013"


def test_enter_and_double_click_open_and_space_previews_what_is_kept(qtbot, gallery, view):
    gallery.tell(ready(1), waiting(2))
    opened, previewed = [], []
    view.open_requested.connect(opened.append)
    view.preview_requested.connect(previewed.append)
    key = PictureKey("12000001", 1)
    view.setCurrentIndex(view.tiles.index(0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    qtbot.mouseClick(view.viewport(), LEFT, pos=centre(view, 0))
    qtbot.mouseDClick(view.viewport(), LEFT, pos=centre(view, 0))
    assert (opened, previewed) == ([key, key], [key])
    view.setCurrentIndex(view.tiles.index(1))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert len(opened) == 2


def test_new_arrivals_leave_what_is_looked_at_and_selected_where_it_is(qtbot, gallery, view):
    gallery.tell(*many(400))
    settled(qtbot, gallery, view)
    view.verticalScrollBar().setValue(3000)
    first = view.visible_rows().start
    key, place = view.tiles.tile(first).key, view.row_rect(first).topLeft()
    view.select_rows([range(first, first + 2)])
    chosen = keys(view)
    gallery.tell(*[ready(i, batch=900) for i in range(1000, 1000 + 7 * view.laid_out.columns)])
    settled(qtbot, gallery, view)
    assert view.row_rect(view.tiles.row_of(key)).topLeft() == place
    assert keys(view) == chosen
    gallery.store.apply([JobsRemoved(tuple(f"{12_001_000 + i}" for i in range(3 * view.laid_out.columns)))])
    settled(qtbot, gallery, view)
    assert view.row_rect(view.tiles.row_of(key)).topLeft() == place


def test_at_the_very_top_new_arrivals_show_up(qtbot, gallery, view):
    gallery.tell(*many(100))
    gallery.tell(ready(5000, batch=900))
    settled(qtbot, gallery, view)
    assert view.verticalScrollBar().value() == 0
    assert view.tiles.tile(view.visible_rows().start).job.id == "12005000"


def test_another_order_keeps_selection_current_tile_and_the_tile_looked_at(qtbot, gallery, view):
    gallery.tell(*many(3000))
    settled(qtbot, gallery, view)
    view.verticalScrollBar().setValue(8000)
    first = view.visible_rows().start
    view.setCurrentIndex(view.tiles.index(first + 1))
    key, y = view.tiles.tile(first).key, view.row_rect(first).y()
    current = view.tiles.tile(first + 1).key
    view.select_rows([range(10, 1500)])
    gallery.model.arrange(replace(gallery.model.arrangement, sort=SortOrder.id))
    settled(qtbot, gallery, view)
    assert view.row_rect(view.tiles.row_of(key)).y() == y
    assert view.tiles.tile(view.currentIndex().row()).key == current
    qtbot.waitUntil(lambda: view.selected_count() == 1490)


def test_a_tile_that_moves_to_another_place_stays_selected(qtbot, gallery, view):
    gallery.model.arrange(replace(gallery.model.arrangement, sort=SortOrder.state))
    gallery.tell(*[waiting(i) for i in range(5)])
    view.setCurrentIndex(view.tiles.index(1))
    gallery.tell(replace(waiting(1), state=JobState.being_made))
    assert view.selected_rows() == [4]
    assert view.currentIndex().row() == 4


def test_resizing_lays_out_anew_and_keeps_the_first_tile(qtbot, gallery, view):
    gallery.tell(*many(300))
    settled(qtbot, gallery, view)
    view.verticalScrollBar().setValue(4000)
    first = view.visible_rows().start
    key = view.tiles.tile(first).key
    columns = view.laid_out.columns
    view.resize(500, 700)
    qtbot.waitUntil(lambda: view.laid_out.columns < columns)
    assert view.tiles.row_of(key) in view.visible_rows()


def test_tiles_grow_and_shrink_by_keys_and_wheel_and_return_to_their_size(qtbot, gallery, view):
    gallery.tell(*many(50))
    usual = view.edge
    qtbot.keyClick(view, Qt.Key.Key_Plus, CONTROL)
    assert view.edge > usual
    qtbot.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    qtbot.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    assert view.edge < usual
    qtbot.keyClick(view, Qt.Key.Key_0, CONTROL)
    assert view.edge == usual
    for _ in range(100):
        view.zoom(1)
    assert view.edge == 512
    assert view.laid_out.columns == 1


def test_the_menu_key_asks_for_a_menu_at_the_current_tile(qtbot, gallery, view):
    gallery.tell(*many(50))
    view.setCurrentIndex(view.tiles.index(3))
    with qtbot.waitSignal(view.menu_requested) as asked:
        at = QPoint(1, 1)
        QApplication.sendEvent(
            view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, view.mapToGlobal(at))
        )
    assert view.row_rect(3).contains(view.viewport().mapFromGlobal(asked.args[0]))


def test_groups_leave_room_for_a_header_and_the_keyboard_goes_across_it(qtbot, gallery, view):
    gallery.tell(ready(1), ready(2, batch=2), ready(3, batch=2))
    gallery.model.arrange(replace(gallery.model.arrangement, grouping=Grouping.batch))
    settled(qtbot, gallery, view)
    assert view.row_rect(0).top() >= view.group_rect(0).bottom()
    assert view.row_rect(2).top() >= view.group_rect(1).bottom()
    view.setCurrentIndex(view.tiles.index(1))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 2


def test_right_to_left_starts_at_the_right(qtbot, gallery, view):
    gallery.tell(*[ready(i) for i in range(3)])
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settled(qtbot, gallery, view)
    assert view.row_rect(0).x() > view.row_rect(1).x()
    assert view.row_at(centre(view, 0)) == 0
    view.setCurrentIndex(view.tiles.index(0))
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.currentIndex().row() == 1
    view.viewport().grab(QRect(0, 0, 200, 200))


def test_assistive_technology_finds_a_list_of_items_that_speak(qtbot, gallery, view):
    gallery.tell(ready(1, pictures=2), waiting(2))
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() == QAccessible.Role.List
    assert interface.text(QAccessible.Text.Name) == "Pictures"
    assert interface.childCount() == 3
    items = [interface.child(row) for row in range(3)]
    assert {item.role() for item in items} == {QAccessible.Role.ListItem}
    assert [item.text(QAccessible.Text.Name) for item in items] == [
        "Job 12000001, picture 1 of 2, ready, not saved",
        "Job 12000001, picture 2 of 2, ready, not saved",
        "Job 12000002, waiting",
    ]


def test_what_assistive_technology_selects_is_scrolled_to_and_becomes_current(qtbot, gallery, view):
    gallery.tell(*many(500))
    settled(qtbot, gallery, view)
    view.selectionModel().select(view.tiles.index(400), Flag.ClearAndSelect)
    assert view.currentIndex().row() == 400
    assert view.viewport().rect().contains(view.row_rect(400))
    view.selectionModel().select(view.tiles.index(7), Flag.Select)
    assert view.currentIndex().row() == 7
    assert view.viewport().rect().contains(view.row_rect(7))


def test_a_tile_that_is_saved_leaves_the_not_saved_filter_without_moving_the_view(qtbot, gallery, view):
    gallery.tell(*many(300))
    gallery.model.arrange(replace(gallery.model.arrangement, filter=TileFilter.not_saved))
    settled(qtbot, gallery, view)
    view.verticalScrollBar().setValue(2000)
    first = view.visible_rows().start
    key, y = view.tiles.tile(first).key, view.row_rect(first).y()
    view.setCurrentIndex(view.tiles.index(0))
    view.verticalScrollBar().setValue(2000)
    job = view.tiles.tile(0).job
    gallery.tell(replace(job, pictures=(replace(job.pictures[0], saved_at=START),)))
    settled(qtbot, gallery, view)
    row = view.tiles.row_of(key)
    assert abs(view.row_rect(row).y() - y) <= view.laid_out.rect(view.laid_out.columns)[1]
    assert row in view.visible_rows()


def test_faces_are_painted_and_softened_in_discreet_mode(qtbot, gallery, view):
    gallery.tell(*[gallery.with_faces(ready(i)) for i in (1, 2)])
    picture = view.tiles.tile(0).picture
    qtbot.waitUntil(lambda: gallery.thumbnails.pixmap(picture, 180) is not None)
    area = view.painter.geometry.placed(view.painter.geometry.picture, view.row_rect(0), False)

    def detail():
        """The sharpest edge in the middle of the face."""
        image = view.viewport().grab(area).toImage()
        middle = image.height() // 2
        row = [image.pixelColor(x, middle).value() for x in range(40, image.width() - 40)]
        return max(abs(a - b) for a, b in pairwise(row))

    sharp = detail()
    view.set_discreet(True)
    assert detail() < sharp / 2
