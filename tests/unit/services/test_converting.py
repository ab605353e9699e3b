"""Copies in other formats, and copies without what stands beside the pixels."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from facegen_gui.domain.media import is_whole, sniff
from facegen_gui.domain.saves import SaveFormat, SaveOptions
from facegen_gui.services.converting import convert
from tests.pictures import made

Make = Callable[[bytes, SaveFormat, bool], bytes]


@pytest.fixture
def copy(tmp_path: Path) -> Make:
    def copy(data: bytes, wanted: SaveFormat, clean: bool) -> bytes:
        source, destination = tmp_path / "source", tmp_path / "copy.part"
        source.write_bytes(data)
        convert(source, destination, SaveOptions(tmp_path, format=wanted, clean=clean))
        return destination.read_bytes()

    return copy


def pixels(data: bytes) -> QImage:
    return QImage.fromData(data).convertToFormat(QImage.Format.Format_ARGB32)


@pytest.mark.parametrize("name", ["png", "jpeg", "webp", "bmp"])
@pytest.mark.parametrize("wanted", [SaveFormat.png, SaveFormat.jpeg, SaveFormat.webp])
def test_every_format_becomes_every_other(copy: Make, name: str, wanted: SaveFormat) -> None:
    data = copy(made.face(name), wanted, False)
    assert sniff(data) == f"image/{wanted.value}"
    assert is_whole(data, sniff(data))
    assert (pixels(data).width(), pixels(data).height()) == (160, 200)


def test_a_copy_in_the_format_it_has_is_the_same_file(copy: Make) -> None:
    data = made.face("jpeg")
    assert copy(data, SaveFormat.jpeg, False) == data


def test_a_clean_png_keeps_its_pixels_and_loses_its_texts(copy: Make) -> None:
    plain = made.face("png")
    told = plain[:33] + made.png_chunk(b"tEXt", b"prompt\0a secret prompt") + plain[33:]
    cleaned = copy(told, SaveFormat.as_received, True)
    assert b"secret" not in cleaned
    assert pixels(cleaned) == pixels(plain)


def test_a_clean_jpeg_keeps_its_pixels_and_loses_its_comments(copy: Make) -> None:
    plain = made.face("jpeg")
    told = plain[:2] + b"\xff\xfe\x00\x10a secret note\0" + plain[2:]
    assert is_whole(told, "image/jpeg")
    cleaned = copy(told, SaveFormat.as_received, True)
    assert b"secret" not in cleaned
    assert pixels(cleaned) == pixels(plain)


def test_a_turned_jpeg_is_upright_without_its_metadata(copy: Make) -> None:
    cleaned = copy(made.jpeg_with_orientation(), SaveFormat.as_received, True)
    assert b"Exif" not in cleaned
    assert (pixels(cleaned).width(), pixels(cleaned).height()) == (80, 120)


def test_a_converted_png_takes_no_text_along(copy: Make) -> None:
    plain = made.face("png")
    told = plain[:33] + made.png_chunk(b"tEXt", b"prompt\0a secret prompt") + plain[33:]
    for wanted in (SaveFormat.jpeg, SaveFormat.webp):
        assert b"secret" not in copy(told, wanted, False)


def test_what_is_see_through_is_white_in_a_jpeg_and_stays_so_in_a_webp(copy: Make) -> None:
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    image.fill(QColor(255, 0, 0, 0))
    data = made.encoded(image, "png")
    assert pixels(copy(data, SaveFormat.jpeg, False)).pixelColor(5, 5) == QColor("white")
    assert pixels(copy(data, SaveFormat.webp, False)).pixelColor(5, 5).alpha() == 0


def test_what_cannot_be_written_anew_is_copied_as_it_is(copy: Make) -> None:
    for data in (made.gif(), made.MP4):
        assert copy(data, SaveFormat.as_received, True) == data
