"""The line below the pictures: where copies go, and the buttons that save them."""

from pathlib import Path

from PySide6.QtCore import QDir, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.labels import ElidedLabel


class SaveBar(QWidget):
    """Shows the folder always, in full in its tool tip and to assistive technology."""

    change_requested = Signal()
    open_requested = Signal()
    save_selected_requested = Signal()
    save_all_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = QLabel(self.tr("Save into:"), self)
        self._path = ElidedLabel(Qt.TextElideMode.ElideMiddle, self)
        self.change = QPushButton(icons("folder"), "", self)
        self.change.setToolTip(self.tr("Change save folder"))
        self.change.setAccessibleName(self.tr("Change save folder"))
        self.change.clicked.connect(self.change_requested)
        self.open = QPushButton(icons("folder-open"), "", self)
        self.open.setToolTip(self.tr("Open save folder"))
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
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._caption)
        row.addWidget(self._path, 1)
        for widget in (self.change, self.open, self.auto):
            row.addWidget(widget)
        row.addSpacing(18)
        row.addWidget(self.save_selected)
        row.addWidget(self.save_all)
        self._set_words(True)
        self.set_selected(0)
        self.set_all_shown(0)

    def set_folder(self, folder: Path) -> None:
        shown = QDir.toNativeSeparators(str(folder))
        self._path.set_line(shown)
        self._path.setAccessibleName(self.tr("Save folder: {path}").format(path=shown))

    def set_auto_save(self, folder: Path | None) -> None:
        """Tells, where it is on, that everything that arrives is saved without being asked for."""
        self.auto.setVisible(folder is not None)
        if folder is not None:
            words = self.tr("Everything that arrives is saved into {path}")
            self.auto.setToolTip(words.format(path=QDir.toNativeSeparators(str(folder))))
        self._fit()

    def set_selected(self, pictures: int) -> None:
        """How many pictures Save selected would save."""
        words = self.tr("Save selected (%n)", None, pictures) if pictures else self.tr("Save selected")
        self.save_selected.setText(words)
        self.save_selected.setEnabled(pictures > 0)
        self._fit()

    def set_all_shown(self, pictures: int) -> None:
        """How many pictures Save all would save."""
        self.save_all.setText(self.tr("Save all (%n)", None, pictures) if pictures else self.tr("Save all"))
        self.save_all.setEnabled(pictures > 0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # Where the path would be squeezed out, the two buttons beside it make do with their icons.
        self._set_words(True)
        self._set_words(self.minimumSizeHint().width() <= self.width())
        self._row.activate()  # else the buttons would show one frame of the wrong size

    def _set_words(self, shown: bool) -> None:
        self._caption.setVisible(shown)
        self.change.setText(self.tr("Change…") if shown else "")
        self.open.setText(self.tr("Open folder") if shown else "")
