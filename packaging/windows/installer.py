"""Packs the frozen Windows folder into FaceGenViewer-<version>-setup.exe with NSIS."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import signing
from commands import require, run
from frozen import check_size, folder_size, freeze, source_date
from product import (
    APP_ID,
    COPYRIGHT,
    DIST,
    ICONS,
    NAME,
    PACKAGE,
    PACKAGING,
    PUBLISHER,
    SETUP_LIMIT,
    VERSION,
    WINDOWS_EXE,
    identity,
    version_tuple,
)

SCRIPT = Path(__file__).resolve().parent / "setup.nsi"


def build() -> Path:
    folder = freeze("windows")
    signing.sign_windows_file(folder / WINDOWS_EXE)
    DIST.mkdir(exist_ok=True)
    target = DIST / f"FaceGenViewer-{VERSION}-setup.exe"
    defines = {
        "NAME": NAME,
        "VERSION": VERSION,
        "NUMBERS": ".".join(map(str, version_tuple())),
        "PUBLISHER": PUBLISHER,
        "COPYRIGHT": COPYRIGHT,
        "APP_ID": APP_ID,
        "EXE": WINDOWS_EXE,
        "KEYRING_SERVICE": identity.KEYRING_SERVICE,
        "SIZE_KB": str(folder_size(folder) // 1024),
        "SOURCE": str(folder),
        "ICON": str(ICONS / f"{PACKAGE}.ico"),
        "OUTPUT": str(target),
    }
    if signing.configured():
        defines["SIGN"] = shlex.join([sys.executable, str(PACKAGING / "signing.py")])
    nsis = require("makensis", "nsis")
    options = [
        "-V2",
        "-WX",
        "-INPUTCHARSET",
        "UTF8",
        *(f"-D{name}={value}" for name, value in defines.items()),
    ]
    run([nsis, *options, SCRIPT], env={"SOURCE_DATE_EPOCH": source_date()})
    check_size("Windows setup", target.stat().st_size, SETUP_LIMIT)
    if not signing.configured():
        print(f"unsigned: {target.name}")
    return target
