"""Files that vanish, come back or are no longer wanted; a library that turns out to be damaged."""

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import Job, JobState, NewJob
from facegen_gui.practice.server import PracticeService
from facegen_gui.services import housekeeping
from facegen_gui.services.events import REBUILDING, LibraryLoaded, TaskProgress, TroubleEnded, TroubleFound
from facegen_gui.storage import adoption
from facegen_gui.storage.library import Library
from facegen_gui.storage.profile import Profile
from tests.unit.services.conftest import Watched

Start = Callable[..., Watched]


def fetched(qtbot: QtBot, start: Start, *job_ids: str) -> dict[str, Job]:
    """Jobs that a run, ended by now, has made ready."""
    watched = start()
    watched.worker.add([NewJob(job_id) for job_id in job_ids])
    qtbot.waitUntil(lambda: ready(watched, *job_ids))
    watched.worker.stop()
    return dict(watched.jobs)


def ready(watched: Watched, *job_ids: str) -> bool:
    return all(job_id in watched.jobs and watched.jobs[job_id].is_delivered for job_id in job_ids)


def paths(profile: Profile, job: Job) -> list[Path]:
    return [profile.absolute(picture.file) for picture in job.pictures]


def troubles(watched: Watched) -> list[Failure]:
    return [event.failure for event in watched.events if isinstance(event, TroubleFound)]


def make_older(profile: Profile, server: str, job: Job) -> None:
    """As if the job had been ready two days before."""
    with Library.open(profile, server) as library:
        assert job.first_ready_at is not None
        library.put([replace(job, first_ready_at=job.first_ready_at - timedelta(days=2))])


def test_a_picture_whose_file_vanished_is_told_once_and_fetched_again(
    qtbot: QtBot, start: Start, profile: Profile
) -> None:
    before = fetched(qtbot, start, "101", "102")
    (gone,) = paths(profile, before["101"])
    gone.unlink()
    watched = start()
    qtbot.waitUntil(lambda: bool(troubles(watched)))
    qtbot.waitUntil(lambda: ready(watched, "101", "102"))
    assert troubles(watched) == [Failure(FailureKind.file_unreadable, path=str(gone))]
    assert [p.sha256 for p in watched.jobs["101"].pictures] == [p.sha256 for p in before["101"].pictures]
    assert gone.exists()
    assert watched.jobs["102"] == before["102"]


def test_what_was_told_of_a_vanished_file_is_taken_back_once_it_is_there_again(
    qtbot: QtBot, start: Start, profile: Profile
) -> None:
    before = fetched(qtbot, start, "101")
    (gone,) = paths(profile, before["101"])
    gone.unlink()
    watched = start()
    qtbot.waitUntil(lambda: bool(watched.told(TroubleEnded)))
    assert watched.told(TroubleEnded) == [TroubleEnded(FailureKind.file_unreadable)]
    assert ready(watched, "101")


def test_a_damaged_file_is_set_aside_and_fetched_again_and_a_sound_one_left(
    qtbot: QtBot, start: Start, profile: Profile
) -> None:
    before = fetched(qtbot, start, "101", "102")
    (damaged,) = paths(profile, before["101"])
    data = damaged.read_bytes()
    damaged.write_bytes(data[:-20] + bytes(20))
    watched = start()
    qtbot.waitUntil(lambda: bool(watched.told(LibraryLoaded)))
    watched.worker.look_for_files([picture.key for job in before.values() for picture in job.pictures])
    qtbot.waitUntil(lambda: bool(watched.told(TroubleEnded)))
    assert ready(watched, "101", "102")
    assert damaged.read_bytes() == data
    assert damaged.with_name(f"{damaged.name}.damaged").read_bytes() != data
    assert watched.jobs["102"] == before["102"]


def test_a_deleted_pictures_folder_is_fetched_again_as_far_as_links_live(
    qtbot: QtBot, start: Start, profile: Profile, practice: PracticeService
) -> None:
    before = fetched(qtbot, start, "101", "102")
    make_older(profile, practice.url, before["101"])
    (old,) = paths(profile, before["101"])
    shutil.rmtree(profile.pictures)
    watched = start()
    qtbot.waitUntil(lambda: bool(troubles(watched)))
    qtbot.waitUntil(lambda: ready(watched, "102"))
    (told,) = troubles(watched)
    assert (told.kind, told.path) == (FailureKind.files_vanished, str(old.parent))
    assert str(old) in told.detail
    lost = Failure(FailureKind.file_unreadable, path=str(old))
    assert (watched.jobs["101"].state, watched.jobs["101"].failure) == (JobState.failed, lost)
    assert [(p.file, p.failure) for p in watched.jobs["101"].pictures] == [("", lost)]
    watched.worker.ask_now(["101"])
    qtbot.waitUntil(lambda: ready(watched, "101"))
    assert old.exists()


def test_pictures_on_a_disk_that_is_away_are_left_alone_until_it_is_back(
    qtbot: QtBot, start: Start, profile: Profile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(housekeeping, "_LOOK_AGAIN", 0.05)
    before = fetched(qtbot, start, "101", "102")
    (gone,) = paths(profile, before["101"])
    profile.pictures.rename(tmp_path / "elsewhere")
    profile.pictures.symlink_to(tmp_path / "unplugged")
    watched = start()
    qtbot.waitUntil(lambda: bool(troubles(watched)))
    assert [(f.kind, f.path) for f in troubles(watched)] == [
        (FailureKind.folder_missing, str(profile.pictures))
    ]
    assert watched.jobs == before
    (tmp_path / "elsewhere").rename(tmp_path / "unplugged")
    gone.unlink()
    qtbot.waitUntil(lambda: len(troubles(watched)) == 2)
    qtbot.waitUntil(lambda: ready(watched, "101"))
    assert watched.jobs["102"] == before["102"]


def test_a_file_that_is_back_after_all_is_taken_back(
    qtbot: QtBot, start: Start, profile: Profile, practice: PracticeService, tmp_path: Path
) -> None:
    before = fetched(qtbot, start, "102")
    make_older(profile, practice.url, before["102"])
    gone, stays = paths(profile, before["102"])
    gone.rename(tmp_path / "mine.png")
    second = start()
    qtbot.waitUntil(lambda: bool(troubles(second)))
    qtbot.waitUntil(lambda: not second.jobs["102"].is_delivered)
    assert second.jobs["102"].state is JobState.ready
    assert [p.file for p in second.jobs["102"].kept] == [profile.relative(stays)]
    second.worker.stop()
    (tmp_path / "mine.png").rename(gone)
    asked = len(practice.requests)
    third = start()
    qtbot.waitUntil(lambda: ready(third, "102"))
    assert [p.sha256 for p in third.jobs["102"].pictures] == [p.sha256 for p in before["102"].pictures]
    assert troubles(third) == []
    assert len(practice.requests) == asked


def test_no_face_outlives_its_picture_in_the_thumbnails(qtbot: QtBot, start: Start, profile: Profile) -> None:
    first = start()
    first.worker.add([NewJob("101"), NewJob("102")])
    qtbot.waitUntil(lambda: ready(first, "101", "102"))
    first.worker.remove(["101"])
    qtbot.waitUntil(lambda: set(first.jobs) == {"102"})
    first.worker.stop()
    (folder,) = profile.thumbnails.iterdir()
    (folder / "999_1.thumb").write_bytes(b"of a picture that is not here")
    os.utime(folder / "999_1.thumb", (1_000_000, 1_000_000))
    assert {path.name for path in folder.iterdir()} == {
        *("101_1.thumb", "102_1.thumb", "102_2.thumb", "999_1.thumb")
    }
    start()
    qtbot.waitUntil(lambda: {path.name for path in folder.iterdir()} == {"102_1.thumb", "102_2.thumb"})


def damage_a_row(profile: Profile) -> None:
    connection = sqlite3.connect(profile.library_file)
    connection.execute("UPDATE jobs SET state = 'sleeping' WHERE id = '101'")
    connection.commit()
    connection.close()


def test_damage_that_is_met_while_loading_is_mended_and_told_with_the_rest(
    qtbot: QtBot, start: Start, profile: Profile
) -> None:
    before = fetched(qtbot, start, "101", "102")
    damage_a_row(profile)
    watched = start()
    qtbot.waitUntil(lambda: bool(watched.told(LibraryLoaded)))
    (loaded,) = watched.told(LibraryLoaded)
    assert isinstance(loaded, LibraryLoaded)
    assert Path(loaded.set_aside).is_file()
    assert troubles(watched) == []
    assert watched.jobs["102"] == before["102"]
    qtbot.waitUntil(lambda: watched.jobs["101"].pictures[0].width > 0)
    (picture,), (known,) = watched.jobs["101"].pictures, before["101"].pictures
    assert (picture.sha256, picture.bytes, picture.height) == (known.sha256, known.bytes, known.height)
    watched.worker.add([NewJob("103")])
    qtbot.waitUntil(lambda: ready(watched, "103"))


def test_quitting_does_not_wait_for_a_library_that_is_rebuilt_and_the_next_start_goes_on(
    qtbot: QtBot, start: Start, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fetched(qtbot, start, "101", "102")
    (picture,) = paths(profile, before["101"])
    for number in range(1000, 1500):
        shutil.copy(picture, picture.with_name(f"{number}_1{picture.suffix}"))
    damaged = b"this is no library" * 500
    profile.library_file.write_bytes(damaged)
    found = adoption._found

    def slowly(*facts: object) -> object:
        time.sleep(0.05)
        return found(*facts)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(adoption, "_found", slowly)
        first = start()
        qtbot.waitUntil(lambda: len(first.told(TaskProgress)) > 3)
        first.worker.stop()
    assert first.worker.isFinished()
    assert TaskProgress(REBUILDING, 503, 503) not in first.told(TaskProgress)
    assert profile.library_file.read_bytes() == damaged
    second = start()
    qtbot.waitUntil(lambda: bool(second.told(LibraryLoaded)))
    assert len(second.jobs) == 502
    assert TaskProgress(REBUILDING, 503, 503) in second.told(TaskProgress)
    (loaded,) = second.told(LibraryLoaded)
    assert isinstance(loaded, LibraryLoaded)
    assert Path(loaded.set_aside).read_bytes() == damaged
