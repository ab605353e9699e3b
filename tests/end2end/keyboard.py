"""Real key presses, sent by xdotool to the real screen."""

import subprocess
import time

from tests.end2end.program import PATIENCE, Program


class Keyboard:
    """Types into the program's windows.

    Under Xvfb there is no window manager to hand the keyboard to a window that opens: `into` does what one
    would do.
    """

    def __init__(self, program: Program) -> None:
        self._pid = program.process.pid

    def into(self, title: str) -> None:
        """Give the keyboard to the window whose title begins like this (ASCII only), once it is there."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            found = self._do(
                "search", "--all", "--onlyvisible", "--pid", str(self._pid), "--name", f"^{title}"
            )
            if found.split():
                self._do("windowfocus", "--sync", found.split()[-1])
                return
            time.sleep(0.05)
        raise AssertionError(f"no window {title!r}")

    def press(self, *keys: str) -> None:
        """One after the other; names as X has them, with ctrl+ and shift+ before them."""
        self._do("key", *keys)

    def write(self, text: str) -> None:
        self._do("type", "--delay", "1", text)

    def _do(self, *words: str) -> str:
        return subprocess.run(["xdotool", *words], capture_output=True, text=True, timeout=PATIENCE).stdout
