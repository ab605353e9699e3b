"""All jobs as the worker knows them, in memory and in the library, changed only through here."""

import contextlib
import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.job import Batch, Job, NewJob, Picture
from facegen_gui.services.events import BatchesChanged, Event, TroubleFound
from facegen_gui.services.journal import note_job
from facegen_gui.services.outbox import Outbox
from facegen_gui.storage.library import Added, Library

log = logging.getLogger(__name__)

T = TypeVar("T")


class Ledger:
    """Belongs to the worker's thread, as its library does."""

    def __init__(
        self,
        open_library: Callable[[], Library],
        emit: Callable[[list[Event]], None],
        store_failed: Callable[[Failure], None],
    ) -> None:
        """Raises FaceGenError as `Library.open` does."""
        self._open = open_library
        self._library = open_library()
        self._is_closed = False  # an attempt to open it anew has failed
        self._jobs: dict[str, Job] = {}
        self._batches: dict[int, Batch] = {}
        self._set_aside: Path | None = None
        self._note_set_aside()
        self._is_loaded = False
        self.outbox = Outbox(emit, self._store, store_failed)

    @property
    def set_aside(self) -> Path | None:
        """Where the newest damaged library of this run is."""
        return self._set_aside

    def __contains__(self, job_id: str) -> bool:
        return job_id in self._jobs

    def __iter__(self) -> Iterator[Job]:
        return iter(tuple(self._jobs.values()))

    def get(self, job_id: str) -> Job | None:
        return self._jobs.get(job_id)

    def change(self, job: Job) -> None:
        """Remember and tell, at the next tick. A job that was removed meanwhile stays so."""
        if job.id in self._jobs and self._jobs[job.id] != job:
            note_job(self._jobs[job.id], job)
            self._jobs[job.id] = job
            self.outbox.put(job)

    def load(self) -> Iterator[tuple[Job, ...]]:
        """Read the library in chunks, newest first; each is told as it comes. Raises FaceGenError.

        A library that turns out to be damaged is rebuilt and read on. Begun again, it goes on likewise.
        """
        try:
            yield from self._read()
        except FaceGenError as error:
            if error.failure.kind is not FailureKind.library_damaged:
                raise
            log.warning("the library is damaged and is rebuilt: %s", error.failure.detail)
            self._open_anew()
            yield from self._read()
        self._is_loaded = True

    def _read(self) -> Iterator[tuple[Job, ...]]:
        if self._is_closed:
            self._open_anew()
        self._batches |= {batch.id: batch for batch in self._library.batches()}
        if self._batches:
            self.outbox.tell(BatchesChanged(tuple(self._batches.values())))
        for chunk in self._library.jobs():
            # What is known already, or was added while this goes on, is newer than what the library read.
            unknown = tuple(job for job in chunk if job.id not in self._jobs)
            self._jobs.update((job.id, job) for job in unknown)
            self.outbox.show(unknown)
            yield unknown

    def add(self, entries: Sequence[NewJob], now: datetime, batch_name: str) -> Added:
        """Durable on return. Raises FaceGenError."""
        added = self._durably(lambda: self._library.add(entries, now, batch_name))
        if added.batch is not None:
            self._batches[added.batch.id] = added.batch
            self.outbox.tell(BatchesChanged((added.batch,)))
        log.info("%d jobs added, %d were here", len(added.jobs), len(added.existing))
        self._jobs.update((job.id, job) for job in added.jobs)
        self.outbox.show(added.jobs)
        return added

    def remove(self, job_ids: Sequence[str], now: datetime) -> None:
        """Durable on return. Raises FaceGenError; then everything is as before."""
        self.outbox.flush()
        self._durably(lambda: self._library.remove(job_ids, now))
        for job_id in job_ids:
            self._jobs.pop(job_id, None)
        self.outbox.removed(job_ids)

    def erase(self, job_id: str) -> None:
        """Nothing of this ID remains, on disk neither. Raises FaceGenError."""
        self.outbox.flush()
        self._durably(lambda: self._library.erase(job_id))
        self._jobs.pop(job_id, None)
        self.outbox.removed((job_id,))

    def restore(self, job_ids: Sequence[str]) -> tuple[Job, ...]:
        """Durable on return. Raises FaceGenError."""
        jobs = self._durably(lambda: self._library.restore(job_ids))
        self._jobs.update((job.id, job) for job in jobs)
        self.outbox.show(jobs)
        return jobs

    def purge(self) -> tuple[Path, ...]:
        """Forget what was removed; returns the files that nobody needs any more. Raises FaceGenError."""
        return self._durably(lambda: self._library.purge_removed())

    def batch(self, batch_id: int) -> Batch | None:
        return self._batches.get(batch_id)

    def rename_batch(self, batch_id: int, name: str) -> None:
        """Raises FaceGenError."""
        batch = self._batches.get(batch_id)
        if batch is not None:
            self._durably(lambda: self._library.rename_batch(batch_id, name))
            renamed = self._batches[batch_id] = Batch(batch.id, batch.created_at, name)
            self.outbox.tell(BatchesChanged((renamed,)))

    def unmeasured(self) -> tuple[Picture, ...]:
        """Pictures of a rebuilt library that nobody has looked into yet. Raises FaceGenError."""
        return self._durably(lambda: self._library.unmeasured())

    def known_files(self) -> set[str]:
        return {picture.file for job in self._jobs.values() for picture in job.kept}

    def close(self) -> None:
        self.outbox.flush()
        self._library.close()

    @contextlib.contextmanager
    def telling_refusals(self) -> Iterator[None]:
        """A library that refuses is told of; what was to be done is left undone."""
        try:
            yield
        except FaceGenError as error:
            self.outbox.tell(TroubleFound(error.failure))

    def _store(self, jobs: Sequence[Job]) -> None:
        self._durably(lambda: self._library.put(jobs))

    def _durably(self, act: Callable[[], T]) -> T:
        """What `act` returns; a library that turns out to be damaged is rebuilt once, and told of."""
        if self._is_closed:
            self._open_anew()
        try:
            return act()
        except FaceGenError as error:
            match error.failure.kind:
                case FailureKind.library_damaged:
                    log.warning("the library is damaged and is rebuilt: %s", error.failure.detail)
                    self._open_anew()
                    # Until all is loaded, the damaged file is told of with that.
                    if self._is_loaded:
                        self.outbox.tell(TroubleFound(error.failure))
                case FailureKind.folder_not_writable:
                    # What was opened while the disk was read-only never writes, not even when the disk does.
                    self._open_anew()
                case _:
                    raise
            return act()

    def _open_anew(self) -> None:
        """Closes first: SQLite lets a new connection be no better than one that is open in this process."""
        with contextlib.suppress(FaceGenError):
            self._library.close()
        self._is_closed = True
        self._library = self._open()
        self._is_closed = False
        self._note_set_aside()
        if self._library.set_aside is not None:
            # Memory knows better than what could be saved of the file.
            self._library.put(self._jobs.values(), self._batches.values())

    def _note_set_aside(self) -> None:
        if self._library.set_aside is not None:
            self._set_aside = self._library.set_aside
            log.warning("the library was rebuilt, the damaged file is %s", self._set_aside.name)
