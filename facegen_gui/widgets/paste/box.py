"""The editor that job IDs are pasted or typed into, with what was recognised marked inside the text.

Only what is visible is marked, so that marking takes the same time at any length.
"""

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from facegen_gui.domain.text_files import LARGEST_TEXT
from facegen_gui.widgets.incoming import files_and_text, is_welcome
from facegen_gui.widgets.opening import box_name, box_placeholder
from facegen_gui.widgets.paste.long_lines import broken
from facegen_gui.widgets.paste.marks import Mark, Marks, formats

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PasteBox(QPlainTextEdit):
    """Signals: `fetch_wanted` (Ctrl+Enter), `files_dropped(list[Path])`, `too_much`."""

    fetch_wanted = Signal()
    files_dropped = Signal(list)
    too_much = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = Marks()
        self._formats = formats(self.palette())
        self._marked = (-1, -1)
        self.setAccessibleName(box_name())
        self.setPlaceholderText(box_placeholder())
        # Tab leads on to the buttons; tabs inside the text come by pasting only.
        self.setTabChangesFocus(True)
        self.verticalScrollBar().valueChanged.connect(self._mark_visible)

    def set_marks(self, marks: Marks) -> None:
        self._marks = marks
        self._marked = (-1, -1)
        self._mark_visible()

    def append_text(self, text: str) -> None:
        """Adds `text` below what is there, as one step of undo; `too_much` if that would be too long."""
        if self._letters() + len(text) > LARGEST_TEXT:
            self.too_much.emit()
            return
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        if not cursor.atBlockStart():
            cursor.insertText("\n")
        cursor.insertText(broken(text))
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def put_first(self, text: str) -> None:
        """Adds lines above what is there; each ends with its line break."""
        cursor = QTextCursor(self.document())
        cursor.insertText(broken(text))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return is_welcome(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """A paste or drop into the box itself: goes where the cursor is."""
        files, text = files_and_text(source)
        if files:
            self.files_dropped.emit(files)
        elif self._letters() + len(text) > LARGEST_TEXT:
            self.too_much.emit()
        else:
            self.textCursor().insertText(broken(text))
            self.ensureCursorVisible()

    def event(self, event: QEvent) -> bool:
        # Else an action of the window with the same shortcut would take the keys.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _fetches(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _fetches(event):
            event.accept()
            self.fetch_wanted.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._formats = formats(self.palette())
            self.set_marks(self._marks)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mark_visible()

    def _letters(self) -> int:
        """Without the end of the last line, which Qt counts, too."""
        return self.document().characterCount() - 1

    def _mark_visible(self) -> None:
        first = self.cursorForPosition(QPoint(0, 0)).position()
        corner: QRect = self.viewport().rect()
        last = self.cursorForPosition(corner.bottomRight()).position()
        if (first, last) == self._marked:
            return
        self._marked = (first, last)
        length = self.document().characterCount() - 1
        selections = []
        for start, end, kind in self._marks.between(first, last):
            if end <= length:
                selections.append(self._selection(start, end, kind))
        self.setExtraSelections(selections)

    def _selection(self, start: int, end: int, kind: Mark) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = self._formats[kind]
        return selection


def _fetches(event: QKeyEvent) -> bool:
    control = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ControlModifier
    return control and event.key() in _ENTER
