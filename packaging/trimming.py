"""Decides which of the collected files the program needs; everything else stays out of the built folder.

Used by the spec. The rules are written as what is kept, so that a new release of Qt adds nothing by itself.
"""

from __future__ import annotations

import fnmatch
from pathlib import PurePosixPath

# Modules of Qt whose libraries and Python bindings are kept.
QT_MODULES = ("Core", "Gui", "Widgets", "Network", "PrintSupport", "Svg", "DBus", "XcbQpa", "WaylandClient")
QT_PLUGINS = (
    "platforms/*xcb*",
    "platforms/*wayland*",
    "platforms/*windows*",
    "platforms/*cocoa*",
    "platforms/*offscreen*",
    "platforms/*minimal.*",
    "platformthemes/*",
    "platforminputcontexts/*compose*",
    "platforminputcontexts/*ibus*",
    "wayland-shell-integration/*xdg-shell*",
    "wayland-decoration-client/*",
    "imageformats/*jpeg*",
    "imageformats/*webp*",
    "imageformats/*gif*",
    "imageformats/*ico*",
    "imageformats/*svg*",
    "iconengines/*svg*",
    "styles/*",
    "networkinformation/*",
    "printsupport/*",
)
# Libraries of the Linux system that travel along, since a machine may lack them: what CPython's modules
# link with, and the small helpers of X11. All others (glib, fontconfig, X11, Wayland, GTK, zlib) must be the
# system's own, because the desktop's plugins link with them, too; and OpenSSL 3, so that its security fixes
# reach this program. The .deb leaves out even these and depends on their packages.
# What libraries of the system use as well travels under a name of its own (see linux/tarball.py): the starter
# puts the program's folder first, and an older copy there would take the place of the system's newer one.
RENAMED_LIBRARIES = ("libsqlite3.so*", "libffi.so*")
SYSTEM_LIBRARIES = (
    *RENAMED_LIBRARIES,
    "libxcb-cursor.so*",
    "libxcb-icccm.so*",
    "libxcb-image.so*",
    "libxcb-keysyms.so*",
    "libxcb-render-util.so*",
    "libxcb-util.so*",
    "libxkbcommon-x11.so*",
)
OWN_LIBRARIES = ("libpython3*", "libicu*", "libQt6*", "libpyside6*", "libshiboken6*")
# What pip notes about its own work: hashes of files that are not shipped, with the builder's paths in them.
NOTES_OF_PIP = ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json")
# The certificates that are trusted are the system's (truststore); certifi's list would only age.
UNUSED_DATA = ("certifi/cacert.pem",)
NOT_ON_WINDOWS = ("opengl32sw.dll", "d3dcompiler_*.dll", "api-ms-win-*.dll", "ucrtbase.dll")


def matches(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)


def is_kept(destination: str, languages: tuple[str, ...]) -> bool:
    """`destination` is the path inside the built folder, as PyInstaller names it."""
    path = PurePosixPath(destination.replace("\\", "/"))
    if str(path) in UNUSED_DATA or (path.name in NOTES_OF_PIP and path.parent.name.endswith(".dist-info")):
        return False
    if "translations" in path.parts and path.parts[0] == "PySide6":
        return any(path.name == f"qtbase_{language}.qm" for language in languages)
    if "plugins" in path.parts:
        after = path.parts[path.parts.index("plugins") + 1 :]
        return matches("/".join(after), QT_PLUGINS)
    if "qml" in path.parts:
        return False
    return is_kept_library(path)


def is_kept_library(path: PurePosixPath) -> bool:
    name = path.name
    if name.endswith(".dll"):
        if name.lower().startswith("qt6"):
            return name[3:-4] in QT_MODULES
        return not matches(name.lower(), NOT_ON_WINDOWS)
    if name.startswith("libQt6"):
        return name.removeprefix("libQt6").split(".")[0] in QT_MODULES
    is_system_library = name.startswith("lib") and ".so" in name and not matches(name, OWN_LIBRARIES)
    return not is_system_library or matches(name, SYSTEM_LIBRARIES)
