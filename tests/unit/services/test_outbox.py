"""What is told is held by the library first, in few lists, the last value winning."""

import asyncio
import itertools
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.job import Batch, Job, PictureKey
from facegen_gui.services.events import (
    BatchesChanged,
    Event,
    JobsChanged,
    JobsRemoved,
    LibraryLoaded,
    TransferProgress,
)
from facegen_gui.services.outbox import TICK, Outbox
from tests.unit.services.warp import WarpLoop

NOW = datetime(2026, 3, 1, tzinfo=UTC)


class Desk:
    """An outbox with a library that remembers what it was given, and when which list was told."""

    def __init__(self) -> None:
        self.refuse = False
        self.on_store: Callable[[], None] = lambda: None
        self.on_store_of: Callable[[Sequence[Job]], None] = lambda jobs: None
        self.stored: list[Job] = []
        self.lists: list[tuple[float, list[Event]]] = []
        self.failures: list[Failure] = []
        self.outbox = Outbox(self._emit, self._store, self.failures.append)

    def _emit(self, events: list[Event]) -> None:
        self.lists.append((asyncio.get_running_loop().time(), events))

    def _store(self, jobs: Sequence[Job]) -> None:
        if self.refuse:
            raise FaceGenError(Failure(FailureKind.disk_full))
        self.on_store()
        self.on_store_of(jobs)
        self.stored += jobs


def play(scene: Callable[[Desk], Any]) -> Desk:
    async def run() -> Desk:
        desk = Desk()
        await scene(desk)
        return desk

    loop = WarpLoop()
    try:
        return loop.run_until_complete(run())
    finally:
        loop.close()


def job(job_id: str, label: str = "") -> Job:
    return Job(job_id, 1, 1, NOW, label=label)


def test_the_first_is_told_at_once_and_the_rest_once_per_tick() -> None:
    async def scene(desk: Desk) -> None:
        for number in range(1000):
            desk.outbox.put(job("1", str(number)))
            await asyncio.sleep(0.001)

    desk = play(scene)
    times = [time for time, _ in desk.lists]
    assert times[0] == 0.0
    assert len(times) <= 61
    assert all(after - before >= TICK - 1e-9 for before, after in itertools.pairwise(times))


def test_a_slow_disk_is_written_to_less_often() -> None:
    async def scene(desk: Desk) -> None:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, WarpLoop)
        desk.on_store = lambda: loop.warp(0.1)
        for number in range(100):
            desk.outbox.put(job("1", str(number)))
            await asyncio.sleep(0.05)

    desk = play(scene)
    times = [time for time, _ in desk.lists]
    assert all(after - before >= 0.5 - 1e-9 for before, after in itertools.pairwise(times))
    assert desk.stored[-1].label == desk.lists[-1][1][0].jobs[0].label  # type: ignore[union-attr]


def test_news_are_not_held_up_by_what_was_done_to_all_pictures_at_once() -> None:
    """A disk that takes 2 ms for each of 20,000 jobs; a new one comes in the midst of it."""

    async def scene(desk: Desk) -> None:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, WarpLoop)
        desk.on_store_of = lambda jobs: loop.warp(0.002 * len(jobs))
        for number in range(20_000):
            desk.outbox.put(job(str(number), "starred"))
        await asyncio.sleep(5)
        desk.outbox.put(job("news"))
        await asyncio.sleep(1)
        assert job("news") in desk.stored
        assert len(desk.stored) < 20_000
        await asyncio.sleep(200)

    desk = play(scene)
    told = [each for _, events in desk.lists for event in events for each in event.jobs]  # type: ignore[union-attr]
    assert sorted(each.id for each in told) == sorted(each.id for each in desk.stored)
    assert len(told) == 20_001


def test_even_after_a_write_of_many_seconds_the_next_news_come_within_one() -> None:
    async def scene(desk: Desk) -> None:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, WarpLoop)
        desk.on_store = lambda: loop.warp(6.0)
        desk.outbox.put(job("1"))
        await asyncio.sleep(0.1)
        desk.on_store = lambda: None
        desk.outbox.put(job("2"))
        await asyncio.sleep(1)
        assert desk.stored[-1] == job("2")

    play(scene)


def test_the_last_value_of_a_tick_wins_and_is_stored() -> None:
    async def scene(desk: Desk) -> None:
        desk.outbox.put(job("1", "old"))
        desk.outbox.put(job("2"))
        desk.outbox.put(job("1", "new"))
        await asyncio.sleep(1)

    desk = play(scene)
    assert [events for _, events in desk.lists] == [[JobsChanged((job("2"), job("1", "new")))]]
    assert desk.stored == [job("2"), job("1", "new")]


def test_nothing_is_told_that_the_library_refused() -> None:
    async def scene(desk: Desk) -> None:
        desk.refuse = True
        desk.outbox.put(job("1"))
        desk.outbox.tell(LibraryLoaded())
        await asyncio.sleep(1)
        assert [events for _, events in desk.lists] == [[LibraryLoaded()]]
        assert desk.failures == [Failure(FailureKind.disk_full)]
        desk.refuse = False
        assert desk.outbox.flush()

    desk = play(scene)
    assert desk.lists[-1][1] == [JobsChanged((job("1"),))]


def test_a_removed_job_is_not_told_of_any_more() -> None:
    async def scene(desk: Desk) -> None:
        desk.outbox.put(job("1"))
        desk.outbox.removed(["1"])
        await asyncio.sleep(1)

    desk = play(scene)
    assert [events for _, events in desk.lists] == [[JobsRemoved(("1",))]]
    assert desk.stored == []


def test_events_come_in_an_order_that_makes_sense() -> None:
    batch, progress = Batch(1, NOW), TransferProgress(PictureKey("1", 1), 5, 9)

    async def scene(desk: Desk) -> None:
        desk.outbox.tell(TransferProgress(PictureKey("1", 1), 1, 9))
        desk.outbox.tell(progress)
        desk.outbox.tell(LibraryLoaded())
        desk.outbox.show([job("1")])
        desk.outbox.removed(["2"])
        desk.outbox.tell(BatchesChanged((batch,)))
        await asyncio.sleep(1)

    desk = play(scene)
    assert desk.lists[0][1] == [
        BatchesChanged((batch,)),
        JobsRemoved(("2",)),
        JobsChanged((job("1"),)),
        LibraryLoaded(),
        progress,
    ]
