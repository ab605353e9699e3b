"""Reads packaging/constraints.txt: what is installed for one system, pinned and with hashes."""

from __future__ import annotations

import hashlib
import platform
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from product import BUILD, PACKAGING

CONSTRAINTS = PACKAGING / "constraints.txt"
PLATFORMS = {"linux": "linux", "windows": "win32", "macos": "darwin"}


@dataclass(frozen=True, slots=True)
class Pin:
    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]

    def wanted_for(self, system: str, python: str) -> bool:
        """Markers are ours alone (see constraints.py): sys_platform and python_version, nothing else."""
        if not self.marker:
            return True
        names = {"sys_platform": PLATFORMS[system], "python_version": python}
        return bool(eval(self.marker, {"__builtins__": {}}, names))

    def line(self) -> str:
        return " ".join(
            [f"{self.name}=={self.version}", *(f"--hash=sha256:{value}" for value in self.hashes)]
        )


def pins() -> tuple[Pin, ...]:
    text = CONSTRAINTS.read_text(encoding="utf-8").replace("\\\n", " ")
    found = []
    for line in text.splitlines():
        match = re.match(
            r"([\w.-]+)==([\w.+!-]+)\s*(?:;\s*(.*?))?\s*((?:--hash=sha256:[0-9a-f]{64}\s*)+)$", line
        )
        if match:
            name, version, marker, hashes = match.groups()
            found.append(
                Pin(name, version, marker or "", tuple(re.findall(r"sha256:([0-9a-f]{64})", hashes)))
            )
    return tuple(found)


def python_version() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def requirements_file(system: str, python: str) -> tuple[Path, str]:
    """A requirements file for one system (pip cannot judge another system's markers), and its fingerprint."""
    lines = [pin.line() for pin in pins() if pin.wanted_for(system, python)]
    text = "\n".join(lines) + "\n"
    fingerprint = hashlib.sha256(f"{text}{platform.python_version()}".encode()).hexdigest()
    target = BUILD / f"requirements-{system}-{python}.txt"
    target.parent.mkdir(exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return target, fingerprint
