"""What is asked of the worker, and what is said where there is nothing to ask."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facegen_gui.practice.server import PracticeService
from facegen_gui.storage.draft import Draft
from facegen_gui.storage.profile import Profile
from tests.unit.wiring.conftest import Open

Services = tuple[PracticeService, PracticeService]


def button(window: QWidget, text: str) -> QPushButton | None:
    return next((b for b in window.findChildren(QPushButton) if b.text() == text and b.isVisible()), None)


def test_the_empty_gallery_fetches_what_stands_in_the_box_from_the_last_run(
    open_program: Open, services: Services, profile: Profile, qtbot: QtBot
) -> None:
    profile.root.mkdir()
    Draft(profile).write("101\n102")
    application = open_program(services[0].url)
    application.worker.set_key(services[0].key, keep=False)
    application.start("")
    qtbot.waitUntil(lambda: button(application.window, "Fetch the pictures") is not None, timeout=10_000)
    fetch = button(application.window, "Fetch the pictures")
    assert fetch is not None
    fetch.click()
    qtbot.waitUntil(lambda: {job.id for job in application.store} == {"101", "102"}, timeout=10_000)


@pytest.mark.parametrize("command", ["copy_failed_ids", "retry_failed"])
def test_where_no_job_has_failed_that_is_said(command: str, open_program: Open, services: Services) -> None:
    window = open_program(services[0].url).window
    getattr(window.commands, command).trigger()
    assert [notice.text for notice in window.notices.notices] == ["No job has failed."]
