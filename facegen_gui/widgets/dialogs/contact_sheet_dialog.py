"""How a contact sheet is to look: how many pictures side by side, on which paper."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from facegen_gui.exports.contact_sheet import PageSize
from facegen_gui.widgets.dialogs.parts import title_width

MOST_COLUMNS = 10
USUAL_COLUMNS = 4


class ContactSheetDialog(QDialog):
    chosen = Signal(int, object)  # columns, PageSize

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Contact sheet"))
        self.setMinimumWidth(title_width(self))
        self.columns = QSpinBox(self)
        self.columns.setRange(1, MOST_COLUMNS)
        self.columns.setValue(USUAL_COLUMNS)
        self.columns.setAccessibleName(self.tr("Pictures side by side"))
        self.paper = QComboBox(self)
        self.paper.addItem(self.tr("A4"), PageSize.a4)
        self.paper.addItem(self.tr("Letter"), PageSize.letter)
        self.paper.setAccessibleName(self.tr("Paper"))
        if QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem:
            self.paper.setCurrentIndex(1)
        form = QFormLayout()
        form.addRow(self.tr("Pictures side by side:"), self.columns)
        form.addRow(self.tr("Paper:"), self.paper)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        buttons.accepted.connect(self._on_ok)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addLayout(form)
        rows.addWidget(buttons)

    def _on_ok(self) -> None:
        self.accept()
        self.chosen.emit(self.columns.value(), self.paper.currentData())
