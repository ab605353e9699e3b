"""Asks, before a save starts, what to do with files whose names are taken."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from facegen_gui.domain.saves import Conflict
from facegen_gui.widgets.dialogs.parts import Dialog, wrapped


class ConflictDialog(Dialog):
    chosen = Signal(object)  # Conflict.free_name or Conflict.skip; closing it saves nothing

    def __init__(self, taken: int, example: str, parent: QWidget | None = None) -> None:
        """`taken` names are there already in the folder; `example` is one of them."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Files of that name are there already"))
        text = self.tr(
            "%n file(s) in the folder already have a name that is to be saved now, for example {example}. "
            "Nothing will be overwritten.",
            None,
            taken,
        )
        self.free_name = QPushButton(self.tr("Save under free names"), self)
        self.free_name.setDefault(True)
        self.skip = QPushButton(self.tr("Leave these out"), self)
        self.free_name.clicked.connect(lambda: self._choose(Conflict.free_name))
        self.skip.clicked.connect(lambda: self._choose(Conflict.skip))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton(self.free_name, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.skip, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(wrapped(text.format(example=example), self))
        rows.addWidget(buttons)

    def _choose(self, conflict: Conflict) -> None:
        self.accept()
        self.chosen.emit(conflict)
