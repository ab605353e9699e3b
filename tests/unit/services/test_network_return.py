"""When the network is back, the system is asked only where that can help."""

import subprocess
import sys

import pytest

LOADED = (
    "from PySide6.QtNetwork import QNetworkInformation; print(QNetworkInformation.instance() is not None)"
)
SELF_TEST = f"from facegen_gui.self_test.run import run; run(None, ('-platform', 'offscreen')); {LOADED}"
START = (
    "import ctypes, sys, types; from PySide6.QtCore import QCoreApplication; qt = QCoreApplication([]); "
    "from facegen_gui.services.network_return import NetworkReturn; "
)
# As Wine is, whose ntdll tells what it is.
IN_WINE = (
    "sys.platform = 'win32'; ntdll = types.SimpleNamespace(wine_get_version=0); "
    "ctypes.windll = types.SimpleNamespace(ntdll=ntdll); "
)
WATCH = "NetworkReturn().watch(); "


def last_line(code: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=100, check=True
    )
    return ran.stdout.splitlines()[-1]


def test_practice_never_asks_the_system_about_the_network() -> None:
    assert last_line(SELF_TEST) == "False"


def test_wine_whose_answer_never_comes_is_not_asked() -> None:
    if last_line(START + WATCH + LOADED) == "False":
        pytest.skip("Qt knows nothing of the network here")
    assert last_line(START + IN_WINE + WATCH + LOADED) == "False"
