"""The batch as a checklist: stays until every ID of a batch is delivered or dismissed."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QToolButton, QWidget

from facegen_gui.models.job_store import JobStore
from facegen_gui.models.tallies import Checklist, Tallies
from facegen_gui.widgets import wording

LEAST_LETTERS = 40  # of the sentence in one line


class ChecklistBar(QWidget):
    """Shows the newest batch that lacks something, and offers what can be done about it.

    What is still being made is counted, but it is no lack yet.
    """

    show_requested = Signal(object)  # list[str] job IDs
    ask_again_requested = Signal(object)  # list[str]
    dismiss_requested = Signal(object)  # list[str]

    def __init__(self, store: JobStore, tallies: Tallies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._tallies = tallies
        self._batch = 0
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        show = self._button(self.tr("Show missing"), self.show_requested)
        again = self._button(self.tr("Ask again"), self.ask_again_requested)
        dismiss = self._button(self.tr("Dismiss"), self.dismiss_requested)
        dismiss.setToolTip(self.tr("No longer wait for what is missing"))
        self._buttons = QWidget(self)
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (show, again, dismiss):
            buttons.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 2, 12, 6)
        self._row.setSpacing(8)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignLeading)
        tallies.changed.connect(self.refresh)
        store.batches_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        lacking = self._tallies.incomplete()
        self.setVisible(bool(lacking))
        if not lacking:
            self._batch = 0
            return
        first = lacking[0]
        self._batch = first.batch
        self._text.setText(self._sentence(first, len(lacking) - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Below the words where they would squeeze them into a column.
        room = self.width() - self._buttons.sizeHint().width()
        narrow = room < self.fontMetrics().averageCharWidth() * LEAST_LETTERS
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)

    def _sentence(self, checklist: Checklist, others: int) -> str:
        state = wording.checklist_sentence(
            checklist.delivered, checklist.coming, checklist.missing, checklist.dismissed
        )
        batch = self._store.batch(checklist.batch)
        if batch is not None:
            text = self.tr("%1: %2", "a batch and how complete it is")
            title = wording.batch_title(batch, datetime.now(UTC))
            state = text.replace("%2", state).replace("%1", title)
        more = self.tr("%n more batch(es) with something missing", None, others) if others else ""
        return wording.joined(state, more)

    def _button(self, text: str, signal: SignalInstance) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: signal.emit(self._tallies.missing_jobs(self._batch)))
        return button
