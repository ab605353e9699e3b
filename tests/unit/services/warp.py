"""A day in a second: a loop whose clock jumps to the next timer; a service and a library without wires."""

import asyncio
import selectors
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from facegen_gui.api.replies import BeingMade, PictureLink, Ready, Refused, Reply
from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.job import Batch, Job, NewJob, Picture, PictureKey
from facegen_gui.services.events import Event, KeyWanted, PauseChanged
from facegen_gui.services.fetch_job import FetchJob
from facegen_gui.services.fetch_queue import FetchQueue
from facegen_gui.services.gate import Gate
from facegen_gui.services.ledger import Ledger
from facegen_gui.storage.library import Added

START = datetime(2026, 3, 1, 8, tzinfo=UTC)


class WarpSelector(selectors.DefaultSelector):
    """Never waits: time that would be waited for has passed already."""

    loop: "WarpLoop"

    def select(self, timeout: float | None = None) -> list[Any]:
        found = super().select(0)
        if not found and timeout:
            self.loop.warp(timeout)
        return found


class WarpLoop(asyncio.SelectorEventLoop):
    """`time()` begins at 0. A sleep moves one clock or both without anybody noticing."""

    def __init__(self) -> None:
        self._seconds = 0.0
        self._slept = 0.0
        selector = WarpSelector()
        selector.loop = self
        super().__init__(selector)

    def time(self) -> float:
        return self._seconds

    def now(self) -> datetime:
        return START + timedelta(seconds=self._seconds + self._slept)

    def warp(self, seconds: float) -> None:
        self._seconds += seconds

    def sleep(self, seconds: float, *, monotonic_goes_on: bool) -> None:
        """The machine sleeps; on some systems its monotonic clock goes on, on others it stands still."""
        if monotonic_goes_on:
            self._seconds += seconds
        else:
            self._slept += seconds


class MemoryLibrary:
    """What the ledger needs of a library, kept nowhere. `refuse` is raised while it is set."""

    set_aside = None

    def __init__(self) -> None:
        self.stored: dict[str, Job] = {}
        self.remembered: tuple[Job, ...] = ()  # from an earlier run
        self.refuse: Failure | None = None
        self._batches = 0

    def batches(self) -> tuple[Batch, ...]:
        return ()

    def jobs(self, chunk: int = 500) -> Iterator[tuple[Job, ...]]:
        yield self.remembered

    def add(self, entries: Sequence[NewJob], now: datetime, batch_name: str = "") -> Added:
        self._batches += 1
        known = [entry.id for entry in entries if entry.id in self.stored]
        jobs = tuple(
            Job(entry.id, len(self.stored) + place, self._batches, now, label=entry.label)
            for place, entry in enumerate(entries)
            if entry.id not in self.stored
        )
        self.put(jobs)
        return Added(Batch(self._batches, now, batch_name), jobs, tuple(known))

    def put(self, jobs: Iterable[Job]) -> None:
        if self.refuse is not None:
            raise FaceGenError(self.refuse)
        self.stored.update((job.id, job) for job in jobs)

    def remove(self, ids: Iterable[str], now: datetime) -> None:
        """They stay stored, out of sight."""

    def close(self) -> None:
        """Nothing is open."""


Answer = Callable[[str, str, float], Reply]  # job id, key, time


class WarpService:
    """Answers after `latency` seconds as `answer` says; remembers every ask."""

    def __init__(self, answer: Answer, latency: float = 0.2) -> None:
        self.answer = answer
        self._latency = latency
        self.asks: list[tuple[float, str, str]] = []  # time, job id, key
        self.in_flight = 0
        self.most_in_flight = 0

    async def fetch(self, job_id: str, key: str) -> Reply:
        loop = asyncio.get_running_loop()
        self.asks.append((loop.time(), job_id, key))
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            await asyncio.sleep(self._latency)
        finally:
            self.in_flight -= 1
        return self.answer(job_id, key, loop.time())

    def times(self, job_id: str) -> list[float]:
        return [time for time, asked, _ in self.asks if asked == job_id]


class WarpPictures:
    """Pictures that arrive after `latency` seconds, unless `failure` says otherwise."""

    def __init__(self, latency: float = 0.5) -> None:
        self._latency = latency
        self.failure: Callable[[PictureKey, str, float], Failure | None] = lambda key, link, time: None
        self.tries: list[tuple[float, PictureKey, str]] = []

    async def fetch(self, key: PictureKey, link: str, progress: Callable[[int, int], None]) -> Picture:
        time = asyncio.get_running_loop().time()
        self.tries.append((time, key, link))
        await asyncio.sleep(self._latency)
        failure = self.failure(key, link, time)
        if failure is not None:
            raise FaceGenError(failure)
        return Picture(key, file=f"pictures/{key.job_id}_{key.number}.png", sha256="0", bytes=1, width=1)


class WarpKeys:
    """The key as the queue sees it; each change of mind is the test's."""

    def __init__(self, current: str | None = "good") -> None:
        self.current = current
        self.failure: Failure | None = None
        self.is_known = True
        self.is_rejected = False
        self.is_unverified = False
        self.accepted_keys: list[str] = []

    def accepted(self, key: str) -> None:
        self.accepted_keys.append(key)

    def rejected(self, key: str) -> None:
        self.is_rejected = True


class World:
    """The worker's queue with everything it stands on, in a warped loop."""

    def __init__(self, answer: Answer, concurrency: int = 4) -> None:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, WarpLoop)
        self.loop = loop
        self.events: list[Event] = []
        self.library = MemoryLibrary()
        self.service = WarpService(answer)
        self.pictures = WarpPictures()
        self.keys: Any = WarpKeys()
        library: Any = self.library
        self.ledger = Ledger(lambda: library, self.events.extend, lambda f: self.queue.close_gate(f))
        self.gate = Gate(self.ledger.outbox.tell, self.loop.now)
        fetch = FetchJob(self.ledger, self.service, self.pictures, self.loop.now, lambda job, picture: None)
        self.queue = FetchQueue(self.ledger, fetch, self.gate, self.keys, concurrency, self.loop.now)
        self._running = loop.create_task(self.queue.run())

    def add(self, *job_ids: str) -> None:
        added = self.ledger.add([NewJob(job_id) for job_id in job_ids], self.loop.now(), "")
        self.queue.enqueue(added.jobs)

    def job(self, job_id: str) -> Job:
        job = self.ledger.get(job_id)
        assert job is not None
        return job

    async def until(self, seconds: float) -> None:
        """Let time pass up to `seconds` after the beginning."""
        await asyncio.sleep(max(0.0, seconds - self.loop.time()))

    @property
    def pauses(self) -> list[FailureKind | None]:
        return [e.failure.kind if e.failure else None for e in self.events if isinstance(e, PauseChanged)]

    @property
    def keys_wanted(self) -> list[bool]:
        return [event.rejected for event in self.events if isinstance(event, KeyWanted)]

    async def stop(self) -> None:
        self._running.cancel()
        await self.queue.stop()
        self.ledger.outbox.flush()


def in_world(answer: Answer, scene: Callable[[World], Any], concurrency: int = 4) -> World:
    """Play `scene` in a fresh world and return it, stopped."""

    async def play() -> World:
        world = World(answer, concurrency)
        try:
            await scene(world)
        finally:
            await world.stop()
        return world

    loop = WarpLoop()
    try:
        return loop.run_until_complete(play())
    finally:
        loop.close()


def ready(job_id: str, *mirrors: str) -> Reply:
    return Ready((PictureLink(f"https://pictures.example/{job_id}.png", mirrors),))


def refused(kind: FailureKind, **facts: Any) -> Reply:
    return Refused(replace(Failure(kind), **facts))


BEING_MADE = BeingMade()
