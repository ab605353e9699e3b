"""Where the parts of one tile stand: picture, caption, Save button, check mark, badges."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics

from facegen_gui.widgets.gallery.arithmetic.grid_layout import GridMetrics

SMALLEST, LARGEST, USUAL = 112, 512, 180
PADDING = 8
RADIUS = 10


class TileGeometry:
    """All in logical pixels; text heights follow the font. Mirrored for right-to-left by `placed`."""

    def __init__(self, edge: int, metrics: QFontMetrics, save_text: str) -> None:
        self.edge = max(SMALLEST, min(LARGEST, edge))
        line, gap = metrics.height(), 6
        button = line + 10
        wide = metrics.horizontalAdvance(save_text) + line + 18
        self.picture = QRect(PADDING, PADDING, self.edge, self.edge)
        self.caption = QRect(PADDING + 2, self.picture.bottom() + 1 + gap, self.edge - 4, line)
        below = self.caption.bottom() + 1 + gap // 2
        self.save = QRect(PADDING + self.edge - wide, below, wide, button)
        tick = line // 2 * 2
        self.saved = QRect(self.save.x() - tick - gap // 2, below, tick, button)
        self.detail = QRect(PADDING + 2, below, self.edge - 4, button)
        check = max(24, line + 6)
        self.check = QRect(PADDING + gap, PADDING + gap, check, check)
        self.badge = max(22, line + 4)
        self.header = button + 18
        self.size = QSize(self.edge + 2 * PADDING, self.save.bottom() + 1 + PADDING)

    def grid(self) -> GridMetrics:
        return GridMetrics(
            self.size.width(),
            self.size.height(),
            spacing=8,
            margin=14,
            header_height=self.header,
        )

    def placed(self, part: QRect, tile: QRect, mirrored: bool) -> QRect:
        """The part of this tile, in the tile's coordinates."""
        x = tile.width() - part.x() - part.width() if mirrored else part.x()
        return QRect(tile.x() + x, tile.y() + part.y(), part.width(), part.height())
