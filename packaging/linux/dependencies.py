"""What packages the frozen Linux folder needs, asked of dpkg-shlibdeps."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from commands import BuildError, fresh_folder, require
from linux.elf import elf_files
from product import BUILD, MAINTAINER, PACKAGE

# Plugins that are there for one kind of desktop, which brings its libraries along.
OPTIONAL = ("libqgtk3.so",)
# Debian states its own release for these, although no newer function is used; Ubuntu 22.04 has older ones.
TOO_STRICT = ("libx11-xcb1 ", "libzstd1 ")


@dataclass(frozen=True, slots=True)
class Dependencies:
    depends: tuple[str, ...]
    recommends: tuple[str, ...]


def computed(folder: Path) -> Dependencies:
    binaries = list(elf_files(folder))
    optional = [file for file in binaries if file.name in OPTIONAL]
    work = fresh_folder(BUILD / "linux" / "shlibdeps")
    (work / "debian").mkdir()
    control = f"Source: {PACKAGE}\nMaintainer: {MAINTAINER}\n\nPackage: {PACKAGE}\nArchitecture: amd64\n"
    (work / "debian" / "control").write_text(control, encoding="utf-8")
    private = sorted({f"-l{file.parent}" for file in binaries})
    # One run: what is already in Depends is not repeated in Recommends.
    wanted = [f"-e{file}" for file in binaries if file not in optional]
    options = ["-O", "--warnings=0", "--ignore-missing-info", *private]
    lists = ["-dDepends", *wanted, "-dRecommends", *(f"-e{file}" for file in optional)]
    asked = subprocess.run(
        [require("dpkg-shlibdeps", "dpkg-dev"), *options, *lists],
        cwd=work,
        capture_output=True,
        text=True,
        check=False,
    )
    if asked.returncode != 0:
        raise BuildError(f"dpkg-shlibdeps could not tell what the program needs:\n{asked.stderr}")
    fields = dict(re.findall(r"^shlibs:(\w+)=(.*)$", asked.stdout, re.MULTILINE))
    return Dependencies(packages(fields["Depends"]), packages(fields.get("Recommends", "")))


def packages(field: str) -> tuple[str, ...]:
    """One entry each, without the versions that are newer in Debian than what is used (see TOO_STRICT)."""
    found = [entry for entry in field.split(", ") if entry]
    return tuple(entry.partition(" ")[0] if entry.startswith(TOO_STRICT) else entry for entry in found)
