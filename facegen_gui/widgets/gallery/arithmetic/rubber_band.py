"""The rectangle that is drawn while tiles are selected by dragging over them."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPalette, QPen


class RubberBand:
    def __init__(self) -> None:
        self._from = QPoint()
        self._rect = QRect()

    @property
    def is_shown(self) -> bool:
        return not self._rect.isEmpty()

    def start(self, point: QPoint) -> None:
        self._from = point
        self._rect = QRect()

    def scroll(self, dy: int) -> None:
        """The view was scrolled: the start stays at the tile where it was."""
        self._from += QPoint(0, dy)

    def stretch(self, point: QPoint) -> QRect:
        """Spans to this point; returns what has to be painted again."""
        old = self._rect
        self._rect = QRect(self._from, point).normalized()
        return (old | self._rect).adjusted(-2, -2, 2, 2)

    def end(self) -> QRect:
        old, self._rect = self._rect, QRect()
        return old.adjusted(-2, -2, 2, 2)

    def paint(self, painter: QPainter, palette: QPalette) -> None:
        if not self.is_shown:
            return
        colour = palette.color(QPalette.ColorRole.Highlight)
        fill = QColor(colour)
        fill.setAlpha(50)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(fill)
        painter.drawRect(self._rect.adjusted(0, 0, -1, -1))
