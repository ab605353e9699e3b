"""Waits grow as they should, and the queue gives who is due in the right order."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facegen_gui.domain import schedule
from facegen_gui.domain.job import Job
from facegen_gui.domain.schedule import DueQueue, ask_wait, order_of, trouble_wait, with_jitter

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def job(job_id: str, batch: int = 1, sequence: int = 1) -> Job:
    return Job(job_id, sequence, batch, NOW)


def test_asks_begin_every_three_seconds_and_slow_down_to_fifteen() -> None:
    age, waits = 0.0, []
    while age < 290:
        waits.append(ask_wait(age))
        age += waits[-1]
    assert waits[0] == 3.0
    assert waits == sorted(waits)
    assert waits[-1] == 15.0


def test_asks_become_rare_for_jobs_that_take_longer_than_usual() -> None:
    assert ask_wait(300) == 60.0
    assert ask_wait(1800) == 60.0
    assert ask_wait(2 * 3600) == 600.0


def test_what_the_service_expects_is_only_a_hint() -> None:
    assert ask_wait(0, eta=7.5) == 7.5
    assert ask_wait(0, eta=960.0) == 15.0
    assert ask_wait(0, eta=0.25) == 3.0


def test_trouble_is_met_with_patience() -> None:
    waits = [trouble_wait(tries) for tries in range(1, 60)]
    assert waits[:4] == [3.0, 6.0, 12.0, 24.0]
    assert waits == sorted(waits)
    assert waits[-1] == 600.0
    assert trouble_wait(1, asked_for=45.0) == 45.0


@given(st.floats(0, 90_000), st.floats(0, 1, exclude_max=True))
def test_no_wait_is_ever_shorter_than_three_seconds(age: float, dice: float) -> None:
    assert with_jitter(ask_wait(age), dice) >= 3.0


def test_a_picture_is_tried_eight_more_times_over_about_45_seconds() -> None:
    assert len(schedule.PICTURE_WAITS) == 8
    assert 40 <= sum(schedule.PICTURE_WAITS) <= 50


def test_within_a_batch_the_lowest_number_goes_first_and_other_ids_as_pasted() -> None:
    jobs = [job("zeta", 1, 1), job("120", 1, 2), job("99", 1, 3), job("alpha", 1, 4), job("5", 2, 5)]
    assert [j.id for j in sorted(jobs, key=order_of)] == ["99", "120", "zeta", "alpha", "5"]


def test_links_run_out_a_day_after_they_were_first_seen() -> None:
    fresh = Job("1", 1, 1, NOW, first_ready_at=NOW)
    assert not schedule.runs_out_soon(fresh, NOW + timedelta(hours=1))
    assert schedule.runs_out_soon(fresh, NOW + timedelta(hours=21))
    assert not schedule.has_run_out(fresh, NOW + timedelta(hours=21))
    assert schedule.has_run_out(fresh, NOW + timedelta(hours=24))
    assert not schedule.runs_out_soon(job("2"), NOW + timedelta(days=9))


@pytest.mark.parametrize(
    ("monotonic", "wall", "expected", "jumped"),
    [
        (10.0, 10.0, 10.0, False),
        (10.0, 3610.0, 10.0, True),  # a sleep during which the monotonic clock stood still, or a clock set on
        (3610.0, 3610.0, 10.0, True),  # a sleep during which it went on
        (10.0, -3590.0, 10.0, False),  # a clock set back
        (0.1, 0.1, 10.0, False),  # woken early
    ],
)
def test_a_sleep_is_noticed(monotonic: float, wall: float, expected: float, jumped: bool) -> None:
    assert schedule.jumped(monotonic, wall, expected) is jumped


class TestDueQueue:
    def test_the_nearest_due_goes_first_and_nobody_goes_early(self) -> None:
        queue: DueQueue[str] = DueQueue()
        queue.put("b", 2.0, (1, 0, 1))
        queue.put("a", 1.0, (1, 0, 2))
        assert queue.pop(0.5) is None
        assert queue.next_due(0.5) == 1.0
        assert [queue.pop(5.0), queue.pop(5.0), queue.pop(5.0)] == ["a", "b", None]
        assert queue.next_due(5.0) is None

    def test_urgent_ones_go_before_those_that_are_due_longer(self) -> None:
        queue: DueQueue[str] = DueQueue()
        queue.put("long due", 1.0, (1, 0, 1))
        queue.put("urgent", 2.0, (1, 0, 2), urgent=True)
        assert queue.pop(1.5) == "long due"
        queue.put("long due", 1.0, (1, 0, 1))
        assert queue.pop(3.0) == "urgent"

    def test_equally_due_ones_go_in_their_order(self) -> None:
        queue: DueQueue[str] = DueQueue()
        for number in (3, 1, 2):
            queue.put(str(number), 1.0, (1, 0, number))
        assert [queue.pop(1.0) for _ in range(3)] == ["1", "2", "3"]

    def test_a_key_that_is_put_again_is_moved(self) -> None:
        queue: DueQueue[str] = DueQueue()
        queue.put("a", 1.0, (1, 0, 1))
        assert queue.next_due(2.0) == 2.0
        queue.put("a", 9.0, (1, 0, 1))
        assert len(queue) == 1
        assert queue.pop(5.0) is None
        assert queue.next_due(5.0) == 9.0
        queue.discard("a")
        assert queue.pop(99.0) is None

    def test_spreading_puts_nobody_later_and_nobody_together(self) -> None:
        queue: DueQueue[str] = DueQueue()
        for number in range(10):
            queue.put(str(number), -5.0, (1, 0, number))
        queue.put("soon", 100.1, (1, 0, 50))
        queue.spread(100.0, 0.5)
        dues = [due for key in queue.in_order() if (due := queue.due(key)) is not None]
        assert queue.due("soon") == 100.1
        assert max(dues) == 104.5
        assert len(set(dues)) == len(dues)

    @given(st.lists(st.tuples(st.sampled_from("abcdef"), st.floats(0, 100), st.booleans())))
    def test_everything_put_comes_out_exactly_once(self, puts: list[tuple[str, float, bool]]) -> None:
        queue: DueQueue[str] = DueQueue()
        for key, due, urgent in puts:
            queue.put(key, due, (1, 0, ord(key)), urgent)
        out = []
        while (key := queue.pop(100.0)) is not None:
            out.append(key)
        assert sorted(out) == sorted({key for key, _, _ in puts})
