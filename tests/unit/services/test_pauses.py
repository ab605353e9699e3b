"""What concerns everything stops the queue once, and the queue finds its own way back where it can."""

import pytest

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import JobState
from tests.unit.services.warp import World, in_world, ready, refused


class TestRateLimit:
    def test_one_pause_for_all_then_one_probe(self) -> None:
        async def scene(world: World) -> None:
            world.add(*(str(number) for number in range(200, 220)))
            await world.until(100)

        def answer(job_id: str, key: str, time: float):
            return refused(FailureKind.rate_limited, retry_after=20.0) if time < 40 else ready(job_id)

        world = in_world(answer, scene)
        times = [time for time, _, _ in world.service.asks]
        assert times[:4] == [0.0] * 4
        assert sum(0.0 < time < 40.0 for time in times) == 1
        assert world.pauses[-1] is None
        assert set(world.pauses) == {FailureKind.rate_limited, None}
        assert all(job.state is JobState.ready for job in world.library.stored.values())


class TestKey:
    def test_a_rejected_key_is_asked_for_once_and_all_go_on_with_a_good_one(self) -> None:
        async def scene(world: World) -> None:
            world.add(*(str(number) for number in range(200, 300)))
            await world.until(50)
            assert world.keys_wanted == [True]
            assert all(job.state is JobState.waiting for job in world.library.stored.values())
            assert len(world.service.asks) == 4
            world.keys.current, world.keys.is_rejected = "new", False
            world.queue.key_changed()
            await world.until(90)

        def answer(job_id: str, key: str, time: float):
            return ready(job_id) if key == "new" else refused(FailureKind.key_rejected)

        world = in_world(answer, scene)
        assert all(job.state is JobState.ready for job in world.library.stored.values())
        assert world.pauses == [FailureKind.key_rejected, None]
        assert "new" in world.keys.accepted_keys

    def test_without_a_key_nothing_is_sent_and_it_is_asked_for_once(self) -> None:
        async def scene(world: World) -> None:
            world.keys.current = None
            world.add("1", "2", "3")
            await world.until(50)

        world = in_world(lambda job_id, key, time: ready(job_id), scene)
        assert world.service.asks == []
        assert world.keys_wanted == [False]
        assert world.pauses == [FailureKind.key_missing]

    def test_a_keyring_that_has_not_answered_yet_is_waited_for(self) -> None:
        async def scene(world: World) -> None:
            world.keys.current, world.keys.is_known = None, False
            world.add("1")
            await world.until(50)
            assert world.pauses == []
            world.keys.current, world.keys.is_known = "good", True
            world.queue.key_changed()
            await world.until(60)

        world = in_world(lambda job_id, key, time: ready(job_id), scene)
        assert world.job("1").state is JobState.ready
        assert world.keys_wanted == []

    def test_a_locked_keyring_is_told_as_such(self) -> None:
        async def scene(world: World) -> None:
            world.keys.current, world.keys.failure = None, Failure(FailureKind.keyring_locked)
            world.add("1")
            await world.until(50)

        world = in_world(lambda job_id, key, time: ready(job_id), scene)
        assert world.pauses == [FailureKind.keyring_locked]
        assert world.keys_wanted == []

    def test_an_answer_to_a_key_that_was_replaced_meanwhile_does_not_count(self) -> None:
        async def scene(world: World) -> None:
            world.add("1")
            await world.until(0.1)
            world.keys.current = "new"
            world.queue.key_changed()
            await world.until(20)

        def answer(job_id: str, key: str, time: float):
            return ready(job_id) if key == "new" else refused(FailureKind.key_rejected)

        world = in_world(answer, scene)
        assert world.keys_wanted == []
        assert world.job("1").state is JobState.ready


def test_no_credit_waits_for_somebody_who_says_try_again() -> None:
    async def scene(world: World) -> None:
        world.add("1", "2", "3", "4", "5", "6")
        await world.until(3600)
        assert len(world.service.asks) == 4
        world.queue.try_again()
        await world.until(3700)
        assert len(world.service.asks) == 5
        world.service.answer = lambda job_id, key, time: ready(job_id)
        world.queue.try_again()
        await world.until(3800)

    world = in_world(lambda *_: refused(FailureKind.no_credit), scene)
    assert world.pauses == [FailureKind.no_credit, None]
    assert all(job.state is JobState.ready for job in world.library.stored.values())


@pytest.mark.parametrize(
    "kind", [FailureKind.offline, FailureKind.name_not_found, FailureKind.connection_refused]
)
def test_an_outage_is_noticed_to_be_over_within_five_seconds(kind: FailureKind) -> None:
    async def scene(world: World) -> None:
        world.add(*(str(number) for number in range(200, 300)))
        await world.until(700)

    def answer(job_id: str, key: str, time: float):
        return refused(kind) if 2 < time < 600 else ready(job_id)

    world = in_world(answer, scene)
    assert world.pauses == [kind, None]
    back = [time for time, _, _ in world.service.asks if time > 600]
    assert back[0] < 605
    assert 100 < sum(2 < time < 600 for time, _, _ in world.service.asks) < 200
    assert all(job.state is JobState.ready for job in world.library.stored.values())


def test_a_network_that_is_told_to_be_back_is_tried_at_once() -> None:
    async def scene(world: World) -> None:
        world.add("1")
        await world.until(101.5)
        before = len(world.service.asks)
        world.service.answer = lambda job_id, key, time: ready(job_id)
        world.queue.network_returned()
        await world.until(105)
        assert world.service.asks[before][0] <= 104.0

    world = in_world(lambda *_: refused(FailureKind.offline), scene)
    assert world.job("1").state is JobState.ready


def test_a_service_that_never_answers_pauses_the_queue_and_is_probed() -> None:
    async def scene(world: World) -> None:
        world.add(*(str(number) for number in range(200, 210)))
        await world.until(60)

    def answer(job_id: str, key: str, time: float):
        return refused(FailureKind.timed_out) if time < 30 else ready(job_id)

    world = in_world(answer, scene)
    assert world.pauses == [FailureKind.timed_out, None]
    assert all(job.state is JobState.ready for job in world.library.stored.values())


@pytest.mark.parametrize("kind", [FailureKind.rate_limited, FailureKind.key_rejected, FailureKind.no_credit])
def test_a_pause_outlives_the_removal_of_the_job_that_was_asked_whether_it_is_over(kind: FailureKind) -> None:
    async def scene(world: World) -> None:
        world.add("1", "2")
        await world.until(10)
        world.service.answer = lambda job_id, key, time: ready(job_id)
        world.queue.try_again()
        await world.until(10.1)
        (_, probe, _) = world.service.asks[-1]
        world.ledger.remove([probe], world.loop.now())
        world.queue.drop([probe])
        await world.until(60)
        (left,) = {"1", "2"} - {probe}
        assert world.job(left).state is JobState.ready

    world = in_world(
        lambda *_: refused(kind, retry_after=5.0 if kind is FailureKind.rate_limited else 0.0), scene, 1
    )
    assert (set(world.pauses), world.pauses[-1]) == ({kind, None}, None)
