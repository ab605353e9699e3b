"""A contact sheet prints: pages, pictures, captions and numbers, as another program renders them."""

import subprocess
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage

from facegen_gui.domain.failures import FaceGenError, FailureKind
from facegen_gui.domain.saves import SaveItem
from facegen_gui.exports import PageSize, SheetPicture, SheetWords, contact_sheet
from facegen_gui.practice.faces import draw_face
from facegen_gui.services.decoding import decode
from tests.pictures.references import assert_looks_like
from tests.unit.exports.conftest import full_disk, never, no_progress

WORDS = SheetWords("Faces for the poster", "3 pictures", "Page {page} of {pages}", "Cannot be shown")


def sheet(items: list[SaveItem], count: int = 3) -> list[SheetPicture]:
    chosen = (items * count)[:count]
    return [
        SheetPicture(item.source, item.media_type, 64, 96, (f"Anna {n}", f"12202888 · {n} of {count}"))
        for n, item in enumerate(chosen, 1)
    ]


def texts(path: Path) -> str:
    return subprocess.run(
        ["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True
    ).stdout


@pytest.mark.pdf
@pytest.mark.parametrize("page_size", list(PageSize))
def test_a_sheet_has_pages_captions_and_numbers(
    pictures: list[SaveItem], out: Path, page_size: PageSize, qapp: QGuiApplication
) -> None:
    run = contact_sheet(
        sheet(pictures, 30), out / "sheet.pdf", WORDS, decode=decode, columns=4, page_size=page_size
    )
    told: list[tuple[int, int]] = []
    path = run(lambda *counts: told.append(counts), never)
    text = texts(path)
    assert WORDS.title in text
    assert "Page 1 of 3" in text
    assert "Page 3 of 3" in text
    assert all(f"{n} of 30" in text for n in range(1, 31))
    assert told[-1] == (30, 30)
    info = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
    assert ("595 x 842" if page_size is PageSize.a4 else "612 x 792") in info
    assert list(out.iterdir()) == [path]


@pytest.mark.pdf
def test_the_pictures_are_where_and_what_they_should_be(
    pictures: list[SaveItem], out: Path, qapp: QGuiApplication
) -> None:
    path = contact_sheet(sheet(pictures), out / "sheet.pdf", WORDS, decode=decode, columns=3)(
        no_progress, never
    )
    subprocess.run(["pdftoppm", "-r", "50", "-png", path, out / "page"], check=True)
    page = QImage(str(next(out.glob("page*.png"))))
    for number, item in enumerate(pictures):
        wanted = QImage(str(item.source)).pixelColor(5, 5)
        x = round(page.width() * (14 + (210 - 28) * (number + 0.5) / 3) / 210)
        seen = page.pixelColor(x, round(page.height() * 0.2))
        assert max(abs(a - b) for a, b in zip(wanted.getRgb(), seen.getRgb(), strict=True)) < 12
    assert page.pixelColor(2, 2) == QColor("white")


@pytest.mark.pdf
def test_what_cannot_be_decoded_is_said_in_its_place(
    pictures: list[SaveItem], out: Path, qapp: QGuiApplication
) -> None:
    pictures[0].source.write_bytes(b"\x89PNG\r\n\x1a\nbroken")
    others = [*sheet(pictures), SheetPicture(out / "film.mp4", "video/mp4", 0, 0, ("film",))]
    path = contact_sheet(others, out / "sheet.pdf", WORDS, decode=decode)(no_progress, never)
    assert texts(path).count("Cannot be shown") == 2


def test_a_sheet_is_made_in_a_thread(pictures: list[SaveItem], out: Path, qapp: QGuiApplication) -> None:
    made: list[Path] = []
    run = contact_sheet(sheet(pictures), out / "sheet.pdf", WORDS, decode=decode)
    thread = threading.Thread(target=lambda: made.append(run(no_progress, never)))
    thread.start()
    thread.join(20)
    assert made == [out / "sheet.pdf"]
    assert made[0].read_bytes().startswith(b"%PDF")


def test_a_cancelled_sheet_leaves_nothing(pictures: list[SaveItem], out: Path, qapp: QGuiApplication) -> None:
    assert (
        contact_sheet(sheet(pictures), out / "s.pdf", WORDS, decode=decode)(no_progress, lambda: True)
        == Path()
    )
    assert list(out.iterdir()) == []


def test_a_full_disk_leaves_nothing(pictures: list[SaveItem], out: Path, qapp: QGuiApplication) -> None:
    with pytest.raises(FaceGenError) as caught, full_disk(1000):
        contact_sheet(sheet(pictures), out / "sheet.pdf", WORDS, decode=decode)(no_progress, never)
    assert caught.value.failure.kind is FailureKind.disk_full
    assert list(out.iterdir()) == []


def test_a_missing_folder_is_told(pictures: list[SaveItem], out: Path, qapp: QGuiApplication) -> None:
    with pytest.raises(FaceGenError) as caught:
        contact_sheet(sheet(pictures), out / "gone" / "s.pdf", WORDS, decode=decode)(no_progress, never)
    assert caught.value.failure.kind is FailureKind.folder_missing


def test_a_sheet_of_nothing_is_a_page(out: Path, qapp: QGuiApplication) -> None:
    path = contact_sheet([], out / "sheet.pdf", WORDS, decode=decode)(no_progress, never)
    assert path.stat().st_size > 500


@pytest.mark.pdf
def test_a_sheet_of_faces_looks_like_its_reference(tmp_path: Path, out: Path, qapp: QGuiApplication) -> None:
    pictures = []
    for number, job_id in enumerate(("12202905", "12202906", "12202908", "12202911", "12202915"), 1):
        face = draw_face(job_id, 1)
        source = tmp_path / f"{job_id}{face.extension}"
        source.write_bytes(face.data)
        captions = (f"Anna {number}", job_id)
        pictures.append(SheetPicture(source, face.media_type, face.width, face.height, captions))
    pictures.append(SheetPicture(tmp_path / "film.mp4", "video/mp4", 0, 0, ("A film",)))
    path = contact_sheet(pictures, out / "sheet.pdf", WORDS, decode=decode, columns=3)(no_progress, never)
    subprocess.run(["pdftoppm", "-r", "50", "-png", "-singlefile", path, out / "page"], check=True)
    assert_looks_like(QImage(str(out / "page.png")), "contact_sheet.jpg")
