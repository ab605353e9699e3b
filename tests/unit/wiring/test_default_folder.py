"""Where the dialogs for exports open while nothing was saved yet."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from facegen_gui.practice.server import PracticeService
from facegen_gui.storage.profile import Profile
from tests.unit.wiring.conftest import Open


@pytest.mark.parametrize("chosen", [False, True])
def test_exports_are_offered_in_the_save_folder_before_anything_was_saved(
    chosen: bool,
    open_program: Open,
    services: tuple[PracticeService, PracticeService],
    profile: Profile,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    application = open_program(services[0].url)
    away = tmp_path / "drive" / "pictures"
    preferring = application._preferring
    if chosen:
        preferring.change(
            replace(preferring.preferences, save=replace(preferring.preferences.save, folder=away))
        )
    application.worker.set_key(services[0].key, keep=False)
    application.start("101")
    command = application.window.commands.delivery_note
    qtbot.waitUntil(command.isEnabled, timeout=10_000)
    assert not profile.save_folder.exists()
    command.trigger()
    (dialog,) = application.window.findChildren(QFileDialog)
    assert Path(dialog.directory().absolutePath()) == (tmp_path if chosen else profile.save_folder)
    assert not away.parent.exists()
    dialog.close()
