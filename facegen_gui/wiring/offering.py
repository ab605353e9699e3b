"""Offers what is on the clipboard when one comes back to the window. Nothing is taken from it unasked."""

import hashlib
import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication

from facegen_gui.domain.job_ids import parse_job_ids
from facegen_gui.widgets.main_window import MainWindow
from facegen_gui.widgets.paste.panel import PastePanel
from facegen_gui.wiring.fetching import Fetching

LONGEST = 200_000  # characters; a longer text is pasted on purpose or not at all
# Shorter numbers are codes, counts and years more often than job IDs; a zero first is a telephone's.
SHORTEST_ID = 7
# Looked at first: of what else people copy nothing is read at all.
_LIST = re.compile(r"[\d\s,;|\"'()\[\]]+")
_NUMBER = re.compile(r"\d+")


class Offering(QObject):
    """`knows` tells whether an ID is here already; `is_wanted`, whether the person wants to be asked."""

    def __init__(
        self,
        window: MainWindow,
        paste: PastePanel,
        fetching: Fetching,
        knows: Callable[[str], bool],
        is_wanted: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._paste = paste
        self._fetching = fetching
        self._knows = knows
        self._is_wanted = is_wanted
        self._offered = ""
        self._seen = b""  # a digest of what was looked at: never twice the same
        window.installEventFilter(self)
        window.news.clipboard_requested.connect(self._on_taken)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.WindowActivate:
            self.look()
        return False

    def look(self) -> None:
        """Offer the IDs on the clipboard that are not here yet, if it holds nothing but IDs."""
        clipboard = QGuiApplication.clipboard()
        if not self._is_wanted() or clipboard.ownsClipboard():
            return
        data = clipboard.mimeData()
        # A program that hangs is waited for, five seconds a question: after the first nothing more is asked.
        if data is None or not data.formats():
            return
        text = data.text()
        if not text:
            return
        digest = hashlib.sha256(text.encode(errors="replace")).digest()
        if digest == self._seen:
            return
        self._seen = digest
        ids = [job_id for job_id in listed_ids(text) if not self._knows(job_id)]
        if ids and text.strip() not in self._paste.draft:
            self._offered = text
            self._window.news.offer_clipboard(len(ids))
        else:
            self._window.news.clear_clipboard()

    def _on_taken(self) -> None:
        self._fetching.fetch_text(self._offered)


def listed_ids(text: str) -> tuple[str, ...]:
    """The IDs of a text that is a list of numbers and nothing else; none of any other text."""
    if len(text) > LONGEST or not _LIST.fullmatch(text):
        return ()
    numbers = _NUMBER.findall(text)
    if any(len(number) < SHORTEST_ID or number.startswith("0") for number in numbers):
        return ()
    parsed = parse_job_ids(text)
    return () if parsed.refused or len(parsed.found) != len(numbers) else parsed.ids
