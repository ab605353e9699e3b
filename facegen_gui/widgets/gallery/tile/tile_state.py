"""What a tile without a thumbnail shows instead: its state as icon, title and sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QMargins, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from facegen_gui.domain.failures import Pause
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
GAP = 3  # between title and sentence
MARGINS = QMargins(10, 10, 10, 8)
MOST_TITLE_LINES = 4
_MEDIA_ICONS = {"video": "film", "audio": "sound", "image": "picture"}


@dataclass(frozen=True, slots=True)
class TileState:
    icon: str
    title: str
    sentences: tuple[str, ...] = ()  # the first of them that fits is shown, and none where none does
    is_trouble: bool = False
    share: float = -1.0  # of a transfer, 0 to 1; negative: none under way


def state_of(
    tile: Tile, now: datetime, transfer: tuple[int, int] | None, pause: Pause | None = None
) -> TileState:
    """How the tile's state is shown; for a kept picture, what kind of file it is.

    `pause` is why the whole queue waits, if it does.
    """
    job, picture = tile.job, tile.picture
    if picture is not None and picture.file:
        kind = picture.media_type.partition("/")[0]
        name = wording.media_name(picture.media_type)
        return TileState(_MEDIA_ICONS.get(kind, "file"), name, (wording.size_text(picture.bytes),))
    if job.is_unfinished or picture is None:
        icon = _STATE_ICONS[job.state]
        title = wording.capital(wording.state_text(job, now))
        if job.state in (JobState.failed, JobState.overdue):
            return TileState(icon, title, wording.short_explanations(job), is_trouble=True)
        if transfer is not None and transfer[1]:
            return TileState(icon, title, (wording.size_text(transfer[1]),), share=transfer[0] / transfer[1])
        asked = wording.capital(wording.asked_text(job, now, pause))
        return TileState(icon, title, (*wording.short_explanations(job), asked))
    if picture.failure is not None:
        title = wording.capital(wording.failure_title(picture.failure))
        sentences = wording.short_failure_sentences(picture.failure)
        return TileState("failed", title, sentences, is_trouble=True)
    return TileState("failed", wording.capital(wording.state_text(job, now)), is_trouble=True)


class StatePainter:
    def __init__(self, icons: TileIcons) -> None:
        self._icons = icons
        self._text = WrappedText()

    def paint(
        self, painter: QPainter, area: QRect, state: TileState, colours: TileColours, font: QFont
    ) -> None:
        """Into the tile's picture area, the background of which is there already."""
        side, line = _icon_side(area, font), QFontMetrics(font).lineSpacing()
        inner = area.marginsRemoved(MARGINS)
        title_font, small = _fonts(font)
        # What fits decides how far down it starts, so that short states stand in the middle.
        titles, lines = self.words(area, state, font)
        used = side + 8 + (GAP if lines else 0) + (len(titles) + len(lines)) * line
        y = inner.y() + max(0, (inner.height() - used) // 2)
        colour = colours.trouble if state.is_trouble else colours.quiet
        centre = inner.center()
        centre.setY(y + side // 2)
        self._icons.paint(painter, state.icon, centre, side, colour)
        y += side + 8
        painter.setFont(title_font)
        painter.setPen(colours.text)
        y += self._text.paint(painter, inner.x(), y, inner.width(), titles)
        painter.setFont(small)
        painter.setPen(colours.quiet)
        self._text.paint(painter, inner.x(), y + GAP, inner.width(), lines)
        if state.share >= 0:
            self._paint_share(painter, area, state.share, colours)

    def words(self, area: QRect, state: TileState, font: QFont) -> tuple[list[str], list[str]]:
        """The lines of the title, and those of the sentence that fits below it."""
        line, inner = QFontMetrics(font).lineSpacing(), area.marginsRemoved(MARGINS)
        title_font, small = _fonts(font)
        titles = self._text.lines(state.title, title_font, inner.width(), MOST_TITLE_LINES)
        room = inner.height() - _icon_side(area, font) - 8 - GAP - len(titles) * line
        return titles, self._fitting(state.sentences, small, inner.width(), max(0, room // line))

    def _fitting(self, sentences: Sequence[str], font: QFont, width: int, most: int) -> list[str]:
        """The lines of the first sentence that needs no more than so many."""
        for sentence in sentences:
            lines = self._text.lines(sentence, font, width, most + 1)
            if len(lines) <= most:
                return lines
        return []

    def _paint_share(self, painter: QPainter, area: QRect, share: float, colours: TileColours) -> None:
        track = QRectF(area.x() + 16, area.bottom() - 18, area.width() - 32, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.line)
        painter.drawRoundedRect(track, 2.5, 2.5)
        painter.setBrush(colours.accent)
        track.setWidth(max(5.0, track.width() * min(1.0, share)))
        painter.drawRoundedRect(track, 2.5, 2.5)


def _icon_side(area: QRect, font: QFont) -> int:
    return min(area.width() // 4, QFontMetrics(font).lineSpacing() + 12)


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    """Of the title and of the sentence."""
    title, sentence = QFont(font), QFont(font)
    title.setWeight(QFont.Weight.DemiBold)
    if font.pointSizeF() > 0:
        sentence.setPointSizeF(font.pointSizeF() * 0.92)
    return title, sentence
