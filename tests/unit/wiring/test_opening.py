"""The first paint: what it needs, and nothing else."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facegen_gui.storage.profile import Profile
from facegen_gui.wiring.opening import opened_window, show_until_painted

PAINTS = """
import sys
from pathlib import Path
import facegen_gui.__main__
from facegen_gui import app
profile = app.Profile.at(Path(sys.argv[1]))
qt = app.make_application()
window = app.opened_window(qt, profile)
assert app.show_until_painted(window)
print(*sys.modules)
"""
# Each of these, or what comes with it, costs the first paint more than a millisecond.
LATER = {
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "asyncio",
    "configparser",
    "email",
    "hashlib",
    "httpx",
    "json",
    "keyring",
    "logging.handlers",
    "pathvalidate",
    "socket",
    "sqlite3",
    "facegen_gui.domain.job",
    "facegen_gui.models",
    "facegen_gui.services.fetch_worker",
    "facegen_gui.storage.settings",
    "facegen_gui.widgets.actions",
    "facegen_gui.wiring.application",
}


def test_the_first_paint_waits_for_nothing_that_it_does_not_show(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PAINTS, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert set(done.stdout.split()) & LATER == set()


def test_the_window_is_on_the_screen_when_waiting_for_its_paint_ends(
    tmp_path: Path, qtbot: QtBot, own_qapp: QApplication
) -> None:
    window = opened_window(own_qapp, Profile.at(tmp_path))
    qtbot.addWidget(window)
    assert show_until_painted(window)
    assert window.isVisible()


def test_a_window_that_is_closed_at_once_is_not_furnished(
    tmp_path: Path, qtbot: QtBot, own_qapp: QApplication
) -> None:
    window = opened_window(own_qapp, Profile.at(tmp_path))
    qtbot.addWidget(window)
    QTimer.singleShot(0, window, window.close)
    assert not show_until_painted(window)


def test_the_window_opens_in_the_colours_it_was_left_in(
    tmp_path: Path, qtbot: QtBot, own_qapp: QApplication
) -> None:
    profile = Profile.at(tmp_path)
    profile.settings_file.write_text("[window]\ncolours = dark\n")
    window = opened_window(own_qapp, profile)
    qtbot.addWidget(window)
    assert window.palette().window().color().lightness() < 128
