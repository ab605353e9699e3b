"""How far fetching and the one long task are: a sentence, a bar named Progress, and Cancel."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from facegen_gui.domain.job import Job, JobState
from facegen_gui.models.job_store import JobStore
from facegen_gui.services.events import REBUILDING, RESUMED_SAVE
from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.labels import ElidedLabel
from facegen_gui.widgets.wording import capital, progress_sentence


class ProgressLine(QWidget):
    """Counts what was unfinished since the last quiet moment; `finished` gives ready and failed of it.

    Costs per change, never per job in the library.
    """

    cancel_requested = Signal(int)  # task
    finished = Signal(int, int)  # ready, failed

    def __init__(self, store: JobStore, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._unfinished: set[str] = set()
        self._ready: set[str] = set()
        self._failed: set[str] = set()
        self._task: int | None = None
        self._is_rebuilding = False
        self._task_words = ""
        self._sentence = ElidedLabel(Qt.TextElideMode.ElideRight, self)
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(self.fontMetrics().averageCharWidth() * 24)
        self.cancel = QPushButton(icons("close"), self.tr("Cancel"), self)
        self.cancel.setAccessibleName(self.tr("Cancel saving or exporting"))
        self.cancel.clicked.connect(self._on_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.cancel)
        self._reserve_height()
        self.cancel.hide()
        store.jobs_added.connect(self._on_added)
        store.jobs_changed.connect(self._on_changed)
        store.jobs_removed.connect(self._on_removed)
        store.cleared.connect(self._on_cleared)
        store.loaded.connect(self._show)
        store.pause_changed.connect(lambda _: self._show())
        store.task_progress.connect(self._on_task_progress)
        store.save_finished.connect(lambda report: self._end_task(report.task))
        store.task_finished.connect(lambda event: self._end_task(event.task))
        self._show()

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._reserve_height()

    def start_task(self, task: int, words: str) -> None:
        """From now on the line tells of this task: `words` say what it does ("Saving")."""
        self._task, self._task_words = task, words
        self._on_task_progress(task, 0, 0)

    def _reserve_height(self) -> None:
        """As high with bar and button as without: what stands above stays where it is."""
        parts = (self._sentence, self.bar, self.cancel)
        self.setMinimumHeight(max(part.sizeHint().height() for part in parts))

    def _on_task_progress(self, task: int, done: int, total: int) -> None:
        if task == REBUILDING:
            self._on_rebuilding(done, total)
            return
        if task == RESUMED_SAVE and self._task is None:
            self._task = task
            self._task_words = self.tr("Saving what was left when the program was closed")
        if task != self._task:
            return
        self.cancel.show()
        self.bar.show()
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._say(
            self.tr("{task}: {done} of {total}").format(task=self._task_words, done=done, total=total)
            if total
            else self._task_words
        )

    def _on_rebuilding(self, done: int, total: int) -> None:
        """The worker does nothing else meanwhile."""
        self._is_rebuilding = not total or done < total
        if not self._is_rebuilding:
            self._show()
            return
        self.bar.show()
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        words = self.tr("The list of jobs is made anew from the pictures on disk")
        if total:
            words = self.tr("{task}: {done} of {total}").format(task=words, done=done, total=total)
        self._say(words)

    def _end_task(self, task: int) -> None:
        if task == self._task:
            self._task = None
            self.cancel.hide()
            self._show()

    def _on_cleared(self) -> None:
        """A task that was running has ended with the worker it ran in."""
        self._is_rebuilding = False
        if self._task is not None:
            self._end_task(self._task)
        self._show()

    def _on_cancel(self) -> None:
        if self._task is not None:
            self.cancel_requested.emit(self._task)

    def _on_added(self, jobs: list[Job]) -> None:
        self._unfinished.update(job.id for job in jobs if job.is_unfinished)
        self._show()

    def _on_changed(self, changes: list[tuple[Job, Job]]) -> None:
        for _, job in changes:
            if job.is_unfinished:
                self._forget(job.id)
                self._unfinished.add(job.id)
            elif job.id in self._unfinished:
                self._unfinished.discard(job.id)
                (self._ready if job.state is JobState.ready else self._failed).add(job.id)
        self._settle()

    def _on_removed(self, jobs: list[Job]) -> None:
        for job in jobs:
            self._forget(job.id)
            self._unfinished.discard(job.id)
        self._settle()

    def _forget(self, job_id: str) -> None:
        self._ready.discard(job_id)
        self._failed.discard(job_id)

    def _settle(self) -> None:
        if not self._unfinished and (self._ready or self._failed):
            ready, failed = len(self._ready), len(self._failed)
            self._ready.clear()
            self._failed.clear()
            self.finished.emit(ready, failed)
        self._show()

    def _show(self) -> None:
        if self._task is not None or self._is_rebuilding:
            return
        total = len(self._unfinished) + len(self._ready) + len(self._failed)
        self.bar.setVisible(bool(self._unfinished))
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(total - len(self._unfinished))
        if not self._store.is_loaded:
            self._say(self.tr("Opening what was fetched before…"))
        elif not len(self._store):
            self._say("")
        else:
            self._say(capital(progress_sentence(len(self._unfinished), total, self._store.pause)))

    def _say(self, words: str) -> None:
        self._sentence.set_line(words)
        self.bar.setAccessibleDescription(words)
