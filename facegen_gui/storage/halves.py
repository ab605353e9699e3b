"""Files still being written into folders that people chose: their names, and the sweep of what was left."""

import contextlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path

_HALF = ".facegen-"  # followed by the number of the process


def new_half(folder: Path) -> Path:
    """A name in `folder` that nobody else uses, which `sweep_halves` knows."""
    return folder / f"{_HALF}{os.getpid()}-{os.urandom(6).hex()}.part"


def drop_own_halves(folders: Iterable[Path]) -> None:
    """Deletes what this program, which ends now, is still writing there. Windows keeps what is open."""
    for folder in folders:
        with contextlib.suppress(OSError):
            for pattern in ("", "*/"):
                for path in folder.glob(f"{pattern}{_HALF}{os.getpid()}-*.part"):
                    with contextlib.suppress(OSError):
                        path.unlink()


def sweep_halves(folder: Path) -> None:
    """Deletes what a program that was killed in the middle of a save left in this folder or one below it."""
    halves: list[Path] = []
    with contextlib.suppress(OSError):  # what cannot be looked through is swept another time
        halves += folder.glob(f"{_HALF}*.part")
        halves += folder.glob(f"*/{_HALF}*.part")
    for path in halves:
        number = path.name.removeprefix(_HALF).partition("-")[0]
        if number.isdecimal() and not _is_running(int(number)):
            with contextlib.suppress(OSError):
                path.unlink()


def _is_running(process: int) -> bool:
    """Whether a program of that number may still be writing its file."""
    if process == os.getpid():
        return True
    if sys.platform == "win32":
        return False  # asking would end it, and Windows does not delete a file that is open
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):  # no process has so large a number
        return False
    except OSError:
        return True
    return True
