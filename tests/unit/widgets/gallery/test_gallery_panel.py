from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QImage, QPalette, QRegion
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QPushButton, QToolButton, QWidget

from facegen_gui.domain.job import Batch, Choice, PictureKey
from facegen_gui.domain.preferences import Grouping, SortOrder
from facegen_gui.models.tallies import Tallies
from facegen_gui.models.tiles import TileFilter
from facegen_gui.services.events import BatchesChanged, JobsRemoved, LibraryLoaded
from facegen_gui.widgets.gallery.gallery_panel import GalleryPanel
from facegen_gui.widgets.labels import BalancedLabel, ElidedLabel
from tests.unit.models.samples import START, failed, many, ready, waiting

Flag = QItemSelectionModel.SelectionFlag
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot, gallery):
    panel = GalleryPanel(
        gallery.model, Tallies(gallery.store), gallery.store, gallery.thumbnails, gallery.icons
    )
    qtbot.addWidget(panel)
    panel.resize(1000, 800)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    return panel


def named(panel, name):
    """The shown widget of this accessible name or text."""
    for widget in panel.findChildren(QWidget):
        texts = {widget.accessibleName()}
        if isinstance(widget, (QPushButton, QToolButton, QLabel)):
            texts.add(widget.text())
        if name in texts and widget.isVisible():
            return widget
    return None


def point_at(qtbot, panel, row):
    qtbot.mouseMove(panel.view.viewport(), panel.view.row_rect(row).center())


def place_of(panel, widget):
    corner = widget.mapTo(panel, QPoint())
    return panel.view.viewport().mapFrom(panel, corner)


def test_the_save_button_stands_on_the_tile_pointed_at(qtbot, gallery, panel):
    gallery.tell(ready(1, pictures=2), ready(2))
    assert named(panel, "Save picture 1 of job 12000001") is None
    point_at(qtbot, panel, 1)
    qtbot.waitUntil(lambda: named(panel, "Save picture 2 of job 12000001") is not None)
    button = named(panel, "Save picture 2 of job 12000001")
    assert panel.view.row_rect(1).contains(place_of(panel, button))
    with qtbot.waitSignal(panel.save_requested) as saved:
        qtbot.mouseClick(button, LEFT)
    assert saved.args[0] == [PictureKey("12000001", 2)]


def test_without_a_pointer_it_stands_on_the_current_tile_and_is_reached_by_tab(qtbot, gallery, panel):
    gallery.tell(ready(1), ready(2))
    qtbot.keyClick(panel.view, Qt.Key.Key_Home)
    qtbot.keyClick(panel.view, Qt.Key.Key_Right)
    qtbot.keyClick(panel.view, Qt.Key.Key_Tab)
    button = QApplication.focusWidget()
    assert button.accessibleName() == "Save picture 1 of job 12000002"
    with qtbot.waitSignal(panel.save_requested) as saved:
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert saved.args[0] == [PictureKey("12000002", 1)]
    qtbot.keyClick(button, Qt.Key.Key_Left)
    assert button.accessibleName() == "Save picture 1 of job 12000001"
    assert button.hasFocus()


def test_the_keyboard_takes_the_button_away_from_a_resting_pointer(qtbot, gallery, panel):
    gallery.tell(ready(1), ready(2), ready(3))
    point_at(qtbot, panel, 2)
    qtbot.waitUntil(lambda: named(panel, "Save picture 1 of job 12000003") is not None)
    qtbot.keyClick(panel.view, Qt.Key.Key_Home)
    assert named(panel, "Save picture 1 of job 12000001")


def test_what_assistive_technology_selects_gets_the_button_wherever_it_is(qtbot, gallery, panel):
    gallery.tell(*many(500))
    qtbot.waitUntil(lambda: gallery.model.is_settled and panel.view.laid_out.count == 500)
    for row in (420, 3, 250):
        panel.view.selectionModel().select(gallery.model.index(row), Flag.ClearAndSelect)
        job = gallery.model.tile(row).job.id
        button = named(panel, f"Save picture 1 of job {job}")
        assert panel.view.viewport().rect().contains(place_of(panel, button))
        interface = QAccessible.queryAccessibleInterface(button)
        assert interface.role() == QAccessible.Role.Button
        assert named(panel, f"Select picture 1 of job {job}").isChecked()


def test_a_tile_without_a_file_has_no_save_button_but_a_check_box(qtbot, gallery, panel):
    gallery.tell(waiting(1))
    point_at(qtbot, panel, 0)
    qtbot.waitUntil(lambda: named(panel, "Select job 12000001") is not None)
    assert not panel._host.tile.save.isVisible()
    check = named(panel, "Select job 12000001")
    qtbot.mouseClick(check, LEFT)
    assert panel.selected_jobs() == ["12000001"]
    assert panel.selected_pictures() == []
    qtbot.mouseClick(check, LEFT)
    assert panel.selected_jobs() == []


def test_the_check_box_of_the_current_tile_is_seen_only_where_one_is_offered(qtbot, gallery, panel):
    gallery.tell(ready(1), ready(2))
    panel.view.setCurrentIndex(gallery.model.index(0))
    panel.view.clearSelection()
    check = named(panel, "Select picture 1 of job 12000001")
    assert is_blank(check)
    check.setFocus()
    assert not is_blank(check)
    panel.view.setFocus()
    assert is_blank(check)
    point_at(qtbot, panel, 1)
    qtbot.waitUntil(lambda: panel.view.hovered_row() == 1)
    check = named(panel, "Select picture 1 of job 12000002")
    assert not is_blank(check)


def is_blank(widget):
    """Whether it paints nothing."""
    image = QImage(widget.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    widget.render(image, QPoint(), QRegion(), QWidget.RenderFlag(0))
    return not any(bytes(image.constBits()))


def test_the_button_is_clipped_and_leaves_with_its_tile_when_scrolled(qtbot, gallery, panel):
    gallery.tell(*many(300))
    qtbot.waitUntil(lambda: gallery.model.is_settled and panel.view.laid_out.count == 300)
    qtbot.keyClick(panel.view, Qt.Key.Key_Home)
    button = panel._host.tile.save
    before = place_of(panel, button).y()
    panel.view.verticalScrollBar().setValue(40)
    assert place_of(panel, button).y() == before - 40
    panel.view.verticalScrollBar().setValue(3000)
    assert not button.isVisible()


def test_chips_filter_and_show_their_counts(qtbot, gallery, panel):
    gallery.tell(ready(1), waiting(2), failed(3))
    qtbot.waitUntil(lambda: named(panel, "Failed: 1 picture(s)") is not None)
    with qtbot.waitSignal(panel.arrangement_changed) as arranged:
        qtbot.mouseClick(named(panel, "Failed: 1 picture(s)"), LEFT)
    assert arranged.args[0].filter is TileFilter.failed
    assert gallery.model.rowCount() == 1


def test_an_empty_gallery_says_what_to_do_with_what_was_pasted(qtbot, gallery, panel):
    gallery.store.apply([LibraryLoaded("")])
    qtbot.waitUntil(lambda: named(panel, "Paste job IDs") is not None)
    for ids in (1, 12):
        panel.show_pasted(ids)
        qtbot.waitUntil(lambda ids=ids: named(panel, f"{ids} job ID(s) are ready to be fetched") is not None)
    with qtbot.waitSignal(panel.fetch_requested):
        qtbot.mouseClick(named(panel, "Fetch the pictures"), LEFT)
    panel.show_pasted(0)
    qtbot.waitUntil(lambda: named(panel, "Paste job IDs") is not None)


def test_the_picture_of_the_empty_gallery_follows_the_colours(gallery, panel):
    gallery.store.apply([LibraryLoaded("")])
    empty = panel._host.empty
    for colour in ("#fefefe", "#010101"):
        palette = QPalette(empty.palette())
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        empty.setPalette(palette)
        image = empty.findChild(QLabel).pixmap().toImage()
        places = [(x, y) for x in range(image.width()) for y in range(image.height())]
        seen = {image.pixelColor(x, y).name() for x, y in places if image.pixelColor(x, y).alpha() == 255}
        assert seen == {colour}


def test_what_was_chosen_has_a_chip_with_a_menu_that_is_used_by_keys(qtbot, gallery, panel):
    def chosen(sequence, choice):
        job = ready(sequence)
        return replace(job, pictures=(replace(job.pictures[0], choice=choice),))

    def choose(*keys):
        def press():
            menu = QApplication.activePopupWidget()
            for key in keys:
                qtbot.keyClick(menu, key)

        QTimer.singleShot(0, panel, press)
        qtbot.keyClick(panel.filters.choice, Qt.Key.Key_Space)

    gallery.tell(ready(1), ready(2))
    qtbot.waitUntil(lambda: named(panel, "All: 2 picture(s)") is not None)
    assert not panel.filters.choice.isVisible()
    gallery.tell(
        chosen(1, Choice.keep), chosen(2, Choice.maybe), chosen(3, Choice.keep), chosen(4, Choice.no)
    )
    qtbot.waitUntil(lambda: named(panel, "Choice: 3 picture(s), menu") is not None)
    choose(Qt.Key.Key_Down, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: gallery.model.rowCount() == 2)
    assert panel.filters.choice.accessibleName() == "Keep: 2 picture(s), menu"
    assert panel.filters.choice.isChecked()
    choose(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: gallery.model.rowCount() == 1)
    gallery.tell(ready(2))  # the last one is taken back: the way out stays
    qtbot.waitUntil(lambda: named(panel, "Maybe: 0 picture(s), menu") is not None)
    panel.show_all()
    assert named(panel, "Choice: 2 picture(s), menu") is not None
    assert not panel.filters.choice.isChecked()


def test_typing_in_the_search_field_finds_as_one_types(qtbot, gallery, panel):
    gallery.tell(ready(1, label="Anna"), ready(2))
    panel.focus_search()
    qtbot.keyClicks(panel.filters.search, "ann")
    assert gallery.model.rowCount() == 1
    qtbot.keyClick(panel.filters.search, Qt.Key.Key_Return)
    assert panel.view.hasFocus()


def test_escape_leaves_the_search_empty_and_so_does_showing_all(qtbot, gallery, panel):
    gallery.tell(ready(1, label="Anna"), ready(2))
    search = panel.filters.search
    clear = search.findChild(QToolButton)
    panel.focus_search()
    qtbot.keyClicks(search, "nobody")
    qtbot.waitUntil(lambda: named(panel, "Show all pictures") is not None)
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert gallery.model.rowCount() == 2
    qtbot.keyClicks(search, "nobody")
    qtbot.waitUntil(lambda: named(panel, "Show all pictures") is not None)
    named(panel, "Show all pictures").setFocus()
    qtbot.keyClick(named(panel, "Show all pictures"), Qt.Key.Key_Escape)
    assert search.text() == ""
    assert gallery.model.rowCount() == 2
    assert panel.view.hasFocus()
    qtbot.waitUntil(lambda: clear.property("opacity") in (None, 0.0) or not clear.isVisible())


def test_the_words_of_an_empty_gallery_stand_in_even_lines(qtbot, gallery, panel):
    gallery.store.apply([LibraryLoaded()])
    qtbot.waitUntil(lambda: named(panel, "Paste job IDs to see their pictures") is not None)
    for width in (1000, 600, 420):
        panel.resize(width, 700)
        for label in panel._host.empty.findChildren(BalancedLabel):
            assert label.width() <= width
            assert label.height() >= label.heightForWidth(label.width())
            metrics, text = label.fontMetrics(), label.text()
            lines = round(label.height() / metrics.lineSpacing())
            assert label.width() <= metrics.horizontalAdvance(text) / lines * 1.35


def test_an_empty_gallery_teaches_and_never_says_so_while_it_is_loading(qtbot, gallery, panel):
    assert named(panel, "Looking up your pictures…")
    gallery.store.apply([LibraryLoaded()])
    qtbot.waitUntil(lambda: named(panel, "Paste job IDs to see their pictures") is not None)
    with qtbot.waitSignal(panel.paste_requested):
        qtbot.mouseClick(named(panel, "Paste job IDs"), LEFT)
    gallery.tell(ready(1))
    qtbot.waitUntil(lambda: not panel._host.empty.isVisible())
    panel.show_only(TileFilter.failed)
    qtbot.waitUntil(lambda: named(panel, "Nothing matches this filter") is not None)
    panel.show_only(TileFilter.starred)
    qtbot.waitUntil(lambda: named(panel, "No picture has a star") is not None)
    qtbot.mouseClick(named(panel, "Show all pictures"), LEFT)
    qtbot.waitUntil(lambda: not panel._host.empty.isVisible())
    assert gallery.model.rowCount() == 1


def test_a_group_is_selected_saved_and_removed_by_its_header(qtbot, gallery, panel):
    gallery.store.apply([BatchesChanged((Batch(1, START, "Casting"), Batch(2, START, "Extras")))])
    gallery.tell(ready(1, pictures=2), waiting(2), ready(3, batch=2))
    panel.arrange(SortOrder.newest, Grouping.batch)
    qtbot.waitUntil(lambda: named(panel, "Select all of Casting") is not None)
    qtbot.mouseClick(named(panel, "Select all of Casting"), LEFT)
    assert panel.selected_jobs() == ["12000001", "12000002"]
    with qtbot.waitSignal(panel.save_requested) as saved:
        qtbot.mouseClick(named(panel, "Save all of Casting"), LEFT)
    assert saved.args[0] == [PictureKey("12000001", 1), PictureKey("12000001", 2)]
    with qtbot.waitSignal(panel.remove_requested) as removed:
        qtbot.mouseClick(named(panel, "Remove all of Extras"), LEFT)
    assert removed.args[0] == ["12000003"]


def test_a_narrow_groups_buttons_make_do_with_icons_before_its_words_are_cut(qtbot, gallery, panel):
    gallery.store.apply([BatchesChanged((Batch(1, START, "Casting in the autumn, second week"),))])
    gallery.tell(ready(1, pictures=2), waiting(2), failed(3))
    panel.arrange(SortOrder.newest, Grouping.batch)
    name = "Save all of Casting in the autumn, second week"
    qtbot.waitUntil(lambda: named(panel, name) is not None)
    button = named(panel, name)
    style = Qt.ToolButtonStyle
    assert button.toolButtonStyle() is style.ToolButtonTextBesideIcon
    panel.resize(700, 800)
    qtbot.waitUntil(lambda: button.toolButtonStyle() is style.ToolButtonIconOnly)
    words = [label for label in button.parent().findChildren(ElidedLabel) if label.text()]
    assert all(label.width() >= label.sizeHint().width() for label in words)


def test_a_batch_can_be_given_a_name(qtbot, gallery, panel):
    gallery.store.apply([BatchesChanged((Batch(1, START, "Casting"),))])
    gallery.tell(ready(1))
    panel.arrange(SortOrder.newest, Grouping.batch)
    qtbot.waitUntil(lambda: named(panel, "Name Casting") is not None)
    qtbot.mouseClick(named(panel, "Name Casting"), LEFT)
    dialog = panel.findChild(QInputDialog)
    dialog.setTextValue(" Shoot ")
    with qtbot.waitSignal(panel.batch_renamed) as renamed:
        dialog.accept()
    assert renamed.args == [1, "Shoot"]


def test_what_is_missing_from_a_batch_stays_on_a_checklist(qtbot, gallery, panel):
    gallery.store.apply([BatchesChanged((Batch(1, START, "Casting"),))])
    gallery.tell(ready(1), failed(2), waiting(3))
    qtbot.waitUntil(panel.checklist.isVisible)
    with qtbot.waitSignal(panel.ask_again_requested) as asked:
        qtbot.mouseClick(named(panel.checklist, "Ask again"), LEFT)
    assert asked.args[0] == ["12000002"]
    with qtbot.waitSignal(panel.dismiss_requested):
        qtbot.mouseClick(named(panel.checklist, "Dismiss"), LEFT)
    qtbot.mouseClick(named(panel.checklist, "Show missing"), LEFT)
    assert panel.selected_jobs() == ["12000002"]
    text = "Casting: 1 of 3 delivered, 1 still coming, 1 missing"
    assert named(panel.checklist, text)
    gallery.tell(replace(failed(2), dismissed=True), ready(3))
    qtbot.waitUntil(lambda: not panel.checklist.isVisible())


def test_jumping_to_jobs_selects_their_tiles_also_behind_a_filter(qtbot, gallery, panel):
    gallery.tell(*many(200))
    panel.show_only(TileFilter.failed)
    panel.show_jobs(["12000020", "12000021"])
    qtbot.waitUntil(lambda: panel.selected_jobs() == ["12000020", "12000021"])
    row = gallery.model.rows_of_job("12000020")[0]
    assert row in panel.view.visible_rows()
    assert gallery.model.arrangement.filter is TileFilter.all


def test_the_filter_bar_shows_how_the_pictures_are_arranged_now(qtbot, gallery, panel):
    panel.show_jobs([])
    panel.arrange(SortOrder.label, Grouping.job)
    assert panel.filters.sort.currentText() == "By label"
    assert panel.filters.grouping.currentText() == "By job"
    panel.zoom(1)
    assert panel.filters.slider.value() == panel.view.edge
    panel.filters.slider.setValue(300)
    assert panel.view.edge == 300


def test_a_removed_job_leaves_and_the_panel_says_what_is_chosen(qtbot, gallery, panel):
    gallery.tell(ready(1), ready(2))
    with qtbot.waitSignal(panel.selection_changed):
        panel.select_all()
    assert len(panel.selected_pictures()) == 2
    assert panel.shown_pictures() == panel.selected_pictures()
    gallery.store.apply([JobsRemoved(("12000001",))])
    assert panel.selected_jobs() == ["12000002"]
