"""The tile that stays where a person is looking while other tiles come and go above it."""

from facegen_gui.domain.job import PictureKey
from facegen_gui.models.ordered_model import OrderedModel
from facegen_gui.widgets.gallery.arithmetic.grid_layout import GridLayout


class ViewAnchor:
    """At the very top nothing is held: there the newest tiles are wanted to show up."""

    def __init__(self) -> None:
        self._row = -1
        self._offset = 0
        self._key: PictureKey | None = None

    def hold(self, layout: GridLayout, top: int) -> None:
        """Notes the first visible tile, unless one is held already."""
        if self._row >= 0 or top <= 0 or not layout.count:
            return
        rows = layout.rows_between(top, top + layout.height)
        if rows:
            self._row = rows.start
            self._offset = layout.rect(self._row)[1] - top

    def inserted(self, first: int, count: int) -> None:
        if 0 <= first <= self._row:
            self._row += count

    def removed(self, first: int, count: int) -> None:
        if first <= self._row:
            self._row = max(first, self._row - count) if self._row >= 0 else -1

    def remember(self, model: OrderedModel) -> None:
        """Before all rows are replaced: hold the tile by its key."""
        self._key = model.tile(self._row).key if 0 <= self._row < model.rowCount() else None

    def find(self, model: OrderedModel) -> None:
        self._row = -1 if self._key is None else model.row_of(self._key)
        self._key = None

    def release(self, layout: GridLayout, top: int) -> int:
        """Where the view has to be scrolled to, in the new layout."""
        row, self._row = self._row, -1
        if row < 0 or not layout.count:
            return top
        return max(0, layout.rect(min(row, layout.count - 1))[1] - self._offset)
