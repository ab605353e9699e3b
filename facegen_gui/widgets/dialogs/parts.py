"""What the dialogs have in common: room for wrapped text, and a line of a path with its button."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

TITLE_BUTTONS = 170


def title_width(dialog: QWidget) -> int:
    """Room for the whole title of a small dialog, beside the icon and the buttons of its title bar."""
    font = dialog.font()
    font.setBold(True)
    return QFontMetrics(font).horizontalAdvance(dialog.windowTitle()) + TITLE_BUTTONS


class Dialog(QDialog):
    """Never lower than its wrapped texts need at its width, which Qt only sees to when it is first shown."""

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show):
            self._make_room()
        return handled

    def _make_room(self) -> None:
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))


def wrapped(text: str, parent: QWidget) -> QLabel:
    """A paragraph, never read as markup."""
    label = QLabel(text, parent)
    label.setWordWrap(True)
    # In a form, a label would otherwise be no wider than it must.
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
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
