"""What the ELF files of the frozen Linux folder may not carry, and what they need of the C library."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import trimming
from commands import BuildError, require, run
from product import GLIBC, PACKAGE

# Every system has these two folders, so that a path below them tells nothing about the builder.
NEUTRAL_PREFIX = b"/usr/local"
OWN_NAME = f"lib{PACKAGE}-"


def elf_files(folder: Path) -> Iterator[Path]:
    return (file for file in sorted(folder.rglob("*")) if is_elf(file))


def is_elf(file: Path) -> bool:
    if file.is_symlink() or not file.is_file():
        return False
    with file.open("rb") as stream:
        return stream.read(4) == b"\x7fELF"


def forget_builder(folder: Path, prefix: str = sys.base_prefix) -> None:
    """Takes out the builder's own folders that a Python built from source writes into its libraries: as
    places to look for libraries, and as the prefix that was compiled in, which a frozen program never uses.
    """
    tool = require("patchelf", "patchelf")
    before, after = neutral(prefix)
    for file in elf_files(folder):
        search = subprocess.run([tool, "--print-rpath", file], capture_output=True, text=True, check=False)
        if any(not entry.startswith("$ORIGIN") for entry in search.stdout.strip().split(":") if entry):
            subprocess.run([tool, "--remove-rpath", file], check=True)
        data = file.read_bytes()
        if before in data:
            file.write_bytes(data.replace(before, after))


def neutral(prefix: str) -> tuple[bytes, bytes]:
    """The folder above `prefix`, and what is written instead: of the same length, so that nothing moves
    (several slashes are one). The last word stays, since the linker lets a version number share its place.
    """
    above = f"{prefix.rpartition('/')[0]}/".encode()
    after = NEUTRAL_PREFIX.ljust(len(above), b"/")
    return above, after if len(after) == len(above) and not above.startswith(b"/usr/") else above


def rename_libraries(folder: Path) -> None:
    """Gives the system's libraries that travel along names of their own, in the files that need them, too."""
    tool = require("patchelf", "patchelf")
    renamed = {}
    for file in sorted(folder.iterdir()):
        if trimming.matches(file.name, trimming.RENAMED_LIBRARIES):
            own = file.rename(file.with_name(own_name(file.name)))
            run([tool, "--set-soname", own.name, own])
            renamed[file.name] = own.name
    for file in elf_files(folder):
        asked = subprocess.run([tool, "--print-needed", file], capture_output=True, text=True, check=True)
        for name in set(asked.stdout.split()) & renamed.keys():
            run([tool, "--replace-needed", name, renamed[name], file])


def own_name(library: str) -> str:
    """`libffi.so.8` as `libfacegen-gui-ffi.so.8`."""
    return OWN_NAME + library.removeprefix("lib")


def check_glibc(folder: Path) -> None:
    """BuildError when a file needs a newer C library than the documentation promises."""
    tool = require("objdump", "binutils")
    too_new = []
    for file in elf_files(folder):
        told = subprocess.run([tool, "-T", file], capture_output=True, text=True, check=True).stdout
        newest = newest_glibc(told)
        if newest > GLIBC:
            too_new.append(f"{file.relative_to(folder)} needs {'.'.join(map(str, newest))}")
    if too_new:
        raise BuildError(f"glibc {'.'.join(map(str, GLIBC))} is promised, but {'; '.join(too_new)}")


def newest_glibc(symbols: str) -> tuple[int, ...]:
    """Of what `objdump -T` prints; `*UND*` are the symbols that are needed."""
    found = re.findall(r"\*UND\*.*\bGLIBC_([\d.]+)", symbols)
    return max((tuple(map(int, version.split("."))) for version in found), default=(0,))
