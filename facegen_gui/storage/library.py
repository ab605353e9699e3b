"""What is remembered: jobs, pictures and batches of one server, in SQLite. With its rooms `connection`,
`schema`, `rows`, `tables`, `salvage` and `rebuild` the only user of sqlite3; pictures themselves are files.

What returned has happened: it survives `kill -9`, and IDs and pictures survive a power loss, too.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from facegen_gui.domain.disk_failures import os_failure
from facegen_gui.domain.failures import FaceGenError, FailureKind
from facegen_gui.domain.job import Batch, Job, JobState, NewJob, Picture
from facegen_gui.storage.connection import DamagedError, connect, connect_to_read, errors_as_failures
from facegen_gui.storage.profile import Profile, is_inside
from facegen_gui.storage.rebuild import finish_interrupted, is_lost, rebuild
from facegen_gui.storage.rows import batch_from, plain_text
from facegen_gui.storage.tables import Tables
from facegen_gui.storage.watch import NOBODY, Watch


@dataclass(frozen=True, slots=True)
class Added:
    """What came of an `add`: the new batch (None if no ID was new), its jobs, and the IDs that were here."""

    batch: Batch | None
    jobs: tuple[Job, ...]
    existing: tuple[str, ...]


class Library:
    """The jobs of one server; belongs to the thread that opened it.

    Every method may raise FaceGenError: library_damaged, library_unreadable, disk_full, folder_not_writable,
    folder_missing, or library_locked (another process holds it). After library_damaged, `close` and `open`
    again: that rebuilds it.
    """

    def __init__(
        self, connection: sqlite3.Connection, profile: Profile, server: str, set_aside: Path | None
    ) -> None:
        self._connection = connection
        self._profile = profile
        self._tables = Tables(connection, profile.library_file, server)
        self.set_aside = set_aside  # where this opening moved a damaged file to

    @classmethod
    def open(cls, profile: Profile, server: str, watch: Watch = NOBODY) -> Self:
        """Opens, creates, migrates or, where it was damaged or lost, rebuilds the library.

        In a folder that cannot be written to, it can be read. Raises FaceGenError(library_newer) for the file
        of a newer program, which is left untouched. `watch` hears of a rebuilding and may stop it:
        FaceGenError(library_damaged); the next opening begins anew.
        """
        try:
            profile.library_file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FaceGenError(os_failure(error, profile.library_file.parent)) from error
        set_aside = finish_interrupted(profile)
        if is_lost(profile):
            set_aside = rebuild(profile, server, watch)
        try:
            connection = connect(profile.library_file)
        except DamagedError:
            set_aside = rebuild(profile, server, watch)
            with errors_as_failures(profile.library_file):
                connection = connect(profile.library_file)
        except FaceGenError as error:
            # What is kept can be shown and saved elsewhere all the same; every change raises this error.
            readable = None
            if error.failure.kind is FailureKind.folder_not_writable:
                readable = connect_to_read(profile.library_file)
            if readable is None:
                raise
            connection = readable
        return cls(connection, profile, server, set_aside)

    def close(self) -> None:
        with self._tables.reading():
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, entries: Sequence[NewJob], now: datetime, batch_name: str = "") -> Added:
        """Remembers new IDs as waiting jobs of one new batch; durable on return.

        A removed ID comes back with its pictures as part of the new batch; one that had failed or was
        overdue waits again. An ID that stands twice in `entries` counts once.
        """
        labels: dict[str, str] = {}
        for entry in entries:
            labels[entry.id] = labels.get(entry.id) or plain_text(entry.label)
        with self._tables.transaction(durable=True):
            rows = self._tables.query(
                "SELECT id, removed_at FROM jobs WHERE server = ? AND id IN (SELECT value FROM json_each(?))",
                json.dumps(list(labels)),
            )
            here = {id for id, removed_at in rows if removed_at is None}
            existing = tuple(id for id in labels if id in here)
            wanted = [id for id in labels if id not in here]
            if not wanted:
                return Added(None, (), existing)
            removed = {
                job.id: job for job in self._tables.jobs_with_ids(id for id, at in rows if at is not None)
            }
            batch = self._tables.new_batch(now, batch_name)
            jobs = []
            for sequence, id in enumerate(wanted, start=self._tables.last_sequence() + 1):
                job = Job(id=id, sequence=sequence, batch=batch.id, added_at=now, label=labels[id])
                jobs.append(_returned(removed[id], job) if id in removed else job)
            self._tables.put(jobs)
            self._tables.set_removed(removed, None)
        return Added(batch, tuple(jobs), existing)

    def jobs(self, chunk: int = 500) -> Iterator[tuple[Job, ...]]:
        """All jobs but the removed ones, newest first. Changes between two chunks do no harm."""
        with self._tables.reading():
            before = self._tables.last_sequence() + 1
        while True:
            with self._tables.reading():
                jobs = self._tables.jobs(
                    "AND sequence < ? AND removed_at IS NULL ORDER BY sequence DESC LIMIT ?", before, chunk
                )
            if not jobs:
                return
            before = jobs[-1].sequence
            yield jobs

    def job(self, id: str) -> Job | None:
        """None for one that is not here or was removed."""
        with self._tables.reading():
            return next(iter(self._tables.jobs("AND id = ? AND removed_at IS NULL", id)), None)

    def batches(self) -> tuple[Batch, ...]:
        """Newest first; also those whose jobs were all removed, until they are purged."""
        with self._tables.reading():
            rows = self._tables.query(
                "SELECT id, created_at, name FROM batches WHERE server = ? ORDER BY id DESC"
            )
            try:
                return tuple(batch_from(row) for row in rows)
            except (ValueError, TypeError) as error:
                raise DamagedError(f"a batch's row: {error}") from error

    def rename_batch(self, id: int, name: str) -> None:
        with self._tables.transaction(durable=True):
            self._tables.execute(
                "UPDATE batches SET name = ?3 WHERE server = ?1 AND id = ?2", id, plain_text(name)
            )

    def put(self, jobs: Iterable[Job], batches: Iterable[Batch] = ()) -> None:
        """Remembers these jobs, their pictures and these batches as they are now, all or none.

        A removed job stays removed.
        """
        jobs = tuple(jobs)
        # When a job was asked last may be forgotten by a power loss (it is asked again then); a picture not.
        with self._tables.transaction(durable=any(job.pictures for job in jobs)):
            self._tables.put(jobs)
            self._tables.put_batches(batches)

    def remove(self, ids: Iterable[str], now: datetime) -> None:
        """Takes jobs out of sight; `restore` brings them back until they are purged."""
        with self._tables.transaction(durable=True):
            self._tables.set_removed(ids, now)

    def restore(self, ids: Collection[str]) -> tuple[Job, ...]:
        """The jobs that are back, newest first."""
        with self._tables.transaction(durable=True):
            self._tables.set_removed(ids, None)
            return self._tables.jobs_with_ids(ids, "AND removed_at IS NULL ORDER BY sequence DESC")

    def purge_removed(self) -> tuple[Path, ...]:
        """Forgets the removed jobs for good; returns their picture files, which are for the trash now."""
        gone = "SELECT id FROM jobs WHERE server = ?1 AND removed_at IS NOT NULL"
        with self._tables.reading():
            if not self._tables.query(f"{gone} LIMIT 1"):
                return ()
        with self._tables.transaction(durable=True):
            files = self._tables.query(
                f"SELECT file FROM pictures WHERE server = ?1 AND job_id IN ({gone}) AND file <> ''"
            )
            self._tables.execute(f"DELETE FROM pictures WHERE server = ?1 AND job_id IN ({gone})")
            self._tables.execute("DELETE FROM jobs WHERE server = ?1 AND removed_at IS NOT NULL")
            self._tables.execute(
                "DELETE FROM batches WHERE server = ?1 AND id NOT IN "
                "(SELECT batch FROM jobs WHERE server = ?1)"
            )
            # A damaged row may lead anywhere; nothing out there is ours to throw away.
            return tuple(self._profile.absolute(file) for (file,) in files if is_inside(file))

    def erase(self, job_id: str) -> None:
        """Leaves nothing of this ID on the disk: it turned out to be something that must not be kept."""
        with self._tables.transaction(durable=True):
            self._tables.execute("DELETE FROM pictures WHERE server = ? AND job_id = ?", job_id)
            self._tables.execute("DELETE FROM jobs WHERE server = ? AND id = ?", job_id)
        self._tables.empty_log()

    def unmeasured(self) -> tuple[Picture, ...]:
        """Kept files that nobody has looked into, as a rebuilt library has them."""
        with self._tables.reading():
            # The condition is the one of the index, so that a start does not scan for nothing.
            return self._tables.pictures(
                "AND file <> '' AND width = 0 AND (media_type LIKE 'image/%' OR sha256 = '')"
            )


def _returned(old: Job, new: Job) -> Job:
    """A removed job that was pasted again."""
    back = replace(old, sequence=new.sequence, batch=new.batch, added_at=new.added_at, dismissed=False)
    back = replace(back, label=new.label or old.label)
    if old.state in (JobState.failed, JobState.overdue):
        return replace(back, state=JobState.waiting, failure=None, next_ask_at=None, being_made_since=None)
    return back
