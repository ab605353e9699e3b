"""The arithmetic of zooming and panning, shared by all canvases that move in step. No painting."""

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Signal

MINIMUM_ZOOM = 0.02
MAXIMUM_ZOOM = 32.0
STEP = 1.25


class Viewport(QObject):
    """How a picture is looked at: zoom, spot and rotation.

    `zoom` counts device pixels per picture pixel, so 1.0 is "100 %" on every screen; None fits the picture
    into the window. `spot` is the point of the (rotated) picture in the middle of the window, from (0, 0) top
    left to (1, 1) bottom right, so that it means the same place in pictures of different size.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.zoom: float | None = None
        self.spot = QPointF(0.5, 0.5)
        self.rotation = 0  # degrees clockwise: 0, 90, 180 or 270

    def fit(self) -> None:
        self.zoom = None
        self.spot = QPointF(0.5, 0.5)
        self.changed.emit()

    def rotate(self, degrees: int) -> None:
        """Turn by a multiple of 90 degrees, keeping the same part of the picture in the middle."""
        self.rotation = (self.rotation + degrees) % 360
        x, y = self.spot.x(), self.spot.y()
        turned = {90: (1 - y, x), 180: (1 - x, 1 - y), 270: (y, 1 - x)}.get(degrees % 360, (x, y))
        self.spot = QPointF(*turned)
        self.changed.emit()

    def effective_zoom(self, picture: QSizeF, window: QSizeF) -> float:
        """Zoom in force; both sizes in device pixels. Fitting enlarges a small picture to at most 2."""
        if self.zoom is not None:
            return self.zoom
        if picture.isEmpty() or window.isEmpty():
            return 1.0
        return min(window.width() / picture.width(), window.height() / picture.height(), 2.0)

    def target(self, picture: QSizeF, window: QSizeF) -> QRectF:
        """Where the rotated picture lies in the window; all in device pixels."""
        zoom = self.effective_zoom(picture, window)
        size = picture * zoom
        return QRectF(
            _place(size.width(), window.width(), self.spot.x()),
            _place(size.height(), window.height(), self.spot.y()),
            size.width(),
            size.height(),
        )

    def zoom_to(self, zoom: float, at: QPointF, picture: QSizeF, window: QSizeF) -> None:
        """Set the zoom and keep what lies under `at` (window, device pixels) where it is."""
        before = self.target(picture, window)
        zoom = min(max(zoom, MINIMUM_ZOOM), MAXIMUM_ZOOM)
        if before.isEmpty():
            return
        under = QPointF(
            (at.x() - before.x()) / before.width(),
            (at.y() - before.y()) / before.height(),
        )
        size = picture * zoom
        self.zoom = zoom
        self.spot = _clamped(
            QPointF(
                under.x() + (window.width() / 2 - at.x()) / size.width(),
                under.y() + (window.height() / 2 - at.y()) / size.height(),
            )
        )
        self.changed.emit()

    def pan(self, delta: QPointF, picture: QSizeF, window: QSizeF) -> None:
        """Move the picture by `delta` device pixels."""
        target = self.target(picture, window)
        if target.isEmpty():
            return
        dx = delta.x() / target.width() if target.width() > window.width() else 0.0
        dy = delta.y() / target.height() if target.height() > window.height() else 0.0
        self.spot = _clamped(QPointF(self.spot.x() - dx, self.spot.y() - dy))
        self.changed.emit()


def _clamped(spot: QPointF) -> QPointF:
    return QPointF(min(max(spot.x(), 0.0), 1.0), min(max(spot.y(), 0.0), 1.0))


def _place(length: float, window: float, spot: float) -> float:
    """Offset of a picture side: centred where it fits, else never farther than its own edge."""
    if length <= window:
        return round((window - length) / 2)
    return round(min(0.0, max(window - length, window / 2 - spot * length)))
