"""Collects what is to be remembered and told, and does both at most once per tick: library, then window.

Nothing is told that the library does not hold: if it refuses, the jobs concerned wait here.
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence

from facegen_gui.domain.failures import FaceGenError, Failure
from facegen_gui.domain.job import Job, PictureKey
from facegen_gui.services.events import (
    BatchesChanged,
    Event,
    JobsChanged,
    JobsRemoved,
    TaskProgress,
    TransferProgress,
)
from facegen_gui.services.journal import note_event

TICK = 1 / 60
# A library on a slow disk is written to less often: the loop waits for it a fifth of the time at most.
REST = 4


class Outbox:
    """Belongs to the worker's loop. The last value of a job wins within a tick."""

    def __init__(
        self,
        emit: Callable[[list[Event]], None],
        store: Callable[[Sequence[Job]], None],
        store_failed: Callable[[Failure], None],
    ) -> None:
        """`store` raises FaceGenError; `store_failed` hears of it once per flush."""
        self._emit = emit
        self._store = store
        self._store_failed = store_failed
        self._unstored: dict[str, Job] = {}
        self._untold: dict[str, Job] = {}
        self._events: list[Event] = []
        self._progress: dict[PictureKey | int, Event] = {}
        self._next_at = 0.0  # the loop's time of the next flush, if there is anything by then
        self._timer: asyncio.TimerHandle | None = None

    def put(self, job: Job) -> None:
        """To be remembered and told."""
        self._unstored[job.id] = job
        self._plan()

    def show(self, jobs: Iterable[Job]) -> None:
        """To be told; the library knows it already."""
        self._untold.update((job.id, job) for job in jobs)
        self._plan()

    def tell(self, event: Event) -> None:
        match event:
            case TransferProgress(key=key):
                self._progress[key] = event
            case TaskProgress(task=task):
                self._progress[task] = event
            case _:
                note_event(event)
                self._events.append(event)
        self._plan()

    def removed(self, job_ids: Sequence[str]) -> None:
        """Tell that these are gone, and nothing older of them."""
        self._drop(self._unstored, job_ids)
        self._drop(self._untold, job_ids)
        self.tell(JobsRemoved(tuple(job_ids)))

    def flush(self) -> bool:
        """Store and tell everything now; False when the library refused."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        loop = asyncio.get_running_loop()
        started = loop.time()
        failure = self._store_all()
        self._next_at = max(started + TICK, loop.time() + REST * (loop.time() - started))
        if self._untold:
            self._events.append(JobsChanged(tuple(self._untold.values())))
            self._untold = {}
        events = sorted(self._events, key=_place) + list(self._progress.values())
        self._events, self._progress = [], {}
        if events:
            self._emit(events)
        if failure is not None:
            self._store_failed(failure)
        return failure is None

    def _store_all(self) -> Failure | None:
        if not self._unstored:
            return None
        try:
            self._store(tuple(self._unstored.values()))
        except FaceGenError as error:
            return error.failure
        self._untold.update(self._unstored)
        self._unstored = {}
        return None

    def _plan(self) -> None:
        if self._timer is None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_at(max(loop.time(), self._next_at), self._on_tick)

    def _on_tick(self) -> None:
        self._timer = None
        self.flush()

    @staticmethod
    def _drop(jobs: dict[str, Job], job_ids: Sequence[str]) -> None:
        for job_id in job_ids:
            jobs.pop(job_id, None)


def _place(event: Event) -> int:
    """A batch is known before its jobs, a removal before a return, jobs before what refers to them."""
    match event:
        case BatchesChanged():
            return 0
        case JobsRemoved():
            return 1
        case JobsChanged():
            return 2
        case _:
            return 3
