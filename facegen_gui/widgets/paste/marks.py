"""Which places of the pasted text are marked how. Places are Qt's (UTF-16), not Python's."""

import enum
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtGui import QColor, QPalette, QTextCharFormat

from facegen_gui.domain.job_ids import FoundId, ParsedText, RefusalReason, RefusedText
from facegen_gui.widgets.appearance import is_dark

NOTHING = ParsedText()
_WIDE = re.compile("[\U00010000-\U0010ffff]")

S = TypeVar("S", FoundId, RefusedText)


class Mark(enum.Enum):
    new = "new"
    here = "here"
    refused = "refused"
    key = "key"


class Marks:
    """What is marked in one text. Only what is asked for is worked out, so that length costs nothing."""

    def __init__(
        self,
        text: str = "",
        parsed: ParsedText = NOTHING,
        known: Callable[[str], bool] = lambda _job_id: False,
    ) -> None:
        self._parsed = parsed
        self._known = known
        # Qt counts a character beyond the basic plane as two.
        self._wide = [] if text.isascii() else [match.start() for match in _WIDE.finditer(text)]

    def between(self, first: int, last: int) -> list[tuple[int, int, Mark]]:
        """All spans that touch the places `first` to `last`."""
        ids = self._touching(self._parsed.found, first, last)
        found = [(*self._span(one), self._kind(one)) for one in ids]
        refused = [
            (*self._span(one), Mark.key if one.reason is RefusalReason.looks_like_key else Mark.refused)
            for one in self._touching(self._parsed.refused, first, last)
        ]
        return sorted(found + refused, key=lambda span: span[0])

    def _touching(self, spans: Sequence[S], first: int, last: int) -> Sequence[S]:
        low = bisect_left(spans, first, key=lambda one: self._span(one)[1])
        high = bisect_right(spans, last, key=lambda one: self._span(one)[0])
        return spans[low:high]

    def _span(self, one: FoundId | RefusedText) -> tuple[int, int]:
        if not self._wide:
            return one.start, one.end
        return one.start + bisect_left(self._wide, one.start), one.end + bisect_left(self._wide, one.end)

    def _kind(self, one: FoundId) -> Mark:
        """A repeated new ID is marked as here: it is fetched once."""
        return Mark.here if one.repeated or self._known(one.id) else Mark.new


def formats(palette: QPalette) -> dict[Mark, QTextCharFormat]:
    """Told apart by colour and by the kind of underline; every colour has 4.5 : 1 on the palette's base."""
    line = QTextCharFormat.UnderlineStyle
    if is_dark(palette):
        new, here, refused, on_key = "#86dd96", "#c9aef4", "#ff9d92", "#5c1a16"
    else:
        new, here, refused, on_key = "#17692b", "#65439a", "#b3261e", "#fbdcd9"
    return {
        Mark.new: _format(new, line.SingleUnderline),
        Mark.here: _format(here, line.DashUnderline),
        Mark.refused: _format(refused, line.WaveUnderline),
        Mark.key: _format(refused, line.WaveUnderline, on_key),
    }


def _format(colour: str, underline: QTextCharFormat.UnderlineStyle, background: str = "") -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(QColor(colour))
    form.setUnderlineStyle(underline)
    form.setUnderlineColor(QColor(colour))
    if background:
        form.setBackground(QColor(background))
    return form
