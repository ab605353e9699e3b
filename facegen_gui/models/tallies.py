"""How many tiles each filter shows, and how each batch stands as a checklist; kept up to date in slices."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from facegen_gui.domain.job import Job
from facegen_gui.models.job_store import JobStore
from facegen_gui.models.slices import Backlog
from facegen_gui.models.tiles import TileFilter, facets

TELL_AFTER = 40  # milliseconds


@dataclass(frozen=True, slots=True)
class Checklist:
    """Jobs of one batch. Coming are those that are still asked for; missing, what will not come by itself."""

    batch: int
    delivered: int = 0
    coming: int = 0
    missing: int = 0
    dismissed: int = 0

    @property
    def total(self) -> int:
        return self.delivered + self.coming + self.missing + self.dismissed


@dataclass(frozen=True, slots=True)
class _Count:
    """What one job adds."""

    batch: int
    delivered: int
    coming: int
    missing: int
    dismissed: int
    tiles: tuple[int, ...]


class Tallies(QObject):
    changed = Signal()

    def __init__(self, store: JobStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._counts: dict[str, _Count] = {}
        self._tiles: dict[int, int] = {}  # by facets
        self._batches: dict[int, list[int]] = {}
        self._missing: dict[int, dict[str, None]] = {}
        # Views that show counts lay themselves out anew: not more often than people can read.
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(TELL_AFTER)
        self._telling.timeout.connect(self.changed)
        self._backlog = Backlog(self._update, self)
        store.jobs_added.connect(self._on_jobs)
        store.jobs_removed.connect(self._on_jobs)
        store.jobs_changed.connect(self._on_jobs_changed)
        self._backlog.add(store.ids())

    def count(self, tile_filter: TileFilter) -> int:
        """Tiles that this filter shows, without any search."""
        bit = int(tile_filter)
        return sum(amount for bits, amount in self._tiles.items() if bits & bit)

    def checklist(self, batch: int) -> Checklist:
        return Checklist(batch, *self._batches.get(batch, (0, 0, 0, 0)))

    def incomplete(self) -> list[Checklist]:
        """Batches in which something is missing, newest first."""
        return [self.checklist(batch) for batch in sorted(self._missing, reverse=True)]

    def missing_jobs(self, batch: int) -> list[str]:
        """IDs of a batch that will not come by themselves and are not dismissed."""
        return list(self._missing.get(batch, ()))

    def _on_jobs(self, jobs: list[Job]) -> None:
        self._backlog.add([job.id for job in jobs])

    def _on_jobs_changed(self, changes: list[tuple[Job, Job]]) -> None:
        self._backlog.add([new.id for _, new in changes])

    def _update(self, ids: list[str]) -> None:
        touched = False
        for job_id in ids:
            old = self._counts.pop(job_id, None)
            job = self._store.job(job_id)
            new = None if job is None else _count(job)
            if new is not None:
                self._counts[job_id] = new
            if new == old:
                continue
            touched = True
            if old is not None:
                self._add(job_id, old, -1)
            if new is not None:
                self._add(job_id, new, 1)
        if touched and not self._telling.isActive():
            self._telling.start()

    def _add(self, job_id: str, count: _Count, sign: int) -> None:
        for bits in count.tiles:
            self._tiles[bits] = self._tiles.get(bits, 0) + sign
        batch = self._batches.setdefault(count.batch, [0, 0, 0, 0])
        for place, amount in enumerate((count.delivered, count.coming, count.missing, count.dismissed)):
            batch[place] += sign * amount
        if count.missing:
            missing = self._missing.setdefault(count.batch, {})
            if sign > 0:
                missing[job_id] = None
            else:
                missing.pop(job_id, None)
                if not missing:
                    del self._missing[count.batch]


def _count(job: Job) -> _Count:
    delivered = job.is_delivered
    dismissed = job.dismissed and not delivered
    waited_for = not delivered and not dismissed
    coming = waited_for and job.is_unfinished
    missing = waited_for and not coming
    tiles = tuple(facets(job, picture) for picture in job.pictures) or (facets(job, None),)
    return _Count(job.batch, int(delivered), int(coming), int(missing), int(dismissed), tiles)
