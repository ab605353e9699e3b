"""The plain keys of the keep, maybe, no pass, the same wherever a picture is shown large."""

from PySide6.QtCore import Qt

from facegen_gui.domain.job import Choice

CHOICE_KEYS: dict[int, Choice] = {
    Qt.Key.Key_1: Choice.keep,
    Qt.Key.Key_2: Choice.maybe,
    Qt.Key.Key_3: Choice.no,
    Qt.Key.Key_4: Choice.none,
}
