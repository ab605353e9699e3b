"""The whole program behind its window, in this process, on practice services."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facegen_gui.domain.preferences import ColourScheme
from facegen_gui.domain.scrubbing import KnownKeys
from facegen_gui.practice.server import PracticeService
from facegen_gui.storage.profile import Profile
from facegen_gui.storage.settings import Settings
from facegen_gui.widgets.appearance import apply_colour_scheme
from facegen_gui.wiring.application import Application
from facegen_gui.wiring.opening import opened_window

Open = Callable[[str], Application]


@pytest.fixture
def services() -> Iterator[tuple[PracticeService, PracticeService]]:
    with PracticeService() as first, PracticeService() as second:
        yield first, second


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile.at(tmp_path / "profile")


@pytest.fixture
def own_qapp(qapp: QApplication) -> Iterator[QApplication]:
    """The one QApplication of all tests, left as it was whatever the program says to it."""
    yield qapp
    apply_colour_scheme(ColourScheme.system)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.fixture
def open_program(qtbot: QtBot, own_qapp: QApplication, profile: Profile) -> Iterator[Open]:
    """Opens the program on the server of that address; each is stopped at the end, or before the next one."""
    opened: list[Application] = []

    def stop() -> None:
        for application in opened:
            application.stop()
        opened.clear()

    def open_program(server: str) -> Application:
        stop()
        window = opened_window(own_qapp, profile)
        qtbot.addWidget(window)
        application = Application(
            own_qapp, window, profile, Settings(profile, policy_files=()), KnownKeys(), server=server
        )
        opened.append(application)
        window.show()
        return application

    yield open_program
    stop()
