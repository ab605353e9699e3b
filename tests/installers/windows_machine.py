"""A fresh Windows under Wine, as a person and as IT see it: installing, starting, closing, looking around."""

import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from windows.toolchain import windows_python
from windows.wine import Running, Wine

from facegen_gui.identity import APP_ID, NAME

EXE = "FaceGenViewer.exe"
# What Windows itself keeps about its own programs; nothing of it belongs to an installed one.
OF_WINDOWS = ("/AppData/Local/Temp", "/AppData/LocalLow", "/Microsoft/Windows/INetCache", "/Temp/")


class WindowsMachine:
    """Made from the builder's prefix, in a folder of the test."""

    def __init__(self, folder: Path) -> None:
        base, self._python = windows_python()
        self.wine: Wine = base.copy_to(folder / "windows")
        self._running: list[Running] = []

    @property
    def person(self) -> Path:
        return next(path for path in (self.wine.drive / "users").iterdir() if path.name != "Public")

    @property
    def local(self) -> Path:
        return self.person / "AppData" / "Local"

    @property
    def program(self) -> Path:
        return self.local / "Programs" / NAME / EXE

    @property
    def profile(self) -> Path:
        return self.local / NAME

    @property
    def start_menu(self) -> Path:
        return self.person / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs" / f"{NAME}.lnk"

    @property
    def for_all_users(self) -> Path:
        return self.wine.drive / "ProgramData/Microsoft/Windows/Start Menu/Programs" / f"{NAME}.lnk"

    def run(self, command: list[str | Path], timeout: float = 300) -> subprocess.CompletedProcess[bytes]:
        return self.wine.run(command, timeout=timeout)

    def start(self, command: list[str | Path]) -> Running:
        self._running.append(self.wine.start(command))
        return self._running[-1]

    def close_program(self) -> None:
        """As the window's close button does."""
        self.run(["taskkill", "/IM", EXE])

    def uninstall(self, *switches: str) -> int:
        """The uninstaller goes on in a copy of itself, so its end is waited for."""
        code = self.run([self.program.parent / "uninstall.exe", "/S", *switches]).returncode
        self.wine.wait()
        return code

    def python(self, code: str) -> str:
        ran = self.run([self._python, "-c", code])
        assert ran.returncode == 0, ran.stderr.decode("utf-8", "replace")
        return ran.stdout.decode("utf-8").strip()

    def keep_key(self, server: str, key: str) -> None:
        self.python(f"import keyring; keyring.set_password({NAME!r}, {server!r}, {key!r})")

    def kept_key(self, server: str) -> str:
        return self.python(f"import keyring; print(keyring.get_password({NAME!r}, {server!r}))")

    def listing(self) -> set[str]:
        folders = [self.wine.drive / name for name in ("users", "Program Files", "ProgramData")]
        found = {str(path.relative_to(self.wine.drive)) for folder in folders for path in folder.rglob("*")}
        return {path for path in found if not any(part in f"/{path}/" for part in OF_WINDOWS)}

    def apps_entry(self, hive: str = "user.reg") -> str:
        """The program's entry in Apps, as the registry's file has it; empty when there is none.

        `system.reg` holds what is installed for everyone.
        """
        self.wine.wait()
        text = (self.wine.prefix / hive).read_text(encoding="utf-8", errors="replace")
        _, found, entry = text.partition(f"Uninstall\\\\{APP_ID}]")
        return entry.partition("\n\n")[0] if found else ""

    def stop(self) -> None:
        self.wine.stop()
        for running in self._running:
            running.process.kill()
            running.wait(30)


def until(condition: Callable[[], Any], what: str, seconds: float = 90) -> Any:
    """Ask again until the condition holds: programs under Wine send this process no signal."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        value = condition()
        if value:
            return value
        time.sleep(0.1)
    raise AssertionError(f"still waiting for {what} after {seconds:.0f} seconds")
