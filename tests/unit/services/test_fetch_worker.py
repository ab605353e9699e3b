"""From IDs to pictures on disk through the real thread, service, library and files."""

import asyncio
import hashlib
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facegen_gui.domain.job import Choice, JobState, NewJob, PictureKey
from facegen_gui.domain.saves import SaveItem, SaveOptions
from facegen_gui.practice.server import PracticeService
from facegen_gui.services import worker_loop
from facegen_gui.services.check_steps import CheckKind, CheckOutcome, CheckStep
from facegen_gui.services.events import (
    AlreadyHere,
    CheckStepDone,
    CheckUpFinished,
    JobsChanged,
    LibraryLoaded,
    SaveFinished,
    SaveUndone,
    TaskFinished,
    TaskProgress,
)
from facegen_gui.storage.profile import Profile
from tests.unit.services.conftest import Watched

Start = Callable[..., Watched]


def entries(*job_ids: str) -> list[NewJob]:
    return [NewJob(job_id) for job_id in job_ids]


def all_in(watched: Watched, state: JobState, *job_ids: str) -> Callable[[], bool]:
    return lambda: all(job_id in watched.jobs and watched.jobs[job_id].state is state for job_id in job_ids)


def item(profile: Profile, watched: Watched, job_id: str) -> SaveItem:
    picture = watched.jobs[job_id].pictures[0]
    source = profile.absolute(picture.file)
    return SaveItem(picture.key, source, f"{job_id}_1{source.suffix}", picture.sha256, picture.media_type)


def test_pictures_of_ready_jobs_are_kept_byte_for_byte(qtbot: QtBot, start: Start, profile: Profile) -> None:
    watched = start()
    watched.worker.add(entries("101", "102", "103", "123"))
    qtbot.waitUntil(all_in(watched, JobState.ready, "101", "102", "103", "123"))
    assert [len(watched.jobs[job_id].pictures) for job_id in ("101", "102", "103")] == [1, 2, 1]
    for job in watched.jobs.values():
        for picture in job.pictures:
            data = profile.absolute(picture.file).read_bytes()
            assert hashlib.sha256(data).hexdigest() == picture.sha256
            assert (len(data), picture.is_image) == (picture.bytes, True)


def test_what_cannot_be_had_ends_in_its_own_state(qtbot: QtBot, start: Start) -> None:
    watched = start()
    watched.worker.add(entries("111", "112", "113", "114", "124"))
    qtbot.waitUntil(all_in(watched, JobState.failed, "111", "112", "113", "114"))
    qtbot.waitUntil(all_in(watched, JobState.ready, "124"))
    kinds = {job_id: job.failure.kind.value for job_id, job in sorted(watched.jobs.items()) if job.failure}
    assert kinds == {
        "111": "generation_failed",
        "112": "unknown_id",
        "113": "unknown_id",
        "114": "no_pictures",
    }
    video = watched.jobs["124"].pictures[0]
    assert (video.media_type, video.is_kept, video.is_image) == ("video/mp4", True, False)


def test_pasted_jobs_are_told_at_once_and_known_ones_not_fetched_again(
    qtbot: QtBot, start: Start, practice: PracticeService
) -> None:
    watched = start()
    qtbot.waitUntil(lambda: bool(watched.told(LibraryLoaded)))
    watched.worker.add(entries("5551"), "Monday")
    qtbot.waitUntil(lambda: "5551" in watched.jobs)
    qtbot.waitUntil(all_in(watched, JobState.ready, "5551"))
    assert watched.batches[watched.jobs["5551"].batch].name == "Monday"
    watched.worker.add(entries("5551"))
    qtbot.waitUntil(lambda: watched.told(AlreadyHere) == [AlreadyHere(("5551",))])
    assert sum(request.path.endswith("/5551") for request in practice.requests) == 1


def test_a_label_that_is_pasted_later_names_a_job_that_has_none(qtbot: QtBot, start: Start) -> None:
    watched = start()
    watched.worker.add([NewJob("5561"), NewJob("5562", "Anna"), NewJob("5563")])
    qtbot.waitUntil(lambda: len(watched.jobs) == 3)
    watched.worker.label_unnamed([NewJob("5561", "Bob"), NewJob("5562", "Eve"), NewJob("9", "nobody")])
    watched.worker.add([NewJob("5563", "Carl"), NewJob("5561", "Dan"), NewJob("5564", "Dora")])
    qtbot.waitUntil(lambda: len(watched.jobs) == 4)
    assert [watched.jobs[f"556{n}"].label for n in (1, 2, 3, 4)] == ["Bob", "Anna", "Carl", "Dora"]


def test_everything_is_still_there_after_a_restart(
    qtbot: QtBot, start: Start, practice: PracticeService
) -> None:
    first = start()
    first.worker.add(entries("6001", "6002"))
    qtbot.waitUntil(all_in(first, JobState.ready, "6001", "6002"))
    first.worker.mark([(PictureKey("6001", 1), True, Choice.keep)])
    first.worker.set_label("6002", "Anna")
    first.worker.rename_batch(first.jobs["6001"].batch, "Monday")
    qtbot.waitUntil(lambda: first.jobs["6002"].label == "Anna")
    first.worker.stop()
    asked = len(practice.requests)
    second = start()
    qtbot.waitUntil(lambda: bool(second.told(LibraryLoaded)))
    assert second.jobs == first.jobs
    assert second.jobs["6001"].pictures[0].choice is Choice.keep
    assert [batch.name for batch in second.batches.values()] == ["Monday"]
    second.worker.stop()
    assert len(practice.requests) == asked


def test_a_picture_that_is_on_disk_but_not_in_the_library_is_not_fetched_again(
    qtbot: QtBot, start: Start, practice: PracticeService, profile: Profile
) -> None:
    first = start()
    first.worker.add(entries("6101"))
    qtbot.waitUntil(all_in(first, JobState.ready, "6101"))
    first.worker.stop()
    done = first.jobs["6101"]
    unknowing = replace(
        done,
        state=JobState.downloading,
        pictures=tuple(replace(p, file="", sha256="", bytes=0, width=0) for p in done.pictures),
    )
    from facegen_gui.storage.library import Library

    with Library.open(profile, practice.url) as library:
        library.put([unknowing])
    asked = len(practice.requests)
    second = start()
    qtbot.waitUntil(all_in(second, JobState.ready, "6101"))
    assert [p.sha256 for p in second.jobs["6101"].pictures] == [p.sha256 for p in done.pictures]
    assert len(practice.requests) == asked


def test_removed_jobs_come_back_until_the_next_start_and_then_go_to_the_trash(
    qtbot: QtBot, start: Start, profile: Profile
) -> None:
    first = start()
    first.worker.add(entries("6201", "6202"))
    qtbot.waitUntil(all_in(first, JobState.ready, "6201", "6202"))
    first.worker.remove(["6201", "6202"])
    qtbot.waitUntil(lambda: not first.jobs)
    first.worker.restore(["6201"])
    qtbot.waitUntil(lambda: set(first.jobs) == {"6201"})
    kept = [profile.absolute(p.file) for p in first.jobs["6201"].pictures]
    first.worker.stop()
    assert len(list(profile.pictures.rglob("6202_*"))) > 0
    second = start()
    qtbot.waitUntil(lambda: bool(second.told(LibraryLoaded)))
    assert set(second.jobs) == {"6201"}
    assert all(path.exists() for path in kept)
    assert list(profile.pictures.rglob("6202_*")) == []


def test_a_save_is_told_recorded_and_undone(
    qtbot: QtBot, start: Start, profile: Profile, tmp_path: Path
) -> None:
    watched = start()
    watched.worker.add(entries("101"))
    qtbot.waitUntil(all_in(watched, JobState.ready, "101"))
    folder = tmp_path / "mine"
    folder.mkdir()
    saved = item(profile, watched, "101")
    watched.worker.save(7, [saved], SaveOptions(folder))
    qtbot.waitUntil(lambda: bool(watched.told(SaveFinished)))
    (finished,) = watched.told(SaveFinished)
    assert isinstance(finished, SaveFinished)
    assert (folder / "101_1.png").read_bytes() == saved.source.read_bytes()
    assert watched.jobs["101"].pictures[0].saved_to == str(folder / "101_1.png")
    watched.worker.undo_save(finished.report)
    qtbot.waitUntil(lambda: watched.told(SaveUndone) == [SaveUndone(1, 0)])
    assert not (folder / "101_1.png").exists()
    assert watched.jobs["101"].pictures[0].saved_at is None


def test_a_check_up_begun_anew_ends_the_former_walk(
    qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    hosts: list[str] = []

    async def walk(_network: object, _proxy: object, _key: str, host: str) -> AsyncIterator[CheckStep]:
        yield CheckStep(CheckKind.internet, CheckOutcome.ok, host=host)
        if host == "first":
            try:
                await asyncio.sleep(3600)
            finally:
                hosts.append(host)

    monkeypatch.setattr(worker_loop, "check_up", walk)
    watched = start()
    watched.worker.check_up("first")
    qtbot.waitUntil(lambda: len(watched.told(CheckStepDone)) == 1)
    watched.worker.check_up("second")
    qtbot.waitUntil(lambda: bool(watched.told(CheckUpFinished)))
    assert hosts == ["first"]
    assert len(watched.told(CheckStepDone)) == 2
    assert watched.told(CheckUpFinished) == [CheckUpFinished()]


def test_a_check_up_that_breaks_is_logged_and_ended(
    qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def walk(*_: object) -> AsyncIterator[CheckStep]:
        yield CheckStep(CheckKind.internet, CheckOutcome.ok)
        raise RuntimeError("not foreseen")

    monkeypatch.setattr(worker_loop, "check_up", walk)
    watched = start()
    watched.worker.check_up()
    qtbot.waitUntil(lambda: bool(watched.told(CheckUpFinished)))
    assert "the check-up failed" in caplog.text


def test_an_export_runs_beside_and_can_be_cancelled(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    watched = start()
    made = tmp_path / "made.zip"

    def quick(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Path:
        progress(1, 2)
        made.write_bytes(b"zip")
        return made

    def endless(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Path:
        progress(0, 9)
        while not cancelled():
            time.sleep(0.005)
        return tmp_path / "nothing"

    watched.worker.start_task(1, quick)
    watched.worker.start_task(2, endless)
    qtbot.waitUntil(lambda: TaskFinished(1, str(made)) in watched.events)
    qtbot.waitUntil(lambda: TaskProgress(2, 0, 9) in watched.events)
    watched.worker.cancel_task(2)
    qtbot.waitUntil(lambda: TaskFinished(2) in watched.events)


def test_many_arrivals_are_told_in_few_lists(qtbot: QtBot, start: Start) -> None:
    watched = start()
    ids = [str(number) for number in range(70_001, 70_121, 3)]
    watched.worker.add(entries(*ids))
    begun = time.monotonic()
    qtbot.waitUntil(all_in(watched, JobState.ready, *ids))
    assert watched.lists <= 60 * (time.monotonic() - begun) + 5
    assert sum(len(e.jobs) for e in watched.events if isinstance(e, JobsChanged)) <= 4 * len(ids)


def test_a_damaged_library_is_rebuilt_while_it_runs(qtbot: QtBot, start: Start, profile: Profile) -> None:
    first = start()
    first.worker.add(entries("6301"))
    qtbot.waitUntil(all_in(first, JobState.ready, "6301"))
    first.worker.stop()
    profile.library_file.write_bytes(b"this is no library" * 500)
    second = start()
    qtbot.waitUntil(lambda: bool(second.told(LibraryLoaded)))
    loaded = second.told(LibraryLoaded)[0]
    assert isinstance(loaded, LibraryLoaded)
    assert Path(loaded.set_aside).read_bytes().startswith(b"this is no library")
    qtbot.waitUntil(lambda: second.jobs["6301"].pictures[0].width > 0)
    assert second.jobs["6301"].state is JobState.ready


@pytest.mark.parametrize("when", ["before", "after"])
def test_stopping_twice_or_without_a_start_is_no_error(qtbot: QtBot, start: Start, when: str) -> None:
    watched = start()
    if when == "after":
        qtbot.waitUntil(lambda: bool(watched.told(LibraryLoaded)))
    watched.worker.stop()
    watched.worker.stop()
    watched.worker.add(entries("101"))
    assert not watched.worker.isRunning()
