"""Who is called when, and how often, under a clock that jumps."""

import itertools

import pytest

from facegen_gui.domain.failures import FailureKind
from facegen_gui.domain.job import JobState
from facegen_gui.domain.schedule import FASTEST_ASK
from tests.unit.services.warp import BEING_MADE, World, in_world, ready, refused


def test_a_job_that_is_ready_is_fetched_at_once() -> None:
    async def scene(world: World) -> None:
        world.add("101")
        await world.until(2)

    world = in_world(lambda job_id, key, time: ready(job_id), scene)
    assert world.library.stored["101"].state is JobState.ready
    assert world.service.asks == [(0.0, "101", "good")]


def test_a_job_that_takes_its_time_is_asked_ever_more_slowly() -> None:
    async def scene(world: World) -> None:
        world.add("105")
        await world.until(4 * 3600)

    world = in_world(lambda *_: BEING_MADE, scene)
    times = world.service.times("105")
    gaps = [after - before for before, after in itertools.pairwise(times)]
    assert min(gaps) >= FASTEST_ASK
    assert max(gap for time, gap in zip(times, gaps, strict=False) if time < 280) <= 15.5
    assert 50 <= max(g for t, g in zip(times, gaps, strict=False) if 400 < t < 2500) <= 61
    assert 500 <= gaps[-1] <= 601


def test_after_a_day_a_job_is_overdue_and_can_be_asked_again() -> None:
    async def scene(world: World) -> None:
        world.add("105")
        await world.until(24.5 * 3600)
        assert world.job("105").state is JobState.overdue
        asked = len(world.service.asks)
        await world.until(30 * 3600)
        assert len(world.service.asks) == asked
        world.queue.ask_now(["105"])
        await world.until(30 * 3600 + 5)
        assert world.job("105").state is JobState.being_made

    in_world(lambda *_: BEING_MADE, scene)


def test_ask_now_asks_at_once_but_never_sooner_than_three_seconds() -> None:
    async def scene(world: World) -> None:
        world.add("105")
        await world.until(100)
        world.queue.ask_now(["105"])
        await world.until(100.5)
        for _ in range(50):
            world.queue.ask_now(["105"])
        await world.until(104)

    world = in_world(lambda *_: BEING_MADE, scene)
    times = [time for time in world.service.times("105") if time >= 99.9]
    assert times == [pytest.approx(100.0), pytest.approx(103.0)]


def test_a_batch_goes_lowest_number_first_and_four_at_a_time() -> None:
    ids = [str(number) for number in range(140, 99, -1)]

    async def scene(world: World) -> None:
        world.add(*ids)
        await world.until(60)

    world = in_world(lambda job_id, key, time: ready(job_id), scene)
    assert [job_id for _, job_id, _ in world.service.asks] == sorted(ids)
    assert world.service.most_in_flight == 4


def test_trouble_with_one_job_does_not_stop_the_others() -> None:
    async def scene(world: World) -> None:
        world.add("1", "2", "3")
        await world.until(200)

    def answer(job_id: str, key: str, time: float):
        trouble = job_id == "2" and time < 60
        return refused(FailureKind.service_trouble, status=502) if trouble else ready(job_id)

    world = in_world(answer, scene)
    assert world.pauses == []
    assert world.service.times("1") == [0.0]
    assert 3 < len(world.service.times("2")) < 8
    assert world.job("2").failure is None
    assert all(job.state is JobState.ready for job in world.library.stored.values())


@pytest.mark.parametrize("monotonic_goes_on", [True, False])
def test_after_a_sleep_calls_are_spread(monotonic_goes_on: bool) -> None:
    ids = [str(number) for number in range(200, 400)]

    async def scene(world: World) -> None:
        world.add(*ids)
        await world.until(3000)
        world.loop.sleep(8 * 3600, monotonic_goes_on=monotonic_goes_on)
        woken.append(world.loop.time())
        await world.until(world.loop.time() + 200)

    woken: list[float] = []
    world = in_world(lambda *_: BEING_MADE, scene)
    after = [time - woken[0] for time, _, _ in world.service.asks if time >= woken[0]]
    assert len({job_id for time, job_id, _ in world.service.asks if time >= woken[0]}) == 200
    assert max(sum(start <= time < start + 1 for time in after) for start in range(120)) <= 8


def test_a_removed_job_is_not_asked_any_more() -> None:
    async def scene(world: World) -> None:
        world.add("1", "2")
        await world.until(10)
        world.ledger.remove(["1"], world.loop.now())
        world.queue.drop(["1"])
        await world.until(100)

    world = in_world(lambda *_: BEING_MADE, scene)
    assert max(world.service.times("1")) <= 10
    assert max(world.service.times("2")) > 60


def test_an_error_in_the_program_fails_one_job_and_no_other(caplog: pytest.LogCaptureFixture) -> None:
    async def scene(world: World) -> None:
        world.add("1", "2")
        await world.until(10)

    def answer(job_id: str, key: str, time: float):
        if job_id == "1":
            raise ZeroDivisionError
        return ready(job_id)

    world = in_world(answer, scene)
    failure = world.job("1").failure
    assert failure is not None
    assert failure.kind is FailureKind.internal
    assert world.job("2").state is JobState.ready
    assert "ZeroDivisionError" in caplog.text
