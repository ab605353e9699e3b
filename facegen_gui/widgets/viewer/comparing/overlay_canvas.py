"""Two pictures in one place, divided by a line that is moved: what differs is seen at the same spot."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from facegen_gui.widgets.viewer.picture.canvas import Canvas
from facegen_gui.widgets.viewer.picture.shown_picture import ShownPicture
from facegen_gui.widgets.viewer.picture.viewport import Viewport

# How near to the line the pointer takes hold of it, and how large the knob on it is; logical pixels.
REACH = 10
KNOB = 9


class OverlayCanvas(Canvas):
    """`show_upper` is what lies before the line (left of it where one reads to the right).

    The other picture is this canvas's own.
    """

    share_changed = Signal(float)

    def __init__(self, viewport: Viewport, parent: QWidget | None = None) -> None:
        super().__init__(viewport, parent)
        self._upper = ShownPicture()
        self._is_line_held = False
        self.share = 0.5  # how much of the width the upper picture takes

    def show_upper(self, image: QImage | None, size: QSize, box: QSize) -> None:
        self._upper.set(image, size, box)
        self.update()

    def set_share(self, share: float) -> None:
        """0 to 1."""
        share = min(max(share, 0.0), 1.0)
        if share != self.share:
            self.share = share
            self.update()
            self.share_changed.emit(share)

    def line_x(self) -> float:
        """Where the line stands, in logical pixels."""
        return self.width() * (1 - self.share if self._is_mirrored() else self.share)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self.has_image and self._upper.is_there):
            return
        ratio = self.devicePixelRatioF()
        painter = QPainter(self)
        painter.scale(1 / ratio, 1 / ratio)
        x, width, height = round(self.line_x() * ratio), self.width() * ratio, self.height() * ratio
        before = QRectF(x, 0, width - x, height) if self._is_mirrored() else QRectF(0, 0, x, height)
        painter.save()
        painter.setClipRect(before)
        self.paint_backdrop(painter, before)
        self._upper.paint(painter, self.target(), self.viewport.rotation, self.palette(), self.is_softened)
        painter.restore()
        self._paint_line(painter, x, height, ratio)

    def _paint_line(self, painter: QPainter, x: int, height: float, ratio: float) -> None:
        """In two colours, so that it is seen on every picture."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((self.palette().base(), 4), (self.palette().highlight(), 2)):
            painter.setPen(QPen(colour, width * ratio))
            painter.drawLine(QPointF(x, 0), QPointF(x, height))
        painter.setPen(QPen(self.palette().base(), 2 * ratio))
        painter.setBrush(self.palette().highlight())
        painter.drawEllipse(QPointF(x, height / 2), KNOB * ratio, KNOB * ratio)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._is_near_line(event.position()):
            self._is_line_held = True
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_line_held:
            along = event.position().x() / max(1, self.width())
            self.set_share(1 - along if self._is_mirrored() else along)
        elif not event.buttons() and self._is_near_line(event.position()):
            self.setCursor(Qt.CursorShape.SplitHCursor)
        else:
            super().mouseMoveEvent(event)
            self.show_pointer()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_line_held:
            self._is_line_held = False
        else:
            super().mouseReleaseEvent(event)

    def _is_near_line(self, at: QPointF) -> bool:
        return abs(at.x() - self.line_x()) <= REACH

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft
