"""Asks for the API key, says where it is kept, and guides through a password store's troubles.

Reading and writing the store happens elsewhere and may take minutes; the dialog waits without blocking.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from facegen_gui.domain.failures import FailureKind
from facegen_gui.domain.key_forms import trimmed_key
from facegen_gui.domain.key_status import KeyStatus
from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.dialogs.parts import Dialog, wrapped
from facegen_gui.widgets.wording import (
    failure_next_step,
    key_hint_sentence,
    key_place_sentence,
    key_store_sentence,
)

# Where these are the trouble there is nothing to unlock: no safe store exists here.
_NO_STORE = frozenset({FailureKind.keyring_missing, FailureKind.keyring_plain_text})


class KeyDialog(Dialog):
    """Never holds a key longer than it stands in the field."""

    key_entered = Signal(str, bool)  # key, whether to keep it beyond this session
    forget_requested = Signal()
    unlock_requested = Signal()

    def __init__(self, status: KeyStatus, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting_for_save = False
        self.setWindowTitle(self.tr("API key"))
        self._lead = wrapped(
            self.tr(
                "The service hands out pictures only to somebody with an API key. It is sent to the service "
                "and to nobody else."
            ),
            self,
        )
        # Where the service itself would send people, there is only advertising.
        self._origin = wrapped(
            self.tr(
                "You get the key from the person who looks after your account with the service, often "
                "somebody in IT. Treat it like a password."
            ),
            self,
        )
        self.field = QLineEdit(self)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("API key"))
        self.field.setPlaceholderText(self.tr("Paste your key here"))
        self.field.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)
        self.show_key = QToolButton(self)
        self.show_key.setIcon(icons("show"))
        self.show_key.setText(self.tr("Show"))
        self.show_key.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.show_key.setCheckable(True)
        self.show_key.setAccessibleName(self.tr("Show the key while typing"))
        self.session_only = QCheckBox(self.tr("Keep for this session only"), self)
        self._place = wrapped("", self)
        self._kept = wrapped("", self)
        self._hint = wrapped("", self)
        self._guidance = wrapped("", self)
        self.unlock = QPushButton(icons("key"), self.tr("Unlock and try again"), self)
        self._wait = QProgressBar(self)
        self._wait.setRange(0, 0)
        self._wait.setTextVisible(False)
        self._wait.setAccessibleName(self.tr("Waiting for the password store"))
        self._wait_words = wrapped("", self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.save = QPushButton(icons("saved"), self.tr("Save key"), self)
        self.save.setDefault(True)
        self.forget = QPushButton(icons("remove"), self.tr("Forget key"), self)
        self.buttons.addButton(self.save, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.addButton(self.forget, QDialogButtonBox.ButtonRole.ActionRole)
        self._lay_out()
        self._connect()
        self.show_status(status)

    def tell_wanted(self, rejected: bool) -> None:
        """The worker waits for a key."""
        if rejected:
            self._lead.setText(
                self.tr(
                    "The service did not accept the key. Nothing is lost: check it, enter it again, and "
                    "everything that waits goes on."
                )
            )
            self._origin.show()
        self.field.setFocus()

    def show_status(self, status: KeyStatus) -> None:
        """What became of it: saved and well closes the dialog, trouble is explained."""
        saved = self._waiting_for_save and status.present
        # A key that nobody puts away yet does not mind a store that is in trouble.
        not_yet_kept = self.session_only.isChecked() or status.unverified
        self._stop_waiting()
        if saved and (status.failure is None or not_yet_kept):
            self.accept()
            return
        self._origin.setVisible(not status.present)
        no_store = status.failure is not None and status.failure.kind in _NO_STORE
        self._place.setText(key_place_sentence(status))
        self._show_place()
        self._kept.setText(key_store_sentence(status))
        self._hint.setText(key_hint_sentence(status))
        self._hint.setVisible(bool(self._hint.text()))
        self._guidance.setText("" if status.failure is None else failure_next_step(status.failure))
        self._guidance.setVisible(status.failure is not None)
        self.unlock.setVisible(status.failure is not None and not no_store)
        self.session_only.setEnabled(not no_store)
        if no_store or (status.present and not status.kept):
            self.session_only.setChecked(True)
        self.forget.setEnabled(status.present or status.failure is not None)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        label = QLabel(self.tr("API &key:"), self)
        label.setBuddy(self.field)
        line.addWidget(label)
        line.addWidget(self.field, 1)
        line.addWidget(self.show_key)
        rows = QVBoxLayout(self)
        rows.setSpacing(10)
        rows.addWidget(self._lead)
        rows.addWidget(self._origin)
        rows.addLayout(line)
        rows.addWidget(self.session_only)
        for widget in (self._place, self._kept, self._hint, self._guidance):
            rows.addWidget(widget)
        rows.addWidget(self.unlock, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self._wait_words)
        rows.addWidget(self._wait)
        rows.addStretch(1)
        rows.addWidget(self.buttons)
        self._wait.hide()
        self._wait_words.hide()

    def _connect(self) -> None:
        self.show_key.toggled.connect(self._on_show)
        self.field.textChanged.connect(self._on_text)
        self.session_only.toggled.connect(self._show_place)
        self.save.clicked.connect(self._on_save)
        self.forget.clicked.connect(self._on_forget)
        self.unlock.clicked.connect(self._on_unlock)
        self.buttons.rejected.connect(self.reject)
        self._on_text("")

    def _on_show(self, shown: bool) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _show_place(self) -> None:
        self._place.setVisible(bool(self._place.text()) and not self.session_only.isChecked())

    def _on_text(self, text: str) -> None:
        self.save.setEnabled(bool(trimmed_key(text)))

    def _on_save(self) -> None:
        key = trimmed_key(self.field.text())
        if not key:
            return
        self.field.clear()
        self._waiting_for_save = True
        self._start_waiting(self.tr("Putting the key away…"))
        self.key_entered.emit(key, not self.session_only.isChecked())

    def _on_forget(self) -> None:
        self._start_waiting(self.tr("Forgetting the key…"))
        self.forget_requested.emit()

    def _on_unlock(self) -> None:
        self._start_waiting(self.tr("Waiting for the password store…"))
        self.unlock_requested.emit()

    def _start_waiting(self, words: str) -> None:
        more = self.tr("It may ask for its own password in another window.")
        self._wait_words.setText(f"{words} {more}")
        self._wait_words.show()
        self._wait.show()
        for widget in (self.save, self.forget, self.unlock):
            widget.setEnabled(False)

    def _stop_waiting(self) -> None:
        self._waiting_for_save = False
        self._wait_words.hide()
        self._wait.hide()
        self.unlock.setEnabled(True)
        self._on_text(self.field.text())
