"""Finds the program's own files (icons, translations, licences) in the source tree, a wheel and the frozen
program.

The only place that knows where they are.
"""

import sys
from pathlib import Path

PACKAGED = "_resources"  # what pyproject.toml and the installer's recipe call the folder
LICENCES = "licences"  # as the installer's recipe calls it


def resource_path(name: str) -> Path:
    """Where `name` ("icons/save.svg", with forward slashes) is. It is not looked at whether it exists."""
    return resource_folder() / name


def resource_folder() -> Path:
    unpacked = getattr(sys, "_MEIPASS", None)  # set by PyInstaller's starter
    package = Path(unpacked) / "facegen_gui" if unpacked else Path(__file__).resolve().parent
    packaged = package / PACKAGED
    if unpacked or packaged.is_dir():
        return packaged
    return package.parent / "resources"


def licences_folder() -> Path | None:
    """The licence texts of everything shipped; only the frozen program ships other people's work."""
    unpacked = getattr(sys, "_MEIPASS", None)
    folder = Path(unpacked) / LICENCES if unpacked else None
    return folder if folder is not None and folder.is_dir() else None
