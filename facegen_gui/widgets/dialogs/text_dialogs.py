"""Two dialogs that show a text before it is copied: diagnostics, and what to do after a crash."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.dialogs.parts import Dialog, wrapped


class DiagnosticsDialog(Dialog):
    """Asks for the text by `text_requested`, with or without job IDs; `show_text` brings it."""

    text_requested = Signal(bool)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Copy diagnostics"))
        self._rows = QVBoxLayout(self)
        self.lead = wrapped(
            self.tr(
                "This is what will be copied, so that somebody can help you. Your API key and your pictures "
                "are not in it. Please read it before you send it."
            ),
            self,
        )
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(self.tr("Text to be copied"))
        self.with_ids = QCheckBox(self.tr("Include job IDs"), self)
        self.with_ids.toggled.connect(self.text_requested)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.copy = QPushButton(icons("copy"), self.tr("Copy"), self)
        self.buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        self.buttons.rejected.connect(self.reject)
        for widget in (self.lead, self.text, self.with_ids, self.buttons):
            self._rows.addWidget(widget)
        self.resize(self.fontMetrics().averageCharWidth() * 100, self.fontMetrics().lineSpacing() * 32)

    def start(self) -> None:
        self.text_requested.emit(self.with_ids.isChecked())

    def show_text(self, text: str) -> None:
        self.text.setPlainText(text)


class CrashDialog(DiagnosticsDialog):
    """After a mistake of the program that it survived: say so, offer the same text, go on or quit."""

    quit_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.lead.setText(
            self.tr(
                "The program made a mistake. Your pictures and your list of jobs are safe. You can go on; if "
                "something looks odd, quit and start again: everything will still be there. You would help "
                "by copying the text below and sending it to whoever gave you this program. Your API key and "
                "your pictures are not in it."
            )
        )
        self.quit = QPushButton(icons("quit"), self.tr("Quit"), self)
        self.buttons.addButton(self.quit, QDialogButtonBox.ButtonRole.ActionRole)
        self.quit.clicked.connect(self.quit_requested)
        close = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(self.tr("Go on"))
        close.setDefault(True)
