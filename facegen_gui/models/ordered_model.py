"""A list model that follows the job store in a chosen order, and never holds up the window while doing so."""

from collections.abc import Generator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from facegen_gui.domain.job import Job, PictureKey
from facegen_gui.models.job_store import JobStore
from facegen_gui.models.ordered_rows import Difference, Entry, OrderedRows, build_in_steps
from facegen_gui.models.slices import Backlog, Slices, drop_in_steps
from facegen_gui.models.tiles import Arrangement, Tile

# More scattered changes than this at once are cheaper as one new order, made in slices.
SCATTERED = 40

Index = QModelIndex | QPersistentModelIndex


class OrderedModel(QAbstractListModel):
    """Rows of tiles. Subclasses say which entries a job has and what a role shows.

    A change of the arrangement is worked out in slices and swapped in with a model reset; the latest wins.
    """

    TILE_ROLE = Qt.ItemDataRole.UserRole + 1
    KEY_ROLE = Qt.ItemDataRole.UserRole + 2

    about_to_move = Signal(object)  # list[PictureKey] that leave their rows and come back at others
    moved = Signal(object)  # the same list, now at their new rows
    groups_changed = Signal()
    arranged = Signal()  # what was asked of `arrange` is shown now

    def __init__(self, store: JobStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._rows = OrderedRows()
        self._arrangement = Arrangement()
        self._next_arrangement: Arrangement | None = None
        self._dirty: dict[str, None] = {}
        self._slices = Slices(self)
        self._sweeps: list[Slices] = []
        self._backlog = Backlog(self._update, self)
        store.jobs_added.connect(self._on_jobs)
        store.jobs_removed.connect(self._on_jobs)
        store.jobs_changed.connect(self._on_jobs_changed)
        self._backlog.add(store.ids())

    def entries_of(self, job: Job, arrangement: Arrangement) -> list[Entry]:
        """The rows of this job, sorted."""
        raise NotImplementedError

    @property
    def arrangement(self) -> Arrangement:
        """As it was last asked for; `is_settled` tells whether it is shown already."""
        return self._next_arrangement or self._arrangement

    @property
    def shown_arrangement(self) -> Arrangement:
        """The arrangement that the rows have now."""
        return self._arrangement

    @property
    def is_settled(self) -> bool:
        """Whether all that the store told is shown as it was asked for."""
        return not self._slices.is_running and self._backlog.is_empty

    def arrange(self, arrangement: Arrangement) -> None:
        if arrangement != self.arrangement:
            self._next_arrangement = arrangement
            self._rebuild()

    # Reading

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        return 0 if parent.isValid() else len(self._rows.tiles)

    def tile(self, row: int) -> Tile:
        return self._rows.tiles[row]

    def tiles(self, first: int, end: int) -> Sequence[Tile]:
        return self._rows.tiles[first:end]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows.tiles):
            return None
        tile = self._rows.tiles[index.row()]
        if role == self.TILE_ROLE:
            return tile
        if role == self.KEY_ROLE:
            return tile.key
        return self.text(tile, role)

    def text(self, tile: Tile, role: int) -> Any:
        """What the roles that Qt knows show for this tile."""
        raise NotImplementedError

    def row_of(self, key: PictureKey) -> int:
        """The row of this tile, -1 if it is not shown."""
        for sort_key in self._rows.by_job.get(key.job_id, ()):
            row = self._rows.row(sort_key)
            if row >= 0 and self._rows.tiles[row].key == key:
                return row
        return -1

    def rows_of_job(self, job_id: str) -> list[int]:
        return [self._rows.row(key) for key in self._rows.by_job.get(job_id, ())]

    def group_counts(self) -> list[int]:
        return self._rows.group_counts

    def group_starts(self) -> list[int]:
        """First row of each group, and the number of rows; not changed later, but replaced."""
        return self._rows.group_starts

    def group_rows(self, group: int) -> range:
        starts = self._rows.group_starts
        return range(starts[group], starts[group + 1])

    def group_of(self, row: int) -> int:
        return self._rows.group_of(row)

    # Following the store

    def _on_jobs(self, jobs: list[Job]) -> None:
        self._backlog.add([job.id for job in jobs])

    def _on_jobs_changed(self, changes: list[tuple[Job, Job]]) -> None:
        self._backlog.add([new.id for _, new in changes])

    def _entries(self, job_id: str, arrangement: Arrangement) -> list[Entry]:
        job = self._store.job(job_id)
        return [] if job is None else self.entries_of(job, arrangement)

    def _update(self, ids: list[str]) -> None:
        """Brings the rows of these jobs up to date."""
        if self._slices.is_running:
            self._dirty.update(dict.fromkeys(ids))
        difference = self._rows.difference({i: self._entries(i, self._arrangement) for i in ids})
        inserted = self._rows.inserted_runs(difference.inserted)
        if len(difference.removed) + len(inserted) > SCATTERED:
            if not self._slices.is_running:
                self._rebuild()
            return
        self._apply(difference)

    def _apply(self, difference: Difference) -> None:
        for row, tile in difference.replaced:
            self._rows.replace(row, tile)
        for first, count in difference.changed:
            self.dataChanged.emit(self.index(first), self.index(first + count - 1))
        if not difference.removed and not difference.inserted:
            return
        moved = self._moved(difference)
        if moved:
            self.about_to_move.emit(moved)
        for first, count in difference.removed:
            self.beginRemoveRows(QModelIndex(), first, first + count - 1)
            self._rows.remove(first, count)
            self.endRemoveRows()
        for row, entries in self._rows.inserted_runs(difference.inserted):
            self.beginInsertRows(QModelIndex(), row, row + len(entries) - 1)
            self._rows.insert(row, entries)
            self.endInsertRows()
        self._rows.remember(difference.by_job)
        if moved:
            self.moved.emit(moved)
        self.groups_changed.emit()

    def _moved(self, difference: Difference) -> list[PictureKey]:
        if not difference.removed or not difference.inserted:
            return []
        gone = {
            tile.key
            for first, count in difference.removed
            for tile in self._rows.tiles[first : first + count]
        }
        return [tile.key for _, tile in difference.inserted if tile.key in gone]

    # A new order

    def _rebuild(self) -> None:
        arrangement = self.arrangement
        self._dirty.clear()

        def work() -> Generator[None, None, OrderedRows]:
            return (yield from build_in_steps(self._store.ids(), lambda i: self._entries(i, arrangement)))

        def done(rows: OrderedRows) -> None:
            self._swap(rows, arrangement)

        self._slices.start(work(), done)

    def _swap(self, rows: OrderedRows, arrangement: Arrangement) -> None:
        old = self._rows
        self.beginResetModel()
        self._rows = rows
        self._arrangement = arrangement
        self._next_arrangement = None
        self.endResetModel()
        dirty = list(self._dirty)
        self._dirty.clear()
        self._sweep(old)
        if dirty:
            self._backlog.add(dirty)
        self.groups_changed.emit()
        self.arranged.emit()

    def _sweep(self, old: OrderedRows) -> None:
        if len(old) < SCATTERED:
            return
        sweep = Slices(self)
        self._sweeps.append(sweep)

        def done(_: None) -> None:
            self._sweeps.remove(sweep)
            sweep.deleteLater()

        # Not in the frame that shows the new order.
        work = drop_in_steps(old.keys, old.tiles, old.by_job, old.group_keys)
        sweep.start(work, done, at_once=False)
