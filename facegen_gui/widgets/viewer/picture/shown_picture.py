"""The pixels of one picture and how they are painted: turned, scaled well, chequered, softened."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPalette, QPixmap

from facegen_gui.widgets.appearance import is_dark

# Above this people want to see the pixels themselves.
PIXELS_FROM = 4.0
# Painting takes one pixel of four at most; what is made smaller than this is averaged before.
AVERAGED_BELOW = 0.75
# Averaging more pixels would hold a frame up. The loader gives smaller copies of large pictures.
MOST_AVERAGED = 6_000_000
SOFT_CELLS = 14
CHEQUER = 8  # device pixels


class ShownPicture:
    """Nothing is there until `set`."""

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._source_key = 0
        self._size = QSize()
        self._averaged = QPixmap()
        self._soft = QPixmap()
        self.box = QSize()  # the room that the picture is fitted into, in picture pixels

    @property
    def is_there(self) -> bool:
        return not self._pixmap.isNull()

    def set(self, image: QImage | None, size: QSize | None, box: QSize | None) -> None:
        """`size` is that of the whole picture, where `image` is a smaller copy; `box`, the room for it."""
        key = 0 if image is None else image.cacheKey()
        if key != self._source_key:
            self._source_key = key
            self._pixmap = QPixmap() if image is None else QPixmap.fromImage(image)
            self._averaged = QPixmap()
            self._soft = QPixmap()
        self._size = size or self._pixmap.size()
        self.box = box or self._size

    def paint(
        self, painter: QPainter, target: QRectF, rotation: int, palette: QPalette, is_softened: bool
    ) -> None:
        """Into `target`, which has the shape of the turned `box`; all in device pixels."""
        room = target.size().transposed() if rotation % 180 else target.size()
        size = self._size.toSizeF().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(-size.width() / 2, -size.height() / 2, size.width(), size.height())
        scale = size.width() / max(1, self._pixmap.width())
        painter.save()
        if self._pixmap.hasAlphaChannel() and not is_softened:
            ground = QRectF(0, 0, *(size.transposed() if rotation % 180 else size).toTuple())
            ground.moveCenter(target.center())
            painter.fillRect(ground, _chequered(is_dark(palette)))
        painter.translate(target.center())
        painter.rotate(rotation)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_softened or scale < PIXELS_FROM)
        pixmap = self._softened() if is_softened else self._fitting(place.size().toSize(), scale)
        painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
        painter.restore()

    def _fitting(self, size: QSize, scale: float) -> QPixmap:
        """The pixels for that size: all of them, or their averages where it is much smaller."""
        too_many = self._pixmap.width() * self._pixmap.height() > MOST_AVERAGED
        if scale >= AVERAGED_BELOW or too_many or size.isEmpty():
            return self._pixmap
        if self._averaged.size() != size:
            self._averaged = self._pixmap.scaled(
                size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        return self._averaged

    def _softened(self) -> QPixmap:
        """A few soft patches of colour: nobody is recognised, the layout stays."""
        if self._soft.isNull():
            self._soft = self._pixmap.scaled(
                SOFT_CELLS,
                SOFT_CELLS,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        return self._soft


def _chequered(dark: bool) -> QBrush:
    """What shows through transparent places, as all picture programs have it."""
    tile = QPixmap(2 * CHEQUER, 2 * CHEQUER)
    tile.fill(QColor(72, 72, 72) if dark else QColor(255, 255, 255))
    painter = QPainter(tile)
    second = QColor(96, 96, 96) if dark else QColor(225, 225, 225)
    painter.fillRect(0, 0, CHEQUER, CHEQUER, second)
    painter.fillRect(CHEQUER, CHEQUER, CHEQUER, CHEQUER, second)
    painter.end()
    return QBrush(tile)
