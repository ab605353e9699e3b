"""Makes every window of the program with something in it, for the tests that walk all of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QAction, QUndoStack
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QSplitterHandle,
    QTabBar,
    QTabWidget,
    QWidget,
)

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import Batch, Job, JobState, Picture, PictureKey
from facegen_gui.domain.job_ids import parse_job_ids
from facegen_gui.domain.key_status import KeyStatus
from facegen_gui.domain.network import NetworkSettings, ProxyMode
from facegen_gui.domain.preferences import Locked, Preferences
from facegen_gui.domain.saves import SavedFile, SaveFormat, SaveOptions, SaveReport
from facegen_gui.models.gallery_model import GalleryModel
from facegen_gui.models.job_list_model import JobListModel
from facegen_gui.models.job_store import JobStore
from facegen_gui.models.tallies import Tallies
from facegen_gui.services import events as e
from facegen_gui.services.check_steps import CheckKind, CheckOutcome, CheckStep
from facegen_gui.services.decoding import decode
from facegen_gui.services.picture_loader import PictureLoader
from facegen_gui.services.thumbnails import Thumbnails
from facegen_gui.storage.profile import Profile
from facegen_gui.widgets.actions import Actions
from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.dialogs.about_dialog import AboutDialog
from facegen_gui.widgets.dialogs.check_up_dialog import CheckUpDialog
from facegen_gui.widgets.dialogs.conflict_dialog import ConflictDialog
from facegen_gui.widgets.dialogs.contact_sheet_dialog import ContactSheetDialog
from facegen_gui.widgets.dialogs.key_dialog import KeyDialog
from facegen_gui.widgets.dialogs.settings_dialog import SettingsDialog, SettingsPage
from facegen_gui.widgets.dialogs.shortcuts_dialog import ShortcutsDialog
from facegen_gui.widgets.dialogs.text_dialogs import CrashDialog, DiagnosticsDialog
from facegen_gui.widgets.furniture import furniture
from facegen_gui.widgets.gallery.gallery_panel import GalleryPanel
from facegen_gui.widgets.job_list_view import JobListView
from facegen_gui.widgets.main_window import MainWindow, Parts
from facegen_gui.widgets.menus import MenuBar
from facegen_gui.widgets.paste.panel import PastePanel
from facegen_gui.widgets.paste.refused_dialog import RefusedDialog
from facegen_gui.widgets.viewer.compare import Compare
from facegen_gui.widgets.viewer.viewer import Viewer
from facegen_gui.widgets.wording import caption, failure_sentence, job_sentence, search_words, tile_sentence
from facegen_gui.wiring.gallery_order import GalleryOrder
from tests.unit.widgets.conftest import NOW

FOLDER = Path("/home/anna/faces")
PREFERENCES = Preferences(
    NetworkSettings("https://faces.example/api", proxy_mode=ProxyMode.manual),
    SaveOptions(FOLDER, pattern="{id}-x", format=SaveFormat.jpeg),
)


def some_jobs() -> tuple[Job, ...]:
    """One in every state, the ready one with two pictures of which one is gone."""
    jobs = [Job(str(12202888 + n), n, 1, NOW, state) for n, state in enumerate(JobState)]
    gone = Picture(PictureKey(jobs[3].id, 2), failure=Failure(FailureKind.picture_gone))
    here = Picture(
        PictureKey(jobs[3].id, 1), file="pictures/1.png", media_type="image/png", width=8, height=8
    )
    jobs[3] = replace(jobs[3], pictures=(here, gone), first_ready_at=NOW)
    jobs[4] = replace(jobs[4], failure=Failure(FailureKind.unknown_id))
    return tuple(jobs)


def main_window(icons: Icons) -> MainWindow:
    """Busy: jobs in every state, several kinds of notices, a task, a selection."""
    store = JobStore()
    pool = QThreadPool()
    thumbnails = Thumbnails(Profile.at(FOLDER), PREFERENCES.network.server, pool)
    loader = PictureLoader(lambda file: FOLDER / file, decode, pool)
    model = GalleryModel(
        store,
        say=lambda tile: tile_sentence(tile.job, tile.picture, NOW),
        caption=lambda tile: caption(tile.job, tile.picture),
        search_words=lambda tile: search_words(tile.job, tile.picture, NOW),
        file_of=lambda picture: FOLDER / picture.file,
    )
    rows = JobListModel(store, say=lambda job: job_sentence(job, NOW))
    order = GalleryOrder(model, store)
    paste = PastePanel(store.knows)
    parts = Parts(
        paste,
        JobListView(rows, icons),
        GalleryPanel(model, Tallies(store), store, thumbnails, icons),
        (
            Viewer(order, loader, icons, failure_sentence),
            Compare(order, loader, icons, failure_sentence),
        ),
    )
    window = MainWindow()
    window.furnish(furniture(window, store, icons, QUndoStack(window)), parts, PREFERENCES)
    for owned in (store, pool, thumbnails, loader, model, rows):
        owned.setParent(window)
    file = SavedFile(PictureKey("1", 1), FOLDER / "1_1.png", "", True)
    store.apply(
        [
            e.BatchesChanged((Batch(1, NOW),)),
            e.JobsChanged(some_jobs()),
            e.LibraryLoaded(),
            e.PauseChanged(Failure(FailureKind.certificate, detail="0"), NOW + timedelta(seconds=30)),
            e.KeyChanged(KeyStatus(failure=Failure(FailureKind.keyring_locked))),
            e.SaveFinished(SaveReport(1, FOLDER, (file,))),
        ]
    )
    window.news.tell_practice()
    window.progress.start_task(1, "")
    window.set_selection(3, 2)
    window.set_all_shown(17)
    paste.insert_text("12202888 12202889 1.22E+07")
    return window


def viewer_page(number: int) -> Callable[[Icons], MainWindow]:
    def make(icons: Icons) -> MainWindow:
        window = main_window(icons)
        pages = window.findChildren(Viewer), window.findChildren(Compare)
        window.show_page(pages[number][0])
        return window

    return make


def key_dialog(icons: Icons) -> KeyDialog:
    return KeyDialog(KeyStatus(failure=Failure(FailureKind.keyring_locked)), icons)


def key_dialog_kept(icons: Icons) -> KeyDialog:
    return KeyDialog(KeyStatus(present=True, kept=True, store="KWallet", hint="7f"), icons)


def settings(page: SettingsPage) -> Callable[[Icons], SettingsDialog]:
    def make(icons: Icons) -> SettingsDialog:
        locked = Locked(frozenset({"server"}), "/etc/policy.ini")
        return SettingsDialog(PREFERENCES, locked, [("de", "Deutsch")], page=page)

    return make


def check_up(icons: Icons) -> CheckUpDialog:
    dialog = CheckUpDialog("https://faces.example/api", icons)
    dialog.start()
    step = CheckStep(CheckKind.internet, CheckOutcome.skipped, host="faces.example", port=443)
    dialog.show_step(step)
    dialog.show_step(replace(step, kind=CheckKind.proxy, outcome=CheckOutcome.ok, proxy="proxy.example:8080"))
    dialog.show_step(replace(step, kind=CheckKind.certificate, outcome=CheckOutcome.ok, issuer="0 1"))
    failure = Failure(FailureKind.connection_refused, host="faces.example")
    dialog.show_step(replace(step, kind=CheckKind.server, outcome=CheckOutcome.failed, failure=failure))
    dialog.end()
    return dialog


def shortcuts(icons: Icons) -> ShortcutsDialog:
    owner = QWidget()
    dialog = ShortcutsDialog(MenuBar(Actions(icons, QUndoStack(owner), owner), owner))
    owner.setParent(dialog)
    return dialog


WINDOWS: dict[str, Callable[[Icons], QWidget]] = {
    "main window": main_window,
    "viewer": viewer_page(0),
    "comparison": viewer_page(1),
    "key": key_dialog,
    "key kept": key_dialog_kept,
    "settings, saving": settings(SettingsPage.saving),
    "settings, network": settings(SettingsPage.network),
    "settings, look": settings(SettingsPage.look),
    "check-up": check_up,
    "diagnostics": DiagnosticsDialog,
    "crash": CrashDialog,
    "shortcuts": shortcuts,
    "contact sheet": lambda icons: ContactSheetDialog(),
    "not understood": lambda icons: RefusedDialog(parse_job_ids("1.22E+07 hello").refused),
    "about": lambda icons: AboutDialog(Path("licences")),
    "conflict": lambda icons: ConflictDialog(2, "1_1.png"),
}

INTERACTIVE = (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
)
# Parts that Qt makes and names itself, or that a compound widget speaks for.
_INNER = (QScrollBar, QSplitterHandle, QTabBar, QHeaderView)


def interactive_widgets(window: QWidget) -> Iterator[QWidget]:
    for widget in [window, *window.findChildren(QWidget)]:
        inner = isinstance(widget, _INNER) or widget.objectName().startswith("qt_")
        parent = widget.parentWidget()
        inner = inner or isinstance(parent, QAbstractSpinBox | QComboBox | QTabBar | QLineEdit)
        # What is hidden itself gets its words when it is needed; what stands on another page has them.
        waiting = widget.isHidden() and widget is not window
        if isinstance(widget, INTERACTIVE) and not (inner or waiting or _in_popup(widget, window)):
            yield widget


def _in_popup(widget: QWidget, window: QWidget) -> bool:
    """Inside a window of its own, such as a combo box's list."""
    return widget.window() is not window


def actions(window: QWidget) -> Iterator[QAction]:
    yield from {action for action in window.findChildren(QAction) if not action.isSeparator()}
