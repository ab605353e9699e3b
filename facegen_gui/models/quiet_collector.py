"""Keeps Python's search for unreachable cycles out of the way of frames.

With 100,000 jobs in memory a full search takes 150 ms or more and would come in the middle of scrolling or
sorting. Young objects are searched as ever; the full search waits until nobody looks at the window.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

AWAY_FOR = 30_000  # milliseconds without the window in front before a full search
NEVER = 1_000_000_000  # searches of the middle generation


class QuietCollector(QObject):
    """One for the program, as the search is the interpreter's: made by whoever composes it."""

    def __init__(self, application: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._usual = gc.get_threshold()
        gc.set_threshold(self._usual[0], self._usual[1], NEVER)
        self._away = QTimer(self)
        self._away.setSingleShot(True)
        self._away.setInterval(AWAY_FOR)
        self._away.timeout.connect(self.search)
        application.applicationStateChanged.connect(self._on_state)

    def search(self) -> None:
        """The full search, at a moment when nobody waits for the window."""
        gc.collect()

    def stop(self) -> None:
        """Leaves the interpreter as it was found."""
        self._away.stop()
        gc.set_threshold(*self._usual)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._away.stop()
        else:
            self._away.start()
