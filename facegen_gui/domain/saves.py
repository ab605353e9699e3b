"""What is to be saved, how, and what came of it. Values that cross between window, worker and disk."""

import enum
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from facegen_gui.domain.failures import Failure
from facegen_gui.domain.job import PictureKey


class Conflict(enum.Enum):
    """What to do when a file of that name is there already. Identical content is never doubled."""

    free_name = "free_name"
    ask = "ask"  # asked in the window before the save starts; the disk layer sees the answer
    skip = "skip"  # leave the existing file alone and report the picture as skipped


class SaveFormat(enum.Enum):
    as_received = ""
    png = "png"
    jpeg = "jpeg"
    webp = "webp"


@dataclass(frozen=True, slots=True)
class SaveOptions:
    """`pattern` uses {id} {number} {label} {date} {time} {batch}; see `domain.file_names`."""

    folder: Path
    pattern: str = "{id}_{number}"
    batch_folders: bool = False
    format: SaveFormat = SaveFormat.as_received
    quality: int = 90  # 1 to 100, for JPEG and WebP
    clean: bool = False  # without metadata
    conflict: Conflict = Conflict.free_name


@dataclass(frozen=True, slots=True)
class SaveItem:
    """One picture to be saved. `name` is the file name without folder; sub-folders by forward slashes."""

    key: PictureKey
    source: Path  # absolute
    name: str
    sha256: str
    media_type: str


@dataclass(frozen=True, slots=True)
class SavedFile:
    key: PictureKey
    path: Path
    sha256: str  # of the file as it was written
    written: bool  # False: an identical file was there already
    former: str = ""  # where the library knew a saved copy before this one, with its time
    former_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class UnsavedFile:
    """A picture that could not be saved while others could; `name` is that of the file it would have been."""

    key: PictureKey
    name: str
    failure: Failure


@dataclass(frozen=True, slots=True)
class SaveReport:
    """What came of one save. Undo moves `files` that were written, and are unchanged, to the trash.

    `items` and `options` are what was asked for, so that it can be done once more.
    """

    task: int
    folder: Path
    files: tuple[SavedFile, ...] = ()
    skipped: tuple[PictureKey, ...] = ()
    failure: Failure | None = None  # what stopped it; the files before it are saved
    cancelled: bool = False
    automatic: bool = False
    unsaved: tuple[UnsavedFile, ...] = ()  # each for a reason of its own, which did not stop the others
    items: tuple[SaveItem, ...] = field(default=(), compare=False, repr=False)
    options: SaveOptions | None = field(default=None, compare=False, repr=False)
    resumed: int = 0  # of so many pictures the end of the program had interrupted the save

    @property
    def written(self) -> int:
        """How many files are new."""
        return sum(file.written for file in self.files)
