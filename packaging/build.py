"""Builds the installers into dist/, prints their sizes and writes SHA256SUMS.

    python packaging/build.py [deb] [tar] [windows] [macos]

Without words: everything that this machine can make. See packaging/README.md.
"""

from __future__ import annotations

import hashlib
import importlib
import shutil
import sys

import signing
from commands import BuildError
from product import DIST, VERSION, in_megabytes, system

TARGETS = {"deb": "linux.deb", "tar": "linux.tarball", "windows": "windows.installer", "macos": "macos.image"}


def possible() -> list[str]:
    """What this machine has the tools for."""
    match system():
        case "windows":
            return ["windows"]
        case "macos":
            return ["macos"]
    found = ["tar"]
    if shutil.which("dpkg-deb"):
        found.insert(0, "deb")
    if all(map(shutil.which, ("wine", "makensis", "x86_64-w64-mingw32-gcc"))):
        found.append("windows")
    return found


def write_checksums() -> None:
    """Of everything of this version in dist/, in the form that `sha256sum --check` reads."""
    files = sorted(file for file in DIST.iterdir() if VERSION in file.name and file.suffix != ".asc")
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    sums = DIST / "SHA256SUMS"
    sums.write_text("".join(lines), encoding="ascii", newline="\n")
    signing.sign_checksums(sums)


def main(words: list[str]) -> int:
    unknown = [word for word in words if word not in TARGETS]
    if unknown:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        built = [importlib.import_module(TARGETS[word]).build() for word in words or possible()]
        write_checksums()
    except BuildError as error:
        print(f"build failed: {error}", file=sys.stderr)
        return 1
    for file in built:
        print(f"{file}  {in_megabytes(file.stat().st_size)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
