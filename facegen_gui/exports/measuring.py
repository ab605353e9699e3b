"""Size and SHA-256 of what was handed out: of the saved copy if there is one, else of what would be saved.

A saved copy may have another format than was received, or lack its metadata; only the file itself tells.
"""

import enum
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from facegen_gui.domain.failures import FaceGenError, FailureKind
from facegen_gui.domain.saves import SaveItem, SaveOptions
from facegen_gui.storage.disk import sha256_of
from facegen_gui.storage.saving import Convert, converted

# Some disks round the time of a change up by as much.
_ROUNDING = 2.0  # seconds


class FileState(enum.Enum):
    as_saved = "as_saved"
    changed = "changed"  # by somebody, after it was saved
    gone = "gone"  # the saved copy, wherever to
    unreadable = "unreadable"  # the program's own file


@dataclass(frozen=True, slots=True)
class NoteFile:
    """A picture and, where it was saved, its copy with the time of the save."""

    item: SaveItem
    saved_to: Path | None = None
    saved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    state: FileState
    size: int = 0  # bytes
    sha256: str = ""


Measure = Callable[[NoteFile, Path], Measured]


def measured(file: NoteFile, folder: Path, *, options: SaveOptions, convert: Convert) -> Measured:
    """`folder` is for what has to be converted to be measured. Raises FaceGenError where that cannot be."""
    if file.saved_to is not None:
        return _copy(file.saved_to, file)
    try:
        with converted(file.item, options, convert, folder) as path:
            return Measured(FileState.as_saved, path.stat().st_size, sha256_of(path))
    except OSError:
        return Measured(FileState.unreadable)
    except FaceGenError as error:
        if error.failure.kind is FailureKind.disk_full:
            raise
        return Measured(FileState.unreadable)


def _copy(path: Path, file: NoteFile) -> Measured:
    try:
        found = path.stat()
        checksum = sha256_of(path)
    except OSError:
        return Measured(FileState.gone)
    is_later = file.saved_at is not None and found.st_mtime > file.saved_at.timestamp() + _ROUNDING
    is_changed = is_later and checksum != file.item.sha256
    return Measured(FileState.changed if is_changed else FileState.as_saved, found.st_size, checksum)
