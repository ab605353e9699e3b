"""Paints one picture as its Viewport says, and turns wheel, pinch, drag and double-click into its changes."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from facegen_gui.widgets.viewer.viewport import STEP, Viewport

# One notch of an ordinary mouse wheel, in eighths of a degree.
NOTCH = 120


class Canvas(QWidget):
    """Shows one image. `message` stands in its place while there is none."""

    activated = Signal()  # clicked, without dragging
    zoom_changed = Signal(float)  # device pixels per picture pixel

    def __init__(self, viewport: Viewport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewport = viewport
        self._pixmap = QPixmap()
        self._message = ""
        self._blurred = False
        self._pressed_at: QPointF | None = None
        self._dragged = False
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(80, 80)
        viewport.changed.connect(self._on_viewport_changed)

    def show_image(self, image: QImage | None, message: str = "") -> None:
        """Show `image`, or `message` where it is None."""
        self._pixmap = QPixmap() if image is None else QPixmap.fromImage(image)
        self._message = message
        self.update()
        self.zoom_changed.emit(self.zoom)

    def set_softened(self, softened: bool) -> None:
        """Discreet mode: the face is softened until it is pointed at."""
        self._blurred = softened
        self.update()

    @property
    def has_image(self) -> bool:
        return not self._pixmap.isNull()

    @property
    def zoom(self) -> float:
        return self._viewport.effective_zoom(self._picture_size(), self._window_size())

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom at a point (logical pixels; the middle by default)."""
        where = QPointF(self.rect().center()) if at is None else at
        self.zoom_to(self.zoom * factor, where)

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        where = QPointF(self.rect().center()) if at is None else at
        self._viewport.zoom_to(
            zoom, where * self.devicePixelRatioF(), self._picture_size(), self._window_size()
        )

    def pan_by(self, delta: QPointF) -> None:
        """Move the picture by `delta` logical pixels."""
        self._viewport.pan(delta * self.devicePixelRatioF(), self._picture_size(), self._window_size())

    def target(self) -> QRectF:
        """Where the picture lies, in device pixels of this widget."""
        return self._viewport.target(self._picture_size(), self._window_size())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().window())
        if self._pixmap.isNull():
            self._paint_message(painter)
            return
        ratio = self.devicePixelRatioF()
        # In device pixels, so that 100 % is one picture pixel on one pixel of the screen.
        painter.scale(1 / ratio, 1 / ratio)
        self.paint_picture(painter, self.target())

    def paint_picture(self, painter: QPainter, target: QRectF) -> None:
        """Draw the rotated picture into `target`; also used by the comparison that lays one over another."""
        pixmap = self._pixmap
        if self._blurred and not self.underMouse():
            pixmap = softened(pixmap)
        zoom = target.width() / max(self._picture_size().width(), 1.0)
        painter.save()
        # Above 400 % people want to see the pixels themselves.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, zoom < 4)
        painter.translate(target.center())
        painter.rotate(self._viewport.rotation)
        turned = target.size()
        if self._viewport.rotation % 180:
            turned = turned.transposed()
        painter.drawPixmap(
            QRectF(-turned.width() / 2, -turned.height() / 2, turned.width(), turned.height()),
            pixmap,
            QRectF(pixmap.rect()),
        )
        painter.restore()

    def _paint_message(self, painter: QPainter) -> None:
        colour = QColor(self.palette().windowText().color())
        colour.setAlphaF(0.7)
        painter.setPen(colour)
        area = self.rect().adjusted(24, 24, -24, -24)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._message)

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / NOTCH
        if steps:
            self.zoom_by(STEP**steps, event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom_by(1 + event.value(), event.position())
            return True
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()
            self._dragged = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        delta = event.position() - self._pressed_at
        if not self._dragged and delta.manhattanLength() < 4:
            return
        self._dragged = True
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._pressed_at = event.position()
        self.pan_by(delta)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._pressed_at is not None:
            self._pressed_at = None
            self.unsetCursor()
            if not self._dragged:
                self.activated.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Between fitting and 100 %, at the spot that was clicked."""
        if self._viewport.zoom is None:
            self.zoom_to(1.0, event.position())
        else:
            self._viewport.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.zoom_changed.emit(self.zoom)

    def _on_viewport_changed(self) -> None:
        self.update()
        self.zoom_changed.emit(self.zoom)

    def _picture_size(self) -> QSizeF:
        size = QSizeF(self._pixmap.size())
        return size.transposed() if self._viewport.rotation % 180 else size

    def _window_size(self) -> QSizeF:
        return QSizeF(self.size()) * self.devicePixelRatioF()


def softened(pixmap: QPixmap, cells: int = 14) -> QPixmap:
    """The picture as a few soft patches of colour: nobody is recognised, the layout stays."""
    small = pixmap.scaled(
        cells, cells, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return small.scaled(
        pixmap.size(), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def rotated(image: QImage, degrees: int) -> QImage:
    """A copy turned clockwise, for printing what is seen."""
    return image if degrees % 360 == 0 else image.transformed(QTransform().rotate(degrees))
