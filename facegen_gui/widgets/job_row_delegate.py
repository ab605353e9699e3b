"""Paints a row of the job list: state as icon, ID and label, and below them as many words as fit."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facegen_gui.domain.failures import Pause
from facegen_gui.domain.job import Job, JobState
from facegen_gui.models.ordered_model import Index, OrderedModel
from facegen_gui.widgets import wording
from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.gallery.tile.tile_colours import TileColours
from facegen_gui.widgets.gallery.tile.tile_icons import TileIcons

State = QStyle.StateFlag
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_NUMBER = re.compile(r"\d+")
_ICONS = {
    JobState.waiting: "waiting",
    JobState.being_made: "being-made",
    JobState.downloading: "downloading",
    JobState.ready: "done",
    JobState.overdue: "overdue",
    JobState.failed: "failed",
}


class JobRowDelegate(QStyledItemDelegate):
    def __init__(self, icons: Icons, pause: Callable[[], Pause | None], parent: QWidget) -> None:
        """`pause` tells why the whole queue waits, if it does."""
        super().__init__(parent)
        self._pause = pause
        self._icons = TileIcons(icons)
        self.adapt(parent)

    def adapt(self, widget: QWidget) -> None:
        """To another font or palette."""
        self._colours = TileColours(widget.palette())
        self._metrics = QFontMetrics(widget.font())
        self._bold = QFont(widget.font())
        self._bold.setWeight(QFont.Weight.DemiBold)

    @property
    def height(self) -> int:
        return 2 * self._metrics.height() + 16

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tile = index.data(OrderedModel.TILE_ROLE)
        if tile is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter, option)
        self._paint_job(painter, option.rect, tile.job, option.direction == Qt.LayoutDirection.RightToLeft)
        painter.restore()

    def _paint_frame(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colours, frame = self._colours, QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & State.State_Selected:
            painter.setPen(QPen(colours.accent, 1.5))
            painter.setBrush(colours.selected)
        elif option.state & State.State_MouseOver:
            painter.setBrush(colours.hover)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 7, 7)
        if option.state & State.State_HasFocus:
            painter.setPen(QPen(colours.text, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)

    def _paint_job(self, painter: QPainter, rect: QRect, job: Job, mirrored: bool) -> None:
        colours, metrics, now = self._colours, self._metrics, datetime.now(UTC)
        line = metrics.height()
        side = line + 6
        trouble = job.state in (JobState.failed, JobState.overdue)
        colour = colours.trouble if trouble else colours.good if job.is_delivered else colours.quiet
        centre = QPoint(rect.x() + 10 + side // 2, rect.center().y() + 1)
        inner = rect.adjusted(side + 20, 7, -10, -7)
        if mirrored:
            centre.setX(rect.right() - 10 - side // 2)
            inner = rect.adjusted(10, 7, -side - 20, -7)
        self._icons.paint(painter, _ICONS[job.state], centre, side, colour)
        first = QRect(inner.x(), inner.y(), inner.width(), line)
        second = first.translated(0, line + 2)
        self._paint_name(painter, first, job)
        font = painter.font()
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(colours.trouble if trouble else colours.quiet)
        text = self.fitting(wording.row_texts(job, now, self._pause()), second.width())
        painter.drawText(second, _MIDDLE | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_name(self, painter: QPainter, rect: QRect, job: Job) -> None:
        """The label with the ID behind it, or the ID alone."""
        room = rect.width()
        # The painter mirrors left and right by itself.
        if job.label:
            painter.setPen(self._colours.quiet)
            painter.drawText(rect, _MIDDLE | Qt.AlignmentFlag.AlignRight, job.id)
            room -= self._metrics.horizontalAdvance(job.id) + 10
        painter.setFont(self._bold)
        painter.setPen(self._colours.text)
        metrics = QFontMetrics(self._bold)
        name = metrics.elidedText(job.label or job.id, Qt.TextElideMode.ElideRight, max(0, room))
        painter.drawText(rect, _MIDDLE | Qt.AlignmentFlag.AlignLeft, name)

    def fitting(self, texts: Sequence[str], room: int) -> str:
        """The first of `texts` that has room."""
        # Seconds that pass must not make the words come and go: every number takes the room of two digits.
        for text in texts:
            if self._metrics.horizontalAdvance(_NUMBER.sub("00", text)) <= room:
                return text
        return self._metrics.elidedText(texts[-1], Qt.TextElideMode.ElideRight, room)
