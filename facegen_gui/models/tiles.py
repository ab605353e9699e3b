"""What one tile of the gallery stands for, which filters show it, and how tiles are ordered."""

import enum
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from facegen_gui.domain.job import Choice, Job, JobState, Picture, PictureKey
from facegen_gui.domain.preferences import Grouping, SortOrder

SortKey = tuple[Any, ...]

STATE_ORDER = {
    state: place
    for place, state in enumerate(
        (
            JobState.failed,
            JobState.overdue,
            JobState.waiting,
            JobState.being_made,
            JobState.downloading,
            JobState.ready,
        )
    )
}


class TileFilter(enum.IntFlag):
    """The gallery's filters; a tile's facets are all those that show it."""

    all = 1
    being_made = 2
    ready = 4
    not_saved = 8
    starred = 16
    rejected = 32
    failed = 64
    keep = 128
    maybe = 256


_ALL, _BEING_MADE, _READY, _NOT_SAVED, _STARRED = (int(f) for f in list(TileFilter)[:5])
_FAILED = int(TileFilter.failed)
_CHOICES = {
    Choice.none: 0,
    Choice.keep: int(TileFilter.keep),
    Choice.maybe: int(TileFilter.maybe),
    Choice.no: int(TileFilter.rejected),
}


@dataclass(frozen=True, slots=True)
class Tile:
    """One picture of a job, or the job itself while it has none."""

    job: Job
    picture: Picture | None = None

    @property
    def key(self) -> PictureKey:
        """The picture's key; number 0 stands for a job without a picture."""
        return PictureKey(self.job.id, 0) if self.picture is None else self.picture.key

    @property
    def is_kept(self) -> bool:
        return self.picture is not None and bool(self.picture.file)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Which tiles are shown and in which order. `terms` are what `models.search` looks for."""

    filter: TileFilter = TileFilter.all
    terms: tuple[str, ...] = ()
    sort: SortOrder = SortOrder.newest
    grouping: Grouping = Grouping.none


def facets(job: Job, picture: Picture | None) -> int:
    """The bits of all filters that show this tile."""
    if picture is None or not picture.file:
        if job.is_unfinished or job.state is JobState.overdue:
            return _ALL | _BEING_MADE
        return _ALL | _FAILED
    bits = _ALL | _READY
    if picture.saved_at is None:
        bits |= _NOT_SAVED
    if picture.starred:
        bits |= _STARRED
    return bits | _CHOICES[picture.choice]


def natural_id(job_id: str) -> tuple[int, int, str]:
    """Numbers by their value and before words, so that 999 stands before 1000."""
    if job_id.isascii() and job_id.isdigit():
        return (0, int(job_id), "")
    return (1, 0, job_id.casefold())


_JOB_ORDERS: dict[SortOrder, Callable[[Job], SortKey]] = {
    SortOrder.newest: lambda job: (-job.batch, job.sequence),
    SortOrder.oldest: lambda job: (job.batch, job.sequence),
    SortOrder.id: lambda job: (*natural_id(job.id), job.sequence),
    SortOrder.label: lambda job: (not job.label, job.label.casefold(), job.sequence),
    SortOrder.state: lambda job: (STATE_ORDER[job.state], -job.batch, job.sequence),
}


def sort_key(job: Job, number: int, arrangement: Arrangement) -> SortKey:
    """Unique for every tile. The first member names the group, and is 0 when nothing is grouped."""
    order = _JOB_ORDERS[arrangement.sort](job)
    match arrangement.grouping:
        case Grouping.none:
            return (0, *order, number)
        case Grouping.batch:
            batch = job.batch if arrangement.sort is SortOrder.oldest else -job.batch
            return (batch, *order, number)
        case Grouping.job:
            return (order, number)
