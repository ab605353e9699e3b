from dataclasses import replace

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import Batch, JobState, PictureKey
from facegen_gui.domain.key_status import KeyStatus
from facegen_gui.domain.saves import SaveReport
from facegen_gui.services import events as e
from tests.unit.models.samples import START, kept, ready, waiting


def collected(signal):
    seen = []
    signal.connect(lambda *values: seen.append(values[0] if len(values) == 1 else values))
    return seen


def test_new_jobs_are_told_as_added_and_known_ones_as_changed_with_their_old_value(store):
    added, changed = collected(store.jobs_added), collected(store.jobs_changed)
    first, second = waiting(1), waiting(2)
    store.apply([e.JobsChanged((first,)), e.JobsChanged((second,))])
    assert added == [[first, second]]
    newer = replace(first, state=JobState.being_made)
    newest = ready(1)
    store.apply([e.JobsChanged((newer,)), e.JobsChanged((newest,))])
    assert changed == [[(first, newest)]]
    assert store.job(first.id) == newest
    assert store.picture(PictureKey(first.id, 1)) == newest.pictures[0]
    assert store.picture(PictureKey(first.id, 2)) is None
    assert store.knows(second.id)
    assert not store.knows("nobody")


def test_a_job_that_appears_and_changes_in_one_tick_is_only_added(store):
    added, changed = collected(store.jobs_added), collected(store.jobs_changed)
    store.apply([e.JobsChanged((waiting(1),)), e.JobsChanged((ready(1),))])
    assert added == [[ready(1)]]
    assert changed == []


def test_a_removal_is_told_after_what_came_before_it(store):
    order = []
    store.jobs_added.connect(lambda jobs: order.append(("added", [j.id for j in jobs])))
    store.jobs_removed.connect(lambda jobs: order.append(("removed", [j.id for j in jobs])))
    a, b = waiting(1), waiting(2)
    store.apply([e.JobsChanged((a, b)), e.JobsRemoved((a.id, "unknown")), e.JobsChanged((a,))])
    assert order == [("added", [a.id, b.id]), ("removed", [a.id]), ("added", [a.id])]
    assert [job.id for job in store.jobs()] == [b.id, a.id]


def test_whatever_is_not_about_jobs_goes_on_as_a_signal_of_its_own(store):
    trouble = Failure(FailureKind.disk_full)
    status = KeyStatus(present=True)
    report = SaveReport(3, folder=START)  # type: ignore[arg-type]
    expected = [
        (store.already_here, e.AlreadyHere(("1", "2")), ("1", "2")),
        (store.pause_changed, e.PauseChanged(trouble), e.PauseChanged(trouble)),
        (store.key_changed, e.KeyChanged(status), status),
        (store.key_wanted, e.KeyWanted(rejected=True), True),
        (store.task_progress, e.TaskProgress(7, 1, 2), (7, 1, 2)),
        (store.save_finished, e.SaveFinished(report), report),
        (store.save_undone, e.SaveUndone(1, 0), e.SaveUndone(1, 0)),
        (store.task_finished, e.TaskFinished(7, "x.zip"), e.TaskFinished(7, "x.zip")),
        (store.trouble_found, e.TroubleFound(trouble), trouble),
        (store.trouble_ended, e.TroubleEnded(trouble.kind), trouble.kind),
        (store.library_set_aside, e.LibraryLoaded("aside"), "aside"),
    ]
    seen = [collected(signal) for signal, _, _ in expected]
    assert not store.is_loaded
    store.apply([event for _, event, _ in expected])
    assert seen == [[value] for _, _, value in expected]
    assert store.is_loaded


def test_batches_are_kept_by_their_id(store):
    store.apply([e.BatchesChanged((Batch(1, START),)), e.BatchesChanged((Batch(1, START, "Morning"),))])
    assert store.batches() == (Batch(1, START, "Morning"),)
    assert store.batch(2) is None


def test_the_progress_of_a_transfer_is_known_until_the_picture_is_kept(store):
    job = ready(1)
    key = PictureKey(job.id, 1)
    store.apply([e.TransferProgress(key, 10, 100)])
    assert store.transfer(key) == (10, 100)
    store.apply([e.JobsChanged((replace(job, pictures=(kept(job.id),)),))])
    assert store.transfer(key) is None
