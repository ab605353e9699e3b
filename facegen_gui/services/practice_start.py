"""Starts practice mode beside the running program, as a process of its own."""

import sys

from PySide6.QtCore import QProcess


def start_practice() -> int:
    """The ID of its process, which outlives this one; 0 when it could not be started."""
    arguments = ["--demo"] if getattr(sys, "frozen", False) else ["-m", "facegen_gui", "--demo"]
    started, process = QProcess.startDetached(sys.executable, arguments)
    return process if started else 0
