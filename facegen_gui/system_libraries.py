"""Which libraries of a Linux system Qt needs besides its own, and which package brings a missing one.

Qt aborts the process when its platform plugin cannot be loaded, so that is tried here first.
"""

import ctypes
import importlib.util
import re
from collections.abc import Sequence
from pathlib import Path

# library: Debian and Ubuntu package, Fedora package
PACKAGES = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
    "libX11.so.6": ("libx11-6", "libX11"),
    "libbrotlidec.so.1": ("libbrotli1", "libbrotli"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2", "krb5-libs"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libstdc++.so.6": ("libstdc++6", "libstdc++"),
    "libwayland-client.so.0": ("libwayland-client0", "libwayland-client"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "libwayland-cursor"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libz.so.1": ("zlib1g", "zlib"),
    "libzstd.so.1": ("libzstd1", "libzstd"),
}
_NOT_FOUND = re.compile(r"(lib[\w.+-]+\.so[.\d]*): cannot open shared object file")


def sentence_for(error: ImportError | OSError) -> str:
    """What to install, if `error` is about a library of the system; else empty."""
    found = _NOT_FOUND.search(str(error))
    if found is None:
        return ""
    missing = [found[1], *(name for name in PACKAGES if name != found[1] and not _is_there(name))]
    known = [PACKAGES[name] for name in missing if name in PACKAGES]
    if not known:
        return f"Qt cannot start, because the library {found[1]} is missing on this computer."
    debian = " ".join(sorted({debian for debian, _ in known}))
    fedora = " ".join(sorted({fedora for _, fedora in known}))
    return (
        f"Qt cannot start, because libraries are missing on this computer: {', '.join(missing)}. "
        f"On Debian and Ubuntu this helps: sudo apt install {debian} "
        f"- on Fedora: sudo dnf install {fedora}"
    )


def plugin_trouble(platforms: Sequence[str]) -> str:
    """Empty if Qt's plugin of one of these window systems can be loaded; else what to install."""
    sentence = ""
    for platform in platforms:
        plugin = _plugins() / f"libq{platform}.so"
        if not plugin.exists():  # another build of Qt, which knows where its own are
            return ""
        try:
            ctypes.CDLL(str(plugin))
        except OSError as error:
            sentence = sentence_for(error) or f"Qt cannot start: {error}."
        else:
            return ""
    return sentence


def _plugins() -> Path:
    spec = importlib.util.find_spec("PySide6")
    places = spec.submodule_search_locations if spec is not None else None
    return Path(next(iter(places or ()), ".")) / "Qt" / "plugins" / "platforms"


def _is_there(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
