"""Packs the frozen Linux folder into a .tar.gz that runs from any folder."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import tarfile
from pathlib import Path

import trimming
from commands import BuildError, fresh_folder
from frozen import check_size, folder_size, freeze, source_date
from linux.elf import rename_libraries
from product import BUILD, DIST, PACKAGE, UNPACKED_LIMIT, VERSION

HERE = Path(__file__).resolve().parent
SYSTEM_FOLDERS = (Path("/usr/lib/x86_64-linux-gnu"), Path("/lib/x86_64-linux-gnu"), Path("/usr/lib64"))


def build() -> Path:
    name = f"{PACKAGE}-{VERSION}-linux-x86_64"
    tree = fresh_folder(BUILD / "linux" / "tar") / name
    shutil.copytree(freeze("linux"), tree, symlinks=True)
    shutil.copy(HERE / "portable.sh", tree / f"{PACKAGE}-portable")
    shutil.copy(HERE / "portable.txt", tree / "README.txt")
    (tree / f"{PACKAGE}-portable").chmod(0o755)
    add_licences(tree)
    rename_libraries(tree / "_internal")
    check_size("tar.gz unpacked", folder_size(tree), UNPACKED_LIMIT)
    DIST.mkdir(exist_ok=True)
    target = DIST / f"{name}.tar.gz"
    pack(tree, target)
    return target


def add_licences(tree: Path) -> None:
    """The licences of the system's libraries that travel along, as their Debian packages state them."""
    for file in sorted((tree / "_internal").iterdir()):
        if not trimming.matches(file.name, trimming.SYSTEM_LIBRARIES):
            continue
        package = owner(file.name)
        if package:
            text = Path("/usr/share/doc") / package / "copyright"
            shutil.copy(text, tree / "_internal" / "licences" / f"{package}.txt")


def owner(library: str) -> str:
    """The Debian package of a library; empty where the builder is no Debian."""
    if shutil.which("dpkg-query") is None:
        print(f"the licence of {library} must be added by hand: this is no Debian system")
        return ""
    for place in (folder / library for folder in SYSTEM_FOLDERS):
        asked = subprocess.run(
            ["dpkg-query", "--search", str(place)], capture_output=True, text=True, check=False
        )
        if asked.returncode == 0:
            return asked.stdout.partition(":")[0]
    raise BuildError(f"no Debian package owns {library}, so its licence is not known")


def pack(tree: Path, target: Path) -> None:
    """Sorted, owned by root, dated alike: two builds of the same files give the same archive."""
    moment = int(source_date())

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = moment
        return entry

    with (
        target.open("wb") as raw,
        gzip.GzipFile("", "wb", 9, raw, mtime=0) as stream,
        tarfile.open(fileobj=stream, mode="w", format=tarfile.GNU_FORMAT) as archive,
    ):
        for path in [tree, *sorted(tree.rglob("*"))]:
            archive.add(path, str(path.relative_to(tree.parent)), recursive=False, filter=plain)
