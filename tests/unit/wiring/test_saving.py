"""What is looked at before a save, in the window's own thread."""

from dataclasses import replace
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


def test_a_changed_copy_and_a_foreign_file_after_an_undo_are_asked_about(
    open_program: Open,
    services: tuple[PracticeService, PracticeService],
    profile: Profile,
    qtbot: QtBot,
) -> None:
    application = open_program(services[0].url)
    preferring, commands = application._preferring, application.window.commands
    save = replace(preferring.preferences.save, conflict=Conflict.ask)
    preferring.change(replace(preferring.preferences, save=save))
    application.worker.set_key(services[0].key, keep=False)
    application.start("101")
    qtbot.waitUntil(commands.save_all.isEnabled, timeout=10_000)
    (saving,) = application.window.findChildren(Saving)
    (key,) = [picture.key for job in application.store for picture in job.kept]
    (item,) = saving.items([key], save)
    commands.save_all.trigger()
    qtbot.waitUntil(lambda: application.store.picture(key).saved_at is not None)
    copy = save.folder / item.name
    assert not saving._is_taken(item, save)
    untouched = copy.read_bytes()
    copy.write_bytes(b"x" * len(untouched))  # as long as it was
    assert saving._is_taken(item, save)
    copy.write_bytes(untouched)
    commands.undo.trigger()
    qtbot.waitUntil(lambda: application.store.picture(key).saved_at is None)
    assert not saving._is_taken(item, save)
    copy.write_bytes(b"somebody else's")
    assert saving._is_taken(item, save)


def test_a_folder_that_was_typed_just_now_is_made_where_the_one_above_is_there(
    open_program: Open, services: tuple[PracticeService, PracticeService], tmp_path: Path
) -> None:
    preferring = open_program(services[0].url)._preferring
    for folder in (tmp_path / "new", tmp_path / "away" / "pictures"):
        save = replace(preferring.preferences.save, folder=folder)
        preferring.change(replace(preferring.preferences, save=save))
    assert (tmp_path / "new").is_dir()
    assert not (tmp_path / "away").exists()
