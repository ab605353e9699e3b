"""Paints one tile: its picture or state, marks, caption and Save button. Owns no data and loads nothing."""

from datetime import UTC, datetime

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facegen_gui.domain.job import Choice
from facegen_gui.models.job_store import JobStore
from facegen_gui.models.ordered_model import Index, OrderedModel
from facegen_gui.models.tiles import Tile
from facegen_gui.services.thumbnails import Thumbnails
from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.gallery.tile.rounded_pixmaps import RoundedPixmaps
from facegen_gui.widgets.gallery.tile.tile_colours import TileColours
from facegen_gui.widgets.gallery.tile.tile_geometry import RADIUS, USUAL, TileGeometry
from facegen_gui.widgets.gallery.tile.tile_icons import TileIcons
from facegen_gui.widgets.gallery.tile.tile_marks import MarkPainter, runs_out_soon, save_text
from facegen_gui.widgets.gallery.tile.tile_state import StatePainter, state_of
from facegen_gui.widgets.wording import Context

Gallery = Context("Gallery")
State = QStyle.StateFlag


class ThumbnailDelegate(QStyledItemDelegate):
    def __init__(self, store: JobStore, thumbnails: Thumbnails, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._thumbnails = thumbnails
        tile_icons = TileIcons(icons)
        self.marks = MarkPainter(tile_icons)
        self._icons = tile_icons
        self._states = StatePainter(tile_icons)
        self._rounded = RoundedPixmaps()
        self._colours = TileColours(parent.palette())
        self._geometry = TileGeometry(USUAL, QFontMetrics(parent.font()), save_text())
        self.is_discreet = False
        self.has_checks = False  # something is selected: every tile offers its check mark

    @property
    def geometry(self) -> TileGeometry:
        return self._geometry

    @property
    def colours(self) -> TileColours:
        return self._colours

    def adapt(self, edge: int, widget: QWidget) -> None:
        """To another tile size, font or palette."""
        self._geometry = TileGeometry(edge, QFontMetrics(widget.font()), save_text())
        self._colours = TileColours(widget.palette())

    def make_room(self, pixels: int) -> None:
        """For a view of so many device pixels."""
        self._rounded.make_room(pixels)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._geometry.size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tile = index.data(OrderedModel.TILE_ROLE)
        if tile is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        selected = bool(option.state & State.State_Selected)
        pointed = bool(option.state & State.State_MouseOver)
        self._paint_frame(painter, option, selected, pointed)
        area = self._geometry.placed(self._geometry.picture, option.rect, mirrored)
        self._paint_picture(painter, area, tile, option, pointed, mirrored)
        if selected or pointed or self.has_checks:
            check = self._geometry.placed(self._geometry.check, option.rect, mirrored)
            self.marks.paint_check(painter, check, self._colours, checked=selected)
        painter.setFont(option.font)
        self._paint_words(painter, option, tile, mirrored)
        if tile.is_kept:
            save = self._geometry.placed(self._geometry.save, option.rect, mirrored)
            self.marks.paint_save(painter, save, self._colours, mirrored=mirrored)
        painter.restore()

    def _paint_frame(
        self, painter: QPainter, option: QStyleOptionViewItem, selected: bool, pointed: bool
    ) -> None:
        colours = self._colours
        frame = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
        if selected:
            painter.setPen(QPen(colours.accent, 2))
            painter.setBrush(colours.selected)
            painter.drawRoundedRect(frame, RADIUS + 4, RADIUS + 4)
        elif pointed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.hover)
            painter.drawRoundedRect(frame, RADIUS + 4, RADIUS + 4)
        if option.state & State.State_HasFocus:
            # A second line, in the text's colour: to be told from a selection without seeing colours.
            painter.setPen(QPen(colours.text, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(2, 2, -2, -2), RADIUS + 2, RADIUS + 2)

    def _paint_picture(
        self,
        painter: QPainter,
        area: QRect,
        tile: Tile,
        option: QStyleOptionViewItem,
        pointed: bool,
        mirrored: bool,
    ) -> None:
        colours, picture = self._colours, tile.picture
        if picture is None or not picture.is_image:
            painter.setPen(QPen(colours.line, 1))
            painter.setBrush(colours.well)
            painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
            now = datetime.now(UTC)
            state = state_of(tile, now, self._store.transfer(tile.key), self._store.pause)
            self._states.paint(painter, area, state, colours, option.font)
            if runs_out_soon(tile.job, now):
                side = self._geometry.badge
                x = area.x() + 6 if mirrored else area.right() - side - 5
                corner = QRect(x, area.y() + 6, side, side)
                self.marks.paint_badge(painter, corner, "clock", colours.on_accent)
            if picture is not None:
                self.marks.paint_badges(painter, area, picture, self._geometry.badge, mirrored)
            return
        ratio = painter.device().devicePixelRatioF()
        source = self._thumbnails.pixmap(picture, round(self._geometry.edge * ratio))
        if source is None or source.width() != source.height():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.well)
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        if source is not None:
            soft = self.is_discreet and not pointed
            pixmap = self._rounded.get(source, self._geometry.edge, ratio, RADIUS, soft)
            size = pixmap.deviceIndependentSize().toSize()
            rejected = picture.choice is Choice.no
            painter.setOpacity(0.35 if rejected else 1.0)
            at = area.topLeft() + QPoint(
                (area.width() - size.width()) // 2, (area.height() - size.height()) // 2
            )
            painter.drawPixmap(at, pixmap)
            painter.setOpacity(1.0)
        self.marks.paint_badges(painter, area, picture, self._geometry.badge, mirrored)

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, tile: Tile, mirrored: bool
    ) -> None:
        job, picture, colours = tile.job, tile.picture, self._colours
        metrics = option.fontMetrics
        caption = self._geometry.placed(self._geometry.caption, option.rect, mirrored)
        # The painter mirrors left and right by itself.
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter
        room = caption.width()
        if picture is not None and len(job.pictures) > 1:
            text = Gallery.tr("%1 of %2", "which picture of how many")
            numbers = text.replace("%1", str(picture.key.number)).replace("%2", str(len(job.pictures)))
            painter.setPen(colours.quiet)
            painter.drawText(caption, middle | end, numbers)
            room -= metrics.horizontalAdvance(numbers) + 8
        name = metrics.elidedText(job.label or job.id, Qt.TextElideMode.ElideMiddle, room)
        painter.setPen(colours.text)
        painter.drawText(caption, middle | start, name)
        detail = self._geometry.placed(self._geometry.detail, option.rect, mirrored)
        taken = 0
        if tile.is_kept:
            saved = self._geometry.placed(self._geometry.saved, option.rect, mirrored)
            taken = self._geometry.save.width()
            if picture is not None and picture.saved_at is not None:
                # A sign alone, in every language: the words stand in the tool tip.
                self._icons.paint(painter, "saved", saved.center(), saved.width(), colours.good)
                taken = self._geometry.detail.right() + 1 - self._geometry.saved.x()
        if job.label:
            small = QFont(option.font)
            if small.pointSizeF() > 0:
                small.setPointSizeF(small.pointSizeF() * 0.92)
            painter.setFont(small)
            painter.setPen(colours.quiet)
            room = detail.width() - taken - 2
            text = painter.fontMetrics().elidedText(job.id, Qt.TextElideMode.ElideMiddle, room)
            painter.drawText(detail, middle | start, text)
            painter.setFont(option.font)
