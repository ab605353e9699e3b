"""Makes a new library from the rows that a damaged one still gives and from the pictures folder.

The damaged file is set aside, never deleted or changed. Killed at any moment, the next opening goes on: the
new library is finished under another name before the old one is touched. No picture is read but its first
bytes, so that thousands take seconds.
"""

import contextlib
import itertools
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from facegen_gui.domain.disk_failures import os_failure
from facegen_gui.domain.failures import FaceGenError
from facegen_gui.storage.adoption import adopt
from facegen_gui.storage.connection import damage_mark, errors_as_failures, refuse_newer
from facegen_gui.storage.disk import patiently, sync_folder
from facegen_gui.storage.picture_files import kept_files, server_of_slug
from facegen_gui.storage.profile import Profile
from facegen_gui.storage.rows import (
    BATCH_COLUMNS,
    JOB_COLUMNS,
    PICTURE_COLUMNS,
    batch_from,
    job_from,
    picture_from,
)
from facegen_gui.storage.salvage import SMALLEST, Record, readable_rows
from facegen_gui.storage.schema import migrate
from facegen_gui.storage.tables import Tables
from facegen_gui.storage.watch import NOBODY, Watch

_BESIDE = ("-wal", "-shm")  # what SQLite keeps beside the file
_TABLES: tuple[tuple[str, tuple[str, ...], Callable[[tuple[Any, ...]], object]], ...] = (
    ("batches", BATCH_COLUMNS, batch_from),
    ("jobs", JOB_COLUMNS, lambda row: job_from(row, ())),
    ("pictures", PICTURE_COLUMNS, picture_from),
)
# What a library of an older schema does not have.
_DEFAULTS: Record = {"batch": 0, "dismissed": 0, "meta": "", "starred": 0, "choice": "", "name": ""}


def is_lost(profile: Profile) -> bool:
    """Whether opening would start from nothing although there is something to rebuild from."""
    file = profile.library_file
    with _disk_errors(file):
        if damage_mark(file).exists():
            return True
        size = file.stat().st_size if file.exists() else 0
        if size:
            return size < SMALLEST
        return _beside(file, "-wal").exists() or any(
            True for folder in _folders(profile) for _ in kept_files(profile, folder)
        )


def rebuild(profile: Profile, server: str, watch: Watch = NOBODY) -> Path | None:
    """Returns where the damaged file is now, or None where there was none. Raises FaceGenError.

    Until it returns, the damaged file is as it was; one that `watch` stopped is begun anew the next time.
    """
    file = profile.library_file
    refuse_newer(file)
    building = _building(file)
    with errors_as_failures(building), _disk_errors(file):
        building.unlink(missing_ok=True)
        _beside(building, "-journal").unlink(missing_ok=True)
        with contextlib.closing(sqlite3.connect(building, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = FULL")
            migrate(connection)
            connection.execute("BEGIN")
            watch.progress(0, 0)
            watch.check()
            if file.exists():
                _copy_rows(file, connection, watch)
            _adopt_all(profile, server, connection, watch)
            connection.execute("COMMIT")
        building.replace(_finished(file))
    return finish_interrupted(profile)


def finish_interrupted(profile: Profile) -> Path | None:
    """Puts a library whose rebuilding came to its end in its place; the path of the one set aside, if any."""
    file = profile.library_file
    finished = _finished(file)
    with _disk_errors(file):
        if not finished.exists():
            return None
        aside = _set_aside(file)
        patiently(lambda: finished.replace(file))
        damage_mark(file).unlink(missing_ok=True)
        sync_folder(file.parent)
    return aside


def _set_aside(file: Path) -> Path | None:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    aside, number = file.with_name(f"{file.name}.damaged-{stamp}"), 2
    while aside.exists():
        aside, number = file.with_name(f"{file.name}.damaged-{stamp}-{number}"), number + 1
    # The log goes first: left behind alone, it would be taken for the log of the new file.
    for suffix in (*_BESIDE, ""):
        source = _beside(file, suffix)
        if source.exists():
            target = _beside(aside, suffix)
            patiently(lambda source=source, target=target: source.replace(target))  # type: ignore[misc]
    return aside if aside.exists() else None


def _adopt_all(profile: Profile, server: str, connection: sqlite3.Connection, watch: Watch) -> None:
    """The pictures of every server, `server` among them."""
    folders = [(server_of_slug(folder.name, server), folder) for folder in _folders(profile)]
    kept = {owner: list(kept_files(profile, folder)) for owner, folder in folders if owner is not None}
    total = sum(map(len, kept.values()))
    done = itertools.count(1)

    def on_file() -> None:
        watch.check()
        watch.progress(next(done), total)

    for owner, files in kept.items():
        adopt(profile, files, Tables(connection, _building(profile.library_file), owner), on_file)


def _copy_rows(damaged: Path, connection: sqlite3.Connection, watch: Watch) -> None:
    for table, columns, check in _TABLES:
        known = ("server", *columns) + (("removed_at",) if table == "jobs" else ())
        records = readable_rows(damaged, table, watch.is_cancelled)
        watch.check()
        for record in records:
            filled = _DEFAULTS | record
            try:
                values = tuple(filled[name] for name in known)
                check(values[1:])
            except (ValueError, TypeError, KeyError):
                continue  # what stands in a damaged page may look like a row
            connection.execute(
                f"INSERT OR IGNORE INTO {table} ({', '.join(known)}) VALUES ({', '.join('?' * len(known))})",
                values,
            )
    # Jobs whose batch could not be read, or which are from before there were batches.
    lost = "SELECT server, added_at FROM jobs WHERE batch NOT IN (SELECT id FROM batches)"
    for server, added_at in connection.execute(f"{lost} GROUP BY server, added_at").fetchall():
        number = connection.execute(
            "INSERT INTO batches (server, created_at) VALUES (?, ?)", (server, added_at)
        ).lastrowid
        connection.execute(
            "UPDATE jobs SET batch = ? WHERE server = ? AND added_at = ? AND batch NOT IN "
            "(SELECT id FROM batches)",
            (number, server, added_at),
        )


def _folders(profile: Profile) -> list[Path]:
    """One folder for each server."""
    try:
        return sorted(folder for folder in profile.pictures.iterdir() if folder.is_dir())
    except OSError:
        return []


def _beside(file: Path, suffix: str) -> Path:
    return file.with_name(file.name + suffix)


def _building(file: Path) -> Path:
    return _beside(file, ".rebuilding")


def _finished(file: Path) -> Path:
    return _beside(file, ".rebuilt")


@contextlib.contextmanager
def _disk_errors(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FaceGenError(os_failure(error, file.parent)) from error
