"""The small signs on a tile: Save button, check mark, star, choice, rescue clock. Painted here for the
delegate and for the real widgets that stand over it, so that nobody sees which of the two is there."""

from datetime import datetime, timedelta

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from facegen_gui.domain.job import Choice, Job, Picture
from facegen_gui.widgets.gallery.tile.tile_colours import (
    GOLD,
    KEEP,
    MAYBE,
    ON_VEIL,
    OUTLINE,
    REJECT,
    UNCHECKED,
    VEIL,
    TileColours,
    mix,
)
from facegen_gui.widgets.gallery.tile.tile_icons import TileIcons
from facegen_gui.widgets.wording import Context

Gallery = Context("Gallery")

LINKS_LAST = timedelta(hours=24)  # the service's estimate
RESCUE_FROM = timedelta(hours=18)
_CHOICES = {Choice.keep: ("keep", KEEP), Choice.maybe: ("maybe", MAYBE), Choice.no: ("no", REJECT)}


def save_text() -> str:
    return Gallery.tr("Save", "on a tile")


def runs_out_soon(job: Job, now: datetime) -> bool:
    """Whether the service will probably delete soon what is still missing here."""
    if job.first_ready_at is None or job.is_delivered or not job.is_unfinished:
        return False
    return RESCUE_FROM <= now - job.first_ready_at < LINKS_LAST


class MarkPainter:
    def __init__(self, icons: TileIcons) -> None:
        self._icons = icons

    def paint_save(
        self,
        painter: QPainter,
        rect: QRect,
        colours: TileColours,
        *,
        pointed: bool = False,
        down: bool = False,
        focused: bool = False,
        mirrored: bool = False,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = colours.accent if pointed or focused else colours.button
        if down:
            fill = mix(fill, colours.text, 0.2)
        ink = colours.on_accent if pointed or focused else colours.text
        painter.setPen(QPen(colours.text, 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 6, 6)
        metrics = painter.fontMetrics()
        side = metrics.height()
        text = save_text()
        wide = metrics.horizontalAdvance(text)
        left = rect.x() + (rect.width() - side - 4 - wide) // 2
        words = QRect(left if mirrored else left + side + 4, rect.y(), wide, rect.height())
        icon_x = left + wide + 4 if mirrored else left
        centre = QPoint(icon_x + side // 2, rect.center().y() + 1)
        self._icons.paint(painter, "save", centre, side // 2 * 2, ink)
        painter.setPen(ink)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)

    def paint_check(
        self,
        painter: QPainter,
        rect: QRect,
        colours: TileColours,
        *,
        checked: bool,
        focused: bool = False,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(rect).adjusted(1, 1, -1, -1)
        ring = disc.adjusted(2.5, 2.5, -2.5, -2.5)
        # An open circle on a light disc: seen as one on light and dark pictures, in light and dark windows.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ON_VEIL if checked else UNCHECKED)
        painter.drawEllipse(disc)
        painter.setPen(Qt.PenStyle.NoPen if checked else QPen(OUTLINE, 1.6))
        painter.setBrush(colours.accent if checked else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc.adjusted(1.5, 1.5, -1.5, -1.5) if checked else ring)
        if checked:
            side = int(ring.width() * 0.8)
            self._icons.paint(painter, "saved", rect.center() + QPoint(1, 1), side, colours.on_accent)
        if focused:
            painter.setPen(QPen(OUTLINE, 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(disc)

    def paint_badges(
        self, painter: QPainter, area: QRect, picture: Picture, badge: int, mirrored: bool
    ) -> None:
        """Star and choice in the trailing top corner of the picture, beside each other."""
        marks = []
        if picture.starred:
            marks.append(("star-full", GOLD))
        if picture.choice in _CHOICES:
            marks.append(_CHOICES[picture.choice])
        for place, (name, colour) in enumerate(marks):
            shift = 6 + place * (badge + 4)
            x = area.x() + shift if mirrored else area.right() + 1 - shift - badge
            self.paint_badge(painter, QRect(x, area.y() + 6, badge, badge), name, colour)

    def paint_badge(self, painter: QPainter, rect: QRect, name: str, colour: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(VEIL)
        painter.drawEllipse(QRectF(rect))
        self._icons.paint(painter, name, rect.center() + QPoint(1, 1), rect.width() * 7 // 10, colour)
