"""Copies of pictures in folders that people chose: whole or not at all, never over a file of somebody else's.

Formats are the caller's business (`convert`); names come ready-made in the items.
"""

import contextlib
import hashlib
import os
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from facegen_gui.domain.disk_failures import os_failure, read_failure
from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.job import PictureKey
from facegen_gui.domain.media import is_raster
from facegen_gui.domain.saves import (
    Conflict,
    SavedFile,
    SaveFormat,
    SaveItem,
    SaveOptions,
    UnsavedFile,
)
from facegen_gui.storage.disk import sha256_of, sync_file, sync_folder
from facegen_gui.storage.halves import new_half, sweep_halves
from facegen_gui.storage.placing import fitting, names, place_new

Convert = Callable[[Path, Path, SaveOptions], None]

_PIECE = 1 << 20  # bytes
# Faults of the folder that is saved into. All others are one picture's, and the others go on.
_STOPPING = frozenset({FailureKind.disk_full, FailureKind.folder_missing, FailureKind.folder_not_writable})


class SaveOutcome(NamedTuple):
    """The parts of a `SaveReport` that the disk decides."""

    files: tuple[SavedFile, ...]
    skipped: tuple[PictureKey, ...]
    failure: Failure | None
    cancelled: bool
    unsaved: tuple[UnsavedFile, ...] = ()


def save_copies(
    items: Sequence[SaveItem],
    options: SaveOptions,
    *,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
    convert: Convert | None = None,
    default_folder: Path | None = None,
) -> SaveOutcome:
    """Saves in order. A picture that cannot be saved leaves the others alone; a folder that cannot be saved
    into stops it, and what was saved before stays.

    `convert(source, destination, options)` writes pictures in another format or as clean copies; without it,
    and for what is to be saved as received or is no picture, the copy is byte for byte. A missing folder is
    made only if it is `default_folder`: a chosen one that is gone is on a drive that is not plugged in.
    """
    files: list[SavedFile] = []
    skipped: list[PictureKey] = []
    unsaved: list[UnsavedFile] = []
    failure: Failure | None = None
    stopped = False
    taken: set[str] = set()
    try:
        _check_folder(options.folder, may_create=options.folder == default_folder)
        sweep_halves(options.folder)
        for done, item in enumerate(items):
            progress(done, len(items))
            if stopped := cancelled():
                break
            try:
                saved = _save(item, options, convert, taken)
            except FaceGenError as error:
                if _is_of_the_folder(error.failure, item):
                    raise
                unsaved.append(UnsavedFile(item.key, item.name, error.failure))
                continue
            if saved is None:
                skipped.append(item.key)
            else:
                files.append(saved)
                taken.add(_same_anywhere(saved.path))
        else:
            progress(len(items), len(items))
    except FaceGenError as error:
        failure = error.failure
    for folder in {file.path.parent for file in files if file.written}:
        with contextlib.suppress(OSError):  # the bytes themselves are on the disk
            sync_folder(folder)
    return SaveOutcome(tuple(files), tuple(skipped), failure, stopped, tuple(unsaved))


def undo_save(files: Sequence[SavedFile], to_trash: Callable[[Path], bool]) -> tuple[int, int]:
    """Moves the files that a save wrote, if nobody changed them since, to the trash.

    Returns how many went and how many stayed.
    """
    moved = 0
    written = [file for file in files if file.written]
    for file in written:
        with contextlib.suppress(OSError):
            if sha256_of(file.path) == file.sha256 and to_trash(file.path):
                moved += 1
    return moved, len(written) - moved


def _is_of_the_folder(failure: Failure, item: SaveItem) -> bool:
    """Whether the next picture would meet the same. A disk's unknown errors are thought to."""
    if failure.kind is FailureKind.file_unreadable:
        return failure.path != str(item.source)
    return failure.kind in _STOPPING


def _check_folder(folder: Path, *, may_create: bool) -> None:
    try:
        if may_create:
            folder.mkdir(parents=True, exist_ok=True)
        elif not folder.is_dir():
            raise FaceGenError(Failure(FailureKind.folder_missing, path=str(folder)))
    except OSError as error:
        raise FaceGenError(os_failure(error, folder)) from error


def _save(item: SaveItem, options: SaveOptions, convert: Convert | None, taken: set[str]) -> SavedFile | None:
    """None for a picture that was skipped because its name is taken.

    `taken` are names that this save has given, which differ on every disk: of two pictures of one save that
    would share a name none is skipped.
    """
    target = _target(item, options.folder)
    if convert is None or not is_converted(item, options):
        convert = None
        if item.sha256 and (twin := _identical(target, item.sha256, _size(item.source))):
            return SavedFile(item.key, twin, item.sha256, written=False)
    with _prepared(item, options, convert, target.parent) as (temporary, checksum):
        for candidate in names(target):
            ours = _same_anywhere(candidate) in taken
            if not ours and place_new(temporary, candidate):
                return SavedFile(item.key, candidate, checksum, written=True)
            if _has_content(candidate, checksum, temporary.stat().st_size):
                return SavedFile(item.key, candidate, checksum, written=False)
            if options.conflict is Conflict.skip and not ours:
                return None
    return None


def is_converted(item: SaveItem, options: SaveOptions) -> bool:
    """Whether its copy has other bytes than were received."""
    as_received = options.format is SaveFormat.as_received and not options.clean
    return not as_received and is_raster(item.media_type)


def _target(item: SaveItem, folder: Path) -> Path:
    """Where the item goes. Raises FaceGenError for a name that would lead out of the folder."""
    name = PurePosixPath(item.name)
    if name.is_absolute() or ".." in name.parts or not name.name:
        raise FaceGenError(
            Failure(FailureKind.internal, path=item.name, detail="not a name inside the folder")
        )
    try:
        for part in name.parts[:-1]:
            folder = folder / fitting(folder, part)
            folder.mkdir(exist_ok=True)
    except OSError as error:
        raise FaceGenError(os_failure(error, folder)) from error
    return folder / fitting(folder, name.name)


def _same_anywhere(path: Path) -> str:
    """Equal for names that are one file on some disk: saved files travel to disks that ignore case."""
    return unicodedata.normalize("NFC", str(path)).casefold()


@contextlib.contextmanager
def _prepared(
    item: SaveItem, options: SaveOptions, convert: Convert | None, folder: Path
) -> Iterator[tuple[Path, str]]:
    """The finished bytes in a temporary file beside their destination, on the disk, with their SHA-256."""
    temporary = new_half(folder)
    try:
        if convert is None:
            checksum = _copy(item, temporary)
        else:
            check_source(item)
            convert(item.source, temporary, options)
            checksum = sha256_of(temporary)
        sync_file(temporary)
        yield temporary, checksum
    except OSError as error:
        raise FaceGenError(os_failure(error, folder)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


@contextlib.contextmanager
def converted(item: SaveItem, options: SaveOptions, convert: Convert, folder: Path) -> Iterator[Path]:
    """A file with the bytes that a save would write: the source, or one in `folder` while it is used.

    Raises FaceGenError.
    """
    if not is_converted(item, options):
        yield item.source
        return
    check_source(item)
    temporary = new_half(folder)
    try:
        try:
            convert(item.source, temporary, options)
        except OSError as error:
            raise FaceGenError(os_failure(error, folder)) from error
        yield temporary
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def check_source(item: SaveItem) -> None:
    """Raises FaceGenError(file_unreadable) for a picture that is gone or is not what was received."""
    try:
        checksum = sha256_of(item.source)
    except OSError as error:
        raise FaceGenError(read_failure(error, item.source)) from error
    _compare(item, checksum)


def _compare(item: SaveItem, checksum: str) -> None:
    if item.sha256 and checksum != item.sha256:
        detail = "the stored picture is not what was received"
        raise FaceGenError(Failure(FailureKind.file_unreadable, path=str(item.source), detail=detail))


def _copy(item: SaveItem, destination: Path) -> str:
    """Returns the SHA-256. What goes wrong at the source is told apart from what does at the destination."""
    checksum = hashlib.sha256()
    with contextlib.ExitStack() as opened:
        try:
            source = opened.enter_context(item.source.open("rb"))
        except OSError as error:
            raise FaceGenError(read_failure(error, item.source)) from error
        written = opened.enter_context(destination.open("xb"))
        while True:
            try:
                piece = source.read(_PIECE)
            except OSError as error:
                raise FaceGenError(read_failure(error, item.source)) from error
            if not piece:
                break
            checksum.update(piece)
            written.write(piece)
    _compare(item, checksum.hexdigest())
    return checksum.hexdigest()


def _size(source: Path) -> int:
    try:
        return source.stat().st_size
    except OSError as error:
        raise FaceGenError(read_failure(error, source)) from error


def _identical(target: Path, checksum: str, size: int) -> Path | None:
    """The file with that content among `target` and its numbered neighbours."""
    for candidate in names(target):
        if not os.path.lexists(candidate):
            return None
        if _has_content(candidate, checksum, size):
            return candidate
    return None


def _has_content(path: Path, checksum: str, size: int) -> bool:
    try:
        return path.is_file() and path.stat().st_size == size and sha256_of(path) == checksum
    except OSError:
        return False  # a file that cannot be read is somebody else's
