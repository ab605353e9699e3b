"""Shows one picture as its Viewport says, and turns wheel, pinch, drag and double-click into its changes."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QImage,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QSizePolicy, QWidget

from facegen_gui.widgets.viewer.picture.shown_picture import ShownPicture
from facegen_gui.widgets.viewer.picture.viewport import STEP, Viewport

# One notch of an ordinary mouse wheel, in eighths of a degree.
NOTCH = 120
DRAG_DISTANCE = 4  # logical pixels that a hand moves without meaning to


class Canvas(QWidget):
    """Shows one image. `message` stands in its place while there is none."""

    activated = Signal()  # clicked, without dragging
    zoom_changed = Signal(float)  # device pixels per picture pixel
    pointer_moved = Signal(QPointF)
    dragged_out = Signal()  # a picture that has no other place to go was dragged

    def __init__(self, viewport: Viewport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewport = viewport
        self._shown = ShownPicture()
        self._message = ""
        self._backdrop: QColor | None = None
        self._is_softened = False
        self._pressed_at: QPointF | None = None
        self._is_dragged = False
        self._is_pointer_hidden = False
        self.setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(80, 80)
        viewport.changed.connect(self._on_viewport_changed)

    def show_image(
        self, image: QImage | None, message: str = "", size: QSize | None = None, box: QSize | None = None
    ) -> None:
        """Show `image`, or `message` where it is None.

        `size` is the picture's own size in pixels, where `image` may be a smaller copy of it. `box` is the
        size of the place it shares with others: it is centred there, as large as fits.
        """
        self._shown.set(image, size, box)
        self._message = message
        self._changed()

    def set_softened(self, softened: bool) -> None:
        """Discreet mode: the face is softened until it is pointed at."""
        self._is_softened = softened
        self.update()

    def set_backdrop(self, colour: QColor | None) -> None:
        """What is around the picture: a colour, or the window's own where it is None."""
        self._backdrop = colour
        self.update()

    def set_pointer_hidden(self, hidden: bool) -> None:
        self._is_pointer_hidden = hidden
        self.show_pointer()

    @property
    def has_image(self) -> bool:
        return self._shown.is_there

    @property
    def zoom(self) -> float:
        return self.viewport.effective_zoom(self._picture_size(), self._window_size())

    @property
    def is_softened(self) -> bool:
        """Whether the face is softened now."""
        return self._is_softened and not self.underMouse()

    @property
    def can_pan(self) -> bool:
        """Whether there is more of the picture than the window shows."""
        target, window = self.target(), self._window_size()
        too_large = target.width() > window.width() or target.height() > window.height()
        return self.has_image and too_large

    def needed_edge(self, longest: int) -> int:
        """How many of `longest` pixels along a picture's side the present zoom can show."""
        if self.viewport.zoom is not None:
            return min(longest, round(longest * self.viewport.zoom))
        return min(longest, round(max(self.width(), self.height()) * self.devicePixelRatioF()))

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom at a point (logical pixels; the middle by default)."""
        self.zoom_to(self.zoom * factor, at)

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        where = QPointF(self.width() / 2, self.height() / 2) if at is None else at
        ratio = self.devicePixelRatioF()
        self.viewport.zoom_to(zoom, where * ratio, self._picture_size(), self._window_size())

    def pan_by(self, delta: QPointF) -> None:
        """Move the picture by `delta` logical pixels."""
        self.viewport.pan(delta * self.devicePixelRatioF(), self._picture_size(), self._window_size())

    def target(self) -> QRectF:
        """Where the picture lies, in device pixels of this widget."""
        return self.viewport.target(self._picture_size(), self._window_size())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_backdrop(painter, QRectF(self.rect()))
        if not self.has_image:
            self._paint_message(painter)
            return
        ratio = self.devicePixelRatioF()
        # In device pixels, so that 100 % is one picture pixel on one pixel of the screen.
        painter.scale(1 / ratio, 1 / ratio)
        self.paint_picture(painter, self.target(), self.is_softened)

    def paint_backdrop(self, painter: QPainter, area: QRectF) -> None:
        painter.fillRect(area, self.palette().window() if self._backdrop is None else self._backdrop)

    def paint_picture(self, painter: QPainter, target: QRectF, is_softened: bool) -> None:
        """Draw the rotated picture into `target`; also used by the comparison that lays one over another."""
        self._shown.paint(painter, target, self.viewport.rotation, self.palette(), is_softened)

    def _paint_message(self, painter: QPainter) -> None:
        colour = QColor(self.palette().windowText().color())
        if self._backdrop is not None:
            colour = QColor(Qt.GlobalColor.white)
        colour.setAlphaF(0.8)
        painter.setPen(colour)
        area = self.rect().adjusted(24, 24, -24, -24)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._message)

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta()
        if delta.y():
            self.zoom_by(STEP ** (delta.y() / NOTCH), event.position())
        elif delta.x():
            self.pan_by(QPointF(delta.x() / 2, 0))
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            match event.gestureType():
                case Qt.NativeGestureType.ZoomNativeGesture:
                    self.zoom_by(1 + event.value(), event.position())
                    return True
                case Qt.NativeGestureType.SmartZoomNativeGesture:
                    self._toggle_fit(event.position())
                    return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                centre = QPointF(self.mapFromGlobal(pinch.centerPoint().toPoint()))
                self.pan_by(pinch.centerPoint() - pinch.lastCenterPoint())
                self.zoom_by(pinch.scaleFactor(), centre)
                return True
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()
            self._is_dragged = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer_moved.emit(event.position())
        if self._pressed_at is None:
            return
        delta = event.position() - self._pressed_at
        if not self._is_dragged and delta.manhattanLength() < DRAG_DISTANCE:
            return
        self._is_dragged = True
        if self.can_pan:
            self._pressed_at = event.position()
            self.show_pointer()
            self.pan_by(delta)
        elif self.has_image:
            self._pressed_at = None
            self.dragged_out.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._pressed_at is not None:
            self._pressed_at = None
            self.show_pointer()
            if not self._is_dragged:
                self.activated.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._toggle_fit(event.position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.activated.emit()  # the menu is about this picture
        super().contextMenuEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._changed()

    def _toggle_fit(self, at: QPointF) -> None:
        """Between fitting and 100 %, at the spot that was clicked."""
        if self.viewport.zoom is None:
            self.zoom_to(1.0, at)
        else:
            self.viewport.fit()

    def _on_viewport_changed(self) -> None:
        self._changed()

    def _changed(self) -> None:
        self.update()
        self.show_pointer()
        self.zoom_changed.emit(self.zoom)

    def show_pointer(self) -> None:
        if self._is_pointer_hidden:
            self.setCursor(Qt.CursorShape.BlankCursor)
        elif not self.can_pan:
            self.unsetCursor()
        elif self._pressed_at is not None and self._is_dragged:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def _picture_size(self) -> QSizeF:
        size = QSizeF(self._shown.box)
        return size.transposed() if self.viewport.rotation % 180 else size

    def _window_size(self) -> QSizeF:
        return QSizeF(self.size()) * self.devicePixelRatioF()
