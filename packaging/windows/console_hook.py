"""Runs first in the frozen Windows program, which has no console of its own.

Started from a command prompt it prints there; with its output redirected, it prints into the pipe or file;
with neither, printing goes nowhere instead of failing.
"""

import ctypes
import os
import sys
from pathlib import Path

ATTACH_PARENT_PROCESS = -1


def open_missing_streams() -> None:
    if sys.stdout is not None and sys.stderr is not None:
        return
    attached = bool(ctypes.windll.kernel32.AttachConsole(ATTACH_PARENT_PROCESS))
    target = "CONOUT$" if attached else os.devnull
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # Stays open for as long as the program runs.
            stream = Path(target).open("w", encoding="utf-8", errors="replace", buffering=1)  # noqa: SIM115
            setattr(sys, name, stream)


open_missing_streams()
