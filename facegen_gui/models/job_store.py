"""The truth as the window sees it: the jobs and batches the worker told of, in the GUI thread.

Values are replaced, never changed. What is not about jobs goes on as a signal of its own.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

from PySide6.QtCore import QObject, Signal

from facegen_gui.domain.failures import Pause
from facegen_gui.domain.job import Batch, Job, Picture, PictureKey
from facegen_gui.services import events as e


class JobStore(QObject):
    jobs_added = Signal(object)  # list[Job]
    jobs_changed = Signal(object)  # list[tuple[Job, Job]], old and new
    jobs_removed = Signal(object)  # list[Job]
    cleared = Signal()  # after the removal of all jobs: another library will be told
    batches_changed = Signal(object)  # list[Batch]
    loaded = Signal()
    library_set_aside = Signal(str)
    already_here = Signal(object)  # tuple[str, ...]
    not_taken = Signal(object)  # NotTaken
    pause_changed = Signal(object)  # PauseChanged
    key_changed = Signal(object)  # KeyStatus
    key_wanted = Signal(bool)  # whether the service rejected the one there is
    transfer_progress = Signal(object, object, object)  # PictureKey, bytes received, bytes in all or 0
    task_progress = Signal(int, int, int)
    task_finished = Signal(object)  # TaskFinished
    save_finished = Signal(object)  # SaveReport
    save_undone = Signal(object)  # SaveUndone
    trouble_found = Signal(object)  # Failure
    trouble_ended = Signal(object)  # FailureKind
    check_step_done = Signal(object)  # CheckStep
    check_up_finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: dict[str, Job] = {}
        self._batches: dict[int, Batch] = {}
        self._transfers: dict[PictureKey, tuple[int, int]] = {}
        self._is_loaded = False
        self._pause: Pause | None = None

    def __len__(self) -> int:
        return len(self._jobs)

    def __iter__(self) -> Iterator[Job]:
        return iter(self._jobs.values())

    @property
    def is_loaded(self) -> bool:
        """Whether all that was remembered has been told."""
        return self._is_loaded

    @property
    def pause(self) -> Pause | None:
        """Why nothing is asked at present; None while the queue goes on."""
        return self._pause

    def job(self, job_id: str) -> Job | None:
        return self._jobs.get(job_id)

    def picture(self, key: PictureKey) -> Picture | None:
        job = self._jobs.get(key.job_id)
        if job is None:
            return None
        return next((picture for picture in job.pictures if picture.key == key), None)

    def knows(self, job_id: str) -> bool:
        return job_id in self._jobs

    def ids(self) -> list[str]:
        """All job IDs in the order they became known; cheap."""
        return list(self._jobs)

    def jobs(self) -> tuple[Job, ...]:
        return tuple(self._jobs.values())

    def batch(self, batch_id: int) -> Batch | None:
        return self._batches.get(batch_id)

    def batches(self) -> tuple[Batch, ...]:
        return tuple(self._batches.values())

    def transfer(self, key: PictureKey) -> tuple[int, int] | None:
        """Bytes received and bytes in all (0: unknown) of a transfer that is under way."""
        return self._transfers.get(key)

    def clear(self) -> None:
        """Nothing is known any more, and nothing waits: what follows is told by another worker."""
        self._remove(tuple(self._jobs))
        self._batches.clear()
        self._transfers.clear()
        self._is_loaded = False
        self._tell_pause(e.PauseChanged())
        self.cleared.emit()

    def apply(self, events: Iterable[e.Event]) -> None:
        """Takes in one tick's events; changes of jobs are told together, before what follows them."""
        pending: dict[str, tuple[Job | None, Job]] = {}
        for event in events:
            match event:
                case e.JobsChanged(jobs):
                    self._replace(jobs, pending)
                    continue
                case e.TransferProgress(key, received, total):
                    self._transfers[key] = (received, total)
                    self.transfer_progress.emit(key, received, total)
                    continue
                case _:
                    self._tell(pending)
            match event:
                case e.JobsRemoved(job_ids):
                    self._remove(job_ids)
                case e.BatchesChanged(batches):
                    self._batches.update({batch.id: batch for batch in batches})
                    self.batches_changed.emit(list(batches))
                case e.AlreadyHere(job_ids):
                    self.already_here.emit(job_ids)
                case e.NotTaken():
                    self.not_taken.emit(event)
                case e.LibraryLoaded(set_aside):
                    self._is_loaded = True
                    self.loaded.emit()
                    if set_aside:
                        self.library_set_aside.emit(set_aside)
                case e.PauseChanged():
                    self._tell_pause(event)
                case e.KeyChanged(status):
                    self.key_changed.emit(status)
                case e.KeyWanted(rejected):
                    self.key_wanted.emit(rejected)
                case e.TaskProgress(task, done, total):
                    self.task_progress.emit(task, done, total)
                case e.SaveFinished(report):
                    self.save_finished.emit(report)
                case e.SaveUndone():
                    self.save_undone.emit(event)
                case e.TaskFinished():
                    self.task_finished.emit(event)
                case e.TroubleFound(failure):
                    self.trouble_found.emit(failure)
                case e.TroubleEnded(kind):
                    self.trouble_ended.emit(kind)
                case e.CheckStepDone(step):
                    self.check_step_done.emit(step)
                case e.CheckUpFinished():
                    self.check_up_finished.emit()
                case _:
                    assert_never(event)
        self._tell(pending)

    def _replace(self, jobs: tuple[Job, ...], pending: dict[str, tuple[Job | None, Job]]) -> None:
        for job in jobs:
            known = pending.get(job.id)
            old = self._jobs.get(job.id) if known is None else known[0]
            pending[job.id] = (old, job)
            self._jobs[job.id] = job
            if self._transfers:
                for picture in job.pictures:
                    if picture.file:
                        self._transfers.pop(picture.key, None)

    def _tell_pause(self, event: e.PauseChanged) -> None:
        self._pause = None if event.failure is None else Pause(event.failure, event.until)
        self.pause_changed.emit(event)

    def _remove(self, job_ids: tuple[str, ...]) -> None:
        gone = [job for job in (self._jobs.pop(job_id, None) for job_id in job_ids) if job is not None]
        for job in gone:
            for picture in job.pictures:
                self._transfers.pop(picture.key, None)
        if gone:
            self.jobs_removed.emit(gone)

    def _tell(self, pending: dict[str, tuple[Job | None, Job]]) -> None:
        if not pending:
            return
        added = [new for old, new in pending.values() if old is None]
        changed = [(old, new) for old, new in pending.values() if old is not None]
        pending.clear()
        if added:
            self.jobs_added.emit(added)
        if changed:
            self.jobs_changed.emit(changed)
