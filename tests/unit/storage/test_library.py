"""What is remembered comes back as it was."""

import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from facegen_gui.domain.failures import FaceGenError, FailureKind
from facegen_gui.domain.job import JobState, NewJob, Picture, PictureKey
from facegen_gui.storage.library import Library
from facegen_gui.storage.profile import Profile
from tests.unit.storage.samples import NOW, SERVER, all_jobs, entries, full_job, keep_picture


def test_new_ids_become_waiting_jobs_of_one_batch_in_the_order_of_the_paste(library: Library) -> None:
    added = library.add(entries("b", "a", "c"), NOW, "this morning")
    assert added.batch is not None
    assert added.batch.name == "this morning"
    assert [job.id for job in added.jobs] == ["b", "a", "c"]
    assert {job.state for job in added.jobs} == {JobState.waiting}
    assert [job.sequence for job in added.jobs] == sorted({job.sequence for job in added.jobs})
    assert {job.batch for job in added.jobs} == {added.batch.id}
    assert library.batches() == (added.batch,)
    assert [job.label for job in added.jobs] == ["label of b", "label of a", "label of c"]


def test_an_id_that_is_here_is_told_and_not_added_again(library: Library) -> None:
    library.add(entries("1", "2"), NOW)
    again = library.add(entries("2", "3", "1"), NOW)
    assert again.existing == ("2", "1")
    assert [job.id for job in again.jobs] == ["3"]
    nothing = library.add(entries("1", "2", "3"), NOW)
    assert nothing.batch is None
    assert nothing.jobs == ()
    assert len(library.batches()) == 2


def test_an_id_that_stands_twice_in_a_paste_counts_once(library: Library) -> None:
    added = library.add([NewJob("1"), NewJob("2"), NewJob("1", "Anna")], NOW)
    assert [(job.id, job.label) for job in added.jobs] == [("1", "Anna"), ("2", "")]


def test_ids_that_differ_only_in_case_are_two_jobs(library: Library) -> None:
    assert len(library.add(entries("abc", "ABC"), NOW).jobs) == 2
    assert set(all_jobs(library)) == {"abc", "ABC"}


def test_every_field_comes_back_as_it_was_put(profile: Profile) -> None:
    with Library.open(profile, SERVER) as library:
        job = full_job(library.add(entries("1"), NOW).jobs[0])
        library.put([job])
    with Library.open(profile, SERVER) as library:
        assert library.job("1") == job
        assert all_jobs(library) == {"1": job}


def test_times_are_kept_in_utc(library: Library) -> None:
    job = library.add(entries("1"), NOW.astimezone(timezone(timedelta(hours=5)))).jobs[0]
    library.put([replace(job, asked_at=NOW.astimezone(timezone(timedelta(hours=-7))))])
    stored = library.job("1")
    assert stored is not None
    assert stored.added_at == NOW
    assert stored.asked_at is not None
    assert stored.asked_at.utcoffset() == timedelta(0)


def test_text_that_is_half_a_character_is_kept_as_far_as_it_can_be(library: Library) -> None:
    job = library.add([NewJob("1", "half \ud83d")], NOW).jobs[0]
    library.put([replace(job, meta="\udcff")])
    stored = library.job("1")
    assert stored is not None
    assert stored.label == job.label == "half ?"


def test_jobs_come_newest_first_in_chunks_whatever_happens_between_them(library: Library) -> None:
    library.add(entries(*map(str, range(10))), NOW)
    chunks = library.jobs(chunk=4)
    assert [job.id for job in next(chunks)] == ["9", "8", "7", "6"]
    library.add(entries("new"), NOW)
    library.remove(["4"], NOW)
    assert [job.id for job in next(chunks)] == ["5", "3", "2", "1"]
    assert [job.id for job in next(chunks)] == ["0"]
    assert list(chunks) == []


def test_two_servers_in_one_library_never_mix(profile: Profile) -> None:
    other = "https://example.com/api"
    with Library.open(profile, SERVER) as first, Library.open(profile, other) as second:
        first.put([full_job(first.add(entries("1"), NOW).jobs[0])])
        assert second.job("1") is None
        assert second.batches() == ()
        second.add(entries("1"), NOW)
        second.remove(["1"], NOW)
        second.purge_removed()
        assert first.job("1") is not None
        assert len(first.batches()) == 1


def test_a_removed_job_is_out_of_sight_until_it_is_restored(library: Library) -> None:
    library.add(entries("1", "2", "3"), NOW)
    library.put([full_job(job) for job in all_jobs(library).values()])
    before = all_jobs(library)
    library.remove(["1", "3"], NOW)
    assert set(all_jobs(library)) == {"2"}
    assert library.job("1") is None
    assert library.restore(["1", "3", "unknown"]) == (before["3"], before["1"])
    assert all_jobs(library) == before


def test_what_the_worker_still_learns_of_a_removed_job_does_not_bring_it_back(library: Library) -> None:
    job = library.add(entries("1"), NOW).jobs[0]
    library.remove(["1"], NOW)
    library.put([replace(job, state=JobState.ready)])
    assert all_jobs(library) == {}
    assert library.restore(["1"])[0].state is JobState.ready


def test_a_removed_id_that_is_pasted_again_comes_back_with_its_pictures(library: Library) -> None:
    old = full_job(library.add(entries("1", "2"), NOW).jobs[0])
    library.put([old])
    library.remove(["1"], NOW)
    added = library.add([NewJob("2"), NewJob("1")], NOW)
    assert added.existing == ("2",)
    assert added.batch is not None
    (back,) = added.jobs
    assert back.pictures == old.pictures
    assert back.label == "label of 1"
    assert (back.batch, back.dismissed) == (added.batch.id, False)
    assert library.job("1") == back


@pytest.mark.parametrize("state", [JobState.failed, JobState.overdue])
def test_a_removed_id_that_had_come_to_nothing_waits_again(library: Library, state: JobState) -> None:
    job = library.add(entries("1"), NOW).jobs[0]
    library.put([replace(full_job(job), state=state, pictures=())])
    library.remove(["1"], NOW)
    (back,) = library.add(entries("1"), NOW).jobs
    assert (back.state, back.failure, back.next_ask_at) == (JobState.waiting, None, None)


def test_purging_forgets_what_was_removed_and_names_the_files_for_the_trash(
    profile: Profile, library: Library
) -> None:
    jobs = library.add(entries("1", "2"), NOW).jobs
    pictures = [keep_picture(profile, job.id) for job in jobs]
    library.put([replace(job, pictures=(picture,)) for job, picture in zip(jobs, pictures, strict=True)])
    assert library.purge_removed() == ()
    library.remove(["1"], NOW)
    assert library.purge_removed() == (profile.absolute(pictures[0].file),)
    assert library.restore(["1"]) == ()
    assert [job.pictures for job in all_jobs(library).values()] == [(pictures[1],)]


def test_a_batch_is_forgotten_with_its_last_job(library: Library) -> None:
    library.add(entries("1"), NOW)
    kept = library.add(entries("2"), NOW)
    library.remove(["1"], NOW)
    library.purge_removed()
    assert library.batches() == (kept.batch,)


def test_a_batch_can_be_renamed(library: Library) -> None:
    batch = library.add(entries("1"), NOW).batch
    assert batch is not None
    library.rename_batch(batch.id, "Casting für März")
    assert library.batches()[0].name == "Casting für März"


def test_an_answer_with_fewer_pictures_drops_only_those_that_never_came(library: Library) -> None:
    job = full_job(library.add(entries("1"), NOW).jobs[0])
    third = replace(job.pictures[0], key=PictureKey("1", 3), file="pictures/server/1_3.png")
    library.put([replace(job, pictures=(*job.pictures, third))])
    library.put([replace(job, pictures=job.pictures[:1])])
    stored = library.job("1")
    assert stored is not None
    assert [picture.key.number for picture in stored.pictures] == [1, 3]


def test_a_transaction_that_fails_changes_nothing(library: Library) -> None:
    first, second = library.add(entries("1", "2"), NOW).jobs
    too_large = Picture(PictureKey("2", 1), bytes=2**63)
    with pytest.raises(OverflowError):
        library.put([replace(first, label="changed"), replace(second, pictures=(too_large,))])
    assert library.job("1") == first
    library.put([replace(first, label="later")])


def test_pictures_without_a_size_or_a_checksum_are_found(profile: Profile, library: Library) -> None:
    jobs = library.add(entries("1", "2", "3", "4"), NOW).jobs
    pictures = [keep_picture(profile, job.id) for job in jobs]
    pictures[1] = replace(pictures[1], width=0, height=0)
    pictures[2] = replace(pictures[2], width=0, media_type="video/mp4")
    pictures[3] = replace(pictures[2], key=pictures[3].key, sha256="")
    library.put([replace(job, pictures=(picture,)) for job, picture in zip(jobs, pictures, strict=True)])
    assert library.unmeasured() == (pictures[1], pictures[3])


def test_a_library_that_another_process_holds_for_a_moment_is_waited_for(profile: Profile) -> None:
    with Library.open(profile, SERVER) as library, Held(profile, 0.5):
        library.add(entries("1"), NOW)
        assert library.job("1") is not None


def test_a_library_that_another_process_does_not_let_go_is_told_and_left_as_it_is(profile: Profile) -> None:
    with Library.open(profile, SERVER) as library:
        with Held(profile, 30.0) as process:
            with pytest.raises(FaceGenError) as caught:
                library.add(entries("1"), NOW)
            process.kill()
        assert caught.value.failure.kind is FailureKind.library_locked
        assert "locked" in caught.value.failure.detail
        assert len(library.add(entries("1"), NOW).jobs) == 1
    with Library.open(profile, SERVER) as library:
        assert library.set_aside is None


def test_a_start_asks_for_nothing_that_needs_a_scan(library: Library, profile: Profile) -> None:
    library.add(entries("1"), NOW)
    connection = sqlite3.connect(profile.library_file)
    for statement in (
        "SELECT max(sequence) FROM jobs WHERE server = ''",
        "SELECT id FROM jobs WHERE server = '' AND sequence < 9 AND removed_at IS NULL "
        "ORDER BY sequence DESC LIMIT 9",
        "SELECT id FROM jobs WHERE server = '' AND removed_at IS NOT NULL LIMIT 1",
        "SELECT file FROM pictures WHERE server = '' AND job_id IN (SELECT value FROM json_each('[]'))",
    ):
        plan = " ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}"))
        assert "SEARCH" in plan
        assert "SCAN jobs" not in plan
        assert "SCAN pictures" not in plan
        assert "TEMP B-TREE" not in plan
    connection.close()


class Held:
    """Another process in the middle of writing to the library."""

    def __init__(self, profile: Profile, seconds: float) -> None:
        code = (
            "import sqlite3, sys, time\n"
            "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
            "c.execute('BEGIN IMMEDIATE')\n"
            "print('held', flush=True)\n"
            "time.sleep(float(sys.argv[2]))\n"
        )
        command = [sys.executable, "-c", code, str(profile.library_file), str(seconds)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> "subprocess.Popen[str]":
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "held\n"
        return self._process

    def __exit__(self, *_: object) -> None:
        self._process.wait(60)
        assert self._process.stdout is not None
        self._process.stdout.close()


def test_what_is_erased_is_in_no_file_any_more(profile: Profile, library: Library) -> None:
    secret = "Pasted-Where-It-Does-Not-Belong"
    library.add([NewJob("101"), NewJob(secret)], NOW)
    library.erase(secret)
    assert [job.id for chunk in library.jobs() for job in chunk] == ["101"]
    for path in profile.root.rglob("*"):
        assert not path.is_file() or secret.encode() not in path.read_bytes(), path
