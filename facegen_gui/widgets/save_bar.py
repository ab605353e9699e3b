"""The line below the pictures: where copies go, and the buttons that save them."""

from pathlib import Path

from PySide6.QtCore import QDir, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from facegen_gui.widgets.appearance import Icons


class PathLabel(QLabel):
    """A path that gives up its middle rather than its ends when there is little room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 8), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class SaveBar(QWidget):
    """Shows the folder always, in full in its tool tip and to assistive technology."""

    change_requested = Signal()
    open_requested = Signal()
    save_selected_requested = Signal()
    save_all_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = QLabel(self.tr("Save into:"), self)
        self._path = PathLabel(self)
        self.change = QPushButton(icons("folder"), self.tr("Change…"), self)
        self.change.setAccessibleName(self.tr("Change save folder"))
        self.change.clicked.connect(self.change_requested)
        self.open = QPushButton(icons("folder-open"), self.tr("Open folder"), self)
        self.open.setAccessibleName(self.tr("Open save folder"))
        self.open.clicked.connect(self.open_requested)
        self.auto = QLabel(self.tr("Saved by itself"), self)
        self.auto.hide()
        self.save_selected = QPushButton(icons("save"), "", self)
        self.save_selected.setAccessibleName(self.tr("Save selected"))
        self.save_selected.clicked.connect(self.save_selected_requested)
        self.save_all = QPushButton(icons("save-all"), "", self)
        self.save_all.setAccessibleName(self.tr("Save all"))
        self.save_all.clicked.connect(self.save_all_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._caption)
        row.addWidget(self._path, 1)
        for widget in (self.change, self.open, self.auto):
            row.addWidget(widget)
        row.addSpacing(18)
        row.addWidget(self.save_selected)
        row.addWidget(self.save_all)
        self.set_selected(0)
        self.set_all_shown(0)

    def set_folder(self, folder: Path) -> None:
        shown = QDir.toNativeSeparators(str(folder))
        self._path.setText(shown)
        self._path.setToolTip(shown)
        self._path.setAccessibleName(self.tr("Save folder: {path}").format(path=shown))

    def set_auto_save(self, folder: Path | None) -> None:
        """Tells, where it is on, that everything that arrives is saved without being asked for."""
        self.auto.setVisible(folder is not None)
        if folder is not None:
            words = self.tr("Everything that arrives is saved into {path}")
            self.auto.setToolTip(words.format(path=QDir.toNativeSeparators(str(folder))))

    def set_selected(self, pictures: int) -> None:
        """How many pictures Save selected would save."""
        words = self.tr("Save selected (%n)", None, pictures) if pictures else self.tr("Save selected")
        self.save_selected.setText(words)
        self.save_selected.setEnabled(pictures > 0)

    def set_all_shown(self, pictures: int) -> None:
        """How many pictures Save all would save."""
        self.save_all.setText(self.tr("Save all (%n)", None, pictures) if pictures else self.tr("Save all"))
        self.save_all.setEnabled(pictures > 0)
