"""The whole program as a person starts it: its own process, a profile folder, a server on loopback."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from facegen_gui.practice.server import PracticeService

# Root may write everywhere and would never see a folder that it must not write to.
# Seconds, on a busy machine; only what never happens takes all of it.
PATIENCE = 60
AS_A_PERSON = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if os.geteuid() == 0 else ()


class Program:
    """One running Face Gen Viewer. Whatever it prints is kept and belongs to the test's verdict."""

    def __init__(self, profile: Path, server: str, *arguments: str, **environment: str) -> None:
        self.profile = profile
        self._output = profile.parent / f"{profile.name}.output"
        command = [*AS_A_PERSON, sys.executable, "-m", "facegen_gui"]
        command += ["--profile", str(profile), "--server", server]
        with self._output.open("ab") as output:
            self.process = subprocess.Popen(
                [*command, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", **environment},
            )

    @property
    def printed(self) -> str:
        """Everything written to standard output and standard error, without Qt's own note on AT-SPI."""
        lines = self._output.read_text(errors="replace").splitlines()
        return "\n".join(line for line in lines if not line.startswith("qt.accessibility.atspi:"))

    def close(self, within: float = PATIENCE) -> int:
        """Close as a log-out does; the exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(within)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(PATIENCE)

    def stop_whatever_happened(self) -> None:
        if self.process.poll() is None:
            self.kill()

    def until(self, condition: Callable[[], Any], what: str, seconds: float = PATIENCE) -> Any:
        """Ask again until the condition holds: another process's files send no signal."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            value = condition()
            if value:
                return value
            assert self.process.poll() is None, f"ended while waiting for {what}: {self.printed}"
            time.sleep(0.02)
        log = self.profile / "logs" / "facegen-gui.log"
        tail = log.read_text(errors="replace")[-3000:] if log.exists() else "(no log)"
        raise AssertionError(f"waited {seconds} s for {what}; printed: {self.printed}; log:\n{tail}")

    def jobs(self) -> dict[str, str]:
        """State by job ID, as the library on disk has it; empty while there is no library."""
        return dict(query(self.profile, "SELECT id, state FROM jobs"))

    def until_jobs(self, states: dict[str, str], seconds: float = PATIENCE) -> None:
        self.until(lambda: self.jobs() == states, f"the library to hold {states}", seconds)


def query(profile: Path, statement: str) -> list[tuple[Any, ...]]:
    """Read the library as another program would."""
    file = profile / "library.sqlite3"
    if not file.exists():
        return []
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=5)
    try:
        return connection.execute(statement).fetchall()
    except sqlite3.OperationalError:
        return []  # not written yet
    finally:
        connection.close()


def asked(service: PracticeService) -> list[str]:
    """IDs in the order in which the service was asked for them."""
    return [r.path.rpartition("/")[2] for r in service.requests if "/face_gen/fetch/" in r.path]


def every_file(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
