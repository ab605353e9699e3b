"""Names in a folder that others write into at the same time: a free one, a fitting one, and taking it."""

import contextlib
import errno
import itertools
import os
import sys
from collections.abc import Iterator
from pathlib import Path, PurePath

from facegen_gui.storage.disk import patiently

# What file systems take at most, where the system does not say.
_NAME_BYTES = 255
# FAT, exFAT, many network shares and some containers have no hard links.
_NO_LINKS = {
    errno.EPERM,
    errno.EOPNOTSUPP,
    errno.ENOSYS,
    errno.EMLINK,
    errno.EACCES,
    errno.EINVAL,
    errno.EXDEV,
}
_LONGEST_NUMBER = len(" (99999)")


def names(path: Path) -> Iterator[Path]:
    """`path`, then "name (2).png", "name (3).png" …"""
    yield path
    for number in itertools.count(2):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def fitting(folder: Path, name: str) -> str:
    """`name` cut so that it, and its numbered names, fit into `folder`; the extension stays."""
    longest = _NAME_BYTES
    if sys.platform != "win32":
        with contextlib.suppress(OSError, ValueError):
            longest = min(longest, os.pathconf(folder, "PC_NAME_MAX"))
    stem, extension = PurePath(name).stem, PurePath(name).suffix
    room = longest - _LONGEST_NUMBER - len(os.fsencode(extension))
    if len(os.fsencode(stem)) <= room:
        return name
    return os.fsencode(stem)[:room].decode(errors="ignore").rstrip(" .") + extension


def place_new(temporary: Path, target: Path) -> bool:
    """Gives the finished file `temporary` the name `target`, unless something has that name: then False.

    In one step that no other program can come between, where the disk can do so. Raises OSError.
    """
    if sys.platform == "win32":
        try:
            patiently(lambda: temporary.rename(target))  # refuses to replace on Windows
        except FileExistsError:
            return False
        return True
    try:
        os.link(temporary, target)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        return _claim(temporary, target)
    return True


def _claim(temporary: Path, target: Path) -> bool:
    """As `place_new` without hard links: the name is taken first, without bytes, then given to the file."""
    try:
        target.open("xb").close()
    except FileExistsError:
        return False
    try:
        temporary.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            target.unlink()
        raise
    return True
