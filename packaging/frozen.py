"""Freezes the program: one PyInstaller folder for a system, from pinned libraries, with all licences in it.

The Windows folder is made by the running Python on Windows and by the Python under Wine elsewhere; spec and
options are the same.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from functools import cache
from pathlib import Path

import licences
from commands import BuildError, pip_of, run
from linux.elf import check_glibc, forget_builder
from product import (
    BUILD,
    MEGABYTE,
    PACKAGE,
    PACKAGING,
    ROOT,
    UNPACKED_LIMIT,
    VERSION,
    VERSION_VARIABLE,
    in_megabytes,
    system,
)
from requirements import python_version, requirements_file
from windows import toolchain


def own_python() -> Path:
    """A virtual environment of the running Python with exactly what constraints.txt says."""
    folder = BUILD / system() / "venv"
    python = folder / ("Scripts/python.exe" if system() == "windows" else "bin/python")
    list_file, fingerprint = requirements_file(system(), python_version())
    mark = folder / "ready"
    if not (mark.exists() and mark.read_text(encoding="utf-8") == fingerprint):
        venv.create(folder, clear=True, with_pip=True)
        pip_of(python, "install --no-deps --require-hashes --only-binary=:all: -r", list_file)
        mark.write_text(fingerprint, encoding="utf-8")
    return python


def source_date() -> str:
    """The moment that all files are dated: that of the last commit, so that two builds of it are alike."""
    if os.environ.get("SOURCE_DATE_EPOCH"):
        return os.environ["SOURCE_DATE_EPOCH"]
    asked = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return asked.stdout.strip() or "1767225600"


@cache
def freeze(target: str) -> Path:
    """The frozen folder for linux, windows or macos, under build/; made once per run."""
    work = BUILD / target
    out = work / f"frozen-{VERSION}"
    environment = {
        "SOURCE_DATE_EPOCH": source_date(),
        "PYTHONHASHSEED": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        VERSION_VARIABLE: VERSION,
        "FACEGEN_LICENCES": str(work / "licences"),
        "PYINSTALLER_CONFIG_DIR": str(work / "pyinstaller"),
    }
    options = ["-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    if target == "windows" and system() != "windows":
        wine, python = toolchain.windows_python()
        licences.collect(
            toolchain.PYTHON / "Lib" / "site-packages", library(), target, python_version(), work / "licences"
        )
        environment = {name: in_wine(wine, value) for name, value in environment.items()}
        folders = ["--distpath", wine.windows_path(out), "--workpath", wine.windows_path(work / "work")]
        spec = wine.windows_path(PACKAGING / "facegen_gui.spec")
        said = wine.check([python, *options, *folders, spec], env=environment)
        wine.wait()
    elif target == system():
        python = own_python()
        site = Path(run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).strip())
        licences.collect(site, library(), target, python_version(), work / "licences")
        folders = ["--distpath", out, "--workpath", work / "work"]
        said = run([python, *options, *folders, PACKAGING / "facegen_gui.spec"], env=environment, cwd=ROOT)
        if target == "linux":
            forget_builder(out / PACKAGE)
            check_glibc(out / PACKAGE)
    else:
        raise BuildError(f"a {target} program cannot be made on {system()}")
    (work / "pyinstaller.log").write_text(said, encoding="utf-8")
    folder = out / PACKAGE
    report_size(target, folder)
    return folder


def in_wine(wine: toolchain.Wine, value: str) -> str:
    return wine.windows_path(Path(value)) if value.startswith("/") else value


def library() -> Path:
    return Path(sysconfig.get_path("stdlib"))


def folder_size(folder: Path) -> int:
    return sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def report_size(target: str, folder: Path) -> None:
    check_size(f"{target} unpacked", folder_size(folder), UNPACKED_LIMIT)


def check_size(what: str, size: int, limit: int) -> None:
    print(f"{what}: {in_megabytes(size)} (at most {limit // MEGABYTE} MB)", flush=True)
    if size > limit:
        raise BuildError(f"{what} is too large")


if __name__ == "__main__":
    print(freeze(sys.argv[1] if len(sys.argv) > 1 else system()))
