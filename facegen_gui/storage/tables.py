"""Reading and writing the library's rows of one server, in transactions. `Library` says what they mean."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from facegen_gui.domain.job import Batch, Job, Picture
from facegen_gui.storage.connection import DamagedError, errors_as_failures
from facegen_gui.storage.rows import (
    JOB_COLUMNS,
    PICTURE_COLUMNS,
    Row,
    job_from,
    job_row,
    picture_from,
    picture_row,
    plain_text,
    time_text,
)

_JOB_LIST = ", ".join(JOB_COLUMNS)
_PICTURE_LIST = ", ".join(PICTURE_COLUMNS)


def _upsert(table: str, columns: Sequence[str], key: Sequence[str]) -> str:
    names = ("server", *columns)
    updates = ", ".join(f"{name} = excluded.{name}" for name in columns if name not in key)
    return (
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) "
        f"ON CONFLICT (server, {', '.join(key)}) DO UPDATE SET {updates}"
    )


_PUT_JOB = _upsert("jobs", JOB_COLUMNS, ("id",))
_PUT_PICTURE = _upsert("pictures", PICTURE_COLUMNS, ("job_id", "number"))
# Numbers are unique over all servers: that of another server's batch is left alone.
_PUT_BATCH = (
    "INSERT INTO batches (id, server, created_at, name) VALUES (?, ?, ?, ?) ON CONFLICT (id) "
    "DO UPDATE SET created_at = excluded.created_at, name = excluded.name WHERE server = excluded.server"
)
# An answer may name fewer pictures than an earlier one. A row that has its file is never dropped for that.
_DROP_UNNAMED = "DELETE FROM pictures WHERE server = ? AND job_id = ? AND number > ? AND file = ''"


class Tables:
    """The rows of `server` behind `connection`, which is in autocommit mode outside `transaction`."""

    def __init__(self, connection: sqlite3.Connection, file: Path, server: str) -> None:
        self._connection = connection
        self._file = file
        self._server = server
        self._durable: bool | None = None

    @contextmanager
    def transaction(self, *, durable: bool) -> Iterator[None]:
        """All or nothing. `durable` waits for the disk, so that a power loss does not undo it.

        Without it the changes survive the end of this process in any way, and a power loss may undo the
        last ones, in order, without damage.
        """
        with errors_as_failures(self._file):
            if durable is not self._durable:
                self._connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
                self._durable = durable
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            finally:
                # SQLite has rolled back by itself after some errors, such as a full disk.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def empty_log(self) -> None:
        """Moves what the write-ahead log holds into the file, so that nothing deleted remains in it."""
        with errors_as_failures(self._file):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def reading(self) -> Iterator[None]:
        with errors_as_failures(self._file):
            yield

    def query(self, statement: str, *values: Any) -> list[Row]:
        """`statement` with the server as its first value."""
        return self._connection.execute(statement, (self._server, *values)).fetchall()

    def execute(self, statement: str, *values: Any) -> int:
        """As `query`, for a change; the id of the last row inserted."""
        return self._connection.execute(statement, (self._server, *values)).lastrowid or 0

    def jobs(self, condition: str, *values: Any) -> tuple[Job, ...]:
        """Jobs with their pictures; `condition` follows "WHERE server = ?"."""
        rows = self.query(f"SELECT {_JOB_LIST} FROM jobs WHERE server = ? {condition}", *values)
        pictures = self.pictures(
            "AND job_id IN (SELECT value FROM json_each(?))", json.dumps([row[0] for row in rows])
        )
        by_job: defaultdict[str, list[Picture]] = defaultdict(list)
        for picture in pictures:
            by_job[picture.key.job_id].append(picture)
        try:
            return tuple(job_from(row, tuple(by_job[row[0]])) for row in rows)
        except (ValueError, TypeError, KeyError) as error:
            raise DamagedError(f"a job's row: {error}") from error

    def jobs_with_ids(self, ids: Iterable[str], condition: str = "") -> tuple[Job, ...]:
        return self.jobs(f"AND id IN (SELECT value FROM json_each(?)) {condition}", json.dumps(list(ids)))

    def pictures(self, condition: str, *values: Any) -> tuple[Picture, ...]:
        """Pictures by job and number; `condition` follows "WHERE server = ?"."""
        rows = self.query(
            f"SELECT {_PICTURE_LIST} FROM pictures WHERE server = ? {condition} ORDER BY job_id, number",
            *values,
        )
        try:
            return tuple(picture_from(row) for row in rows)
        except (ValueError, TypeError, KeyError) as error:
            raise DamagedError(f"a picture's row: {error}") from error

    def put(self, jobs: Collection[Job]) -> None:
        last_numbers = [
            (self._server, job.id, max((picture.key.number for picture in job.pictures), default=0))
            for job in jobs
        ]
        run = self._connection.executemany
        run(_PUT_JOB, [(self._server, *job_row(job)) for job in jobs])
        run(_PUT_PICTURE, [(self._server, *picture_row(picture)) for job in jobs for picture in job.pictures])
        run(_DROP_UNNAMED, last_numbers)

    def put_batches(self, batches: Iterable[Batch]) -> None:
        rows = [(batch.id, self._server, time_text(batch.created_at), batch.name) for batch in batches]
        self._connection.executemany(_PUT_BATCH, rows)

    def set_removed(self, ids: Iterable[str], time: datetime | None) -> None:
        self.execute(
            "UPDATE jobs SET removed_at = ?2 WHERE server = ?1 AND id IN (SELECT value FROM json_each(?3))",
            time_text(time),
            json.dumps(list(ids)),
        )

    def new_batch(self, now: datetime, name: str) -> Batch:
        name = plain_text(name)
        number = self.execute(
            "INSERT INTO batches (server, created_at, name) VALUES (?, ?, ?)", time_text(now), name
        )
        return Batch(number, now, name)

    def last_sequence(self) -> int:
        return int(self.query("SELECT coalesce(max(sequence), 0) FROM jobs WHERE server = ?")[0][0])
