"""Packs the frozen Linux folder into a .deb, whose dependencies are computed from what the files link with.

Libraries that Debian has travel along in the .tar.gz only: here they are left out and depended upon.
"""

from __future__ import annotations

import gzip
import os
import shutil
from pathlib import Path
from xml.sax.saxutils import escape

import trimming
from commands import fresh_folder, require, run
from frozen import check_size, folder_size, freeze, source_date
from linux import dependencies
from product import (
    APP_ID,
    BUILD,
    DEB_LIMIT,
    DIST,
    HOMEPAGE,
    ICONS,
    MAINTAINER,
    NAME,
    PACKAGE,
    PUBLISHER,
    SUMMARY,
    UNPACKED_LIMIT,
    VERSION,
)
from releases import releases

HERE = Path(__file__).resolve().parent
RECOMMENDS = ("gnome-keyring | org.freedesktop.secrets", "default-dbus-session-bus | dbus-session-bus")
RECOMMENDED_FONTS = "fonts-dejavu-core | fonts-noto-core"
DESCRIPTION = """ Face Gen Viewer fetches the pictures of the ModelsLab Enterprise Face Gen
 service: paste job IDs in any form, and the pictures appear as they are ready.
 It keeps every picture as it was made, shows and compares them, and saves them
 under names that you choose. The API key is kept in the desktop's keyring."""


def build() -> Path:
    folder = freeze("linux")
    tree = fresh_folder(BUILD / "linux" / "deb")
    copy_program(folder, tree)
    write_menu_entry(tree)
    write_documents(tree)
    write_control(tree)
    set_modes_and_dates(tree)
    check_size("deb unpacked", folder_size(tree / "usr"), UNPACKED_LIMIT)
    DIST.mkdir(exist_ok=True)
    target = DIST / f"{PACKAGE}_{VERSION}_amd64.deb"
    pack = [require("dpkg-deb", "dpkg"), "--root-owner-group", "-Zxz", "--build", tree, target]
    run(pack, env={"SOURCE_DATE_EPOCH": source_date()})
    check_size("deb", target.stat().st_size, DEB_LIMIT)
    return target


def copy_program(folder: Path, tree: Path) -> None:
    def of_the_system(_: str, names: list[str]) -> set[str]:
        return {name for name in names if trimming.matches(name, trimming.SYSTEM_LIBRARIES)}

    shutil.copytree(folder, tree / "usr/lib" / PACKAGE, symlinks=True, ignore=of_the_system)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin" / PACKAGE).symlink_to(f"../lib/{PACKAGE}/{PACKAGE}")


def filled(template: str) -> str:
    text = (HERE / template).read_text(encoding="utf-8")
    newest = releases()[0]
    words = {
        "NAME": NAME,
        "PACKAGE": PACKAGE,
        "APP_ID": APP_ID,
        "PUBLISHER": PUBLISHER,
        "MAINTAINER": MAINTAINER,
        "HOMEPAGE": HOMEPAGE,
        "SUMMARY": SUMMARY,
        "VERSION": VERSION,
        "DAY": newest.day.isoformat(),
        "RELEASES": "\n".join(appstream_releases()),
    }
    for word, value in words.items():
        text = text.replace(f"@{word}@", value)
    return text


def appstream_releases() -> list[str]:
    lines = []
    for release in releases():
        lines.append(f'    <release version="{release.version}" date="{release.day.isoformat()}">')
        lines += ["      <description>", *(f"        <p>{escape(line)}</p>" for line in release.news)]
        lines += ["      </description>", "    </release>"]
    return lines


def write_menu_entry(tree: Path) -> None:
    write(tree / f"usr/share/applications/{APP_ID}.desktop", filled("program.desktop"))
    write(tree / f"usr/share/metainfo/{APP_ID}.metainfo.xml", filled("metainfo.xml"))
    icons = tree / "usr/share/icons/hicolor"
    for png in ICONS.glob(f"{PACKAGE}-*.png"):
        size = png.stem.rpartition("-")[2]
        place = icons / f"{size}x{size}" / "apps"
        place.mkdir(parents=True)
        shutil.copy(png, place / f"{APP_ID}.png")
    (icons / "scalable/apps").mkdir(parents=True)
    shutil.copy(ICONS / f"{PACKAGE}.svg", icons / f"scalable/apps/{APP_ID}.svg")


def write_documents(tree: Path) -> None:
    write_compressed(tree / f"usr/share/man/man1/{PACKAGE}.1.gz", filled("facegen-gui.1"))
    documents = tree / "usr/share/doc" / PACKAGE
    write(documents / "copyright", filled("copyright"))
    changes = []
    for release in releases():
        changes.append(f"{PACKAGE} ({release.version}) stable; urgency=medium\n")
        changes += [f"  * {line}" for line in release.news]
        changes.append(f"\n -- {MAINTAINER}  {release.moment:%a, %d %b %Y %H:%M:%S +0000}\n")
    write_compressed(documents / "changelog.gz", "\n".join(changes))
    overrides = (HERE / "lintian-overrides").read_text(encoding="utf-8")
    write(tree / "usr/share/lintian/overrides" / PACKAGE, overrides)


def write_control(tree: Path) -> None:
    found = dependencies.computed(tree / "usr/lib" / PACKAGE)
    lines = [
        f"Package: {PACKAGE}",
        f"Version: {VERSION}",
        "Architecture: amd64",
        f"Maintainer: {MAINTAINER}",
        f"Installed-Size: {folder_size(tree) // 1024}",
        f"Depends: {', '.join(found.depends)}",
        f"Recommends: {', '.join([*RECOMMENDS, RECOMMENDED_FONTS, *found.recommends])}",
        "Section: graphics",
        "Priority: optional",
        f"Homepage: {HOMEPAGE}",
        f"Description: {SUMMARY[0].lower()}{SUMMARY[1:]}",
        DESCRIPTION,
    ]
    write(tree / "DEBIAN/control", "\n".join(lines) + "\n")
    files = sorted(file for file in tree.rglob("*") if file.is_file() and "DEBIAN" not in file.parts)
    sums = [line.split("  ")[0] for line in run(["md5sum", *files]).splitlines()]
    listed = [
        f"{value}  {file.relative_to(tree)}"
        for value, file in zip(sums, files, strict=True)
        if not file.is_symlink()
    ]
    write(tree / "DEBIAN/md5sums", "\n".join(listed) + "\n")


def write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def write_compressed(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


def set_modes_and_dates(tree: Path) -> None:
    """As Debian wants them: libraries are not executable, everything is dated alike."""
    moment = int(source_date())
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            executable = path.is_dir() or (path.name == PACKAGE and path.parent.name == PACKAGE)
            executable = executable and "overrides" not in path.parts
            path.chmod(0o755 if path.is_dir() or executable else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)
