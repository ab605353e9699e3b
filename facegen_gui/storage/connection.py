"""The one SQLite connection of a library: how it is opened, what its errors mean, and the mark of damage."""

import contextlib
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from facegen_gui.domain.disk_failures import os_failure, read_failure
from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.storage.rows import BATCH_COLUMNS, JOB_COLUMNS, PICTURE_COLUMNS
from facegen_gui.storage.schema import VERSION, migrate, version_of

# Seconds to wait for another process (a backup, a virus scanner) that holds the file.
_BUSY_SECONDS = 2.0
# Where SQLite's file format keeps PRAGMA user_version: four bytes, big-endian.
_USER_VERSION_AT = slice(60, 64)
_MAGIC = b"SQLite format 3\0"


class DamagedError(Exception):
    """The file is no library, or not any more."""


def connect(file: Path) -> sqlite3.Connection:
    """Opens or creates the library and brings it to the newest schema.

    Raises DamagedError, and FaceGenError with library_newer or what the disk said. Reads a few pages only,
    however large the library is: damage further in is found by the statement that meets it.
    """
    refuse_newer(file)
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite3.connect(file, timeout=_BUSY_SECONDS, isolation_level=None)
        # WAL: readers of a backup do not stop us, and a commit is one write. The log is checked frame by
        # frame when it is read again, so a process killed in the middle of it loses nothing it committed.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        # macOS acknowledges a plain fsync before the drive has written.
        connection.execute("PRAGMA fullfsync = 1")
        # What is deleted is overwritten: labels and IDs are nobody's business once they are gone.
        connection.execute("PRAGMA secure_delete = ON")
        _refuse_foreign(connection, file)
        migrate(connection)
        for table, columns in _TABLES.items():
            connection.execute(f"SELECT {', '.join(columns)} FROM {table} LIMIT 1").fetchall()
    except sqlite3.Error as error:
        if connection is not None:
            connection.close()
        if _means_damage(error) or _primary_code(error) == sqlite3.SQLITE_ERROR:
            raise DamagedError(str(error)) from error
        raise FaceGenError(failure_of(error, file)) from error
    except (DamagedError, FaceGenError):
        if connection is not None:
            connection.close()
        raise
    return connection


def connect_to_read(file: Path) -> sqlite3.Connection | None:
    """The library of a folder that cannot be written to, to be looked at; None where that is not safe."""
    log = file.with_name(f"{file.name}-wal")
    connection: sqlite3.Connection | None = None
    try:
        # What a killed run left in the log is part of the library: "immutable" would not see it. Without a
        # log nothing else will do, since SQLite could not make one.
        how = "mode=ro" if log.exists() and log.stat().st_size else "immutable=1"
        connection = sqlite3.connect(f"{file.absolute().as_uri()}?{how}", uri=True, isolation_level=None)
        if version_of(connection) == VERSION:
            for table, columns in _TABLES.items():
                connection.execute(f"SELECT {', '.join(columns)} FROM {table} LIMIT 1").fetchall()
            return connection
    except (sqlite3.Error, OSError):
        pass
    if connection is not None:
        connection.close()
    return None


_TABLES = {
    "jobs": ("server", *JOB_COLUMNS, "removed_at"),
    "pictures": ("server", *PICTURE_COLUMNS),
    "batches": ("server", *BATCH_COLUMNS),
}


def refuse_newer(file: Path) -> None:
    """Raises FaceGenError(library_newer) without opening the file, which could change it."""
    try:
        with file.open("rb") as opened:
            head = opened.read(100)
    except FileNotFoundError:
        return
    except OSError as error:
        raise FaceGenError(replace(read_failure(error, file), kind=FailureKind.library_unreadable)) from error
    if head.startswith(_MAGIC) and len(head) == 100:
        version = int.from_bytes(head[_USER_VERSION_AT], "big")
        # A damaged header gives any number; no program will ever have made a thousand versions.
        if VERSION < version < 1000:
            raise FaceGenError(_newer(file, version))


def _refuse_foreign(connection: sqlite3.Connection, file: Path) -> None:
    version = version_of(connection)
    if VERSION < version < 1000:
        raise FaceGenError(_newer(file, version))
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if not 0 <= version <= VERSION or (version == 0) != (tables == 0):
        raise DamagedError(f"version {version} with {tables} tables")


def _newer(file: Path, version: int) -> Failure:
    return Failure(
        FailureKind.library_newer, path=str(file), detail=f"schema {version}, known are 1 to {VERSION}"
    )


@contextlib.contextmanager
def errors_as_failures(file: Path) -> Iterator[None]:
    """Turns SQLite's errors and DamagedError into FaceGenError; marks a damaged file."""
    try:
        yield
    except (sqlite3.Error, DamagedError) as error:
        failure = failure_of(error, file)
        if failure.kind is FailureKind.library_damaged:
            mark_damaged(file)
        raise FaceGenError(failure) from error


def failure_of(error: Exception, file: Path) -> Failure:
    """What a person is to be told of `error`, which came from SQLite or is a DamagedError."""
    detail = f"{type(error).__name__}: {error}"[:2000]
    if _means_damage(error):
        return Failure(FailureKind.library_damaged, path=str(file), detail=detail)
    match _primary_code(error):
        case sqlite3.SQLITE_FULL:
            return Failure(FailureKind.disk_full, path=str(file), detail=detail)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return Failure(FailureKind.library_locked, path=str(file), detail=detail)
        case sqlite3.SQLITE_READONLY:
            # Also when the folder can be written to again: this connection cannot, but the next one will.
            return _probe(file.parent) or Failure(
                FailureKind.folder_not_writable, path=str(file), detail=detail
            )
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_IOERR:
            # SQLite does not tell why; writing a small file there does.
            return _probe(file.parent) or Failure(
                FailureKind.library_unreadable, path=str(file), detail=detail
            )
        case _:
            return Failure(FailureKind.internal, path=str(file), detail=detail)


def damage_mark(file: Path) -> Path:
    return file.with_name(f"{file.name}.damage-found")


def mark_damaged(file: Path) -> None:
    """Has the next opening rebuild the library: opening alone does not read far enough to see the damage."""
    with contextlib.suppress(OSError):
        damage_mark(file).touch()


def _means_damage(error: Exception) -> bool:
    if isinstance(error, DamagedError):
        return True
    # The module raises this one itself, without a code, for text that is no UTF-8.
    if isinstance(error, sqlite3.OperationalError) and not hasattr(error, "sqlite_errorcode"):
        return True
    return _primary_code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _primary_code(error: Exception) -> int:
    """SQLite's code without its extension; 0 for what the Python module itself complains of."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def _probe(folder: Path) -> Failure | None:
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(65536))
            file.flush()
    except OSError as error:
        return os_failure(error, folder)
    return None
