"""Printing into a PDF file, and what another program sees in it."""

import re
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QProgressDialog

from facegen_gui.domain.job import Picture, PictureKey
from facegen_gui.practice.faces import draw_face
from facegen_gui.widgets.printing import PER_PAGE, PrintPreview, grid_for
from tests.pictures.references import assert_looks_like

COLOURS = ("#c02020", "#20a020", "#2020c0", "#c0a020", "#20a0a0")


def pictures(count: int) -> list[Picture]:
    return [
        Picture(PictureKey(str(1000 + n), 1), file="x", media_type="image/png", width=64, height=96)
        for n in range(count)
    ]


def image_of(picture: Picture, edge: int) -> QImage:
    image = QImage(64, 96, QImage.Format.Format_RGB32)
    image.fill(QColor(COLOURS[int(picture.key.job_id) % len(COLOURS)]))
    return image


def pdf_printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return printer


def preview_of(qtbot, chosen, printer, read=image_of) -> PrintPreview:
    preview = PrintPreview(chosen, lambda p: f"Face {p.key.job_id}", read, printer)
    qtbot.addWidget(preview)
    return preview


def rendered(pdf: Path) -> list[QImage]:
    subprocess.run(["pdftoppm", "-r", "40", "-png", pdf, pdf.with_suffix("")], check=True)
    return [QImage(str(page)) for page in sorted(pdf.parent.glob("*.png"))]


def is_near(first: QColor, second: QColor) -> bool:
    return max(abs(a - b) for a, b in zip(first.getRgb(), second.getRgb(), strict=True)) < 12


@pytest.mark.pdf
def test_one_picture_fills_its_page_and_has_its_name_below(qtbot, tmp_path):
    pdf = tmp_path / "print.pdf"
    printer = pdf_printer(pdf)
    preview_of(qtbot, pictures(1), printer).paint(printer)
    (page,) = rendered(pdf)
    assert is_near(page.pixelColor(page.width() // 2, page.height() // 2), QColor(COLOURS[0]))
    assert is_near(page.pixelColor(page.width() // 2, round(page.height() * 0.1)), QColor(COLOURS[0]))
    text = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout
    assert text.split("\f")[0].strip() == "Face 1000"


@pytest.mark.pdf
def test_many_pictures_take_many_pages_in_their_order(qtbot, tmp_path):
    pdf = tmp_path / "print.pdf"
    printer = pdf_printer(pdf)
    preview = preview_of(qtbot, pictures(30), printer)
    preview.per_page.setCurrentIndex(PER_PAGE.index(4))
    preview.paint(printer)
    pages = rendered(pdf)
    assert len(pages) == 8
    for number, (x, y) in enumerate(((0.25, 0.25), (0.75, 0.25), (0.25, 0.72), (0.75, 0.72))):
        seen = pages[0].pixelColor(round(pages[0].width() * x), round(pages[0].height() * y))
        assert is_near(seen, QColor(COLOURS[number]))
    text = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout
    assert re.findall(r"Face (\d+)", text) == [str(1000 + n) for n in range(30)]


@pytest.mark.pdf
def test_what_cannot_be_read_keeps_its_place_and_its_name(qtbot, tmp_path):
    pdf = tmp_path / "print.pdf"
    printer = pdf_printer(pdf)
    preview = preview_of(
        qtbot, pictures(2), printer, lambda p, edge: None if p.key.job_id == "1000" else image_of(p, edge)
    )
    preview.per_page.setCurrentIndex(PER_PAGE.index(2))
    preview.paint(printer)
    text = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout
    assert "Face 1000" in text
    (page,) = rendered(pdf)
    below = page.pixelColor(page.width() // 2, round(page.height() * 0.72))
    assert is_near(below, QColor(COLOURS[1]))


def test_choosing_how_many_to_a_page_changes_the_preview_and_prints_nothing(qtbot, tmp_path):
    pdf = tmp_path / "print.pdf"
    edges: list[int] = []

    def read(picture, edge):
        edges.append(edge)
        return image_of(picture, edge)

    preview = preview_of(qtbot, pictures(3), pdf_printer(pdf), read)
    preview.show()
    qtbot.waitExposed(preview)
    qtbot.waitUntil(lambda: len(edges) >= 3)
    seen = len(edges)
    preview.per_page.setCurrentIndex(PER_PAGE.index(2))
    qtbot.waitUntil(lambda: len(edges) >= seen + 3)
    assert max(edges) <= 640
    assert not pdf.exists()


def test_a_print_of_hundreds_can_be_cancelled(qtbot, tmp_path):
    printer = pdf_printer(tmp_path / "print.pdf")
    count = 0

    def read(picture, edge):
        nonlocal count
        count += 1
        if count == 5:
            preview.findChild(QProgressDialog).cancel()
        return image_of(picture, edge)

    preview = preview_of(qtbot, pictures(300), printer, read)
    preview.paint(printer)
    assert count == 5


def test_places_are_as_square_as_can_be():
    assert grid_for(1, 200, 300) == (1, 1)
    assert grid_for(4, 200, 300) == (2, 2)
    assert grid_for(6, 200, 300) == (2, 3)
    assert grid_for(16, 200, 300) == (3, 6)


@pytest.mark.pdf
def test_a_printed_page_of_faces_looks_like_its_reference(qtbot, tmp_path):
    pdf = tmp_path / "print.pdf"
    printer = pdf_printer(pdf)
    faces = {str(12202905 + n): QImage.fromData(draw_face(str(12202905 + n), 1).data) for n in range(5)}
    chosen = [
        Picture(PictureKey(job_id, 1), file="x", width=face.width(), height=face.height())
        for job_id, face in faces.items()
    ]
    preview = preview_of(qtbot, chosen, printer, lambda picture, edge: faces[picture.key.job_id])
    preview.per_page.setCurrentIndex(PER_PAGE.index(4))
    preview.paint(printer)
    pages = rendered(pdf)
    assert len(pages) == 2
    for number, page in enumerate(pages, 1):
        assert_looks_like(page, f"print_page_{number}.jpg")
