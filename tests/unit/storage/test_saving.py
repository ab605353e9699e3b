"""Copies in other people's folders: byte for byte, whole or not at all, never over somebody's file."""

import errno
import hashlib
import os
import shutil
import subprocess
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.job import PictureKey
from facegen_gui.domain.saves import Conflict, SavedFile, SaveFormat, SaveItem, SaveOptions, UnsavedFile
from facegen_gui.services.converting import convert
from facegen_gui.storage import placing, saving
from facegen_gui.storage.halves import new_half, sweep_halves
from facegen_gui.storage.saving import SaveOutcome, save_copies, undo_save
from tests.unit.storage.conftest import fill, read_only


@pytest.fixture
def sources(tmp_path: Path) -> Callable[..., SaveItem]:
    """Makes a picture in the program's own folder, to be saved under `name`."""
    folder = tmp_path / "pictures"
    folder.mkdir()

    def make(name: str, data: bytes = b"face", media_type: str = "image/png") -> SaveItem:
        number = len(list(folder.iterdir())) + 1
        source = folder / f"{number}.png"
        source.write_bytes(data)
        checksum = hashlib.sha256(data).hexdigest()
        return SaveItem(PictureKey(str(number), 1), source, name, checksum, media_type)

    return make


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "chosen"
    path.mkdir()
    return path


def _save(items: list[SaveItem], folder: Path, **choices: Any) -> SaveOutcome:
    names = ("convert", "default_folder", "cancelled", "progress")
    ways = {name: choices.pop(name) for name in names if name in choices}
    ways = {"progress": lambda done, total: None, "cancelled": lambda: False} | ways
    return save_copies(items, SaveOptions(folder, **choices), **ways)


def _content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_copies_are_byte_for_byte_and_nothing_else_is_left(
    sources: Callable[..., SaveItem], folder: Path
) -> None:
    items = [sources("1.png", b"one" * 1000), sources("2.jpg", b"two")]
    steps: list[tuple[int, int]] = []
    outcome = _save(items, folder, progress=lambda *step: steps.append(step))
    assert _content(folder) == {"1.png": b"one" * 1000, "2.jpg": b"two"}
    assert [(file.key, file.path.name, file.sha256, file.written) for file in outcome.files] == [
        (item.key, item.name, item.sha256, True) for item in items
    ]
    assert (outcome.skipped, outcome.failure, outcome.cancelled) == ((), None, False)
    assert steps == [(0, 2), (1, 2), (2, 2)]


def test_a_file_of_somebody_else_is_never_touched(sources: Callable[..., SaveItem], folder: Path) -> None:
    (folder / "1.png").write_bytes(b"mine")
    (folder / "1 (2).png").write_bytes(b"mine too")
    (folder / "1 (3).png").symlink_to(folder / "nowhere")
    outcome = _save([sources("1.png")], folder)
    assert outcome.files[0].path == folder / "1 (4).png"
    assert (folder / "1.png").read_bytes() == b"mine"
    assert (folder / "1 (4).png").read_bytes() == b"face"
    assert not (folder / "nowhere").exists()


def test_a_picture_that_is_there_already_is_recognised_and_not_doubled(
    sources: Callable[..., SaveItem], folder: Path
) -> None:
    (folder / "1.png").write_bytes(b"mine")
    item = sources("1.png")
    first = _save([item], folder)
    again = _save([item], folder)
    assert (
        [file.path for file in again.files] == [folder / "1 (2).png"] == [file.path for file in first.files]
    )
    assert [file.written for file in again.files] == [False]
    assert len(_content(folder)) == 2


def test_a_taken_name_is_skipped_when_that_was_asked_for(
    sources: Callable[..., SaveItem], folder: Path
) -> None:
    (folder / "1.png").write_bytes(b"mine")
    items = [sources("1.png"), sources("2.png")]
    outcome = _save(items, folder, conflict=Conflict.skip)
    assert outcome.skipped == (items[0].key,)
    assert _content(folder) == {"1.png": b"mine", "2.png": b"face"}


@pytest.mark.parametrize("conflict", list(Conflict))
def test_names_of_one_save_differ_on_disks_that_ignore_case_too(
    sources: Callable[..., SaveItem], folder: Path, conflict: Conflict
) -> None:
    names = ["anna.png", "Anna.png", "ANNA.png", "u\u0308.png", "\u00fc.png"]
    outcome = _save([sources(name, name.encode()) for name in names], folder, conflict=conflict)
    assert len(_content(folder)) == 5
    assert len({file.path.name.casefold() for file in outcome.files}) == 5
    assert outcome.skipped == ()


def test_sub_folders_are_made(sources: Callable[..., SaveItem], folder: Path) -> None:
    _save([sources("Monday/one/1.png"), sources("Monday/2.png", b"two")], folder)
    assert _content(folder) == {"Monday/one/1.png": b"face", "Monday/2.png": b"two"}


@pytest.mark.parametrize("name", ["../1.png", "/1.png", "a/../../1.png", ""])
def test_a_name_that_leads_out_of_the_folder_is_refused(
    sources: Callable[..., SaveItem], folder: Path, name: str
) -> None:
    outcome = _save([sources(name)], folder)
    assert [each.failure.kind for each in outcome.unsaved] == [FailureKind.internal]
    assert _content(folder.parent).keys() == {"pictures/1.png"}


def test_very_long_names_are_cut_and_keep_their_extension(
    sources: Callable[..., SaveItem], folder: Path
) -> None:
    items = [sources(f"{'ä' * 300}.webp", data) for data in (b"one", b"two")]
    outcome = _save(items, folder)
    assert outcome.failure is None
    assert sorted(_content(folder).values()) == [b"one", b"two"]
    assert {path.suffix for path in folder.iterdir()} == {".webp"}


def test_a_missing_folder_is_told_and_not_made(sources: Callable[..., SaveItem], folder: Path) -> None:
    gone = folder / "unplugged"
    outcome = _save([sources("1.png")], gone)
    assert outcome.failure == Failure(FailureKind.folder_missing, path=str(gone))
    assert not gone.exists()


def test_the_programs_own_folder_is_made_when_it_is_missing(
    sources: Callable[..., SaveItem], folder: Path
) -> None:
    own = folder / "a" / "b"
    assert _save([sources("1.png")], own, default_folder=own).failure is None
    assert _content(own) == {"1.png": b"face"}


@pytest.mark.parametrize("format_", [SaveFormat.as_received, SaveFormat.jpeg])
def test_a_picture_that_is_gone_from_the_program_is_told_and_the_others_are_saved(
    sources: Callable[..., SaveItem], folder: Path, format_: SaveFormat
) -> None:
    items = [sources("1.png"), sources("2.png"), sources("3.png")]
    items[1].source.unlink()
    outcome = _save(items, folder, format=format_, convert=lambda source, file, _: shutil.copy(source, file))
    assert sorted(_content(folder)) == ["1.png", "3.png"]
    assert [file.path.name for file in outcome.files] == ["1.png", "3.png"]
    assert outcome.failure is None
    (unsaved,) = outcome.unsaved
    assert (unsaved.key, unsaved.name) == (items[1].key, "2.png")
    assert unsaved.failure.kind is FailureKind.file_unreadable
    assert unsaved.failure.path == str(items[1].source)


def test_a_folder_that_fails_in_a_way_nobody_knows_is_not_tried_for_every_picture(
    sources: Callable[..., SaveItem], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(saving, "sync_file", fail)
    outcome = _save([sources("1.png"), sources("2.png")], folder)
    assert outcome.failure is not None
    assert outcome.failure.path == str(folder)
    assert outcome.unsaved == ()


def test_a_picture_that_changed_in_the_program_is_not_passed_on(
    sources: Callable[..., SaveItem], folder: Path
) -> None:
    item = sources("1.png")
    item.source.write_bytes(b"rott")
    outcome = _save([item, sources("2.png")], folder)
    assert [each.failure.kind for each in outcome.unsaved] == [FailureKind.file_unreadable]
    assert _content(folder) == {"2.png": b"face"}


def test_cancelling_stops_between_two_files(sources: Callable[..., SaveItem], folder: Path) -> None:
    answers = iter([False, False, True])
    outcome = _save([sources(f"{n}.png") for n in range(5)], folder, cancelled=lambda: next(answers))
    assert outcome.cancelled
    assert len(outcome.files) == len(_content(folder)) == 2


def test_other_formats_come_from_the_converter(sources: Callable[..., SaveItem], folder: Path) -> None:
    def convert(source: Path, destination: Path, options: SaveOptions) -> None:
        destination.write_bytes(options.format.value.encode() + source.read_bytes())

    items = [sources("1.webp"), sources("2.mp4", b"film", media_type="video/mp4")]
    outcome = _save(items, folder, format=SaveFormat.webp, convert=convert)
    assert _content(folder) == {"1.webp": b"webpface", "2.mp4": b"film"}
    assert outcome.files[0].sha256 == hashlib.sha256(b"webpface").hexdigest()
    again = _save(items, folder, format=SaveFormat.webp, convert=convert)
    assert [file.written for file in again.files] == [False, False]
    clean = _save(items[:1], folder, clean=True, convert=convert)
    assert clean.files[0].path.read_bytes() == b"face"


def test_a_picture_that_cannot_be_converted_leaves_nothing_and_the_others_alone(
    sources: Callable[..., SaveItem], folder: Path
) -> None:
    def convert(source: Path, destination: Path, options: SaveOptions) -> None:
        destination.write_bytes(b"half")
        if source == bad.source:
            raise FaceGenError(Failure(FailureKind.picture_damaged))

    bad = sources("1.png")
    outcome = _save([bad, sources("2.png")], folder, format=SaveFormat.png, convert=convert)
    assert outcome.unsaved == (UnsavedFile(bad.key, "1.png", Failure(FailureKind.picture_damaged)),)
    assert _content(folder) == {"2.png": b"half"}


@pytest.mark.parametrize("error", [errno.EPERM, errno.EOPNOTSUPP])
def test_a_disk_without_hard_links_will_do(
    sources: Callable[..., SaveItem], folder: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    def link(*_: object) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(placing.os, "link", link)
    (folder / "1.png").write_bytes(b"mine")
    outcome = _save([sources("1.png"), sources("2.png")], folder)
    assert outcome.failure is None
    assert _content(folder) == {"1.png": b"mine", "1 (2).png": b"face", "2.png": b"face"}


def test_many_programs_saving_the_same_names_lose_nothing(
    sources: Callable[..., SaveItem], folder: Path
) -> None:
    batches = [[sources(f"{n}.png", f"{who} {n}".encode()) for n in range(20)] for who in range(4)]
    outcomes: list[SaveOutcome] = []
    threads = [
        threading.Thread(target=lambda batch=batch: outcomes.append(_save(batch, folder)))
        for batch in batches
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(_content(folder).values()) == sorted(
        item.source.read_bytes() for b in batches for item in b
    )
    assert all(outcome.failure is None for outcome in outcomes)


def test_a_full_disk_stops_the_save_with_nothing_half_written(
    sources: Callable[..., SaveItem], small_disk: Callable[[str], Path]
) -> None:
    disk = small_disk("1m")
    fill(disk, leave=300_000)
    items = [sources(f"{n}.png", os.urandom(100_000)) for n in range(9)]
    outcome = _save(items, disk)
    assert outcome.failure is not None
    assert outcome.failure.kind is FailureKind.disk_full
    assert 1 <= len(outcome.files) < 9
    for item, file in zip(items, outcome.files, strict=False):
        assert file.path.read_bytes() == item.source.read_bytes()
    assert len(_content(disk)) == len(outcome.files) + 1


@pytest.mark.parametrize("format_", [SaveFormat.png, SaveFormat.jpeg, SaveFormat.webp])
@pytest.mark.qt_log_ignore("Bogus message code")  # the JPEG writer's, on such a disk
def test_a_full_disk_is_called_so_when_pictures_are_converted_too(
    sources: Callable[..., SaveItem], small_disk: Callable[[str], Path], tmp_path: Path, format_: SaveFormat
) -> None:
    disk = small_disk("1m")
    fill(disk, leave=20_000)
    item = sources("1.bmp", media_type="image/bmp")
    noise = QImage(os.urandom(4 * 400 * 400), 400, 400, QImage.Format.Format_RGB32)
    assert noise.save(str(item.source), "bmp")
    outcome = _save([replace(item, sha256="")] * 2, disk, format=format_, convert=convert)
    assert outcome.failure is not None
    assert outcome.failure.kind is FailureKind.disk_full
    assert (outcome.files, outcome.unsaved) == ((), ())


def test_a_read_only_folder_is_told(
    sources: Callable[..., SaveItem], small_disk: Callable[[str], Path]
) -> None:
    disk = small_disk("1m")
    read_only(disk)
    for name in ("1.png", "sub/1.png"):
        outcome = _save([sources(name)], disk)
        assert outcome.failure is not None
        assert outcome.failure.kind is FailureKind.folder_not_writable


def test_undo_moves_exactly_what_was_written_and_is_unchanged(
    sources: Callable[..., SaveItem], folder: Path
) -> None:
    (folder / "0.png").write_bytes(b"zero")
    items = [sources(f"{n}.png", data) for n, data in enumerate([b"zero", b"one", b"two", b"three", b"four"])]
    outcome = _save(items, folder)
    (folder / "1.png").write_bytes(b"edited")
    (folder / "2.png").unlink()
    trashed: list[Path] = []

    def to_trash(path: Path) -> bool:
        if path.name == "4.png":
            return False
        trashed.append(path)
        path.unlink()
        return True

    assert undo_save(outcome.files, to_trash) == (1, 3)
    assert trashed == [folder / "3.png"]
    assert _content(folder) == {"0.png": b"zero", "1.png": b"edited", "4.png": b"four"}


def test_undo_of_nothing_is_nothing() -> None:
    file = SavedFile(PictureKey("1", 1), Path("/nowhere/1.png"), "", written=False)
    assert undo_save([file], lambda path: True) == (0, 0)
    assert undo_save([replace(file, written=True)], lambda path: True) == (0, 1)


def test_halves_of_a_killed_save_are_swept_and_nothing_else(tmp_path: Path) -> None:
    ended = subprocess.Popen(["true"])
    ended.wait()
    half = tmp_path / "batch" / f".facegen-{ended.pid}-0123456789ab.part"
    half.parent.mkdir()
    mine = new_half(tmp_path)
    assert mine.name.replace(str(os.getpid()), str(ended.pid))[:-17] == half.name[:-17]
    others = [mine, tmp_path / ".facegen-notes.part"]
    for path in (half, *others):
        path.touch()
    sweep_halves(tmp_path)
    assert not half.exists()
    assert all(path.exists() for path in others)


def test_sweeping_survives_a_number_that_no_process_has_and_a_folder_that_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    half = tmp_path / f".facegen-{10**30}-0123456789ab.part"
    half.touch()
    sweep_halves(tmp_path)
    assert not half.exists()

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "glob", fail)
    sweep_halves(tmp_path)
