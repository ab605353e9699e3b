"""Collects what is to be remembered and told, and does both at most once per tick: library, then window.

Nothing is told that the library does not hold: if it refuses, the jobs concerned wait here.
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

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
REST_MOST = 0.5  # seconds
# What takes longer to write is written in portions, the newest first: news are not to wait for what a person
# did to 100,000 pictures at once. In seconds, and in jobs.
PORTION_TIME = 0.15
PORTION_LEAST, PORTION_MOST = 100, 5000


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
        self._portion = 1000
        self._next_at = 0.0  # the loop's time of the next flush, if there is anything by then
        self._timer: asyncio.TimerHandle | None = None

    def put(self, job: Job) -> None:
        """To be remembered and told."""
        self._unstored.pop(job.id, None)  # the newest stand last
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
        return self._flush(len(self._unstored))

    def _flush(self, most: int) -> bool:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        loop = asyncio.get_running_loop()
        started = loop.time()
        failure = self._store_newest(most)
        took = loop.time() - started
        # While a backlog waits, the loop is left half of its time.
        rest = took if self._unstored and failure is None else REST * took
        self._next_at = max(started + TICK, loop.time() + min(rest, REST_MOST))
        if self._unstored:
            self._adapt(took)
        if self._untold:
            self._events.append(JobsChanged(tuple(self._untold.values())))
            self._untold = {}
        events = sorted(self._events, key=_place) + list(self._progress.values())
        self._events, self._progress = [], {}
        if events:
            self._emit(events)
        if failure is not None:
            self._store_failed(failure)
        elif self._unstored:
            self._plan()
        return failure is None

    def _store_newest(self, most: int) -> Failure | None:
        if not self._unstored:
            return None
        newest = tuple(islice(reversed(self._unstored.values()), most))[::-1]
        try:
            self._store(newest)
        except FaceGenError as error:
            return error.failure
        for job in newest:
            self._untold[job.id] = self._unstored.pop(job.id)
        return None

    def _adapt(self, took: float) -> None:
        """The next portion, after one of the present size took so many seconds."""
        if took > PORTION_TIME:
            self._portion = max(PORTION_LEAST, self._portion // 2)
        elif took < PORTION_TIME / 2:
            self._portion = min(PORTION_MOST, self._portion * 2)

    def _plan(self) -> None:
        if self._timer is None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_at(max(loop.time(), self._next_at), self._on_tick)

    def _on_tick(self) -> None:
        self._timer = None
        self._flush(self._portion)

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
