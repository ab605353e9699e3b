"""When the API key is asked for: on the worker's wish and from the menu, one dialog at a time."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facegen_gui.domain.key_status import KeyStatus
from facegen_gui.models.job_store import JobStore
from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.dialogs.key_dialog import KeyDialog


class KeyQuestions(QObject):
    """Keeps the last KeyStatus, never a key."""

    key_entered = Signal(str, bool)  # key, whether to keep it beyond this session
    forget_requested = Signal()
    unlock_requested = Signal()

    def __init__(self, store: JobStore, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._icons = icons
        self._status = KeyStatus()
        self._dialog: KeyDialog | None = None
        store.key_changed.connect(self._on_status)
        store.key_wanted.connect(self._on_wanted)

    @property
    def status(self) -> KeyStatus:
        return self._status

    @property
    def dialog(self) -> KeyDialog | None:
        """The dialog while it is open."""
        return self._dialog

    def ask(self) -> None:
        """Opens the dialog, or raises the one that is open."""
        if self._dialog is None:
            dialog = KeyDialog(self._status, self._icons, self._window)
            dialog.key_entered.connect(self.key_entered)
            dialog.forget_requested.connect(self.forget_requested)
            dialog.unlock_requested.connect(self.unlock_requested)
            dialog.finished.connect(self._on_finished)
            self._dialog = dialog
            dialog.open()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _on_wanted(self, rejected: bool) -> None:
        self.ask()
        if self._dialog is not None:
            self._dialog.tell_wanted(rejected)

    def _on_status(self, status: KeyStatus) -> None:
        self._status = status
        if self._dialog is not None:
            self._dialog.show_status(status)

    def _on_finished(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
