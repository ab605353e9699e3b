"""A library that is damaged, lost, foreign or newer: nothing is deleted, and what can be had comes back."""

import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from facegen_gui.domain.failures import FaceGenError, FailureKind
from facegen_gui.domain.job import JobState
from facegen_gui.storage import rebuild as rebuilding
from facegen_gui.storage.library import Library
from facegen_gui.storage.profile import Profile
from facegen_gui.storage.schema import MIGRATIONS, VERSION, migrate
from facegen_gui.storage.watch import Watch
from tests.unit.storage.conftest import fill, read_only, writable
from tests.unit.storage.samples import NOW, PNG, SERVER, all_jobs, entries, full_job, keep_picture

PAGE = 4096


def _filled(profile: Profile, count: int = 400) -> None:
    """A library of many pages with one picture file."""
    with Library.open(profile, SERVER) as library:
        jobs = library.add(entries(*map(str, range(count))), NOW, "batch").jobs
        library.put(full_job(job) for job in jobs[1:])
        library.put([replace(jobs[0], state=JobState.ready, pictures=(keep_picture(profile, "0"),))])


def _add_many(library: Library) -> None:
    for number in range(100):
        library.add(entries(*(f"{number}-{each}" for each in range(50))), NOW)


def _damaged_files(profile: Profile) -> list[Path]:
    """Without what SQLite keeps beside a file."""
    return sorted(path for path in profile.root.glob("library.sqlite3.damaged-*Z*") if path.name[-4] != "-")


def _kind(profile: Profile) -> FailureKind:
    with pytest.raises(FaceGenError) as caught:
        Library.open(profile, SERVER)
    return caught.value.failure.kind


def test_an_empty_file_is_a_new_library(profile: Profile) -> None:
    profile.root.mkdir()
    profile.library_file.touch()
    with Library.open(profile, SERVER) as library:
        assert library.set_aside is None
        assert all_jobs(library) == {}


@pytest.mark.parametrize("garbage", [b"no database at all" * 500, b"x", os.urandom(20_000), bytes(8192)])
def test_garbage_is_set_aside_unchanged_and_the_pictures_come_back(profile: Profile, garbage: bytes) -> None:
    picture = keep_picture(profile, "AbC-1")
    profile.library_file.write_bytes(garbage)
    with Library.open(profile, SERVER) as library:
        assert library.set_aside is not None
        assert library.set_aside.read_bytes() == garbage
        job = library.job("AbC-1")
        assert job is not None
        assert job.state is JobState.ready
        assert job.first_ready_at is not None
        (found,) = job.pictures
        assert (found.file, found.sha256, found.bytes) == (picture.file, "", picture.bytes)
        assert found.media_type == "image/png"
        assert library.unmeasured() == (found,)
        assert [batch.id for batch in library.batches()] == [job.batch]
    with Library.open(profile, SERVER) as library:
        assert library.set_aside is None
        assert set(all_jobs(library)) == {"AbC-1"}


@pytest.mark.parametrize("wal", [False, True])
def test_an_emptied_file_beside_its_log_or_pictures_is_rebuilt(profile: Profile, wal: bool) -> None:
    keep_picture(profile, "1")
    profile.library_file.write_bytes(b"")
    log = profile.root / "library.sqlite3-wal"
    if wal:
        log.write_bytes(b"the log of something else" * 100)
    with Library.open(profile, SERVER) as library:
        assert set(all_jobs(library)) == {"1"}
        assert library.set_aside is not None
        if wal:
            kept = library.set_aside.with_name(library.set_aside.name + "-wal")
            assert kept.read_bytes().startswith(b"the log of something else")


def test_a_library_that_is_gone_is_rebuilt_from_the_pictures_of_every_server(profile: Profile) -> None:
    other = "http://127.0.0.1:8080/API/v1"
    keep_picture(profile, "1")
    keep_picture(profile, "2", server=other)
    for server, ids in ((SERVER, {"1"}), (other, {"2"})):
        with Library.open(profile, server) as library:
            assert library.set_aside is None
            assert set(all_jobs(library)) == ids


def test_files_that_are_no_pictures_of_ours_are_not_adopted(profile: Profile) -> None:
    folder = profile.absolute(keep_picture(profile, "1").file).parent
    (folder / "notes.txt").write_text("mine")
    (folder / "part-0-1.tmp").write_bytes(PNG)
    (folder / "2_1.png").mkdir()
    (profile.pictures / "Holiday").mkdir()
    (profile.pictures / "Holiday" / "3_1.png").write_bytes(PNG)
    with Library.open(profile, SERVER) as library:
        assert set(all_jobs(library)) == {"1"}


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_what_is_left_of_a_cut_off_file_is_salvaged(profile: Profile, share: float) -> None:
    _filled(profile)
    size = profile.library_file.stat().st_size
    os.truncate(profile.library_file, int(size * share) // PAGE * PAGE)
    with Library.open(profile, SERVER) as library:
        jobs = all_jobs(library)
        assert library.set_aside is not None
        assert library.set_aside.stat().st_size < size
        assert jobs["0"].pictures[0].is_kept
        assert len(jobs) > 100 * share


def test_damage_in_the_middle_is_noticed_where_it_is_read_and_costs_only_its_rows(profile: Profile) -> None:
    _filled(profile)
    data = bytearray(profile.library_file.read_bytes())
    with sqlite3.connect(profile.library_file) as connection:
        before = {row[0] for row in connection.execute("SELECT id FROM jobs")}
    connection.close()
    page = next(at for at in range(20 * PAGE, len(data), PAGE) if b"label of 2" in data[at : at + PAGE])
    data[page : page + PAGE] = os.urandom(PAGE)
    profile.library_file.write_bytes(data)
    library = Library.open(profile, SERVER)
    assert library.set_aside is None
    with pytest.raises(FaceGenError) as caught:
        for _ in library.jobs():
            pass
    assert caught.value.failure.kind is FailureKind.library_damaged
    assert caught.value.failure.path == str(profile.library_file)
    library.close()
    with Library.open(profile, SERVER) as library:
        assert library.set_aside is not None
        assert library.set_aside.read_bytes() == data
        after = all_jobs(library)
        assert len(before - set(after)) < 60
        assert set(after) <= before
        assert after["399"].pictures == full_job(after["399"]).pictures
        assert [batch.name for batch in library.batches()] == ["batch"]
    with Library.open(profile, SERVER) as library:
        assert library.set_aside is None


def test_a_row_that_makes_no_sense_is_damage(profile: Profile) -> None:
    _filled(profile, 5)
    connection = sqlite3.connect(profile.library_file)
    connection.execute("UPDATE jobs SET state = 'sleeping' WHERE id = '2'")
    connection.execute("UPDATE pictures SET file = '../../etc/passwd' WHERE job_id = '4' AND number = 1")
    connection.execute("UPDATE pictures SET fetched_at = x'ff' WHERE job_id = '3' AND number = 1")
    connection.commit()
    connection.close()
    library = Library.open(profile, SERVER)
    with pytest.raises(FaceGenError) as caught:
        next(library.jobs())
    assert caught.value.failure.kind is FailureKind.library_damaged
    library.close()
    with Library.open(profile, SERVER) as library:
        jobs = all_jobs(library)
        assert set(jobs) == {"0", "1", "3", "4"}
        assert [picture.key.number for picture in jobs["3"].pictures] == [2]
        assert [picture.key.number for picture in jobs["4"].pictures] == [2]


def test_a_database_of_another_program_is_set_aside(profile: Profile) -> None:
    profile.root.mkdir()
    connection = sqlite3.connect(profile.library_file)
    connection.execute("CREATE TABLE jobs (something TEXT)")
    connection.close()
    with Library.open(profile, SERVER) as library:
        assert library.set_aside is not None
        assert all_jobs(library) == {}


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
def test_the_library_of_a_newer_program_is_refused_and_not_touched(profile: Profile, journal: str) -> None:
    profile.root.mkdir()
    connection = sqlite3.connect(profile.library_file)
    connection.execute(f"PRAGMA journal_mode = {journal}")
    connection.execute("CREATE TABLE of_the_future (x)")
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.commit()
    connection.close()
    before = {path.name: path.read_bytes() for path in profile.root.iterdir()}
    assert _kind(profile) is FailureKind.library_newer
    assert {path.name: path.read_bytes() for path in profile.root.iterdir()} == before


def test_an_older_library_becomes_a_newer_one_with_all_it_has(profile: Profile) -> None:
    profile.root.mkdir()
    connection = sqlite3.connect(profile.library_file, isolation_level=None)
    for statement in MIGRATIONS[0]:
        connection.execute(statement)
    connection.execute("PRAGMA user_version = 1")
    later = NOW.replace(hour=20)
    for sequence, (id, time) in enumerate([("1", NOW), ("2", NOW), ("3", later)], start=1):
        connection.execute(
            "INSERT INTO jobs (server, id, sequence, added_at, state) VALUES (?, ?, ?, ?, 'ready')",
            (SERVER, id, sequence, time.isoformat()),
        )
    connection.execute(
        "INSERT INTO pictures (server, job_id, number, file) VALUES (?, '1', 1, 'f')", (SERVER,)
    )
    connection.close()
    with Library.open(profile, SERVER) as library:
        assert library.set_aside is None
        jobs = all_jobs(library)
        assert [batch.created_at for batch in library.batches()] == [later, NOW]
        newest, oldest = library.batches()
        assert {id: job.batch for id, job in jobs.items()} == {"1": oldest.id, "2": oldest.id, "3": newest.id}
        assert jobs["1"].pictures[0].file == "f"
        library.put([full_job(jobs["2"])])
    connection = sqlite3.connect(profile.library_file)
    assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    connection.close()


def test_a_damaged_library_of_the_first_version_is_salvaged_too(profile: Profile) -> None:
    profile.root.mkdir()
    connection = sqlite3.connect(profile.library_file, isolation_level=None)
    for statement in MIGRATIONS[0]:
        connection.execute(statement)
    connection.execute("PRAGMA user_version = 1")
    connection.execute(
        "INSERT INTO jobs (server, id, sequence, added_at, state) VALUES (?, '1', 1, ?, 'waiting')",
        (SERVER, NOW.isoformat()),
    )
    connection.close()
    os.truncate(profile.library_file, profile.library_file.stat().st_size - PAGE)
    with Library.open(profile, SERVER) as library:
        assert library.set_aside is not None
        assert set(all_jobs(library)) == {"1"}
        assert all_jobs(library)["1"].batch == library.batches()[0].id


def test_a_migration_that_is_killed_or_fails_leaves_the_older_library(profile: Profile) -> None:
    profile.root.mkdir()
    connection = sqlite3.connect(profile.library_file, isolation_level=None)
    for statement in MIGRATIONS[0]:
        connection.execute(statement)
    connection.execute("PRAGMA user_version = 1")
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, (*MIGRATIONS, ("CREATE TABLE new (x)", "no SQL")))
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'batches'").fetchone() == (0,)
    connection.close()


@pytest.mark.parametrize("moment", ["_set_aside", "patiently", "sync_folder"])
def test_a_rebuilding_that_is_killed_is_finished_by_the_next_opening(
    profile: Profile, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def killed(*_: object) -> None:
        raise Killed

    _filled(profile, 50)
    os.truncate(profile.library_file, profile.library_file.stat().st_size - PAGE)
    damaged = profile.library_file.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(rebuilding, moment, killed)
        with pytest.raises(Killed):
            Library.open(profile, SERVER)
    with Library.open(profile, SERVER) as library:
        assert "0" in all_jobs(library)
    assert [path.read_bytes() for path in _damaged_files(profile)] == [damaged]
    assert not list(profile.root.glob("*.rebuil*"))


@pytest.mark.parametrize("stopped_at", [0, 1, 30])
def test_a_rebuilding_that_is_stopped_is_begun_anew_next_time(profile: Profile, stopped_at: int) -> None:
    _filled(profile, 50)
    for number in range(1000, 1040):
        keep_picture(profile, str(number))
    os.truncate(profile.library_file, profile.library_file.stat().st_size - PAGE)
    damaged = profile.library_file.read_bytes()
    heard: list[tuple[int, int]] = []
    watch = Watch(lambda done, total: heard.append((done, total)), lambda: len(heard) > stopped_at)
    with pytest.raises(FaceGenError) as caught:
        Library.open(profile, SERVER, watch)
    assert caught.value.failure.kind is FailureKind.library_damaged
    assert len(heard) <= stopped_at + 1
    assert profile.library_file.read_bytes() == damaged
    assert _damaged_files(profile) == []
    heard.clear()
    with Library.open(profile, SERVER, Watch(watch.progress, lambda: False)) as library:
        assert {"0", *map(str, range(1000, 1040))} <= set(all_jobs(library))
    assert heard == [(0, 0), *((done, 41) for done in range(1, 42))]
    assert [path.read_bytes() for path in _damaged_files(profile)] == [damaged]
    assert not list(profile.root.glob("*.rebuil*"))


def test_two_damaged_files_within_a_second_are_both_kept(profile: Profile) -> None:
    profile.root.mkdir()
    for garbage in (b"first" * 99, b"second" * 99):
        profile.library_file.write_bytes(garbage)
        Library.open(profile, SERVER).close()
    assert sorted(path.read_bytes()[:5] for path in _damaged_files(profile)) == [b"first", b"secon"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert _kind(Profile.at(tmp_path / "file" / "profile")) is FailureKind.folder_missing


def test_a_library_that_may_not_be_written_is_shown_and_refuses_changes(
    small_disk: Callable[[str], Path],
) -> None:
    disk = small_disk("2m")
    profile = Profile.at(disk / "profile")
    _filled(profile, 5)
    read_only(disk)
    with Library.open(profile, SERVER) as library:
        assert len(all_jobs(library)) == 5
        with pytest.raises(FaceGenError) as caught:
            library.add(entries("new"), NOW)
        assert caught.value.failure.kind is FailureKind.folder_not_writable
        with pytest.raises(FaceGenError) as caught:
            library.remove(list(all_jobs(library)), NOW)
        assert caught.value.failure.kind is FailureKind.folder_not_writable
    writable(disk)
    with Library.open(profile, SERVER) as library:
        library.add(entries("new"), NOW)
        assert len(all_jobs(library)) == 6


def test_a_log_that_cannot_be_read_with_the_library_is_not_passed_over(
    small_disk: Callable[[str], Path],
) -> None:
    disk = small_disk("2m")
    profile = Profile.at(disk / "profile")
    _filled(profile, 5)
    log = profile.library_file.with_name(f"{profile.library_file.name}-wal")
    log.write_bytes(b"changes" * 99)
    read_only(disk)
    assert _kind(profile) is FailureKind.folder_not_writable


def test_a_folder_without_a_library_that_may_not_be_written_is_told(
    small_disk: Callable[[str], Path],
) -> None:
    disk = small_disk("2m")
    (disk / "profile").mkdir()
    read_only(disk)
    assert _kind(Profile.at(disk / "profile")) is FailureKind.folder_not_writable


def test_a_full_disk_is_told_and_work_goes_on_when_there_is_room(small_disk: Callable[[str], Path]) -> None:
    disk = small_disk("1m")
    profile = Profile.at(disk / "profile")
    with Library.open(profile, SERVER) as library:
        library.add(entries("1"), NOW)
        ballast = fill(disk, leave=8192)
        with pytest.raises(FaceGenError) as caught:
            _add_many(library)
        assert caught.value.failure.kind is FailureKind.disk_full
        before = all_jobs(library)
        ballast.unlink()
        library.add(entries("2"), NOW)
        assert set(all_jobs(library)) == {*before, "2"}
    with Library.open(profile, SERVER) as library:
        assert library.set_aside is None


def test_a_full_disk_from_the_start_is_told(small_disk: Callable[[str], Path]) -> None:
    disk = small_disk("64k")
    profile = Profile.at(disk / "profile")
    profile.root.mkdir()
    ballast = fill(disk)
    assert _kind(profile) is FailureKind.disk_full
    ballast.unlink()
    fill(disk, leave=4096)
    assert _kind(profile) is FailureKind.disk_full
