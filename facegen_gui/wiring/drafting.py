"""Keeps what stands in the paste box over closing and crashes, a moment after it has changed."""

from PySide6.QtCore import QObject, QTimer

from facegen_gui.domain.key_status import KeyStatus
from facegen_gui.models.job_store import JobStore
from facegen_gui.storage.draft import Draft
from facegen_gui.widgets.paste.panel import PastePanel

DELAY = 500  # milliseconds


class Drafting(QObject):
    """Writes nothing before the keyring has answered: until then a key in the box is not known as one."""

    def __init__(self, paste: PastePanel, store: JobStore, draft: Draft) -> None:
        super().__init__(paste)
        self._paste = paste
        self._draft = draft
        self._is_key_known = False
        self._kept = draft.read()
        self._waiting = QTimer(self, singleShot=True, interval=DELAY)
        self._waiting.timeout.connect(self.keep)
        if self._kept:
            paste.insert_text(self._kept)
        paste.draft_changed.connect(self._waiting.start)
        store.key_changed.connect(self._on_key)

    def keep(self) -> None:
        """Write it now, if it is another one than what is kept."""
        self._waiting.stop()
        text = self._paste.draft
        if self._is_key_known and text != self._kept:
            self._draft.write(text)
            self._kept = text

    def _on_key(self, _status: KeyStatus) -> None:
        self._is_key_known = True
        self._waiting.start()
