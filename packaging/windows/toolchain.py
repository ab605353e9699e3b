"""A Windows Python on Linux, under Wine, for building and testing the Windows program without Windows.

The DLLs and extension modules are CPython's own, carried by the panda3d wheel; the pure Python library comes
from the Python that runs this script (same minor version); python.exe, pythonw.exe and python3.dll, which the
wheel lacks, are made here. Everything is kept under build/, so a second call takes no time.
"""

from __future__ import annotations

import re
import shutil
import sys
import sysconfig
import zipfile
from pathlib import Path

from commands import BuildError, fresh_folder, pip, require, run
from product import BUILD
from requirements import python_version, requirements_file
from windows.wine import Wine

HERE = Path(__file__).resolve().parent
PYTHON = BUILD / "windows" / "python"
DOWNLOADS = BUILD / "windows" / "downloads"
# The wheel is only a carrier of CPython's files; it is pinned so that they do not change.
CARRIER = HERE / "carrier.txt"
NOT_NEEDED = (
    "test",
    "idlelib",
    "tkinter",
    "turtledemo",
    "ensurepip",
    "lib2to3",
    "site-packages",
    "lib-dynload",
)


def base_wine() -> Wine:
    wine = Wine(BUILD / "windows" / "prefix")
    wine.create()
    return wine


def windows_python() -> tuple[Wine, Path]:
    """The Wine prefix and its python.exe with everything from constraints.txt installed."""
    wine = base_wine()
    list_file, fingerprint = requirements_file("windows", python_version())
    mark = PYTHON / "ready"
    if not (mark.exists() and mark.read_text(encoding="utf-8") == fingerprint):
        fresh_folder(PYTHON)
        unpack_interpreter()
        copy_library()
        build_launchers()
        install_libraries(list_file)
        says = wine.check([PYTHON / "python.exe", "-c", "import sys; print(sys.version, sys.platform)"])
        print(f"Windows Python under Wine: {says.strip()}")
        mark.write_text(fingerprint, encoding="utf-8")
    return wine, PYTHON / "python.exe"


def unpack_interpreter() -> None:
    """python3XX.dll stands beside python.exe; the extension modules and their DLLs in DLLs/."""
    DOWNLOADS.mkdir(parents=True, exist_ok=True)
    pip(
        "download --no-deps --only-binary=:all: --platform win_amd64 --require-hashes",
        *("--python-version", python_version(), "--dest", DOWNLOADS, "-r", CARRIER),
    )
    wheels = sorted(DOWNLOADS.glob(f"panda3d-*-cp{python_version().replace('.', '')}-*win_amd64.whl"))
    if not wheels:
        raise BuildError(f"panda3d has no Windows wheel for Python {python_version()}")
    (PYTHON / "DLLs").mkdir()
    with zipfile.ZipFile(wheels[-1]) as wheel:
        for entry in wheel.infolist():
            name = Path(entry.filename).name
            if not entry.filename.startswith("deploy_libs/") or re.match(r"(tcl|tk)86|_tkinter|_msi", name):
                continue
            beside = re.match(r"(python3|vcruntime|api-ms-win)", name, re.IGNORECASE)
            (PYTHON / ("" if beside else "DLLs") / name).write_bytes(wheel.read(entry))


def copy_library() -> None:
    library = Path(sysconfig.get_path("stdlib"))

    def left_out(folder: str, names: list[str]) -> set[str]:
        at_top = set(NOT_NEEDED) if Path(folder) == library else set()
        return {
            name for name in names if name in at_top or name == "__pycache__" or name.startswith("config-")
        }

    shutil.copytree(library, PYTHON / "Lib", ignore=left_out)
    (PYTHON / "Lib" / "site-packages").mkdir()


def build_launchers() -> None:
    compiler = require("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64")
    dll = f"python3{sys.version_info.minor}"
    common = [compiler, "-municode", "-O1", "-s", f'-DPYTHON_DLL=L"{dll}.dll"', HERE / "python.c"]
    run([*common, "-o", PYTHON / "python.exe"])
    run([*common, "-mwindows", "-DWINDOWED", "-o", PYTHON / "pythonw.exe"])
    build_stable_abi_forwarder(compiler, dll)


def build_stable_abi_forwarder(compiler: str, dll: str) -> None:
    """python3.dll, which modules with the stable ABI import: each name is handed on to python3XX.dll."""
    table = run([require("x86_64-w64-mingw32-objdump", "gcc-mingw-w64-x86-64"), "-p", PYTHON / f"{dll}.dll"])
    names = re.findall(
        r"^\s+(?:\[\s*\d+\]|\[\s*\d+\] \+base\[\s*\d+\]\s+\w+) (_?Py\w+)$", table, re.MULTILINE
    )
    if not names:
        raise BuildError(f"no exports found in {dll}.dll")
    definitions = PYTHON / "python3.def"
    lines = [f"    {name}={dll}.{name}" for name in sorted(set(names))]
    definitions.write_text("\n".join(["LIBRARY python3.dll", "EXPORTS", *lines, ""]), encoding="ascii")
    run([compiler, "-shared", "-nostdlib", "-Wl,--entry=0", "-s", "-o", PYTHON / "python3.dll", definitions])
    definitions.unlink()


def install_libraries(list_file: Path) -> None:
    pip(
        "install --no-deps --require-hashes --only-binary=:all: --platform win_amd64 --implementation cp",
        *("--python-version", python_version()),
        *("--target", PYTHON / "Lib" / "site-packages", "-r", list_file),
    )
