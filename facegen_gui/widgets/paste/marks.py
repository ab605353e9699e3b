"""Which places of the pasted text are marked how. Places are Qt's (UTF-16), not Python's."""

import enum
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette, QTextCharFormat

from facegen_gui.domain.job_ids import ParsedText, RefusalReason
from facegen_gui.widgets.appearance import is_dark


class Mark(enum.Enum):
    new = "new"
    here = "here"
    refused = "refused"
    key = "key"


@dataclass(frozen=True, slots=True)
class Marks:
    """Spans in the order of the text."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    kinds: tuple[Mark, ...] = ()

    def between(self, first: int, last: int) -> list[tuple[int, int, Mark]]:
        """All spans that touch the places `first` to `last`."""
        low, high = bisect_left(self.ends, first), bisect_right(self.starts, last)
        return list(zip(self.starts[low:high], self.ends[low:high], self.kinds[low:high], strict=True))


def marks_of(text: str, parsed: ParsedText, known: Callable[[str], bool]) -> Marks:
    """A repeated new ID is marked as here: it is fetched once."""
    spans = [
        (one.start, one.end, Mark.here if one.repeated or known(one.id) else Mark.new) for one in parsed.found
    ]
    for refused in parsed.refused:
        kind = Mark.key if refused.reason is RefusalReason.looks_like_key else Mark.refused
        spans.append((refused.start, refused.end, kind))
    spans.sort(key=lambda span: span[0])
    # Qt counts a character beyond the basic plane as two.
    wide = [] if text.isascii() else [i for i, character in enumerate(text) if character > "\uffff"]
    if wide:
        spans = [(s + bisect_left(wide, s), e + bisect_left(wide, e), kind) for s, e, kind in spans]
    return Marks(*(tuple(column) for column in zip(*spans, strict=True))) if spans else Marks()


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
