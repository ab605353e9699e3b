"""The installers under test: built once per run by the one command, or kept from an earlier run."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from facegen_gui import __version__

ROOT = Path(__file__).resolve().parent.parent.parent
ARTEFACTS = ROOT / "build" / "artefacts"
PREVIOUS_VERSION = "0.9.0"
# For trying the tests themselves: FACEGEN_KEEP_INSTALLERS=1 takes what was built before.
KEEP = "FACEGEN_KEEP_INSTALLERS"


def build(target: str, name: str, version: str = __version__) -> Path:
    """`name` of the built file, whose version is `version`."""
    folder = ROOT / "dist" if version == __version__ else ROOT / "build" / "dist"
    file = folder / name.format(version=version)
    if not (os.environ.get(KEEP) and file.exists()):
        subprocess.run(
            [sys.executable, str(ROOT / "packaging" / "build.py"), target],
            env={**os.environ, "FACEGEN_BUILD_VERSION": version},
            stdin=subprocess.DEVNULL,
            check=True,
        )
    return file


def needs(*programs: str) -> str:
    """Why a test cannot run here; empty when it can."""
    missing = [program for program in programs if shutil.which(program) is None]
    return f"needs {', '.join(missing)} (packaging/debian-packages.txt)" if missing else ""


def listing(*folders: Path) -> set[str]:
    """Every file, folder and link below; what another program writes in passing is told by the caller."""
    return {str(path) for folder in folders for path in folder.rglob("*")}
