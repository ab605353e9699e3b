"""Wine: runs Windows programs on Linux, in a prefix of its own that never touches the person's home.

Knows what Wine 8 lacks for Qt 6 (a stub DLL, see stubs/); knows nothing of Python or the product.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from commands import BuildError, require, run

AFTER_THE_END = 2.0  # seconds in which the last words of an ended program come through
STUBS = Path(__file__).resolve().parent / "stubs"


class Running:
    """A program that was started. What it prints is collected in threads: Wine's services, which go
    on for longer, inherit the pipes, so that their end is no sign of the program's.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self._printed: dict[str, list[bytes]] = {"output": [], "errors": []}
        pipes = (("output", process.stdout), ("errors", process.stderr))
        self._readers = [threading.Thread(target=self._read, args=pipe, daemon=True) for pipe in pipes]
        for reader in self._readers:
            reader.start()

    def _read(self, name: str, pipe: IO[bytes]) -> None:
        with pipe:
            for line in pipe:
                self._printed[name].append(line)

    def wait(self, timeout: float) -> int:
        """The exit code; TimeoutExpired when it takes longer. All that was printed is there then."""
        code = self.process.wait(timeout)
        for reader in self._readers:
            reader.join(AFTER_THE_END)
        return code

    @property
    def output(self) -> bytes:
        return b"".join(self._printed["output"])

    @property
    def errors(self) -> bytes:
        return b"".join(self._printed["errors"])


@dataclass(frozen=True, slots=True)
class Wine:
    """One prefix (a Windows of its own). Its files live in `prefix`, its Linux home in `prefix`-home."""

    prefix: Path

    @property
    def drive(self) -> Path:
        return self.prefix / "drive_c"

    @property
    def home(self) -> Path:
        return self.prefix.with_name(self.prefix.name + "-home")

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "PYTHON"))}
        return {
            **kept,
            "HOME": str(self.home),
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            # Silent, and without the offers of Mono and Gecko or menu entries on the Linux desktop.
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree=;mshtml=;winemenubuilder.exe=d",
        }

    def start(self, command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> Running:
        """Standard input is closed and output goes through pipes: Python under Wine wants it so."""
        return Running(
            subprocess.Popen(
                ["wine", *map(str, command)],
                env={**self.environment(), **(env or {})},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        )

    def run(
        self, command: Sequence[str | Path], *, env: Mapping[str, str] | None = None, timeout: float = 1800
    ) -> subprocess.CompletedProcess[bytes]:
        running = self.start(command, env)
        code = running.wait(timeout)
        return subprocess.CompletedProcess(list(command), code, running.output, running.errors)

    def check(self, command: Sequence[str | Path], **options) -> str:
        """As run, but a failure is a BuildError; gives back what was printed."""
        print("+ wine", *command, flush=True)
        ran = self.run(command, **options)
        printed = (ran.stdout + ran.stderr).decode("utf-8", "replace")
        if ran.returncode != 0:
            raise BuildError(f"{command[0]} ended with {ran.returncode} under Wine:\n{printed[-8000:]}")
        return printed

    def windows_path(self, path: Path) -> str:
        """How a program in the prefix names a file of this machine."""
        path = path.resolve()
        if path.is_relative_to(self.drive.resolve()):
            return "C:\\" + str(path.relative_to(self.drive.resolve())).replace("/", "\\")
        return "Z:" + str(path).replace("/", "\\")

    def create(self) -> None:
        """A Windows 10 with the system library that Wine lacks; a second call does nothing."""
        mark = self.prefix / "ready-for-qt"
        if mark.exists():
            return
        require("wine", "wine wine64")
        shutil.rmtree(self.prefix, ignore_errors=True)
        self.home.mkdir(parents=True, exist_ok=True)
        self.check(["wineboot", "--init"])
        self.check(["winecfg", "-v", "win10"])
        self.wait()
        build_stub("icuuc", self.drive / "windows" / "system32" / "icuuc.dll")
        # Wine brings none of the fonts that Windows names for its windows; without this Qt takes a serif.
        for font in ("Segoe UI", "MS Shell Dlg", "MS Shell Dlg 2", "Tahoma"):
            replacement = ["/v", font, "/d", "DejaVu Sans", "/f"]
            self.check(["reg", "add", r"HKCU\Software\Wine\Fonts\Replacements", *replacement])
        self.wait()
        mark.write_text("Windows 10 with a stub of icuuc.dll\n", encoding="utf-8")

    def copy_to(self, prefix: Path) -> Wine:
        """A fresh Windows for a test, from this one."""
        other = Wine(prefix)
        shutil.rmtree(prefix, ignore_errors=True)
        shutil.rmtree(other.home, ignore_errors=True)
        other.home.mkdir(parents=True)
        shutil.copytree(self.prefix, prefix, symlinks=True)
        return other

    def wait(self) -> None:
        """Until every program of the prefix has ended and the registry is on disk."""
        subprocess.run(["wineserver", "-w"], env=self.environment(), check=False, timeout=120)

    def stop(self) -> None:
        subprocess.run(["wineserver", "-k"], env=self.environment(), check=False, timeout=60)


def build_stub(name: str, target: Path) -> None:
    compiler = require("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64")
    # Wine's own file may be a link into /usr; it must be replaced, not written through.
    target.unlink(missing_ok=True)
    run([compiler, "-shared", "-O1", "-s", "-o", target, STUBS / f"{name}.c", STUBS / f"{name}.def"])
