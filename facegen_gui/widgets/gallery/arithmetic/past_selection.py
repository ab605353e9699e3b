"""Remembers the last selection of several tiles that was given up, so that a stray click loses nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from facegen_gui.models.ordered_model import OrderedModel
from facegen_gui.models.tiles import Tile
from facegen_gui.widgets.gallery.arithmetic.selection_keeper import runs_of

Flag = QItemSelectionModel.SelectionFlag


class PastSelection:
    def __init__(self, model: OrderedModel) -> None:
        self._model = model
        self._tiles: list[Sequence[Tile]] = []

    @property
    def tiles(self) -> list[Sequence[Tile]]:
        """As runs of rows that were one below the other; some may be gone by now."""
        return self._tiles

    def note(self, now: QItemSelection, selected: QItemSelection, deselected: QItemSelection) -> None:
        """A person changed the selection to what it is now."""
        if deselected.isEmpty():
            return
        before = QItemSelection(now)
        before.merge(selected, Flag.Deselect)
        before.merge(deselected, Flag.Select)
        runs = runs_of(before)
        if sum(map(len, runs)) > 1:
            self._tiles = [self._model.tiles(run.start, run.stop) for run in runs]
