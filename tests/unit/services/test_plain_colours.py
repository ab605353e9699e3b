"""Pictures become plain without a loss, and the window's thread gets its turns meanwhile."""

import threading

import pytest
from PySide6.QtGui import QColor, QColorSpace, QImage, QPainter

from facegen_gui.services.decoding import EXACT_ALPHA
from facegen_gui.services.plain_colours import bare, in_plain_colours

WIDE = QColorSpace.NamedColorSpace.DisplayP3
FORMATS = (
    QImage.Format.Format_CMYK8888,
    QImage.Format.Format_RGBX64,
    QImage.Format.Format_RGBA64,
    QImage.Format.Format_Grayscale16,
    QImage.Format.Format_Grayscale8,
    QImage.Format.Format_Indexed8,
    QImage.Format.Format_ARGB32_Premultiplied,
    QImage.Format.Format_ARGB32,
    QImage.Format.Format_RGB32,
)


def drawn(alpha: int = 255, edge: int = 701) -> QImage:
    """Different in every row and column, and of a width whose rows have gaps in narrower formats."""
    image = QImage(edge, edge, QImage.Format.Format_ARGB32)
    image.fill(QColor(40, 80, 120, alpha))
    painter = QPainter(image)
    for at in range(0, edge, 7):
        painter.fillRect(at, at, 90, 5, QColor(at % 256, at * 3 % 256, at * 5 % 256))
    painter.end()
    return image


@pytest.mark.parametrize(
    ("depth", "space"),
    [
        *((depth, None) for depth in FORMATS),
        # Qt passes over some pixels of a large picture with a palette.
        *((depth, WIDE) for depth in FORMATS if depth != QImage.Format.Format_Indexed8),
    ],
)
def test_strips_make_what_a_conversion_at_once_would_make(
    depth: QImage.Format, space: QColorSpace.NamedColorSpace | None
) -> None:
    image = drawn(255 if depth == QImage.Format.Format_Indexed8 else 200).convertToFormat(depth)
    plain = EXACT_ALPHA if image.hasAlphaChannel() else QImage.Format.Format_RGB32
    if space is not None:
        image.setColorSpace(QColorSpace(space))
    if image.colorSpace().isValid():
        at_once = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb), plain)
    else:
        at_once = image.convertToFormat(plain)
    made = in_plain_colours(image.copy(), EXACT_ALPHA)
    assert made == at_once
    assert made.colorSpace() == at_once.colorSpace()


def test_bare_pixels_have_no_texts_and_keep_what_can_be_seen_through() -> None:
    image = drawn(90)
    image.setText("prompt", "a secret prompt")
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    see_through = bare(image, opaque=False)
    assert see_through.textKeys() == []
    assert not see_through.colorSpace().isValid()
    assert see_through == drawn(90)
    on_white = bare(image, opaque=True)
    assert on_white.textKeys() == []
    assert on_white.format() == QImage.Format.Format_RGB32
    assert on_white.pixelColor(700, 0) == QColor(179, 193, 207)


def test_other_threads_have_their_turns_while_a_large_picture_is_converted() -> None:
    image = QImage(3_000, 3_000, QImage.Format.Format_CMYK8888)
    image.fill(0x00336699)
    pixels = memoryview(image.constBits())
    converting = threading.Thread(target=in_plain_colours, args=(image, EXACT_ALPHA))
    states = set()
    converting.start()
    while converting.is_alive():
        states.add(bytes(pixels[::100_000]))  # how far it has come by now
        converting.join(0.0001)
    assert len(states) > 10
