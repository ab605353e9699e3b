"""The icons that tiles are painted with, kept per size and colour."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPixmap

from facegen_gui.widgets.appearance import Icons

# Sizes and colours change with zoom and palette; what was used before is not worth keeping for long.
REMEMBERED = 200


class TileIcons:
    def __init__(self, icons: Icons) -> None:
        self._icons = icons
        self._made: dict[tuple[str, int, float, int], QPixmap] = {}

    def paint(self, painter: QPainter, name: str, centre: QPoint, side: int, colour: QColor) -> None:
        ratio = painter.device().devicePixelRatioF()
        key = (name, side, ratio, colour.rgba())
        pixmap = self._made.get(key)
        if pixmap is None:
            if len(self._made) >= REMEMBERED:
                self._made.clear()
            pixmap = self._made[key] = self._icons.pixmap(name, side, ratio, colour)
        painter.drawPixmap(QRect(centre.x() - side // 2, centre.y() - side // 2, side, side), pixmap)
