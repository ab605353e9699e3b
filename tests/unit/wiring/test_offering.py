"""What is on the clipboard is offered once, where it is a list of new IDs and nothing else."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from facegen_gui.practice.server import PracticeService
from facegen_gui.widgets.notice_row import NoticeAction
from facegen_gui.wiring.application import Application
from facegen_gui.wiring.offering import Offering, listed_ids
from tests.unit.wiring.conftest import Open


class Clipboard:
    """Another program's, since one's own is never offered."""

    def __init__(self) -> None:
        self.data = QMimeData()
        self.is_own = False

    def hold(self, text: str) -> None:
        self.data.setText(text)

    def ownsClipboard(self) -> bool:
        return self.is_own

    def mimeData(self) -> QMimeData:
        return self.data

    def text(self) -> str:
        return self.data.text()


class Unanswered(QMimeData):
    """What a program that hangs has copied: each question takes as long as the system waits."""

    questions = 0

    def formats(self) -> list[str]:
        self.questions += 1
        return []

    def hasFormat(self, media_type: str) -> bool:
        self.questions += 1
        return False

    def retrieveData(self, media_type: str, wanted: object) -> None:
        self.questions += 1


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> Clipboard:
    clipboard = Clipboard()
    monkeypatch.setattr(QGuiApplication, "clipboard", lambda: clipboard)
    return clipboard


@pytest.fixture
def program(
    open_program: Open,
    services: tuple[PracticeService, PracticeService],
    clipboard: Clipboard,
    qtbot: QtBot,
) -> Application:
    application = open_program(services[0].url)
    application.start("")
    application.worker.set_key(services[0].key, keep=False)
    qtbot.waitUntil(lambda: application.store.is_loaded)
    return application


def offering(program: Application) -> Offering:
    found = program.window.findChild(Offering)
    assert isinstance(found, Offering)
    return found


def offered(program: Application) -> str:
    row = program.window.notices.row("clipboard")
    return "" if row is None else row.notice.text


def test_new_ids_are_offered_once_and_added_when_one_says_so(
    program: Application, clipboard: Clipboard, qtbot: QtBot
) -> None:
    clipboard.hold("12202888\n12202889, 12202890")
    offering(program).look()
    assert "3" in offered(program)
    assert len(program.store) == 0
    row = program.window.notices.row("clipboard")
    assert row is not None
    row.buttons[NoticeAction.add_ids].click()
    qtbot.waitUntil(lambda: len(program.store) == 3)
    assert offered(program) == ""
    offering(program).look()
    assert offered(program) == ""


def test_what_was_closed_is_not_offered_again(program: Application, clipboard: Clipboard) -> None:
    clipboard.hold("12202888")
    offering(program).look()
    program.window.notices.clear("clipboard")
    offering(program).look()
    assert offered(program) == ""


def test_nothing_is_offered_that_is_one_s_own_in_the_box_or_not_wanted(
    program: Application, clipboard: Clipboard
) -> None:
    clipboard.hold("12202888")
    clipboard.is_own = True
    offering(program).look()
    assert offered(program) == ""
    clipboard.is_own = False
    preferring = program._preferring
    preferring.change(replace(preferring.preferences, offer_clipboard=False))
    offering(program).look()
    assert offered(program) == ""
    preferring.change(replace(preferring.preferences, offer_clipboard=True))
    program._paste.insert_text("12202888")
    offering(program).look()
    assert offered(program) == ""


def test_another_program_that_hangs_is_asked_once(program: Application, clipboard: Clipboard) -> None:
    clipboard.data = Unanswered()
    offering(program).look()
    assert clipboard.data.questions == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Call me at 12202888 tomorrow",
        "2026-03-05",
        "482913",  # a code sent by text message
        "0301234567",
        "aB3dE5gH7jK9mN1pQ3sT5vX7zA9cE1gI",
        "12202888\tAnna",
        "1.22E+07",
    ],
)
def test_what_is_no_list_of_ids_is_left_alone(text: str) -> None:
    assert listed_ids(text) == ()


@pytest.mark.parametrize("text", ["12202888", "12202888 12202889", '"12202888","12202889"', "[12202888]\n"])
def test_lists_of_ids_are_known_in_any_shape(text: str) -> None:
    assert listed_ids(text)[0] == "12202888"
