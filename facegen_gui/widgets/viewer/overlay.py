"""Two pictures in one place, divided by a line that is moved: what differs is seen at the same spot."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from facegen_gui.widgets.viewer.canvas import Canvas
from facegen_gui.widgets.viewer.viewport import Viewport


class OverlayCanvas(Canvas):
    """The lower picture is this canvas's own; `upper` is painted over it left of the line."""

    def __init__(self, viewport: Viewport, upper: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(viewport, parent)
        self._upper = upper
        self._share = 0.5

    def set_share(self, share: float) -> None:
        """How much of the width the upper picture takes, 0 to 1."""
        self._share = min(max(share, 0.0), 1.0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self.has_image and self._upper.has_image):
            return
        ratio = self.devicePixelRatioF()
        painter = QPainter(self)
        painter.scale(1 / ratio, 1 / ratio)
        edge = round(self.width() * ratio * self._share)
        painter.save()
        painter.setClipRect(QRectF(0, 0, edge, self.height() * ratio))
        painter.fillRect(QRectF(0, 0, edge, self.height() * ratio), self.palette().window())
        # Both take the lower picture's place, so that the same part of the face lies in the same spot.
        self._upper.paint_picture(painter, self.target())
        painter.restore()
        painter.setPen(QPen(self.palette().highlight(), 2 * ratio, Qt.PenStyle.SolidLine))
        painter.drawLine(edge, 0, edge, round(self.height() * ratio))
