"""What storage knows of disks: failures from OSError, files that survive a power loss, checksums."""

import contextlib
import errno
import hashlib
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from facegen_gui.domain.failures import Failure, FailureKind

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_NOT_WRITABLE = {errno.EACCES, errno.EPERM, errno.EROFS}
# ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL, where Windows gives no errno that says so.
_WINDOWS_FULL = {112, 39}
# An antivirus program may hold a new file for a moment on Windows.
_ANTIVIRUS_WAITS = (0.01, 0.03, 0.1, 0.3)

T = TypeVar("T")


def os_failure(error: OSError, path: Path | str) -> Failure:
    """The failure to tell a person of, for any OSError that a disk raised about `path`."""
    if error.errno in _FULL or getattr(error, "winerror", None) in _WINDOWS_FULL:
        kind = FailureKind.disk_full
    elif error.errno in _NOT_WRITABLE:
        kind = FailureKind.folder_not_writable
    elif error.errno in (errno.ENOENT, errno.ENOTDIR, errno.EEXIST):
        # "Exists" is said of a link to a folder whose disk is away.
        kind = FailureKind.folder_missing
    else:
        kind = FailureKind.file_unreadable
    return Failure(kind, path=str(path), detail=f"{type(error).__name__}: {error.strerror or error}"[:2000])


def read_failure(error: OSError, path: Path | str) -> Failure:
    """As `os_failure`, for a file that was only to be read."""
    return Failure(
        FailureKind.file_unreadable,
        path=str(path),
        detail=f"{type(error).__name__}: {error.strerror or error}"[:2000],
    )


def sync_file(path: Path) -> None:
    """Returns when the bytes of `path` are on the disk, not only in the system's memory."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Makes a rename in `folder` survive a power loss. Windows does so by itself and cannot open folders."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        # Some network file systems cannot sync a folder; the rename itself has happened.
        with contextlib.suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def patiently(act: Callable[[], T]) -> T:
    """Runs `act`; on Windows again, for half a second, while somebody else holds the file."""
    if sys.platform == "win32":
        for wait in _ANTIVIRUS_WAITS:
            try:
                return act()
            except PermissionError:
                time.sleep(wait)
    return act()


def write_atomically(path: Path, data: bytes, *, private: bool = False) -> None:
    """Replaces `path` by `data` in one step that survives a power loss. Raises OSError.

    `private` keeps other people of this machine from reading it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.touch(0o600 if private else 0o666)
        temporary.write_bytes(data)
        sync_file(temporary)
        patiently(lambda: temporary.replace(path))
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
