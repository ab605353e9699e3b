"""A filter as a pill: its name, how many it shows, and whether it is the one in use."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

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
        return QSize(width + 2 * PADDING, metrics.height() + 10)

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
        # The painter mirrors left and right by itself.
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        painter.setPen(colours.text)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | start, self._name)
        painter.setPen(colours.text if checked else colours.quiet)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | end, self._count)
        painter.end()
