"""Collects the licences of everything that is shipped into one folder, which the spec puts into the program.

The list of libraries is packaging/constraints.txt without the tools that only build; a library without a
licence file stops the build, so that none is forgotten.
"""

from __future__ import annotations

import re
import shutil
from importlib import metadata
from pathlib import Path

import third_party
from commands import BuildError, fresh_folder
from product import PACKAGING
from requirements import pins

TEXTS = PACKAGING / "licences"
# Tools of the build: nothing of them is shipped but PyInstaller's start program.
BUILD_ONLY = {"altgraph", "macholib", "packaging", "pefile", "pyinstaller-hooks-contrib", "setuptools"}
# Their wheels carry no text, or only that of the commercial licence, which is not used here: both are under
# the LGPL, which stands beside.
LGPL = {"pyside6-essentials", "shiboken6"}
NAMES = ("licen", "copying", "notice")
NOT_USED = "licenseref-"


def collect(site_packages: Path, library: Path, system: str, python: str, target: Path) -> Path:
    """`site_packages` holds what is shipped, `library` is CPython's own; gives back the filled `target`."""
    fresh_folder(target)
    for name in ("LGPL-3.0.txt", "GPL-3.0.txt", "Apache-2.0.txt"):
        shutil.copy(TEXTS / name, target / name)
    shutil.copy(python_licence(library), target / "python.txt")
    installed = {normal(found.name): found for found in metadata.distributions(path=[str(site_packages)])}
    libraries = []
    for pin in pins():
        if not pin.wanted_for(system, python) or pin.name in BUILD_ONLY:
            continue
        found = installed[normal(pin.name)]
        files = write_texts(found, target / f"{pin.name}.txt")
        if not files and pin.name not in LGPL:
            raise BuildError(
                f"{pin.name} {pin.version} comes without its licence; look for it before shipping"
            )
        text = f"{pin.name}.txt" if files else "LGPL-3.0.txt"
        libraries.append(f"* {found.name} {found.version}: {licence_name(found)} ({text})")
    parts = third_party.collect(system, target)
    notice = (TEXTS / "NOTICE.txt").read_text(encoding="utf-8").rstrip()
    notice = notice.replace("@PARTS@", "\n".join(parts)).replace("@LIBRARIES@", "\n".join(libraries))
    (target / "NOTICE.txt").write_text(f"{notice}\n", encoding="utf-8")
    check_named(target)
    return target


def check_named(folder: Path) -> None:
    """A notice that names a text which is not there would be worse than none."""
    named = re.findall(r"[\w.-]+\.txt", (folder / "NOTICE.txt").read_text(encoding="utf-8"))
    missing = sorted({name for name in named if not (folder / name).exists()})
    if missing:
        raise BuildError(f"NOTICE.txt names {', '.join(missing)}, which this machine does not have")


def normal(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def python_licence(library: Path) -> Path:
    for candidate in (
        library / "LICENSE.txt",
        library.parent / "LICENSE.txt",
        library.parent.parent / "LICENSE.txt",
    ):
        if candidate.exists():
            return candidate
    debian = next(Path("/usr/share/doc").glob("python3*/copyright"), None)
    if debian is None:
        raise BuildError(f"the licence of Python is not beside {library}")
    return debian


def write_texts(found: metadata.Distribution, target: Path) -> int:
    files = [
        file
        for file in found.files or ()
        if ".dist-info" in str(file)
        and any(word in file.name.lower() for word in NAMES)
        and NOT_USED not in file.name.lower()
    ]
    if files:
        texts = [
            Path(str(file.locate())).read_text(encoding="utf-8", errors="replace") for file in sorted(files)
        ]
        target.write_text("\n\n".join(texts), encoding="utf-8")
    return len(files)


def licence_name(found: metadata.Distribution) -> str:
    if normal(found.name) in LGPL:
        return "LGPL-3.0-only"
    said = found.metadata.get("License-Expression") or found.metadata.get("License") or ""
    if said and "\n" not in said and len(said) < 60:
        return said
    classified = [
        line.rpartition(" :: ")[2]
        for line in found.metadata.get_all("Classifier", [])
        if line.startswith("License ::")
    ]
    return ", ".join(classified) or "see its text"
