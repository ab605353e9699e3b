"""What a tile without a thumbnail shows instead: its state as icon, title and sentence."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from facegen_gui.domain.failures import Failure
from facegen_gui.domain.job import JobState
from facegen_gui.models.tiles import Tile
from facegen_gui.widgets import wording
from facegen_gui.widgets.gallery.tile.tile_colours import TileColours
from facegen_gui.widgets.gallery.tile.tile_icons import TileIcons
from facegen_gui.widgets.gallery.tile.wrapped_text import WrappedText

_STATE_ICONS = {
    JobState.waiting: "waiting",
    JobState.being_made: "being-made",
    JobState.downloading: "downloading",
    JobState.ready: "picture",
    JobState.overdue: "overdue",
    JobState.failed: "failed",
}
_MEDIA_ICONS = {"video": "film", "audio": "sound", "image": "picture"}


@dataclass(frozen=True, slots=True)
class TileState:
    icon: str
    title: str
    sentence: str = ""
    is_trouble: bool = False
    share: float = -1.0  # of a transfer, 0 to 1; negative: none under way


def state_of(
    tile: Tile, now: datetime, transfer: tuple[int, int] | None, pause: Failure | None = None
) -> TileState:
    """How the tile's state is shown; for a kept picture, what kind of file it is.

    `pause` is why the whole queue waits, if it does.
    """
    job, picture = tile.job, tile.picture
    if picture is not None and picture.file:
        kind = picture.media_type.partition("/")[0]
        name = wording.media_name(picture.media_type)
        return TileState(_MEDIA_ICONS.get(kind, "file"), name, wording.size_text(picture.bytes))
    if job.is_unfinished or picture is None:
        icon = _STATE_ICONS[job.state]
        title = wording.capital(wording.state_text(job, now))
        if job.state in (JobState.failed, JobState.overdue):
            return TileState(icon, title, wording.job_explanation(job, now), is_trouble=True)
        if transfer is not None and transfer[1]:
            return TileState(icon, title, wording.size_text(transfer[1]), share=transfer[0] / transfer[1])
        if job.failure is not None:
            return TileState(icon, title, wording.job_explanation(job, now))
        return TileState(icon, title, wording.capital(wording.asked_text(job, now, pause)))
    if picture.failure is not None:
        title, sentence = wording.failure_title(picture.failure), wording.failure_sentence(picture.failure)
        return TileState("failed", wording.capital(title), sentence, is_trouble=True)
    return TileState("failed", wording.capital(wording.state_text(job, now)), is_trouble=True)


class StatePainter:
    def __init__(self, icons: TileIcons) -> None:
        self._icons = icons
        self._text = WrappedText()

    def paint(
        self, painter: QPainter, area: QRect, state: TileState, colours: TileColours, font: QFont
    ) -> None:
        """Into the tile's picture area, the background of which is there already."""
        painter.setFont(font)
        line = painter.fontMetrics().lineSpacing()
        side = min(area.width() // 4, line * 2 + 4)
        inner = area.adjusted(10, 12, -10, -10)
        title_font, small = QFont(font), QFont(font)
        title_font.setWeight(QFont.Weight.DemiBold)
        if font.pointSizeF() > 0:
            small.setPointSizeF(font.pointSizeF() * 0.92)
        # What fits decides how far down it starts, so that short states stand in the middle.
        titles = self._text.lines(state.title, title_font, inner.width(), 3)
        room = inner.height() - side - 8 - len(titles) * line
        lines = (
            self._text.lines(state.sentence, small, inner.width(), max(0, room // line))
            if room >= line
            else []
        )
        used = side + 8 + (len(titles) + len(lines)) * line
        y = inner.y() + max(0, (inner.height() - used) // 2)
        colour = colours.trouble if state.is_trouble else colours.quiet
        centre = inner.center()
        centre.setY(y + side // 2)
        self._icons.paint(painter, state.icon, centre, side, colour)
        y += side + 8
        painter.setFont(title_font)
        painter.setPen(colours.text)
        y += self._text.paint(painter, QRect(inner.x(), y, inner.width(), 3 * line), state.title)
        painter.setFont(small)
        painter.setPen(colours.quiet)
        if lines:
            self._text.paint(painter, QRect(inner.x(), y, inner.width(), len(lines) * line), state.sentence)
        if state.share >= 0:
            self._paint_share(painter, area, state.share, colours)

    def _paint_share(self, painter: QPainter, area: QRect, share: float, colours: TileColours) -> None:
        track = QRectF(area.x() + 16, area.bottom() - 18, area.width() - 32, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.line)
        painter.drawRoundedRect(track, 2.5, 2.5)
        painter.setBrush(colours.accent)
        track.setWidth(max(5.0, track.width() * min(1.0, share)))
        painter.drawRoundedRect(track, 2.5, 2.5)
