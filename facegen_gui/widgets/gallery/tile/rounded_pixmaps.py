"""Thumbnails as tiles show them: fitted, with round corners, softened on request; made once, bounded."""

from collections import OrderedDict

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

# Coarse enough that no face is recognised, fine enough to tell that there is one.
SOFT_EDGE = 9


class RoundedPixmaps:
    def __init__(self) -> None:
        self._budget = 0
        self._bytes = 0
        self._made: OrderedDict[tuple[int, int, int, bool], QPixmap] = OrderedDict()

    def make_room(self, pixels: int) -> None:
        """For a view of so many device pixels, and for as much beyond it."""
        self._budget = 2 * pixels * 4

    def get(self, source: QPixmap, edge: int, ratio: float, radius: float, soft: bool) -> QPixmap:
        """`source` in a square of `edge` logical pixels at this device pixel ratio, keeping its shape."""
        pixels = round(edge * ratio)
        name = (source.cacheKey(), pixels, round(radius * ratio), soft)
        made = self._made.get(name)
        if made is None:
            made = _rounded(source, pixels, radius * ratio, soft)
            made.setDevicePixelRatio(ratio)
            self._made[name] = made
            self._bytes += _bytes(made)
            while self._bytes > self._budget and len(self._made) > 1:
                self._bytes -= _bytes(self._made.popitem(last=False)[1])
        else:
            self._made.move_to_end(name)
        return made


def _rounded(source: QPixmap, pixels: int, radius: float, soft: bool) -> QPixmap:
    smooth = Qt.TransformationMode.SmoothTransformation
    size = source.size().scaled(QSize(pixels, pixels), Qt.AspectRatioMode.KeepAspectRatio)
    if soft:
        few = QSize(SOFT_EDGE, SOFT_EDGE)
        source = source.scaled(few, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    if source.size() != size:
        source = source.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    result = QPixmap(size)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(source)
    path = QPainterPath()
    path.addRoundedRect(QRectF(result.rect()), radius, radius)
    painter.drawPath(path)
    painter.end()
    return result


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
