"""The check-up as people and IT read it: the steps as they come in, a fix for the red one, a note for IT."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from facegen_gui.services.check_steps import CheckKind, CheckOutcome, CheckStep
from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.dialogs.check_up_words import note_for_it, step_name, step_sentence
from facegen_gui.widgets.dialogs.parts import Dialog, wrapped

_MARKS = {
    CheckOutcome.ok: ("done", QColor("#2e9e5b")),
    CheckOutcome.failed: ("failed", QColor("#d14a3a")),
    CheckOutcome.skipped: ("next", QColor("#8a8f98")),
    CheckOutcome.unknown: ("maybe", QColor("#d38a15")),
}


class CheckUpDialog(Dialog):
    """Asks for a walk by `started`; `show_step` and `end` are what answers it."""

    started = Signal()

    def __init__(self, server: str, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._server = server
        self._icons = icons
        self._steps: list[CheckStep] = []
        self._marks: dict[CheckKind, QLabel] = {}
        self._words: dict[CheckKind, QLabel] = {}
        self.setWindowTitle(self.tr("Check-up"))
        self._lead = wrapped(
            self.tr("Looks, one after the other, at everything a picture needs to arrive."), self
        )
        self._grid = QGridLayout()
        self._grid.setColumnStretch(2, 1)
        for row, kind in enumerate(CheckKind):
            self._add_row(row, kind)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, len(CheckKind))
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the check-up"))
        self.note = QPlainTextEdit(self)
        self.note.setReadOnly(True)
        self.note.setTabChangesFocus(True)
        self.note.setAccessibleName(self.tr("Note for IT"))
        self.note.setMinimumHeight(self.fontMetrics().lineSpacing() * 9)
        self._note_title = QLabel(self.tr("Note for IT:"), self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.again = QPushButton(icons("refresh"), self.tr("Check again"), self)
        self.copy = QPushButton(icons("copy"), self.tr("Copy note"), self)
        for button in (self.again, self.copy):
            self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self.again.clicked.connect(self.start)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.note.toPlainText()))
        self.buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(self._lead)
        rows.addLayout(self._grid)
        rows.addWidget(self.progress)
        rows.addWidget(self._note_title)
        rows.addWidget(self.note, 1)
        rows.addWidget(self.buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 84)
        self._clear()

    def start(self) -> None:
        """Forgets an earlier walk and asks for a new one."""
        self._clear()
        self.started.emit()

    def show_step(self, step: CheckStep) -> None:
        self._steps.append(step)
        self._mark(step.kind, *_MARKS[step.outcome])
        words = self._words[step.kind]
        words.setText(step_sentence(step))
        words.setAccessibleName(f"{step_name(step.kind)}: {words.text()}")
        self.progress.setValue(len(self._steps))

    def end(self) -> None:
        """No more steps will come."""
        self.progress.hide()
        self.again.setEnabled(True)
        self.note.setPlainText(note_for_it(self._server, self._steps))
        for widget in (self._note_title, self.note, self.copy):
            widget.show()

    def _add_row(self, row: int, kind: CheckKind) -> None:
        mark = QLabel(self)
        name = QLabel(step_name(kind), self)
        font = name.font()
        font.setBold(True)
        name.setFont(font)
        words = wrapped("", self)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(mark, row, 0, top)
        self._grid.addWidget(name, row, 1, top)
        self._grid.addWidget(words, row, 2, top)
        self._marks[kind], self._words[kind] = mark, words

    def _clear(self) -> None:
        self._steps = []
        for kind in CheckKind:
            self._mark(kind, "waiting", QColor("#8a8f98"))
            self._words[kind].setText("")
        self.progress.setValue(0)
        self.progress.show()
        self.again.setEnabled(False)
        for widget in (self._note_title, self.note, self.copy):
            widget.hide()

    def _mark(self, kind: CheckKind, icon: str, colour: QColor) -> None:
        side = round(self.fontMetrics().height() * 1.2)
        self._marks[kind].setPixmap(self._icons.pixmap(icon, side, self.devicePixelRatioF(), colour))
