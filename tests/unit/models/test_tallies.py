from dataclasses import replace

from facegen_gui.domain.job import JobState
from facegen_gui.models.tallies import Checklist, Tallies
from facegen_gui.models.tiles import TileFilter
from facegen_gui.services.events import JobsChanged, JobsRemoved
from tests.unit.models.samples import START, failed, ready, waiting


def test_the_counts_of_the_filters_follow_every_change(store):
    store.apply([JobsChanged((waiting(0),))])
    tallies = Tallies(store)
    store.apply([JobsChanged((ready(1, pictures=2), failed(2)))])
    assert [tallies.count(f) for f in TileFilter] == [4, 1, 2, 2, 0, 0, 1, 0, 0]
    job = ready(1, pictures=2)
    first = replace(job.pictures[0], saved_at=START, starred=True)
    store.apply([JobsChanged((replace(job, pictures=(first, job.pictures[1])),))])
    assert [tallies.count(f) for f in TileFilter] == [4, 1, 2, 1, 1, 0, 1, 0, 0]
    store.apply([JobsRemoved((job.id,))])
    assert [tallies.count(f) for f in TileFilter] == [2, 1, 0, 0, 0, 0, 1, 0, 0]


def test_a_batch_is_a_checklist_until_everything_is_delivered_or_dismissed(store):
    tallies = Tallies(store)
    store.apply([JobsChanged((ready(1), failed(2), waiting(3), ready(4, batch=2)))])
    assert tallies.incomplete() == [Checklist(1, delivered=1, coming=1, missing=1)]
    assert tallies.checklist(1).total == 3
    assert tallies.missing_jobs(1) == [failed(2).id]
    assert tallies.checklist(2) == Checklist(2, delivered=1)
    store.apply([JobsChanged((ready(3),))])
    assert tallies.checklist(1) == Checklist(1, delivered=2, missing=1)
    assert tallies.checklist(1).total == 3
    store.apply([JobsChanged((replace(failed(2), dismissed=True),))])
    assert tallies.incomplete() == []
    assert tallies.checklist(1).dismissed == 1


def test_what_is_overdue_is_missing_since_nobody_asks_for_it_any_more(store):
    tallies = Tallies(store)
    store.apply([JobsChanged((replace(waiting(1), state=JobState.overdue), waiting(2)))])
    assert tallies.checklist(1) == Checklist(1, coming=1, missing=1)
    store.apply([JobsChanged((ready(1),))])
    assert tallies.incomplete() == []


def test_a_job_that_is_ready_without_one_of_its_pictures_is_missing(store):
    tallies = Tallies(store)
    job = ready(1, pictures=2)
    lost = replace(job.pictures[1], file="")
    store.apply([JobsChanged((replace(job, pictures=(job.pictures[0], lost)),))])
    assert tallies.checklist(1).missing == 1
    assert job.state is JobState.ready


def test_it_says_nothing_when_nothing_that_is_counted_changed(store):
    tallies = Tallies(store)
    store.apply([JobsChanged((waiting(1),))])
    changes = []
    tallies.changed.connect(lambda: changes.append(1))
    store.apply([JobsChanged((replace(waiting(1), asked_at=START),))])
    assert changes == []


def test_many_changes_are_told_once(qtbot, store):
    tallies = Tallies(store)
    changes = []
    tallies.changed.connect(lambda: changes.append(1))
    for i in range(50):
        store.apply([JobsChanged((waiting(i),))])
    qtbot.waitUntil(lambda: bool(changes))
    assert len(changes) == 1
