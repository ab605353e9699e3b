"""Pictures in one ZIP file, as they would be saved: same names, same format, with or without metadata."""

import hashlib
import zipfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from facegen_gui.domain.disk_failures import read_failure
from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.saves import SaveItem, SaveOptions
from facegen_gui.exports.whole_file import Cancelled, Progress, Run, make_whole
from facegen_gui.storage.saving import Convert, converted

_PIECE = 1 << 20  # bytes
_READABLE_BY_ALL = 0o100644 << 16


def zip_files(items: Sequence[SaveItem], destination: Path, options: SaveOptions, convert: Convert) -> Run:
    """Progress counts pictures. A source that is gone or changed raises FaceGenError(file_unreadable)."""

    def run(progress: Progress, cancelled: Cancelled) -> Path:
        def write(temporary: Path) -> bool:
            names: set[str] = set()
            # Pictures are compressed already; packing them again would only take time.
            with zipfile.ZipFile(temporary, "w", zipfile.ZIP_STORED, strict_timestamps=False) as archive:
                for done, item in enumerate(items):
                    progress(done, len(items))
                    name = _free_name(item.name, names)
                    with converted(item, options, convert, destination.parent) as file:
                        checksum = item.sha256 if file == item.source else ""
                        if not _add(archive, file, checksum, name, cancelled):
                            return False
            progress(len(items), len(items))
            return True

        return make_whole(destination, write)

    return run


def _add(archive: zipfile.ZipFile, file: Path, expected: str, name: str, cancelled: Cancelled) -> bool:
    try:
        info = zipfile.ZipInfo.from_file(file, name, strict_timestamps=False)
        source = file.open("rb")
    except OSError as error:
        raise FaceGenError(read_failure(error, file)) from error
    info.external_attr = _READABLE_BY_ALL
    checksum = hashlib.sha256()
    with source, archive.open(info, "w") as entry:
        while True:
            if cancelled():
                return False
            try:
                piece = source.read(_PIECE)
            except OSError as error:
                raise FaceGenError(read_failure(error, file)) from error
            if not piece:
                break
            checksum.update(piece)
            entry.write(piece)
    if expected and checksum.hexdigest() != expected:
        detail = "the stored picture is not what was received"
        raise FaceGenError(Failure(FailureKind.file_unreadable, path=str(file), detail=detail))
    return True


def _free_name(name: str, taken: set[str]) -> str:
    """`name`, numbered if another entry would land on it where the case of letters does not count."""
    path = PurePosixPath(name)
    number = 1
    while (free := str(path)).casefold() in taken:
        number += 1
        path = PurePosixPath(name).with_stem(f"{PurePosixPath(name).stem} ({number})")
    taken.add(free.casefold())
    return free
