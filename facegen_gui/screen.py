"""Whether this Linux session has a screen that Qt can use, found out before Qt would abort the process."""

import ctypes
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from facegen_gui.system_libraries import plugin_trouble

# A server that begins anew has not gone.
_ATTEMPTS, _PAUSE = 4, 0.1  # seconds
_WITH_PLUGIN = frozenset({"xcb", "wayland"})


@dataclass(frozen=True, slots=True)
class ScreenTrouble:
    sentence: str
    no_screen: bool  # False: there is one, but Qt lacks libraries for it


def screen_trouble(qt_arguments: Sequence[str], environment: Mapping[str, str]) -> ScreenTrouble | None:
    """None where a window can be shown. For Linux; elsewhere there is always a screen."""
    chosen = qt_arguments[1] if qt_arguments else environment.get("QT_QPA_PLATFORM", "")
    if chosen:
        names = [name.partition(":")[0] for name in chosen.split(";")]
        if not _WITH_PLUGIN.issuperset(names):  # offscreen, vnc … need no screen
            return None
    else:
        names = ["wayland", "xcb"]
    reachable = [name for name in names if _is_reachable(name, environment)]
    if not reachable:
        return ScreenTrouble(_no_screen(environment), no_screen=True)
    sentence = plugin_trouble(reachable)
    return ScreenTrouble(sentence, no_screen=False) if sentence else None


def _is_reachable(platform: str, environment: Mapping[str, str]) -> bool:
    if platform == "xcb":
        return bool(environment.get("DISPLAY")) and _x_answers(environment["DISPLAY"])
    if environment.get("WAYLAND_SOCKET"):
        return True
    display = environment.get("WAYLAND_DISPLAY", "")
    return bool(display) and Path(environment.get("XDG_RUNTIME_DIR", "/"), display).exists()


def _x_answers(display: str) -> bool:
    """Whether an X server can be used there; True where only Qt itself could tell."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    for attempt in range(_ATTEMPTS):
        if attempt:
            time.sleep(_PAUSE)
        connection = xcb.xcb_connect(os.fsencode(display), None)
        if xcb.xcb_connection_has_error(connection) == 0:
            # Left open: when its last client goes, a server begins anew and refuses whoever comes meanwhile.
            return True
        xcb.xcb_disconnect(connection)
    return False


def _no_screen(environment: Mapping[str, str]) -> str:
    named = environment.get("WAYLAND_DISPLAY") or environment.get("DISPLAY")
    if named:
        return (
            f"The screen {named} cannot be reached. "
            "Start the program from the desktop; --demo and --self-test work without a screen."
        )
    return (
        "There is no screen to show a window on (neither DISPLAY nor WAYLAND_DISPLAY is set). "
        "Start the program from the desktop; --demo and --self-test work without a screen."
    )
