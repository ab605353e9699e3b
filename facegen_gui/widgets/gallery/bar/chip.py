"""A filter as a pill: its name, how many it shows, whether it is the one in use, and if it has a menu."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyle, QToolButton, QWidget

from facegen_gui.widgets.gallery.tile.tile_colours import TileColours

PADDING = 12


class Chip(QToolButton):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = ""
        self._count = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_words(self, name: str, count: str) -> None:
        if (name, count) == (self._name, self._count):
            return
        self._name, self._count = name, count
        self.setText(f"{name} {count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        gap = metrics.averageCharWidth()
        width = metrics.horizontalAdvance(self._name) + gap + metrics.horizontalAdvance(self._count)
        return QSize(width + 2 * PADDING + self._room_of_arrow(), metrics.height() + 10)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        colours = TileColours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pill = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        checked, pointed = self.isChecked(), self.underMouse()
        border = colours.text if self.hasFocus() else colours.accent if checked else colours.line
        painter.setPen(QPen(border, 2 if self.hasFocus() or checked else 1))
        painter.setBrush(colours.selected if checked else colours.hover if pointed else colours.base)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        inner = self.rect().adjusted(PADDING, 0, -PADDING, 0)
        arrow = QRect(inner)
        arrow.setLeft(inner.right() + 1 - self._room_of_arrow())
        inner.setRight(arrow.left() - 1)
        inner, arrow = (QStyle.visualRect(self.layoutDirection(), self.rect(), r) for r in (inner, arrow))
        # The painter mirrors left and right by itself.
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        painter.setPen(colours.text)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | start, self._name)
        painter.setPen(colours.text if checked else colours.quiet)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | end, self._count)
        if self.menu() is not None:
            self._draw_arrow(painter, arrow, colours.text)
        painter.end()

    def _room_of_arrow(self) -> int:
        return 0 if self.menu() is None else round(self.fontMetrics().height() * 1.4)

    def _draw_arrow(self, painter: QPainter, room: QRect, colour: QColor) -> None:
        half = self.fontMetrics().height() / 4
        centre = QRectF(room).center() + QPointF(0, half / 4)
        ends = (QPointF(-half, -half / 2), QPointF(0, half / 2), QPointF(half, -half / 2))
        painter.setPen(QPen(colour, 1.5))
        painter.drawPolyline([centre + end for end in ends])
