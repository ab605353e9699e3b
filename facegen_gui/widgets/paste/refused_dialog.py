"""The list of what was not understood, each with its reason, to be read and copied."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facegen_gui.domain.job_ids import RefusalReason, RefusedText
from facegen_gui.widgets.paste.reasons import reason_sentence

SHOWN_LETTERS = 200
MAX_ROWS = 2_000  # more are told as a number; nobody reads them one by one


class RefusedDialog(QDialog):
    """Shows a fixed list; what looks like a key is neither shown nor copied."""

    def __init__(self, refused: Sequence[RefusedText], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Not understood"))
        intro = QLabel(
            self.tr(
                "This was not taken for a job ID. It stays in the box, where you can correct or remove it."
            )
        )
        intro.setWordWrap(True)
        rows = [self._texts(one) for one in refused[:MAX_ROWS]]
        self._list = QTableWidget(len(rows), 2)
        self._list.setAccessibleName(self.tr("Not understood"))
        self._list.setHorizontalHeaderLabels([self.tr("Text"), self.tr("Reason")])
        self._list.verticalHeader().hide()
        self._list.setShowGrid(False)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._list.setTabKeyNavigation(False)
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                self._list.setItem(row, column, QTableWidgetItem(text))
        letter = self.fontMetrics().averageCharWidth()
        self._list.resizeColumnToContents(0)
        self._list.setColumnWidth(0, min(self._list.columnWidth(0), letter * 36))
        self._list.horizontalHeader().setStretchLastSection(True)
        self._list.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        copy = buttons.addButton(self.tr("&Copy list"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._on_copy)
        layout = QVBoxLayout(self)
        layout.addWidget(intro)
        layout.addWidget(self._list)
        if len(refused) > MAX_ROWS:
            layout.addWidget(QLabel(self.tr("and %n more", None, len(refused) - MAX_ROWS)))
        layout.addWidget(buttons)
        self.resize(letter * 96, self.fontMetrics().height() * 20)
        self._list.setFocus()

    def _texts(self, one: RefusedText) -> tuple[str, str]:
        text = " ".join(one.text.split())
        if one.reason is RefusalReason.looks_like_key:
            text = self.tr("(hidden)")
        elif len(text) > SHOWN_LETTERS:
            text = text[:SHOWN_LETTERS] + "…"
        return text, reason_sentence(one.reason)

    def _on_copy(self) -> None:
        """The selected rows, or all if at most one is selected, as two columns of a spreadsheet."""
        selected = sorted({index.row() for index in self._list.selectedIndexes()})
        rows = selected if len(selected) > 1 else range(self._list.rowCount())
        model = self._list.model()
        lines = ("\t".join(str(model.index(row, column).data()) for column in (0, 1)) for row in rows)
        QGuiApplication.clipboard().setText("\n".join(lines))
