"""Keeps selection, current tile and scroll position while rows move or the whole order is replaced."""

from collections.abc import Generator, Sequence
from itertools import chain

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject

from facegen_gui.domain.job import PictureKey
from facegen_gui.models.ordered_model import OrderedModel
from facegen_gui.models.slices import BUCKET, Slices, sort_in_steps
from facegen_gui.models.tiles import Tile

# Larger selections are found again in slices.
AT_ONCE = 1000


def runs_of(selection: QItemSelection) -> list[range]:
    """The selected rows as runs."""
    parts = (selection.at(place) for place in range(selection.count()))
    return [range(part.top(), part.bottom() + 1) for part in parts]


class SelectionKeeper(QObject):
    def __init__(self, model: OrderedModel, selection: QItemSelectionModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._selection = selection
        self._current: PictureKey | None = None
        self._selected: list[Sequence[Tile]] = []
        self._moving: list[PictureKey] = []
        self._is_selecting = False
        self._slices = Slices(self)
        # While slices still look for a selection, another reset must not forget what they look for.
        self._sought: list[Sequence[Tile]] | None = None
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        # Connected later than the selection model itself, which forgets everything at a reset.
        model.modelReset.connect(self._on_reset)
        model.about_to_move.connect(self._on_about_to_move)
        model.moved.connect(self._on_moved)

    @property
    def is_restoring(self) -> bool:
        """Whether the change of selection that is being told is only a return to what it was."""
        return self._is_selecting

    def forget(self) -> None:
        """A person selected something else meanwhile."""
        self._sought = None

    def select(self, tiles: list[Sequence[Tile]]) -> None:
        """Selects these as well, wherever they are now; many of them in slices."""
        if sum(map(len, tiles)) <= AT_ONCE:
            self._sought = None
            self._select(_runs([self._model.row_of(tile.key) for tile in chain.from_iterable(tiles)]))
            return
        self._sought = tiles
        self._slices.start(self._find(tiles), self._on_found)

    def _on_about_to_reset(self) -> None:
        current = self._selection.currentIndex()
        self._current = self._model.tile(current.row()).key if current.isValid() else None
        self._selected = self._sought or [
            self._model.tiles(part.start, part.stop) for part in runs_of(self._selection.selection())
        ]

    def _on_reset(self) -> None:
        if self._current is not None:
            self._make_current(self._current)
        tiles, self._selected = self._selected, []
        self.select(tiles)

    def _find(self, tiles: list[Sequence[Tile]]) -> Generator[None, None, list[range]]:
        rows: list[int] = []
        for part in tiles:
            for start in range(0, len(part), BUCKET):
                rows += [self._model.row_of(tile.key) for tile in part[start : start + BUCKET]]
                yield
        rows = yield from sort_in_steps(rows)
        runs: list[range] = []
        for start in range(0, len(rows), BUCKET):
            runs += _runs(rows[start : start + BUCKET])
            yield
        return runs

    def _on_found(self, runs: list[range]) -> None:
        if self._sought is not None:
            self._sought = None
            self._select(runs)

    def _select(self, runs: list[range]) -> None:
        selection = QItemSelection()
        for run in runs:
            selection.select(self._model.index(run.start), self._model.index(run.stop - 1))
        if not selection.isEmpty():
            self._is_selecting = True
            self._selection.select(selection, QItemSelectionModel.SelectionFlag.Select)
            self._is_selecting = False

    def _on_about_to_move(self, keys: list[PictureKey]) -> None:
        current = self._selection.currentIndex()
        self._current = self._model.tile(current.row()).key if current.isValid() else None
        if self._current not in keys:
            self._current = None
        self._moving = [
            key for key in keys if self._selection.isSelected(self._model.index(self._model.row_of(key)))
        ]

    def _on_moved(self, _: list[PictureKey]) -> None:
        self._select(_runs([self._model.row_of(key) for key in self._moving]))
        if self._current is not None:
            self._make_current(self._current)

    def _make_current(self, key: PictureKey) -> None:
        row = self._model.row_of(key)
        if row >= 0:
            self._is_selecting = True
            self._selection.setCurrentIndex(
                self._model.index(row), QItemSelectionModel.SelectionFlag.NoUpdate
            )
            self._is_selecting = False


def _runs(rows: list[int]) -> list[range]:
    """Rows as runs; -1, for what is not shown, is left out."""
    runs: list[range] = []
    for row in sorted(rows):
        if runs and runs[-1].stop == row:
            runs[-1] = range(runs[-1].start, row + 1)
        elif row >= 0:
            runs.append(range(row, row + 1))
    return runs
