"""A ZIP holds the very bytes, and is there whole or not at all."""

import hashlib
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from facegen_gui.domain.failures import FaceGenError, FailureKind
from facegen_gui.domain.saves import SaveFormat, SaveItem, SaveOptions
from facegen_gui.exports import zip_files
from facegen_gui.services.converting import convert
from tests.unit.exports.conftest import full_disk, never, no_progress

AS_RECEIVED = SaveOptions(Path("/x"))


def test_the_bytes_are_those_that_were_received(pictures: list[SaveItem], out: Path) -> None:
    told: list[tuple[int, int]] = []
    path = zip_files(pictures, out / "faces.zip", AS_RECEIVED, convert)(
        lambda done, total: told.append((done, total)), never
    )
    assert path == out / "faces.zip"
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["a_1.png", "a_2.png", "a_3.png"]
        sums = [hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()]
    assert sums == [item.sha256 for item in pictures]
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert list(out.iterdir()) == [path]


def test_names_that_windows_holds_for_one_are_numbered(pictures: list[SaveItem], out: Path) -> None:
    same = [
        replace(item, name=f"poster/{name}")
        for item, name in zip(pictures, ["ä.png", "Ä.PNG", "ä.png"], strict=True)
    ]
    path = zip_files(same, out / "faces.zip", AS_RECEIVED, convert)(no_progress, never)
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["poster/ä.png", "poster/Ä (2).PNG", "poster/ä (3).png"]


def test_a_cancelled_zip_leaves_nothing_and_the_older_one_untouched(
    pictures: list[SaveItem], out: Path
) -> None:
    target = out / "faces.zip"
    target.write_bytes(b"older")
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 3

    assert zip_files(pictures, target, AS_RECEIVED, convert)(no_progress, cancelled) == Path()
    assert target.read_bytes() == b"older"
    assert list(out.iterdir()) == [target]


def test_a_full_disk_leaves_nothing(pictures: list[SaveItem], out: Path) -> None:
    with pytest.raises(FaceGenError) as caught, full_disk(300):
        zip_files(pictures, out / "faces.zip", AS_RECEIVED, convert)(no_progress, never)
    assert caught.value.failure.kind is FailureKind.disk_full
    assert list(out.iterdir()) == []


def test_a_missing_folder_is_told(pictures: list[SaveItem], out: Path) -> None:
    with pytest.raises(FaceGenError) as caught:
        zip_files(pictures, out / "gone" / "faces.zip", AS_RECEIVED, convert)(no_progress, never)
    assert caught.value.failure.kind is FailureKind.folder_missing


def test_a_picture_that_is_gone_or_changed_is_named(pictures: list[SaveItem], out: Path) -> None:
    pictures[1].source.write_bytes(b"something else")
    with pytest.raises(FaceGenError) as caught:
        zip_files(pictures, out / "faces.zip", AS_RECEIVED, convert)(no_progress, never)
    assert caught.value.failure.path == str(pictures[1].source)
    pictures[0].source.unlink()
    with pytest.raises(FaceGenError) as caught:
        zip_files(pictures, out / "faces.zip", AS_RECEIVED, convert)(no_progress, never)
    assert (caught.value.failure.kind, caught.value.failure.path) == (
        FailureKind.file_unreadable,
        str(pictures[0].source),
    )
    assert list(out.iterdir()) == []


def test_it_holds_what_a_save_would_write(pictures: list[SaveItem], out: Path) -> None:
    image = QImage(str(pictures[0].source))
    image.setText("parameters", "a secret prompt")
    assert image.save(str(pictures[0].source))
    first = replace(pictures[0], sha256=hashlib.sha256(pictures[0].source.read_bytes()).hexdigest())
    assert b"a secret prompt" in first.source.read_bytes()
    clean = zip_files([first], out / "clean.zip", replace(AS_RECEIVED, clean=True), convert)
    jpeg = zip_files([first], out / "jpeg.zip", replace(AS_RECEIVED, format=SaveFormat.jpeg), convert)
    for run, start in ((clean, b"\x89PNG"), (jpeg, b"\xff\xd8")):
        with zipfile.ZipFile(run(no_progress, never)) as archive:
            data = archive.read(first.name)
        assert data.startswith(start)
        assert b"a secret prompt" not in data
    assert sorted(path.name for path in out.iterdir()) == ["clean.zip", "jpeg.zip"]
