"""What is looked at before a save, in the window's own thread."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facegen_gui.domain.job import Choice, PictureKey
from facegen_gui.domain.saves import Conflict, SaveItem, SaveOptions
from facegen_gui.practice.server import PracticeService
from facegen_gui.storage.profile import Profile
from facegen_gui.widgets.notice_row import NoticeAction
from facegen_gui.wiring.saving import Saving
from tests.unit.wiring.conftest import Open


def test_a_folder_is_looked_at_only_to_ask_and_one_that_fails_is_left_to_the_save(
    open_program: Open,
    services: tuple[PracticeService, PracticeService],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    (saving,) = open_program(services[0].url).window.findChildren(Saving)
    started: list[SaveItem] = []
    looked: list[Path] = []

    def fail(path: Path) -> bool:
        looked.append(path)
        raise OSError(5, "Input/output error")

    item = SaveItem(PictureKey("101", 1), tmp_path / "101_1.png", "101.png", "", "image/png")
    monkeypatch.setattr(saving, "items", lambda keys, options: [item])
    monkeypatch.setattr(saving, "_start", lambda items, options: started.extend(items))
    with monkeypatch.context() as patched:
        patched.setattr(Path, "exists", fail)
        saving._save([item.key], SaveOptions(tmp_path, conflict=Conflict.skip))
        assert looked == []
        saving._save([item.key], SaveOptions(tmp_path, conflict=Conflict.ask))
    assert looked == [tmp_path / "101.png"]
    assert started == [item, item]


def test_undo_after_a_save_takes_back_its_files_and_nothing_else(
    open_program: Open,
    services: tuple[PracticeService, PracticeService],
    profile: Profile,
    qtbot: QtBot,
) -> None:
    application = open_program(services[0].url)
    application.worker.set_key(services[0].key, keep=False)
    application.start("101")
    commands = application.window.commands
    qtbot.waitUntil(commands.save_all.isEnabled, timeout=10_000)
    (key,) = [picture.key for job in application.store for picture in job.kept]
    application._choices.choose([key], Choice.no)
    notices = application.window.notices
    for topic in ("save", "save again"):  # the second finds everything there
        commands.save_all.trigger()
        qtbot.waitUntil(lambda topic=topic: notices.row(topic) is not None)
    assert "saving 1 picture" in commands.undo.text()
    assert NoticeAction.undo_save in notices.row("save").notice.actions
    (copy,) = profile.save_folder.iterdir()
    commands.undo.trigger()
    qtbot.waitUntil(lambda: not copy.exists())
    picture = application.store.picture(key)
    assert picture is not None
    assert picture.choice is Choice.no
    commands.redo.trigger()
    qtbot.waitUntil(copy.exists)
