"""Decoded pictures in the colours that screens show, converted a strip at a time.

Qt's own conversions hold the interpreter's lock from the first row to the last, and as long as that takes
for a large picture, the window stands still.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColorSpace, QImage, QPainter

# Pixels in a strip: converted in a few milliseconds, also from four inks.
_STRIP = 1 << 17
# Letting the lock go is not enough: taken again at once, it is gone before the window's thread has woken.
_PAUSE = 0.0002  # seconds


def in_plain_colours(image: QImage, see_through: QImage.Format) -> QImage:
    """`image` in sRGB as Format_RGB32, or as `see_through` (32 bits) if it has an alpha channel.

    May change `image` and give it back: a large picture has no room for a second one.
    """
    plain = see_through if image.hasAlphaChannel() else QImage.Format.Format_RGB32
    space, srgb = image.colorSpace(), QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    is_foreign = space.isValid() and space != srgb
    if image.format() == plain and not is_foreign:
        return image

    def convert(strip: QImage) -> QImage:
        return strip.convertedToColorSpace(srgb, plain) if is_foreign else strip.convertToFormat(plain)

    target = image if image.depth() == 32 else QImage(image.size(), plain)
    _fill(target, image, convert)
    target.reinterpretAsFormat(plain)
    target.setColorSpace(srgb if is_foreign else space)
    return target


def bare(image: QImage, *, opaque: bool) -> QImage:
    """The pixels of a plain picture without texts and profile; `opaque` puts them on white."""
    is_on_white = opaque and image.hasAlphaChannel()
    target = QImage(image.size(), QImage.Format.Format_RGB32 if is_on_white else image.format())
    _fill(target, image, _on_white if is_on_white else lambda strip: strip)
    return target


def _on_white(strip: QImage) -> QImage:
    white = QImage(strip.size(), QImage.Format.Format_RGB32)
    white.fill(Qt.GlobalColor.white)
    painter = QPainter(white)
    painter.drawImage(0, 0, strip)
    painter.end()
    return white


def _fill(target: QImage, source: QImage, convert: Callable[[QImage], QImage]) -> None:
    """Each strip of `source`, converted, to where it was; both may be the same. `target` has 32 bits a pixel,
    so that its rows follow each other without a gap.
    """
    rows = max(1, _STRIP // source.width())
    memory = memoryview(target.bits())
    start = 0
    for top in range(0, source.height(), rows):
        strip = convert(source.copy(0, top, source.width(), min(rows, source.height() - top)))
        end = start + strip.sizeInBytes()
        memory[start:end] = strip.constBits()
        start = end
        time.sleep(_PAUSE)
