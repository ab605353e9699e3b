"""Fetching: pasted IDs to the worker, its jobs' commands, and the key it asks for."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from facegen_gui.domain.job import Job, JobState, NewJob
from facegen_gui.domain.key_status import KeyStatus
from facegen_gui.models.job_store import JobStore
from facegen_gui.services.network_return import NetworkReturn
from facegen_gui.widgets.dialogs.questions import ask_files, ask_line
from facegen_gui.widgets.gallery.gallery_panel import GalleryPanel
from facegen_gui.widgets.main_window import MainWindow
from facegen_gui.widgets.paste.panel import PastePanel
from facegen_gui.wiring.selection import Selection
from facegen_gui.wiring.worker_owner import WorkerOwner


class Fetching(QObject):
    text_held = Signal(str)  # given by a start, and fetched once the keyring has answered

    def __init__(
        self,
        window: MainWindow,
        store: JobStore,
        owner: WorkerOwner,
        paste: PastePanel,
        gallery: GalleryPanel,
        selection: Selection,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._store = store
        self._owner = owner
        self._paste = paste
        self._gallery = gallery
        self._selection = selection
        # Such a text may be the key itself, which is only seen once the keyring has answered.
        self._is_key_known = False
        self._waiting_texts: list[str] = []
        self._connect_paste()
        self._connect_jobs()
        self._connect_key()

    def fetch_text(self, text: str) -> None:
        """Fetch what a start was given, as if it had been pasted and Fetch been pressed."""
        if not text.strip():
            return
        self._window.show_gallery()
        if self._is_key_known:
            self._paste.fetch_text(text)
        else:
            self._waiting_texts.append(text)
            self.text_held.emit(text)

    def watch_network(self) -> None:
        """Go on as soon as the system says that the network is back."""
        network = NetworkReturn(self)
        network.returned.connect(lambda: self._owner.worker.network_returned())
        network.watch()

    def _connect_paste(self) -> None:
        paste, store, window = self._paste, self._store, self._window
        paste.fetch_requested.connect(self._on_fetch)
        paste.show_known.connect(self._gallery.show_jobs)
        paste.labels_given.connect(lambda entries: self._owner.worker.label_unnamed(entries))
        paste.trouble.connect(window.news.tell)
        paste.draft_changed.connect(lambda: self._gallery.show_pasted(paste.new_count))
        self._gallery.show_pasted(paste.new_count)  # what the last run left there
        self._gallery.paste_requested.connect(window.commands.paste.trigger)
        self._gallery.fetch_requested.connect(paste.fetch)
        window.commands.open_text.triggered.connect(self._on_open_text)
        window.text_arrived.connect(self._on_text)
        window.files_arrived.connect(self._on_files)
        window.commands.fetch.triggered.connect(paste.fetch)
        store.jobs_added.connect(lambda _jobs: paste.refresh())
        store.jobs_removed.connect(lambda _jobs: paste.refresh())
        store.already_here.connect(self._gallery.show_jobs)

    def _connect_jobs(self) -> None:
        commands, selection = self._window.commands, self._selection
        commands.ask_now.triggered.connect(lambda: self._owner.worker.ask_now(selection.job_ids()))
        self._gallery.ask_again_requested.connect(lambda ids: self._owner.worker.ask_now(ids))
        self._gallery.dismiss_requested.connect(lambda ids: self._owner.worker.dismiss(ids))
        self._gallery.batch_renamed.connect(lambda batch, name: self._owner.worker.rename_batch(batch, name))
        commands.retry_failed.triggered.connect(self._on_retry_failed)
        commands.dismiss.triggered.connect(lambda: self._owner.worker.dismiss(selection.job_ids()))
        commands.set_label.triggered.connect(self._on_set_label)
        commands.resume.triggered.connect(lambda: self._owner.worker.resume())
        self._window.news.resume_requested.connect(lambda: self._owner.worker.resume())

    def _connect_key(self) -> None:
        key = self._window.key
        key.key_entered.connect(lambda text, keep: self._owner.worker.set_key(text, keep))
        key.forget_requested.connect(lambda: self._owner.worker.forget_key())
        key.unlock_requested.connect(lambda: self._owner.worker.read_key())
        self._store.key_changed.connect(self._on_key)

    @Slot(object)
    def _on_fetch(self, entries: tuple[NewJob, ...]) -> None:
        self._window.show_gallery()
        self._owner.worker.add(entries)

    def _on_text(self, text: str) -> None:
        self._window.show_gallery()
        self._paste.insert_text(text)
        self._paste.focus_box()

    def _on_files(self, files: list[Path]) -> None:
        self._window.show_gallery()
        self._paste.insert_files(files)
        self._paste.focus_box()

    def _on_open_text(self) -> None:
        ask_files(
            self._window,
            self.tr("Open a list of job IDs"),
            Path.home(),
            self.tr("Lists (*.txt *.csv *.tsv *.json);;All files (*)"),
            self._on_files,
        )

    def _on_retry_failed(self) -> None:
        failed = [job.id for job in self._store if can_be_retried(job)]
        if failed:
            self._owner.worker.ask_now(failed)
        else:
            self._window.news.tell_none_failed()

    def _on_set_label(self) -> None:
        for job_id in self._selection.job_ids()[:1]:
            job = self._store.job(job_id)
            if job is None:
                continue
            title = self.tr("Label of job {id}").format(id=job_id)
            ask_line(
                self._window,
                title,
                self.tr("Label"),
                job.label,
                partial(self._owner.worker.set_label, job_id),
            )

    @Slot(object)
    def _on_key(self, status: KeyStatus) -> None:
        self._paste.set_key_fingerprint(status.fingerprint)
        self._is_key_known = True
        waiting, self._waiting_texts = self._waiting_texts, []
        for text in waiting:
            self._paste.fetch_text(text)


def can_be_retried(job: Job) -> bool:
    """Failed, overdue, or ready without all its pictures, and not dismissed."""
    if job.dismissed:
        return False
    return job.state in (JobState.failed, JobState.overdue) or (
        job.state is JobState.ready and not job.is_delivered
    )
