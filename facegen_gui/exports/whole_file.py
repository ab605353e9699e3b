"""A file that is there whole or not at all, whatever stops its making."""

import contextlib
from collections.abc import Callable
from pathlib import Path

from facegen_gui.domain.disk_failures import os_failure
from facegen_gui.domain.failures import FaceGenError
from facegen_gui.storage.disk import patiently, sync_file, sync_folder
from facegen_gui.storage.halves import new_half, sweep_halves

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
Run = Callable[[Progress, Cancelled], Path]

CANCELLED = Path()


def make_whole(destination: Path, write: Callable[[Path], bool]) -> Path:
    """Lets `write` make a temporary file beside `destination`, then puts it there, over what has that name.

    `write` returns False when it was cancelled; then, as after any error, nothing stays and an older file of
    that name is untouched. Raises FaceGenError for every OSError.
    """
    sweep_halves(destination.parent)
    temporary = new_half(destination.parent)
    try:
        # Fails here, before any work, if the folder is gone or may not be written to.
        temporary.touch(exist_ok=False)
        if not write(temporary):
            return CANCELLED
        sync_file(temporary)
        patiently(lambda: temporary.replace(destination))
        sync_folder(destination.parent)
    except OSError as error:
        raise FaceGenError(os_failure(error, destination.parent)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    return destination
