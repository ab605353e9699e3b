"""A day of 500 jobs in some seconds: slow ones, a rate limit, an outage and a sleep. Prints its figures."""

import itertools
import random
import statistics

import pytest

from facegen_gui.api.replies import Reply
from facegen_gui.domain.failures import FailureKind
from facegen_gui.domain.job import JobState
from facegen_gui.domain.schedule import FASTEST_ASK
from tests.unit.services.warp import BEING_MADE, World, in_world, ready, refused

HOUR = 3600.0
JOBS = 500
OUTAGE = (2 * HOUR, 3 * HOUR)
SLEEP_AT, SLEEP = 5 * HOUR, 4 * HOUR
LIMITS = (600.0, 5_400.0, 40_000.0)


def test_a_day_with_500_jobs(capsys: pytest.CaptureFixture[str]) -> None:
    dice = random.Random(7)
    # Most take minutes, some take hours, one in twenty never ends.
    ready_at = {
        str(1000 + number): float("inf") if number % 20 == 0 else 10 ** dice.uniform(0.5, 4.4)
        for number in range(JOBS)
    }
    limited_until = [0.0]

    def answer(job_id: str, key: str, time: float) -> Reply:
        if OUTAGE[0] < time < OUTAGE[1]:
            return refused(FailureKind.offline)
        if any(limit < time < limit + 1 for limit in LIMITS):
            limited_until[0] = time + 30
        if time < limited_until[0]:
            return refused(FailureKind.rate_limited, retry_after=limited_until[0] - time)
        return ready(job_id) if time >= ready_at[job_id] else BEING_MADE

    async def scene(world: World) -> None:
        world.add(*ready_at)
        await world.until(SLEEP_AT)
        world.loop.sleep(SLEEP, monotonic_goes_on=False)
        await world.until(25 * HOUR)

    world = in_world(answer, scene)
    jobs = world.library.stored
    asked = {job_id: world.service.times(job_id) for job_id in jobs}
    gaps = [after - before for times in asked.values() for before, after in itertools.pairwise(times)]
    per_job = [len(times) for times in asked.values()]
    seconds = [int(time) for time, _, _ in world.service.asks]
    busiest = max(len(list(group)) for _, group in itertools.groupby(sorted(seconds)))
    with capsys.disabled():
        print(
            f"\n  {len(world.service.asks)} requests for {JOBS} jobs in a day: per job median "
            f"{statistics.median(per_job):.0f}, most {max(per_job)}; gaps from {min(gaps):.1f} s to "
            f"{max(gaps):.0f} s; busiest second {busiest}; most in flight {world.service.most_in_flight}"
        )

    for job_id, job in jobs.items():
        wanted = JobState.overdue if ready_at[job_id] == float("inf") else JobState.ready
        assert job.state is wanted
    assert min(gaps) >= FASTEST_ASK
    assert max(gaps) <= (OUTAGE[1] - OUTAGE[0]) + 700
    assert world.service.most_in_flight <= 4
    assert max(per_job) <= 300
    assert world.pauses[-1] is None
    assert set(world.pauses) == {FailureKind.offline, FailureKind.rate_limited, None}
