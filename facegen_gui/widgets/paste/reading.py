"""Keeps what was understood up to date with a text that changes, without holding up typing.

A short text is read at once; a long one once typing pauses, in slices between which the window lives on.
"""

import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from facegen_gui.domain.job_ids import ParsedText, RefusedText, parse_in_steps, parse_job_ids
from facegen_gui.domain.key_status import matches_fingerprint
from facegen_gui.widgets.paste.long_lines import broken

AT_ONCE = 4_000  # characters; a few milliseconds
PAUSE = 120  # milliseconds without a change, before a long text is read
SLICE = 0.006  # seconds


class Reading(QObject):
    """Reads what `source` gives whenever `text_changed` is called; `finished` when `parsed` is new."""

    finished = Signal()

    def __init__(self, source: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._source = source
        self._fingerprint = b""
        self._steps: Generator[None, None, ParsedText] | None = None
        self._reading = ""
        self._up_to_date = True
        self._left = ""
        self._left_refused: tuple[RefusedText, ...] = ()
        self.text = ""
        self.parsed = ParsedText()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    def set_key_fingerprint(self, fingerprint: bytes) -> None:
        if fingerprint != self._fingerprint:
            self._fingerprint = fingerprint
            self.text_changed()

    def is_key(self, text: str) -> bool:
        """Whether it is the stored key itself, not only like one."""
        return text.isascii() and matches_fingerprint(text, self._fingerprint)

    def leave(self, refused: Sequence[RefusedText]) -> str:
        """What stands in the box from now on: these texts, a line each. Until it is edited they stay refused.

        Alone on its line a number from a mail's date would look like an ID.
        """
        self._left, self._left_refused = "", ()
        places = []
        for one in refused:
            places.append(replace(one, start=len(self._left), end=len(self._left) + len(one.text)))
            self._left += f"{one.text}\n"
        self._left_refused = tuple(places)
        shown = broken(self._left)
        if shown != self._left:
            # Not worth following where the editor's lines end.
            self._left, self._left_refused = "", ()
        return shown

    @property
    def left(self) -> tuple[RefusedText, ...]:
        """What stays refused for having been refused before, though it might be an ID by itself."""
        return self._left_refused if self._left and self._source().startswith(self._left) else ()

    def text_changed(self) -> None:
        self._up_to_date = False
        self._steps = None
        text = self._source()
        if len(text) <= AT_ONCE:
            self._timer.stop()
            self._take(text, parse_job_ids(self._new_part(text), self.is_key))
        else:
            self._timer.start(PAUSE)

    def now(self) -> ParsedText:
        """What the text means as it stands this moment."""
        if not self._up_to_date:
            self._timer.stop()
            text = self._source()
            self._take(text, parse_job_ids(self._new_part(text), self.is_key))
        return self.parsed

    def _go_on(self) -> None:
        if self._steps is None:
            self._reading = self._source()
            self._steps = parse_in_steps(self._new_part(self._reading), self.is_key)
        end = time.monotonic() + SLICE
        try:
            while time.monotonic() < end:
                next(self._steps)
        except StopIteration as stop:
            self._take(self._reading, stop.value)
        else:
            self._timer.start(0)

    def _take(self, text: str, parsed: ParsedText) -> None:
        self._steps = None
        self._reading = ""
        self.text = text
        self.parsed = self._with_left(text, parsed)
        self._up_to_date = True
        self.finished.emit()

    def _new_part(self, text: str) -> str:
        return text.removeprefix(self._left)

    def _with_left(self, text: str, parsed: ParsedText) -> ParsedText:
        """What was understood of the new part, at its place in the whole text."""
        if not self._left or not text.startswith(self._left):
            return parsed
        by = len(self._left)
        found = (replace(one, start=one.start + by, end=one.end + by) for one in parsed.found)
        refused = (replace(one, start=one.start + by, end=one.end + by) for one in parsed.refused)
        return ParsedText(tuple(found), (*self._left_refused, *refused))
