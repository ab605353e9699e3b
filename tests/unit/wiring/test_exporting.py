"""Files for others: by which settings they are made, and where they are offered to be put."""

import csv
import hashlib
import zipfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from facegen_gui.domain.saves import SaveFormat
from facegen_gui.practice.server import PracticeService
from facegen_gui.storage.profile import Profile
from tests.unit.wiring.conftest import Open


def test_a_zip_is_made_by_the_settings_of_saving_and_its_folder_is_offered_the_next_time(
    open_program: Open, services: tuple[PracticeService, PracticeService], tmp_path: Path, qtbot: QtBot
) -> None:
    application = open_program(services[0].url)
    preferring, window = application._preferring, application.window
    save = replace(preferring.preferences.save, format=SaveFormat.jpeg, pattern="face {id}_{number}")
    preferring.change(replace(preferring.preferences, save=save))
    application.worker.set_key(services[0].key, keep=False)
    application.start("101")
    qtbot.waitUntil(window.commands.export_zip.isEnabled, timeout=10_000)
    out = tmp_path / "out2"
    out.mkdir()
    window.commands.export_zip.trigger()
    (dialog,) = window.findChildren(QFileDialog)
    dialog.filesSelected.emit([str(out / "faces.zip")])
    dialog.close()
    qtbot.waitUntil(lambda: (out / "faces.zip").is_file())
    with zipfile.ZipFile(out / "faces.zip") as archive:
        assert archive.namelist() == ["face 101_1.jpg"]
        assert archive.read("face 101_1.jpg").startswith(b"\xff\xd8")
    qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))
    window.commands.delivery_note.trigger()
    (dialog,) = window.findChildren(QFileDialog)
    assert Path(dialog.directory().absolutePath()) == out
    dialog.close()


def test_a_delivery_note_tells_of_the_saved_file_not_of_the_one_received(
    open_program: Open,
    services: tuple[PracticeService, PracticeService],
    profile: Profile,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    application = open_program(services[0].url)
    preferring, window = application._preferring, application.window
    save = replace(preferring.preferences.save, format=SaveFormat.jpeg)
    preferring.change(replace(preferring.preferences, save=save))
    application.worker.set_key(services[0].key, keep=False)
    application.start("101")
    qtbot.waitUntil(window.commands.save_all.isEnabled, timeout=10_000)
    (key,) = [picture.key for job in application.store for picture in job.kept]
    window.commands.save_all.trigger()
    qtbot.waitUntil(lambda: application.store.picture(key).saved_at is not None)
    window.commands.delivery_note.trigger()
    (dialog,) = window.findChildren(QFileDialog)
    dialog.filesSelected.emit([str(tmp_path / "note.html")])
    dialog.close()
    qtbot.waitUntil(lambda: (tmp_path / "note.html").is_file())
    (copy,) = profile.save_folder.iterdir()
    (row,) = list(csv.reader((tmp_path / "note.csv").read_text(encoding="utf-8-sig").splitlines()))[1:]
    assert copy.suffix == ".jpg"
    assert row[2:] == [
        copy.name,
        str(copy.stat().st_size),
        hashlib.sha256(copy.read_bytes()).hexdigest(),
        "",
    ]
