"""What a job and a picture are. Values only; which state follows which stands in `transitions`."""

import enum
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from facegen_gui.domain.failures import Failure


class JobState(enum.Enum):
    """Where a job stands. The values are stored in the library's `jobs.state`."""

    waiting = "waiting"  # to be asked; nothing known yet
    being_made = "being_made"  # the service said processing, queued or pending
    downloading = "downloading"  # the service named pictures that are not all here yet
    ready = "ready"  # all that can be had is on disk, at least one file
    failed = "failed"  # `Job.failure` says why; asked again only when a person wants it
    overdue = "overdue"  # still being made after 24 hours; no longer asked by itself


UNFINISHED = frozenset({JobState.waiting, JobState.being_made, JobState.downloading})


class Choice(enum.Enum):
    """A person's verdict on a picture. Stored in `pictures.choice`."""

    none = ""
    keep = "keep"
    maybe = "maybe"
    no = "no"  # the same as rejected


class PictureKey(NamedTuple):
    """Identity of a picture: its job and its number, counted from 1. Never a row."""

    job_id: str
    number: int


@dataclass(frozen=True, slots=True)
class Picture:
    """One entry of a job's output. `file` is empty until its bytes are safely on disk."""

    key: PictureKey
    url: str = ""
    file: str = ""  # relative to the profile, with forward slashes
    sha256: str = ""
    bytes: int = 0
    media_type: str = ""  # told by the bytes; not image/… for other media, which are kept too
    width: int = 0  # pixels as shown (EXIF orientation applied); 0 for other media
    height: int = 0
    fetched_at: datetime | None = None  # UTC
    failure: Failure | None = None
    saved_at: datetime | None = None  # UTC, last time a copy was saved
    saved_to: str = ""  # absolute path of that copy; without `saved_at`, of one that was taken back
    starred: bool = False
    choice: Choice = Choice.none

    @property
    def is_kept(self) -> bool:
        return bool(self.file)

    @property
    def is_image(self) -> bool:
        """Kept and shown as a picture, not only as a file."""
        return bool(self.file) and self.width > 0


@dataclass(frozen=True, slots=True)
class Job:
    """A job ID somebody pasted, and all that is known of it. All times are UTC and aware."""

    id: str
    sequence: int  # position in the order of being added, over all batches; ascending, unique in a library
    batch: int  # id of the paste it came with
    added_at: datetime
    state: JobState = JobState.waiting
    label: str = ""
    failure: Failure | None = None
    asked_at: datetime | None = None
    next_ask_at: datetime | None = None
    being_made_since: datetime | None = None
    first_ready_at: datetime | None = None  # first time the service named its pictures
    dismissed: bool = False  # the person no longer waits for what is missing
    meta: str = ""  # the service's `meta` as a JSON object, for the picture information; never a key
    pictures: tuple[Picture, ...] = field(default=())

    @property
    def kept(self) -> tuple[Picture, ...]:
        return tuple(p for p in self.pictures if p.is_kept)

    @property
    def is_unfinished(self) -> bool:
        return self.state in UNFINISHED

    @property
    def is_delivered(self) -> bool:
        """Ready with every picture the service named."""
        return self.state is JobState.ready and all(p.is_kept for p in self.pictures)


@dataclass(frozen=True, slots=True)
class Batch:
    """One paste: the unit people think in ("this morning's list")."""

    id: int
    created_at: datetime
    name: str = ""


@dataclass(frozen=True, slots=True)
class NewJob:
    """An ID to be added, with the label that stood beside it."""

    id: str
    label: str = ""
