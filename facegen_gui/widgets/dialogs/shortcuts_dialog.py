"""The list of all keys under F1: the menus' shortcuts, and the keys of the gallery and the viewer."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facegen_gui.widgets.actions import plain
from facegen_gui.widgets.dialogs.parts import Dialog
from facegen_gui.widgets.menus import MenuBar

_USUAL = re.compile(r"(.+\+)?(.|Return|Enter|Del|Esc|F\d|F1[0-2])")


class ShortcutsDialog(Dialog):
    def __init__(self, menus: MenuBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._groups: dict[QTreeWidgetItem, list[QTreeWidgetItem]] = {}
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find a command"))
        self.search.setAccessibleName(self.tr("Find a command"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_search)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.tr("Commands and their keys"))
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.list.setRootIsDecorated(False)
        for menu in menus.menus:
            rows = [(plain(action.text()), _keys(action)) for action in menu.actions() if action.shortcuts()]
            self._add_group(plain(menu.title()), rows)
        self._add_group(self.tr("In the gallery"), self._gallery_rows())
        self._add_group(self.tr("With a picture large"), self._viewer_rows())
        self.list.expandAll()
        self.list.resizeColumnToContents(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        rows_of_all = QVBoxLayout(self)
        for widget in (self.search, self.list, buttons):
            rows_of_all.addWidget(widget)
        self.resize(self.fontMetrics().averageCharWidth() * 80, self.fontMetrics().lineSpacing() * 34)

    def _add_group(self, title: str, rows: list[tuple[str, str]]) -> None:
        if not rows:
            return
        group = QTreeWidgetItem(self.list, [title])
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self._groups[group] = [QTreeWidgetItem(group, list(row)) for row in rows]

    def _gallery_rows(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Go to another picture"), self.tr("Arrow keys, Home, End, Page up, Page down")),
            (self.tr("Go to an ID"), self.tr("Type its first digits")),
            (self.tr("Select several"), self.tr("Shift or Ctrl with arrow keys or clicks")),
            (self.tr("Look at a picture briefly"), self.tr("Space")),
            (self.tr("Show a picture large"), self.tr("Enter")),
            (self.tr("Larger or smaller pictures"), self.tr("Ctrl with the mouse wheel")),
        ]

    def _viewer_rows(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Next or previous picture"), self.tr("Right arrow, left arrow")),
            (self.tr("Keep, maybe, reject"), self.tr("1, 2, 3")),
            (self.tr("Take that back"), self.tr("4")),
            (self.tr("Save"), self.tr("S")),
            (self.tr("Larger, smaller, fit, real size"), self.tr("+, −, 0, *")),
            (self.tr("Move a large picture"), self.tr("Shift with arrow keys")),
            (self.tr("Turn right or left"), self.tr("R, Shift+R")),
            (self.tr("Comparing: one over the other, swap"), self.tr("Space, X")),
            (self.tr("Back to the gallery"), self.tr("Esc")),
        ]

    def _on_search(self, text: str) -> None:
        words = text.casefold().split()
        for group, rows in self._groups.items():
            for row in rows:
                line = f"{row.text(0)} {row.text(1)}".casefold()
                row.setHidden(not all(word in line for word in words))
            group.setHidden(all(row.isHidden() for row in rows))


def _keys(action: QAction) -> str:
    """The first, unless only special keyboards have it ("Undo", "F14")."""
    usual = [key for key in action.shortcuts() if _USUAL.fullmatch(key.toString())]
    return usual[0].toString(QKeySequence.SequenceFormat.NativeText) if usual else ""
