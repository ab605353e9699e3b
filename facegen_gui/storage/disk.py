"""What storage knows of disks: files that survive a power loss, checksums."""

import contextlib
import hashlib
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

# An antivirus program may hold a new file for a moment on Windows.
_ANTIVIRUS_WAITS = (0.01, 0.03, 0.1, 0.3)

T = TypeVar("T")


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
