"""The test's side of the AT-SPI driver: what a person with a screen reader can find, read and press."""

import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.end2end.program import PATIENCE, Program

DRIVER = Path(__file__).with_name("at_spi_driver.py")
SYSTEM_PYTHON = "/usr/bin/python3"


class Accessible:
    """One program as assistive technology sees it."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._driver = subprocess.Popen(
            [SYSTEM_PYTHON, str(DRIVER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def close(self) -> None:
        assert self._driver.stdin is not None
        assert self._driver.stdout is not None
        self._driver.stdin.close()
        self._driver.wait(PATIENCE)
        self._driver.stdout.close()

    def ask(self, do: str, name: str = "", **more: Any) -> Any:
        assert self._driver.stdin is not None
        assert self._driver.stdout is not None
        self._driver.stdin.write(
            json.dumps({"do": do, "name": name, "pid": self._program.process.pid, **more}) + "\n"
        )
        self._driver.stdin.flush()
        reply = json.loads(self._driver.stdout.readline())
        if "error" in reply:
            raise AssertionError(f"{do} {name!r}: {reply['error']}")
        return reply["answer"]

    def wait_for(self, name: str, **more: Any) -> dict[str, Any]:
        return self.until(lambda: self.ask("find", name, **more), f"{name!r} to appear")

    def press(self, name: str, **more: Any) -> None:
        self.until(
            lambda: (self.ask("find", name, **more) or {}).get("enabled"), f"{name!r} to be there and enabled"
        )
        assert self.ask("press", name, **more), f"{name!r} cannot be pressed"

    def press_once_shown(self, name: str, **more: Any) -> None:
        """Press the one that can be seen: a page that is not shown may have a button of the same name."""
        self.press(name, showing=True, **more)

    def focused(self) -> str:
        """Name of what has the keyboard."""
        return (self.ask("focused") or {}).get("name", "")

    def everything(self, window: str = "") -> list[dict[str, Any]]:
        """All that is told of the window whose title begins like this, or of all windows."""
        return self.ask("everything", window)

    def until_window(self, title: str) -> None:
        """Until a window is open whose title begins like this."""
        self.until(lambda: any(w.startswith(title) for w in self.ask("windows")), f"window {title!r}")

    def until_no_window(self, title: str) -> None:
        self.until(
            lambda: not any(w.startswith(title) for w in self.ask("windows")), f"{title!r} to be closed"
        )

    def notice(self) -> str:
        """All that the banner says; empty while there is none."""
        banner = self.ask("find", "Notice", showing=True)
        return banner["description"] if banner else ""

    def until_notice(self, *words: str) -> str:
        """Until the banner says all of that."""

        def said() -> str:
            notice = self.notice()
            return notice if all(each in notice for each in words) else ""

        return str(self.until(said, f"a notice with {words}"))

    def until_items(self, name: str, *words: str, seconds: float = PATIENCE) -> list[str]:
        """Until each of the words stands in an item of its own of this list."""

        def all_there() -> list[str]:
            items = self.items(name)
            return items if all(any(each in item for item in items) for each in words) else []

        return list(self.until(all_there, f"{words} in {name!r}", seconds))

    def items(self, name: str) -> list[str]:
        return self.ask("items", name) or []

    def until(self, condition: Callable[[], Any], what: str, seconds: float = PATIENCE) -> Any:
        """Ask again until the condition holds; the tree has no signal that this process could wait for."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            value = condition()
            if value:
                return value
            assert self._program.process.poll() is None, (
                f"ended while waiting for {what}: {self._program.printed}"
            )
            time.sleep(0.05)
        tree = "\n".join(f"  {role}: {name}" for role, name, _ in self.ask("tree"))
        raise AssertionError(f"waited {seconds} s for {what}; the tree is\n{tree}")
