"""What the worker tells the window: frozen values, collected and delivered as one list per tick."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import Batch, Job, NewJob, PictureKey
from facegen_gui.domain.key_status import KeyStatus
from facegen_gui.domain.saves import SaveReport

if TYPE_CHECKING:
    from facegen_gui.services.check_steps import CheckStep


@dataclass(frozen=True, slots=True)
class JobsChanged:
    """New or changed jobs, each with all its pictures: the whole truth, replacing what was known."""

    jobs: tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class JobsRemoved:
    job_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BatchesChanged:
    batches: tuple[Batch, ...]


@dataclass(frozen=True, slots=True)
class AlreadyHere:
    """IDs of an `add` that the library has; the window selects their tiles."""

    job_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Entries of an `add` that the library refuses so far; told once, tried again by itself."""

    entries: tuple[NewJob, ...]
    failure: Failure


@dataclass(frozen=True, slots=True)
class LibraryLoaded:
    """All that was remembered has been told. `set_aside` is the damaged file's new path, empty otherwise."""

    set_aside: str = ""


@dataclass(frozen=True, slots=True)
class PauseChanged:
    """The whole queue waits because of `failure` (None: it goes on), by itself at `until` if that is set."""

    failure: Failure | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class KeyChanged:
    status: KeyStatus


@dataclass(frozen=True, slots=True)
class KeyWanted:
    """Jobs wait for a key: none is there, or the service rejected it (`rejected`)."""

    rejected: bool = False


@dataclass(frozen=True, slots=True)
class TransferProgress:
    key: PictureKey
    received: int  # bytes
    total: int  # bytes, 0 when unknown


# The task that nobody asked for: a library that was damaged or lost is made anew.
REBUILDING = -1


# The task that goes on with what a person had asked for before the program ended.
RESUMED_SAVE = -2


@dataclass(frozen=True, slots=True)
class TaskProgress:
    """`total` is 0 while it is not known; REBUILDING ends with `done` equal to it."""

    task: int
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class SaveFinished:
    report: SaveReport


@dataclass(frozen=True, slots=True)
class SaveUndone:
    """`moved` files went to the trash; `left` stayed because they had changed or were gone."""

    moved: int
    left: int


@dataclass(frozen=True, slots=True)
class TaskFinished:
    """A zip, contact sheet or delivery note is at `path`; or `failure`, or neither when cancelled."""

    task: int
    path: str = ""
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class TroubleFound:
    """Something to be told once that no job can show (library trouble, a thumbnail folder that is gone)."""

    failure: Failure


@dataclass(frozen=True, slots=True)
class TroubleEnded:
    """What a TroubleFound of this kind told of is over by itself."""

    kind: FailureKind


@dataclass(frozen=True, slots=True)
class CheckStepDone:
    step: "CheckStep"


@dataclass(frozen=True, slots=True)
class CheckUpFinished:
    """The walk has ended, with its last step or with the first that failed."""


Event = (
    JobsChanged
    | JobsRemoved
    | BatchesChanged
    | AlreadyHere
    | NotTaken
    | LibraryLoaded
    | PauseChanged
    | KeyChanged
    | KeyWanted
    | TransferProgress
    | TaskProgress
    | SaveFinished
    | SaveUndone
    | TaskFinished
    | TroubleFound
    | TroubleEnded
    | CheckStepDone
    | CheckUpFinished
)
