"""What went wrong on a disk, from what the operating system says of it."""

import errno
from pathlib import Path

from facegen_gui.domain.failures import Failure, FailureKind

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_NOT_WRITABLE = {errno.EACCES, errno.EPERM, errno.EROFS}
# "Exists" is said of a link to a folder whose disk is away.
_MISSING = {errno.ENOENT, errno.ENOTDIR, errno.EEXIST}
# ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL, where Windows gives no errno that says so.
_WINDOWS_FULL = {112, 39}


def os_failure(error: OSError, path: Path | str, other: FailureKind = FailureKind.file_unreadable) -> Failure:
    """The failure to tell a person of, for any OSError that a disk raised about `path`; `other` for errors
    that mean nothing in particular.
    """
    if error.errno in _FULL or getattr(error, "winerror", None) in _WINDOWS_FULL:
        return _failure(FailureKind.disk_full, error, path)
    if error.errno in _NOT_WRITABLE:
        return _failure(FailureKind.folder_not_writable, error, path)
    if error.errno in _MISSING:
        return _failure(FailureKind.folder_missing, error, path)
    return _failure(other, error, path)


def read_failure(error: OSError, path: Path | str) -> Failure:
    """As `os_failure`, for a file that was only to be read."""
    return _failure(FailureKind.file_unreadable, error, path)


def _failure(kind: FailureKind, error: OSError, path: Path | str) -> Failure:
    return Failure(kind, path=str(path), detail=f"{type(error).__name__}: {error.strerror or error}"[:2000])
