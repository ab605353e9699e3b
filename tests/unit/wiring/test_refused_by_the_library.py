"""IDs that the library does not take stay in sight, in the box, until it does."""

import sqlite3

import pytest
from pytestqt.qtbot import QtBot

from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.practice.server import PracticeService
from facegen_gui.services import adding, worker_run
from facegen_gui.storage.draft import Draft
from facegen_gui.storage.library import Library
from facegen_gui.storage.profile import Profile
from facegen_gui.widgets.paste.panel import PastePanel
from facegen_gui.wiring.application import Application
from tests.unit.wiring.conftest import Open

Services = tuple[PracticeService, PracticeService]


def boxed(application: Application) -> str:
    return application._paste.box.toPlainText()


def note(panel: PastePanel) -> str:
    return panel.box.accessibleDescription()


@pytest.mark.parametrize("trouble", ["newer", "folder"])
def test_ids_stay_in_the_box_while_the_library_cannot_be_opened_and_are_taken_once_it_can(
    trouble: str,
    open_program: Open,
    services: Services,
    profile: Profile,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(worker_run, "_OPEN_AGAIN", 0.2)
    profile.root.mkdir()
    if trouble == "newer":
        with sqlite3.connect(profile.library_file) as library:
            library.execute("PRAGMA user_version = 999")
        library.close()
    else:
        profile.library_file.mkdir()
    application = open_program(services[0].url)
    application.start("101")
    qtbot.waitUntil(lambda: boxed(application) == "101")
    application._paste.box.setPlainText("102\tAnna")
    application._paste.fetch()
    qtbot.waitUntil(lambda: boxed(application) == "102\tAnna")
    assert "Not taken yet" in note(application._paste)
    qtbot.waitUntil(lambda: Draft(profile).read() == "102\tAnna")
    # Pressed again, they neither vanish nor stand there twice.
    application._paste.fetch()
    qtbot.waitUntil(lambda: boxed(application) == "102\tAnna")
    profile.library_file.unlink() if trouble == "newer" else profile.library_file.rmdir()
    qtbot.waitUntil(lambda: application.store.knows("102"))
    assert boxed(application) == ""
    assert "Not taken yet" not in note(application._paste)
    assert [job.id for job in application.store].count("102") == 1


def test_ids_stay_in_the_box_while_the_disk_is_full(
    open_program: Open, services: Services, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise FaceGenError(Failure(FailureKind.disk_full))

    monkeypatch.setattr(adding, "DISK_RETRY", 0.2)
    application = open_program(services[0].url)
    application.start("")
    qtbot.waitUntil(lambda: application.store.is_loaded)
    with monkeypatch.context() as patch:
        patch.setattr(Library, "add", refuse)
        application._paste.insert_text("201\n202")
        application._paste.fetch()
        qtbot.waitUntil(lambda: boxed(application) == "201\n202")
        assert "The disk is full" in note(application._paste)
        # Somebody who writes on does not lose that.
        application._paste.insert_text("203")
    qtbot.waitUntil(lambda: application.store.knows("202"))
    assert boxed(application) == "203"
