"""The search field: finds as one types, and is left empty by Escape."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from facegen_gui.widgets.appearance import Icons


class SearchField(QLineEdit):
    searched = Signal(str)  # as a person types or clears it, not as the program does

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_emptying = False
        self.setPlaceholderText(self.tr("Find IDs, labels, states"))
        self.setAccessibleName(self.tr("Find pictures"))
        self.setToolTip(
            self.tr(
                "Finds what has words that begin with yours, in ID, label or state. "
                "“Quotation marks” keep words together; several IDs find all of them."
            )
        )
        self.setClearButtonEnabled(True)
        action = QAction(icons("find"), self.tr("Find"), self)
        self.addAction(action, QLineEdit.ActionPosition.LeadingPosition)
        action.triggered.connect(self.setFocus)
        clear = self.findChild(QAction, "_q_qlineeditclearaction")
        if clear is not None:
            clear.setText(self.tr("Clear"))  # its name for assistive technology; Qt gives it none
        self.textChanged.connect(self._on_changed)

    def empty(self) -> None:
        """Without asking for another search. Qt must hear of it, or its button to clear the field stays."""
        self._is_emptying = True
        self.clear()
        self._is_emptying = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _on_changed(self, text: str) -> None:
        if not self._is_emptying:
            self.searched.emit(text)
