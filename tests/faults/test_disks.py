"""A disk that fills up or turns read-only in the middle of a run, with and without `kill -9`."""

import contextlib
import random
import sqlite3
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import JobState
from facegen_gui.services.events import TroubleEnded
from facegen_gui.storage.profile import Profile
from tests.faults.killing import JOB_IDS, Promises, Victim, quick_service
from tests.faults.paced import Pace
from tests.faults.run import Run
from tests.unit.storage.conftest import read_only, writable

# The library with its log, and about half of the pictures.
HALF = "1100k"
Mount = Callable[[str], Path]
InWords = Callable[[Failure], bool]


def grow(disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,size=50m", str(disk)], check=True)


def half_files(profile: Profile, run: Run) -> set[str]:
    """Files that are there although nobody was told of them."""
    return run.files() - run.kept_files()


def test_a_disk_that_fills_up_is_one_banner_and_everything_goes_on_when_there_is_room(
    small_disk: Mount, qtbot: QtBot, is_said_in_words: InWords
) -> None:
    disk = small_disk(HALF)
    with quick_service() as service, Run(disk / "profile", service.url, Pace(50)) as run:
        run.add(*JOB_IDS)
        qtbot.waitUntil(lambda: run.paused_by is FailureKind.disk_full)
        began = run.pace.passed()
        qtbot.waitUntil(lambda: run.pace.passed() > began + 60)
        assert run.paused_by is FailureKind.disk_full
        assert len(run.kept_files()) > 3
        assert len(run.jobs) == len(JOB_IDS)
        assert not {JobState.failed, JobState.overdue} & set(run.states().values())
        failures = [pause.failure for pause in run.pauses if pause.failure is not None]
        assert all(is_said_in_words(failure) for failure in failures)
        assert {failure.kind for failure in failures} == {FailureKind.disk_full}
        grow(disk)
        qtbot.waitUntil(run.all_are(JobState.ready))
        assert run.paused_by is None
    assert half_files(run.profile, run) == set()
    assert all(job.is_delivered for job in run.jobs.values())


def test_a_pictures_folder_that_turns_read_only_is_one_banner_and_everything_goes_on_later(
    small_disk: Mount, qtbot: QtBot, tmp_path: Path, is_said_in_words: InWords
) -> None:
    disk = small_disk("50m")
    (tmp_path / "profile").mkdir()
    (tmp_path / "profile" / "pictures").symlink_to(disk, target_is_directory=True)
    with quick_service() as service, Run(tmp_path / "profile", service.url, Pace(50)) as run:
        run.add(*JOB_IDS)
        qtbot.waitUntil(lambda: len(run.kept_files()) > 3)
        qtbot.waitUntil(lambda: _turned_read_only(disk))
        qtbot.waitUntil(lambda: run.paused_by is FailureKind.folder_not_writable)
        assert not {JobState.failed, JobState.overdue} & set(run.states().values())
        failure = run.pauses[-1].failure
        assert failure is not None
        assert is_said_in_words(failure)
        writable(disk)
        qtbot.waitUntil(run.all_are(JobState.ready))
        assert run.paused_by is None
    # What could not even be deleted goes with the next start.
    with Run(tmp_path / "profile", service.url, Pace(50)):
        qtbot.waitUntil(lambda: half_files(run.profile, run) == set())


def test_a_library_that_a_backup_holds_is_waited_for(qtbot: QtBot, tmp_path: Path) -> None:
    with quick_service() as service, Run(tmp_path, service.url, Pace(20)) as run:
        run.add(*JOB_IDS[:3])
        qtbot.waitUntil(lambda: run.is_loaded and len(run.jobs) == 3)
        with contextlib.closing(sqlite3.connect(run.profile.library_file, isolation_level=None)) as backup:
            backup.execute("BEGIN EXCLUSIVE")
            run.add(*JOB_IDS[:9])
            qtbot.waitUntil(lambda: FailureKind.library_locked in run.said_to_fail)
        qtbot.waitUntil(lambda: len(run.jobs) == 9 and run.all_are(JobState.ready)())
        assert run.paused_by is None
        assert TroubleEnded(FailureKind.library_locked) in run.events
    assert half_files(run.profile, run) == set()


def _turned_read_only(disk: Path) -> bool:
    """The system refuses while a file on it is being written."""
    try:
        read_only(disk)
    except subprocess.CalledProcessError:
        return False
    return True


def test_kills_on_a_full_disk_lose_nothing(small_disk: Mount) -> None:
    disk = small_disk(HALF)
    moments = random.Random(random.randrange(1_000_000))
    with quick_service() as service, Victim(service.url) as victim:
        promises = Promises(Profile.at(disk / "profile"), service.url)
        for _ in range(3):
            victim.start(promises.profile.root)
            if not victim.listen(lambda said: said[0] in ("paused", "trouble"), 10):
                raise AssertionError("the disk is not full")
            victim.listen(lambda said: False, moments.uniform(0, 0.2))
            victim.kill()
            assert {said[1] for said in victim.said if said[0] in ("paused", "trouble")} == {"disk_full"}
            promises.hear(victim.said)
        assert promises.ids == set(JOB_IDS)
        assert len(promises.kept) > 3
        grow(disk)
        promises.check()
        _finish(victim, promises)


def test_what_is_on_a_read_only_disk_is_shown_and_goes_on_later(small_disk: Mount, qtbot: QtBot) -> None:
    disk = small_disk("50m")
    with quick_service() as service:
        with Run(disk / "profile", service.url, Pace(50)) as run:
            run.add(*JOB_IDS[:3])
            qtbot.waitUntil(run.all_are(JobState.ready))
        read_only(disk)
        with Run(disk / "profile", service.url, Pace(50)) as run:
            qtbot.waitUntil(lambda: run.is_loaded and len(run.jobs) == 3)
            assert run.kept_files() <= run.files()
            run.add(*JOB_IDS[:5])
            qtbot.waitUntil(lambda: FailureKind.folder_not_writable in run.said_to_fail)
            assert len(run.jobs) == 3
            writable(disk)
            qtbot.waitUntil(lambda: len(run.jobs) == 5 and run.all_are(JobState.ready)())


def test_a_disk_that_is_read_only_at_a_start_is_told_and_nothing_is_lost(small_disk: Mount) -> None:
    disk = small_disk("50m")
    with quick_service() as service, Victim(service.url) as victim:
        promises = Promises(Profile.at(disk / "profile"), service.url)
        victim.start(promises.profile.root)
        assert victim.listen(lambda said: said[0] == "kept", 60)
        victim.kill()
        promises.hear(victim.said)
        read_only(disk)
        promises.check()
        victim.start(promises.profile.root)
        assert victim.listen(lambda said: said[-1] == "folder_not_writable", 60), victim.said
        assert victim.said[-1][0] in ("trouble", "paused")
        writable(disk)
        # Without another start.
        victim.finish()
        promises.hear(victim.said)
        promises.check()
        # What the first kill left could not be swept while the disk was read-only.
        victim.start(promises.profile.root)
        assert victim.listen(lambda said: said[0] == "loaded", 60)
        _wait_for(lambda: not promises.temporary_files())
        victim.kill()
        promises.check_the_end(JOB_IDS)


def _wait_for(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def _finish(victim: Victim, promises: Promises) -> None:
    victim.start(promises.profile.root)
    victim.finish()
    promises.hear(victim.said)
    promises.check()
    promises.check_the_end(JOB_IDS)
