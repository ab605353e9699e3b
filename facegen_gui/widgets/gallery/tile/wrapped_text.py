"""Sentences broken into lines of a given width, the last one elided; remembered while they are shown."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

REMEMBERED = 400


class WrappedText:
    def __init__(self) -> None:
        self._lines: OrderedDict[tuple[str, int, int, str], list[str]] = OrderedDict()

    def lines(self, text: str, font: QFont, width: int, most: int) -> list[str]:
        name = (text, width, most, font.key())
        lines = self._lines.get(name)
        if lines is None:
            lines = _broken(text, font, width, most)
            self._lines[name] = lines
            if len(self._lines) > REMEMBERED:
                self._lines.popitem(last=False)
        return lines

    def paint(self, painter: QPainter, x: int, y: int, width: int, lines: Sequence[str]) -> int:
        """Centred lines from `y` down; returns the height used."""
        pitch = painter.fontMetrics().lineSpacing()
        for place, line in enumerate(lines):
            row = QRect(x, y + place * pitch, width, pitch)
            painter.drawText(row, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextSingleLine, line)
        return len(lines) * pitch


def _broken(text: str, font: QFont, width: int, most: int) -> list[str]:
    layout = QTextLayout(text, font)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    parts: list[tuple[int, int]] = []
    while len(parts) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        parts.append((line.textStart(), line.textLength()))
    layout.endLayout()
    lines = [text[start : start + length].strip() for start, length in parts]
    if parts and sum(parts[-1]) < len(text):
        rest = text[parts[-1][0] :]
        lines[-1] = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return lines


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
