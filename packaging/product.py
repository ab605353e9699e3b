"""Names, version, folders and size limits of what is built; the program's own words come from facegen_gui.

Nothing here runs a command. The version is read from the program, or, for testing an upgrade, from
FACEGEN_BUILD_VERSION, which then goes into the built program as well.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
BUILD = ROOT / "build"
ICONS = ROOT / "resources" / "app-icon"

# The program of this tree, whatever else is installed. The folder `packaging/` does not hide the library of
# the same name by this: a folder without __init__.py never comes before a package.
sys.path.insert(0, str(ROOT))

from facegen_gui import __version__ as program_version  # noqa: E402
from facegen_gui import identity  # noqa: E402

VERSION_VARIABLE = "FACEGEN_BUILD_VERSION"
VERSION = os.environ.get(VERSION_VARIABLE) or program_version
# What is built only to be upgraded from never stands among the releases.
DIST = ROOT / "dist" if program_version == VERSION else BUILD / "dist"

NAME = identity.NAME
PACKAGE = identity.PACKAGE
APP_ID = identity.APP_ID
PUBLISHER = "Face Gen Viewer project"
COPYRIGHT = f"Copyright {PUBLISHER}"
# Where the project is published: the release checklist has it checked before a release.
HOMEPAGE = "https://facegen-gui.github.io"
MAINTAINER = f"{PUBLISHER} <facegen-gui@users.noreply.github.com>"
SUMMARY = "Paste job IDs, see the pictures, save them"
WINDOWS_EXE = "FaceGenViewer.exe"
LINUX_EXE = PACKAGE

# The oldest C library that the Linux builds promise to run with.
GLIBC = (2, 35)
MEGABYTE = 1_000_000
SETUP_LIMIT = 30 * MEGABYTE
DEB_LIMIT = 35 * MEGABYTE
UNPACKED_LIMIT = 90 * MEGABYTE


def in_megabytes(size: int) -> str:
    """As disks are sold, and beside it as `du -m` and the Windows Explorer count."""
    return f"{size / MEGABYTE:.1f} MB ({size / 1024**2:.1f} MiB)"


def version_tuple(version: str = VERSION) -> tuple[int, int, int, int]:
    """The four numbers that Windows wants; what follows a number (`rc1`) is left out."""
    numbers = [int(number) for number in re.findall(r"(?:^|\.)(\d+)", version)[:4]]
    padded = [*numbers, 0, 0, 0, 0]
    return padded[0], padded[1], padded[2], padded[3]


def system() -> str:
    """The system this Python runs on: linux, windows or macos."""
    return {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
