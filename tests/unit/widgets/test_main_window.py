"""The window: its parts, its menus, what arrives in it, and where it stands."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QUndoStack
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QSplitter, QWidget

from facegen_gui.domain.job import JobState
from facegen_gui.domain.network import NetworkSettings
from facegen_gui.domain.preferences import ColourScheme, Grouping, Preferences, SortOrder
from facegen_gui.domain.saves import SaveOptions
from facegen_gui.models.job_store import JobStore
from facegen_gui.services import events as e
from facegen_gui.widgets.furniture import furniture
from facegen_gui.widgets.main_window import MainWindow, Parts
from facegen_gui.widgets.notice_row import Level, Notice, NoticeAction
from facegen_gui.widgets.scrolling import Scrolled
from facegen_gui.widgets.window_place import FRAME, is_reachable, usual_place
from tests.unit.widgets import every_window


@pytest.fixture
def preferences(tmp_path):
    return Preferences(NetworkSettings("https://example.test/api"), SaveOptions(tmp_path / "faces"))


@pytest.fixture
def store():
    return JobStore()


@pytest.fixture
def parts(qtbot):
    class PastePart(QWidget):
        def __init__(self):
            super().__init__()
            self.field = QLineEdit(self)

    return Parts(PastePart(), QWidget(), QWidget(), (QWidget(),))


def furnished(store, parts, preferences, icons):
    window = MainWindow(preferences.geometry, preferences.splitter)
    window.furnish(furniture(window, store, icons, QUndoStack(window)), parts, preferences)
    return window


@pytest.fixture
def window(qtbot, store, parts, preferences, icons):
    window = furnished(store, parts, preferences, icons)
    qtbot.addWidget(window)
    return window


def shown(qtbot, window):
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_every_command_with_a_menu_stands_in_the_menu_bar(window):
    in_menus = {action for menu in window.menuBar().menus for action in menu.actions()}
    grouped = {
        action
        for group in (
            window.commands.sort,
            window.commands.group,
            window.commands.colours,
            window.commands.filter,
        )
        for action in group.actions()
    }
    commands = {value for value in vars(window.commands).values() if hasattr(value, "triggered")}
    commands = {action for action in commands if hasattr(action, "shortcuts")}
    assert commands - in_menus == set()
    assert grouped


def test_no_two_commands_share_a_shortcut(window):
    keys = [key.toString() for action in window.actions() for key in action.shortcuts()]
    assert sorted(keys) == sorted(set(keys))


def test_no_two_entries_of_a_menu_share_a_mnemonic(window):
    for menu in [window.menuBar(), *window.menuBar().menus]:
        letters = [
            action.text().replace("&&", "").partition("&")[2][:1].lower()
            for action in menu.actions()
            if "&" in action.text()
        ]
        assert len(letters) == len(set(letters)), (
            menu.title() if menu is not window.menuBar() else "",
            letters,
        )


@pytest.mark.parametrize(
    ("name", "key"),
    [("save_selected", "Ctrl+S"), ("find", "Ctrl+F"), ("fetch", "Ctrl+Return"), ("shortcuts", "F1")],
)
def test_the_shortcuts_people_know_are_there(window, name, key):
    assert QKeySequence(key) in getattr(window.commands, name).shortcuts()


def test_a_paste_outside_a_text_field_arrives_as_text(qtbot, window):
    shown(qtbot, window).setFocus()
    QGuiApplication.clipboard().setText("12202888 12202889")
    with qtbot.waitSignal(window.text_arrived) as arrived:
        qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert arrived.args == ["12202888 12202889"]


def test_a_paste_into_a_text_field_stays_there(qtbot, window, parts):
    shown(qtbot, window)
    parts.paste.field.setFocus()
    QGuiApplication.clipboard().setText("12202888")
    with qtbot.assertNotEmitted(window.text_arrived):
        qtbot.keyClick(parts.paste.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert parts.paste.field.text() == "12202888"


def dropped(window, data):
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), action, data, button, keys)
    window.dragEnterEvent(enter)
    if enter.isAccepted():
        window.dropEvent(QDropEvent(QPointF(5, 5), action, data, button, keys))
    return enter.isAccepted()


def test_dropped_text_files_arrive_as_files(qtbot, window, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "ids.txt"))])
    with qtbot.waitSignal(window.files_arrived) as arrived:
        assert dropped(window, data)
    assert arrived.args == [[tmp_path / "ids.txt"]]


def test_dropped_links_arrive_as_text(qtbot, window):
    data = QMimeData()
    data.setUrls([QUrl("https://example.test/face_gen/fetch/12202888")])
    with qtbot.waitSignal(window.text_arrived) as arrived:
        assert dropped(window, data)
    assert "12202888" in arrived.args[0]


def test_what_holds_no_text_is_not_accepted(window):
    data = QMimeData()
    data.setData("application/x-something", b"1")
    assert not dropped(window, data)


def test_the_save_folder_is_always_in_sight(window, preferences):
    assert str(preferences.save.folder) == window.save_bar._path.text()
    window.show_preferences(replace(preferences, save=replace(preferences.save, folder=Path("/elsewhere"))))
    assert "elsewhere" in window.save_bar._path.accessibleName()


def test_the_menus_show_what_is_set(window, preferences):
    window.show_preferences(
        replace(preferences, sort=SortOrder.label, grouping=Grouping.batch, colour_scheme=ColourScheme.dark)
    )
    assert window.commands.sort.checkedAction().data() is SortOrder.label
    assert window.commands.group.checkedAction().data() is Grouping.batch
    assert window.commands.colours.checkedAction().data() is ColourScheme.dark


def test_what_needs_a_selection_is_enabled_by_one(window):
    window.set_selection(0, 0)
    assert not window.commands.save_selected.isEnabled()
    assert not window.save_bar.save_selected.isEnabled()
    window.set_selection(2, 1)
    assert window.commands.compare.isEnabled()
    assert window.save_bar.save_selected.text() == "Save selected (2)"
    assert window.save_bar.save_selected.accessibleName() == "Save selected"


def test_the_save_buttons_do_what_the_menu_does(qtbot, window):
    window.set_selection(1, 1)
    window.set_all_shown(3)
    with qtbot.waitSignal(window.commands.save_selected.triggered):
        window.save_bar.save_selected.click()
    with qtbot.waitSignal(window.commands.save_all.triggered):
        window.save_bar.save_all.click()
    with qtbot.waitSignal(window.commands.change_folder.triggered):
        window.save_bar.change.click()


def test_progress_counts_what_is_under_way_and_sums_up_at_the_end(qtbot, window, store, jobs):
    store.apply([e.LibraryLoaded()])
    assert window.progress.sentence == ""
    store.apply([e.JobsChanged(jobs)])
    assert window.progress.sentence == "Fetching: 0 of 3 job(s) done"
    store.apply([e.JobsChanged((replace(jobs[0], state=JobState.ready),))])
    assert window.progress.bar.value() == 1
    with qtbot.waitSignal(window.progress.finished) as finished:
        store.apply(
            [e.JobsChanged((replace(jobs[1], state=JobState.failed), replace(jobs[2], state=JobState.ready)))]
        )
    assert finished.args == [2, 1]
    assert window.progress.sentence == "Nothing is being fetched"
    assert window.notices.notices[0].topic == "finished"


def test_finished_jobs_that_are_loaded_are_no_progress(window, store, jobs):
    store.apply([e.JobsChanged(tuple(replace(job, state=JobState.ready) for job in jobs)), e.LibraryLoaded()])
    assert window.progress.bar.isHidden()
    assert window.notices.notices == []


def test_a_long_save_shows_its_progress_and_can_be_cancelled(qtbot, window, store):
    window.progress.start_task(7, "Saving")
    store.apply([e.TaskProgress(7, 3, 10)])
    assert window.progress.sentence == "Saving: 3 of 10"
    with qtbot.waitSignal(window.progress.cancel_requested) as cancelled:
        window.progress.cancel.click()
    assert cancelled.args == [7]
    store.apply([e.TaskFinished(7)])
    assert window.progress.cancel.isHidden()


def test_a_page_takes_the_gallerys_place_and_gives_it_back(qtbot, window, parts):
    shown(qtbot, window)
    window.show_page(parts.pages[0])
    assert parts.pages[0].isVisible()
    assert not parts.gallery.isVisible()
    window.show_gallery()
    assert parts.gallery.isVisible()


def test_the_window_comes_back_where_it_was(qtbot, window, store, parts, preferences, icons):
    shown(qtbot, window)
    window.setGeometry(150, 120, 900, 640)
    qtbot.waitUntil(lambda: window.geometry().size().width() == 900)
    again = furnished(store, Parts(QWidget(), QWidget(), QWidget()), window.remembered(preferences), icons)
    qtbot.addWidget(again)
    shown(qtbot, again)
    assert again.geometry() == window.geometry()


def test_a_window_off_every_screen_is_brought_back(qtbot, window, store, preferences, icons):
    window.setGeometry(9000, 9000, 700, 500)
    again = furnished(store, Parts(QWidget(), QWidget(), QWidget()), window.remembered(preferences), icons)
    qtbot.addWidget(again)
    shown(qtbot, again)
    assert is_reachable(again.frameGeometry())


@pytest.mark.parametrize(
    "screen", [QRect(0, 0, 1280, 720), QRect(100, 30, 1920, 1050), QRect(0, 0, 640, 360)]
)
def test_the_first_start_leaves_room_for_the_title_bar(screen):
    place = usual_place(screen)
    assert screen.contains(place.marginsAdded(FRAME))


def test_a_damaged_place_is_ignored(qtbot, store, preferences, icons):
    broken = replace(preferences, geometry="no base64 §", splitter="x.y")
    window = furnished(store, Parts(QWidget(), QWidget(), QWidget()), broken, icons)
    qtbot.addWidget(window)
    assert is_reachable(window.frameGeometry())


def test_full_screen_comes_and_goes(qtbot, window):
    shown(qtbot, window)
    window.set_full_screen(True)
    assert not window.menuBar().isVisible()
    assert window.commands.full_screen.isChecked()
    window.show_gallery()
    assert window.menuBar().isVisible()


def test_the_key_is_asked_for_once_and_leaves_as_a_signal(qtbot, window, store):
    shown(qtbot, window)
    store.apply([e.KeyWanted(), e.KeyWanted()])
    dialog = window.key.dialog
    dialog.field.setText("  the-key  ")
    with qtbot.waitSignal(window.key.key_entered) as entered:
        dialog.save.click()
    assert entered.args == ["the-key", True]
    assert dialog.field.text() == ""


def test_the_frame_is_there_before_its_furniture_and_keeps_its_places(
    qtbot, store, parts, preferences, icons
):
    window = MainWindow()
    qtbot.addWidget(window)
    shown(qtbot, window)
    titles = [action.text() for action in window.menuBar().actions()]
    (splitter,) = window.findChildren(QSplitter)
    places = splitter.sizes()
    window.furnish(furniture(window, store, icons, QUndoStack(window)), parts, preferences)
    assert [action.text() for action in window.menuBar().actions()] == titles
    assert splitter.sizes() == pytest.approx(places, abs=2)
    assert parts.paste.isVisible()
    assert parts.gallery.isVisible()


def test_what_is_typed_before_the_furniture_is_there_is_not_lost(qtbot, store, parts, preferences, icons):
    window = MainWindow()
    qtbot.addWidget(window)
    shown(qtbot, window)
    qtbot.keyClicks(QApplication.focusWidget(), "12202888")
    assert (
        window.furnish(furniture(window, store, icons, QUndoStack(window)), parts, preferences) == "12202888"
    )


def test_the_frame_takes_the_focus_and_everything_a_window_is_told(qtbot, store, parts, preferences, icons):
    window = MainWindow()
    qtbot.addWidget(window)
    shown(qtbot, window)
    assert QApplication.focusWidget().accessibleName() == "Job IDs"
    window.resize(700, 500)
    QApplication.sendEvent(window, QEvent(QEvent.Type.PaletteChange))
    assert window.close()


def at(window, widget):
    return widget.mapTo(window, QPoint())


def test_nothing_moves_when_notices_come_and_go(qtbot, window, parts, preferences):
    shown(qtbot, window)
    watched = [parts.paste, parts.jobs, parts.gallery, window.save_bar.save_all]
    before = [at(window, widget) for widget in watched]
    height = parts.gallery.height()
    window.notices.show_notice(Notice("told", Level.note, "Something happened.", "information"))
    qtbot.waitUntil(lambda: parts.gallery.height() < height)
    assert [at(window, widget) for widget in watched] == before
    window.notices.clear("told")
    qtbot.waitUntil(lambda: parts.gallery.height() == height)
    assert [at(window, widget) for widget in watched] == before


def test_tab_goes_through_notices_from_top_to_bottom_and_on_to_the_save_bar(qtbot, window):
    shown(qtbot, window)
    actions = (NoticeAction.show_failed, NoticeAction.copy_failed)
    for topic, level in (("low", Level.note), ("high", Level.trouble)):
        window.notices.show_notice(Notice(topic, level, topic, "information", actions))
    order, widget = [], window.nextInFocusChain()
    while widget is not window:
        order.append(widget)
        widget = widget.nextInFocusChain()
    high, low = (window.notices.row(topic).buttons for topic in ("high", "low"))
    wanted = [*high.values(), *low.values(), window.save_bar.change, window.save_bar.save_all]
    assert sorted(wanted, key=order.index) == wanted


def test_the_save_bar_stays_when_progress_appears(qtbot, window, store, jobs):
    shown(qtbot, window)
    before = at(window, window.save_bar)
    store.apply([e.LibraryLoaded(), e.JobsChanged(jobs)])
    window.progress.start_task(1, "Saving")
    qtbot.waitUntil(window.progress.cancel.isVisible)
    qtbot.waitUntil(lambda: window.progress.bar.width() > 0)
    assert at(window, window.save_bar) == before


def test_in_the_smallest_window_everything_is_within_reach(qtbot, icons):
    window = every_window.main_window(icons)
    qtbot.addWidget(window)
    window.resize(window.minimumSize())
    shown(qtbot, window)
    for button in window.save_bar.findChildren(QAbstractButton):
        assert button.width() >= button.minimumSizeHint().width(), button.accessibleName()
    columns = window.findChildren(Scrolled)
    assert len(columns) == 2
    for column in columns:
        assert column.widget().width() <= column.viewport().width()
        assert column.widget().width() >= column.widget().minimumSizeHint().width()
    rest = [column.widget().height() - column.viewport().height() for column in columns]
    assert [column.verticalScrollBar().maximum() for column in columns] == rest
    assert max(rest) > 0
    window.resize(1180, 800)
    qtbot.waitUntil(lambda: not any(column.verticalScrollBar().isVisible() for column in columns))
