"""Finds a tile by the first characters of its ID or label, typed one after the other."""

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QGuiApplication

from facegen_gui.models.ordered_model import OrderedModel


class TypeAhead:
    def __init__(self, model: OrderedModel) -> None:
        self._model = model
        self._typed = ""
        self._since = QElapsedTimer()

    @property
    def is_going_on(self) -> bool:
        """Whether a space would belong to what is being typed."""
        pause = QGuiApplication.styleHints().keyboardInputInterval() * 2
        return bool(self._typed) and self._since.isValid() and self._since.elapsed() < pause

    def find(self, text: str, current: int) -> int:
        """The next row that begins with what was typed up to now, -1 for none."""
        going_on = self.is_going_on
        self._typed = (self._typed if going_on else "") + text.casefold()
        self._since.start()
        # While the same word grows, the tile it stands on may still be the one.
        start = max(0, current if going_on else current + 1)
        tiles = self._model.tiles(0, self._model.rowCount())
        for rows in (range(start, len(tiles)), range(min(start, len(tiles)))):
            for row in rows:
                job = tiles[row].job
                if job.id.startswith(self._typed) or job.label.casefold().startswith(self._typed):
                    return row
        return -1
