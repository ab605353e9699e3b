"""What the dialogs have in common: wrapped text, headings and a line of a path with its button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget


def wrapped(text: str, parent: QWidget) -> QLabel:
    """A paragraph, never read as markup."""
    label = QLabel(text, parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def quiet(text: str, parent: QWidget) -> QLabel:
    """A paragraph that explains, a little smaller than what it explains."""
    label = wrapped(text, parent)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 0.92)
    label.setFont(font)
    return label


class PathField(QWidget):
    """A path that can be typed or chosen. `name` is for assistive technology."""

    def __init__(self, name: str, *, folder: bool, filters: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._folder, self._filters = name, folder, filters
        self.line = QLineEdit(self)
        self.line.setAccessibleName(name)
        self.choose = QPushButton(self.tr("Choose…"), self)
        self.choose.setAccessibleName(self.tr("Choose: {what}").format(what=name))
        self.choose.clicked.connect(self._on_choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.choose)
        self.setFocusProxy(self.line)

    @property
    def text(self) -> str:
        return self.line.text().strip()

    def set_text(self, text: str) -> None:
        self.line.setText(text)

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self._name, self.text, self._filters)
        mode = QFileDialog.FileMode.Directory if self._folder else QFileDialog.FileMode.ExistingFile
        dialog.setFileMode(mode)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.line.setText)
        dialog.open()
