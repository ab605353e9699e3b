"""Carries tiles out of the program: to a folder, a mail, a document."""

from PySide6.QtCore import QMimeData, QModelIndex, QRect, Qt
from PySide6.QtGui import QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from facegen_gui.widgets.gallery.tile.thumbnail_delegate import ThumbnailDelegate

WIDTH = 120


def drag_out(
    source: QWidget,
    data: QMimeData,
    painter: ThumbnailDelegate,
    option: QStyleOptionViewItem,
    index: QModelIndex,
) -> None:
    """Runs the drag. The tile at `index` is what the pointer carries."""
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.setPixmap(_picture_of(source, painter, option, index))
    # Copies only: a program that moves files would take the original away.
    drag.exec(Qt.DropAction.CopyAction)


def _picture_of(
    source: QWidget, delegate: ThumbnailDelegate, option: QStyleOptionViewItem, index: QModelIndex
) -> QPixmap:
    size = delegate.geometry.size
    option.rect = QRect(0, 0, size.width(), size.height())
    option.state = QStyle.StateFlag.State_Enabled
    ratio = source.devicePixelRatioF()
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(0.85)
    delegate.paint(painter, option, index)
    painter.end()
    width = min(pixmap.width(), round(WIDTH * ratio))
    return pixmap.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
