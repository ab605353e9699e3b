from dataclasses import replace

import pytest

from facegen_gui.domain.job import Choice, PictureKey
from facegen_gui.models.choices import Choices
from facegen_gui.services.events import JobsChanged, JobsRemoved
from tests.unit.models.samples import ready

A, B = PictureKey("12000001", 1), PictureKey("12000002", 1)


@pytest.fixture
def choices(store):
    """Choices whose requests are carried out at once, as the worker would."""
    store.apply([JobsChanged((ready(1), ready(2)))])
    choices = Choices(store, lambda act, count: f"{act.value} {count}")

    def mark(marks):
        for key, starred, choice in marks:
            job = store.job(key.job_id)
            pictures = tuple(
                replace(p, starred=starred, choice=choice) if p.key == key else p for p in job.pictures
            )
            store.apply([JobsChanged((replace(job, pictures=pictures),))])

    choices.marks_requested.connect(mark)
    choices.removal_requested.connect(lambda ids: store.apply([JobsRemoved(tuple(ids))]))
    choices.restore_requested.connect(
        lambda ids: store.apply([JobsChanged(tuple(ready(int(i[-2:])) for i in ids))])
    )
    return choices


def state(store):
    return [(store.picture(k).starred, store.picture(k).choice) for k in (A, B)]


def test_a_star_can_be_given_taken_back_and_undone(store, choices):
    choices.star([A])
    choices.toggle_star([A, B])
    assert [starred for starred, _ in state(store)] == [True, True]
    assert choices.undo_stack.undoText() == "star 1"
    choices.toggle_star([A, B])
    assert [starred for starred, _ in state(store)] == [False, False]
    assert choices.undo_stack.undoText() == "unstar 2"
    choices.undo_stack.undo()
    choices.undo_stack.undo()
    assert [starred for starred, _ in state(store)] == [True, False]


def test_a_mark_that_the_worker_could_not_take_does_not_stand_in_the_way_of_the_next(store):
    store.apply([JobsChanged((ready(1),))])
    choices, asked = Choices(store, lambda act, count: f"{act.value} {count}"), []
    choices.marks_requested.connect(asked.append)
    choices.star([A])
    # The job was removed before the worker heard of the star, and is brought back.
    store.apply([JobsRemoved((A.job_id,))])
    store.apply([JobsChanged((ready(1),))])
    choices.star([A])
    assert asked == [[(A, True, Choice.none)]] * 2


def test_a_choice_keeps_the_star_and_undo_brings_each_former_choice_back(store, choices):
    choices.star([A])
    choices.choose([A], Choice.maybe)
    choices.choose([A, B], Choice.no)
    assert state(store) == [(True, Choice.no), (False, Choice.no)]
    choices.undo_stack.undo()
    assert state(store) == [(True, Choice.maybe), (False, Choice.none)]
    choices.undo_stack.redo()
    assert state(store) == [(True, Choice.no), (False, Choice.no)]


def test_removed_jobs_come_back_with_undo(store, choices):
    choices.remove(["12000001", "12000001", "unknown"])
    assert not store.knows("12000001")
    assert choices.undo_stack.undoText() == "remove 1"
    choices.undo_stack.undo()
    assert store.knows("12000001")


def test_what_changes_nothing_leaves_no_entry_to_undo(choices):
    choices.choose([A], Choice.none)
    choices.star([PictureKey("unknown", 1)])
    choices.remove(["unknown"])
    assert choices.undo_stack.count() == 0


def test_a_verdict_right_after_a_star_does_not_take_the_star_away(store):
    store.apply([JobsChanged((ready(1),))])
    slow = Choices(store, lambda act, count: act.value)
    asked = []
    slow.marks_requested.connect(asked.extend)
    slow.star([A])
    slow.choose([A], Choice.keep)
    assert asked == [(A, True, Choice.none), (A, True, Choice.keep)]
    slow.undo_stack.undo()
    assert asked[-1] == (A, True, Choice.none)


def test_undoing_tells_whose_marks_are_back(store, choices):
    told = []
    choices.undone.connect(told.append)
    choices.removal_undone.connect(told.append)
    choices.choose([B], Choice.no)
    choices.undo_stack.undo()
    choices.remove(["12000001"])
    choices.undo_stack.undo()
    assert told == [[B], ["12000001"]]
