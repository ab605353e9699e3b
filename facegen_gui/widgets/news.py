"""Turns what the store tells into notices, and the notices' buttons into wishes."""

from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QObject, Signal

from facegen_gui.domain.failures import Failure
from facegen_gui.domain.key_status import KeyStatus
from facegen_gui.domain.saves import SaveReport
from facegen_gui.models.job_store import JobStore
from facegen_gui.services.events import PauseChanged, SaveUndone, TaskFinished
from facegen_gui.widgets import notice_texts as texts
from facegen_gui.widgets.notice_row import Level, Notice, NoticeAction
from facegen_gui.widgets.notices import NoticeBar


class News(QObject):
    resume_requested = Signal()
    key_requested = Signal()
    unlock_requested = Signal()
    check_up_requested = Signal()
    network_settings_requested = Signal()
    change_folder_requested = Signal()
    open_folder_requested = Signal(object)  # Path
    undo_save_requested = Signal(object)  # SaveReport
    undo_requested = Signal()
    copy_failed_requested = Signal()
    show_failed_requested = Signal()
    clipboard_requested = Signal()

    def __init__(self, store: JobStore, bar: NoticeBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._store = store
        self._reports: dict[str, SaveReport] = {}  # by the topic of their notice
        self._exported = ""
        store.pause_changed.connect(self._on_pause)
        store.key_wanted.connect(self._on_key_wanted)
        store.key_changed.connect(self._on_key)
        store.save_finished.connect(self._on_saved)
        store.save_undone.connect(self._on_undone)
        store.task_finished.connect(self._on_task)
        store.trouble_found.connect(self._on_trouble)
        store.trouble_ended.connect(lambda kind: bar.clear(texts.trouble_topic(kind)))
        store.library_set_aside.connect(lambda path: bar.show_notice(texts.set_aside_notice(path)))
        store.already_here.connect(lambda ids: bar.show_notice(texts.already_here_notice(len(ids))))
        bar.acted.connect(self._on_acted)

    def tell(self, sentence: str) -> None:
        """Passing news in the words of whoever tells them."""
        self._bar.show_notice(Notice("told", Level.note, sentence, "information"))

    def tell_none_failed(self) -> None:
        """There is nothing to be copied or tried again."""
        self.tell(self.tr("No job has failed."))

    def tell_practice_opens(self, *, started: bool) -> None:
        if started:
            self.tell(self.tr("Practice mode opens in a window of its own."))
        else:
            self.tell(
                self.tr("Practice mode could not be started. Start the program again and try it once more.")
            )

    def tell_practice(self) -> None:
        self._bar.show_notice(texts.practice_notice())

    def tell_removed(self, jobs: int, unsaved: int) -> None:
        self._bar.show_notice(texts.removed_notice(jobs, unsaved))

    def clear_removed(self) -> None:
        """Once something else was done or undone, that notice's Undo would undo the wrong thing."""
        self._bar.clear("removed")

    def offer_clipboard(self, ids: int) -> None:
        """So many IDs could be added from there."""
        self._bar.show_notice(texts.clipboard_notice(ids))

    def clear_clipboard(self) -> None:
        self._bar.clear("clipboard")

    def tell_finished(self, ready: int, failed: int) -> None:
        self._bar.show_notice(texts.finished_notice(ready, failed))

    def _on_pause(self, event: PauseChanged) -> None:
        notice = texts.pause_notice(event)
        if event.failure is not None:
            self._bar.clear(texts.trouble_topic(event.failure.kind))
        if notice is None or notice.topic != "pause":
            self._bar.clear("pause")
        if notice is not None:
            self._bar.show_notice(notice)

    def _on_key_wanted(self, rejected: bool) -> None:
        pause = self._store.pause
        # A key that is locked away is not missing, and that has been said.
        if pause is None or pause.failure.kind not in texts.KEYRING_PAUSES:
            self._bar.show_notice(texts.key_wanted_notice(rejected))

    def _on_key(self, status: KeyStatus) -> None:
        self._show_or_clear("keyring", texts.keyring_notice(status))

    def _on_saved(self, report: SaveReport) -> None:
        # What saves itself is told by the save bar and the tiles; only its trouble is worth a notice.
        if report.automatic and report.failure is None and not report.unsaved:
            return
        shown = self._bar.row("save")
        # A second click on Save finds everything there: the Undo of the first stays in reach.
        is_beside = not report.written and shown and NoticeAction.undo_save in shown.notice.actions
        topic = "save again" if is_beside else "save"
        self._reports[topic] = report
        self._bar.show_notice(texts.saved_notice(report, topic))

    def _on_undone(self, event: SaveUndone) -> None:
        self._bar.clear("save again")
        self._bar.show_notice(texts.undone_notice(event))

    def _on_task(self, event: TaskFinished) -> None:
        self._exported = event.path
        self._show_or_clear("task", texts.task_notice(event))

    def _on_trouble(self, failure: Failure) -> None:
        pause = self._store.pause
        if pause is not None and pause.failure.kind is failure.kind:
            return  # the queue waits for the same, and that is said
        self._bar.show_notice(texts.trouble_notice(failure))

    def _show_or_clear(self, topic: str, notice: Notice | None) -> None:
        if notice is None:
            self._bar.clear(topic)
        else:
            self._bar.show_notice(notice)

    def _on_acted(self, action: NoticeAction, notice: Notice) -> None:
        match action:
            case NoticeAction.try_again:
                self.resume_requested.emit()
            case NoticeAction.enter_key:
                self.key_requested.emit()
            case NoticeAction.unlock:
                self.unlock_requested.emit()
            case NoticeAction.check_up:
                self.check_up_requested.emit()
            case NoticeAction.network_settings:
                self.network_settings_requested.emit()
            case NoticeAction.change_folder:
                self.change_folder_requested.emit()
            case NoticeAction.open_folder:
                if notice.topic == "task":
                    self.open_folder_requested.emit(Path(self._exported).parent)
                elif notice.topic in self._reports:
                    self.open_folder_requested.emit(self._reports[notice.topic].folder)
            case NoticeAction.undo_save:
                if notice.topic in self._reports:
                    self.undo_save_requested.emit(self._reports[notice.topic])
            case NoticeAction.undo:
                self.undo_requested.emit()
            case NoticeAction.copy_failed:
                self.copy_failed_requested.emit()
            case NoticeAction.show_failed:
                self.show_failed_requested.emit()
            case NoticeAction.add_ids:
                self.clipboard_requested.emit()
            case _:
                assert_never(action)
