import random
import time

from facegen_gui.models.slices import Backlog, Slices, drop_in_steps, sort_in_steps


def finished(steps):
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def test_sorting_in_steps_gives_what_sorting_gives():
    chance = random.Random(1)
    for count in (0, 1, 799, 801, 20_000):
        items = [(chance.randrange(count + 1), i) for i in range(count)]
        assert finished(sort_in_steps(items)) == sorted(items)
    assert finished(sort_in_steps([5] * 3000)) == [5] * 3000


def test_a_later_work_replaces_the_one_that_runs(qtbot):
    slices, results = Slices(), []

    def work(name, seconds):
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            yield
        return name

    slices.start(work("first", 0.2), results.append)
    assert slices.is_running
    slices.start(work("second", 0.03), results.append)
    qtbot.waitUntil(lambda: not slices.is_running)
    assert results == ["second"]


def test_short_work_is_done_at_once(qapp):
    slices, results = Slices(), []
    slices.start((x for x in ()), results.append)
    assert results == [None]


def test_a_backlog_works_on_every_id_once_and_lets_the_window_live(qtbot):
    done = []

    def work(ids):
        time.sleep(0.002)
        done.extend(ids)

    backlog = Backlog(work)
    ids = [str(i) for i in range(2000)]
    backlog.add(ids)
    backlog.add(ids[-5:])
    assert 0 < len(done) < 2000
    qtbot.waitUntil(lambda: backlog.is_empty)
    assert done == ids


def test_what_is_dropped_in_steps_is_empty_in_the_end():
    rows, index = list(range(5000)), dict.fromkeys(range(5000))
    finished(drop_in_steps(rows, index))
    assert (rows, index) == ([], {})
