"""The gallery as one part of the window: filter bar, checklist, grid. Emits wishes, knows no worker."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facegen_gui.domain.job import PictureKey
from facegen_gui.domain.preferences import Grouping, SortOrder
from facegen_gui.models.gallery_model import GalleryModel
from facegen_gui.models.job_store import JobStore
from facegen_gui.models.tallies import Tallies
from facegen_gui.models.tiles import Arrangement, Tile, TileFilter
from facegen_gui.services.thumbnails import Thumbnails
from facegen_gui.widgets import wording
from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.dialogs.questions import ask_line
from facegen_gui.widgets.gallery.arithmetic.selection_keeper import runs_of
from facegen_gui.widgets.gallery.bar.checklist_bar import ChecklistBar
from facegen_gui.widgets.gallery.bar.filter_bar import FilterBar
from facegen_gui.widgets.gallery.empty_state import Emptiness
from facegen_gui.widgets.gallery.grid_host import GridHost
from facegen_gui.widgets.gallery.grid_view import GridView
from facegen_gui.widgets.gallery.group_headers import GroupTitle
from facegen_gui.widgets.gallery.jump import Jump

# So that a window that is made narrow takes the room from the left column, too, not from the pictures alone.
LEAST_WIDTH = 330


class GalleryPanel(QWidget):
    save_requested = Signal(object)  # list[PictureKey]
    open_requested = Signal(object)  # PictureKey
    menu_requested = Signal(QPoint)  # global
    selection_changed = Signal()
    shown_changed = Signal()  # other tiles are shown, or more, or fewer
    remove_requested = Signal(object)  # list[str] job IDs
    ask_again_requested = Signal(object)  # list[str]
    dismiss_requested = Signal(object)  # list[str]
    batch_renamed = Signal(int, str)
    paste_requested = Signal()
    fetch_requested = Signal()  # of what was pasted
    arrangement_changed = Signal(object)  # Arrangement, as it was asked for
    edge_changed = Signal(int)

    def __init__(
        self,
        model: GalleryModel,
        tallies: Tallies,
        store: JobStore,
        thumbnails: Thumbnails,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setMinimumWidth(LEAST_WIDTH)
        self._model = model
        self._tallies = tallies
        self._store = store
        self._pasted = 0
        # In the order in which they stand below each other, which is how Tab goes through them.
        self.filters = FilterBar(tallies, icons, self)
        self.checklist = ChecklistBar(store, tallies, self)
        self.view = GridView(model, store, thumbnails, icons, self)
        self._host = GridHost(self.view, icons, self._group_title, self)
        self._jump = Jump(self.view, model, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self.checklist)
        column.addWidget(self._host, 1)
        # Selecting and inserting come in many steps; what follows from them is done once.
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(0)
        self._telling.timeout.connect(self.selection_changed)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(0)
        self._counting.timeout.connect(self._on_shown_changed)
        self._connect_grid()
        self._connect_wishes()
        self._on_shown_changed()

    # What is chosen

    def selected_tiles(self) -> list[Tile]:
        runs = sorted(runs_of(self.view.selectionModel().selection()), key=lambda run: run.start)
        return [tile for run in runs for tile in self._model.tiles(run.start, run.stop)]

    def selected_pictures(self) -> list[PictureKey]:
        """The selected pictures that are on disk, in the order shown."""
        return [tile.key for tile in self.selected_tiles() if tile.is_kept]

    def selected_jobs(self) -> list[str]:
        return list(dict.fromkeys(tile.job.id for tile in self.selected_tiles()))

    @property
    def shown_count(self) -> int:
        """How many pictures `shown_pictures` has, without making that list."""
        return self._model.picture_count

    def shown_pictures(self) -> list[PictureKey]:
        """All pictures on disk that filter and search show, in the order shown."""
        return self._model.picture_keys()

    def select_all(self) -> None:
        """All that is shown."""
        self.view.selectAll()

    def show_jobs(self, job_ids: Sequence[str]) -> None:
        """Selects the tiles of these jobs and scrolls to them; shows all tiles if the filter hides them."""
        self._jump.to(job_ids)

    def show_picture(self, key: PictureKey) -> None:
        """Makes this tile the current one; where it is not shown, its job's.

        It becomes the only selected one, unless it is one of those that are selected.
        """
        row = self._model.row_of(key)
        if row < 0:
            self.show_jobs([key.job_id])
            return
        self.view.make_current(row)

    def show_pasted(self, ids: int) -> None:
        """So many IDs wait in the box, which is told while there is nothing else to see."""
        if ids != self._pasted:
            self._pasted = ids
            self._counting.start()

    # How it is shown

    def arrange(self, sort: SortOrder, grouping: Grouping) -> None:
        shown = self._model.arrangement
        self._arrange(Arrangement(shown.filter, shown.terms, sort, grouping))

    def show_only(self, tile_filter: TileFilter) -> None:
        shown = self._model.arrangement
        self._arrange(Arrangement(tile_filter, shown.terms, shown.sort, shown.grouping))

    def show_all(self) -> None:
        shown = self._model.arrangement
        self._arrange(Arrangement(sort=shown.sort, grouping=shown.grouping))

    def set_edge(self, edge: int) -> None:
        self.view.set_edge(edge)

    def zoom(self, steps: int) -> None:
        """Larger or smaller tiles; 0 for the usual size."""
        self.view.zoom(steps)

    def set_discreet(self, discreet: bool) -> None:
        self.view.set_discreet(discreet)

    def focus_search(self) -> None:
        self.filters.search.setFocus()
        self.filters.search.selectAll()

    def _arrange(self, arrangement: Arrangement) -> None:
        self._model.arrange(arrangement)
        self.filters.show_arrangement(arrangement)
        self.arrangement_changed.emit(arrangement)
        self._counting.start()

    def _on_show_all(self) -> None:
        # What was pressed for it goes away.
        self.view.setFocus()
        self.show_all()

    def _search(self, text: str) -> None:
        self._model.search(text)
        self._counting.start()

    def _on_shown_changed(self) -> None:
        self._host.empty.show_reason(self._emptiness(), self._pasted)
        self._host.headers.place()
        self.shown_changed.emit()

    def _emptiness(self) -> Emptiness | None:
        if self._model.rowCount() or not self._model.is_settled:
            return None
        if not self._store.is_loaded and not len(self._store):
            return Emptiness.loading
        if len(self._store):
            is_starred_wanted = self._model.arrangement.filter is TileFilter.starred
            if is_starred_wanted and not self._tallies.count(TileFilter.starred):
                return Emptiness.nothing_starred
            return Emptiness.nothing_found
        return Emptiness.only_pasted if self._pasted else Emptiness.no_jobs

    # Groups

    def _group_title(self, group: int) -> GroupTitle:
        job = self._model.tile(self._model.group_rows(group).start).job
        now = datetime.now(UTC)
        if self._model.shown_arrangement.grouping is Grouping.job:
            return GroupTitle(wording.joined(job.label, job.id), wording.state_text(job, now))
        batch = self._store.batch(job.batch)
        title = self.tr("Pasted earlier") if batch is None else wording.batch_title(batch, now)
        state = self._tallies.checklist(job.batch)
        note = wording.checklist_sentence(state.delivered, state.coming, state.missing, state.dismissed)
        return GroupTitle(title, note, can_rename=batch is not None)

    def _select_group(self, group: int) -> None:
        self.view.select_rows([self._model.group_rows(group)])
        self.view.setFocus()

    def _save_group(self, group: int) -> None:
        rows = self._model.group_rows(group)
        tiles = self._model.tiles(rows.start, rows.stop)
        self.save_requested.emit([tile.key for tile in tiles if tile.is_kept])

    def _remove_group(self, group: int) -> None:
        rows = self._model.group_rows(group)
        tiles = self._model.tiles(rows.start, rows.stop)
        self.remove_requested.emit(list(dict.fromkeys(tile.job.id for tile in tiles)))

    def _rename_group(self, group: int) -> None:
        batch_id = self._model.tile(self._model.group_rows(group).start).job.batch
        batch = self._store.batch(batch_id)
        ask_line(
            self,
            self.tr("Name of this batch"),
            self.tr("Name:"),
            "" if batch is None else batch.name,
            lambda name: self.batch_renamed.emit(batch_id, name.strip()),
        )

    # Connections

    def _connect_grid(self) -> None:
        view, model = self.view, self._model
        view.selectionModel().selectionChanged.connect(self._telling.start)
        view.menu_requested.connect(self.menu_requested)
        view.open_requested.connect(self.open_requested)
        view.preview_requested.connect(self.open_requested)
        view.edge_changed.connect(self.filters.show_edge)
        view.edge_changed.connect(self.edge_changed)
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            signal.connect(self._counting.start)
        self._store.loaded.connect(self._counting.start)
        self._store.jobs_removed.connect(self._counting.start)
        self._store.batches_changed.connect(self._counting.start)
        self._tallies.changed.connect(self._counting.start)
        model.modelReset.connect(self._telling.start)

    def _connect_wishes(self) -> None:
        filters, host, checklist = self.filters, self._host, self.checklist
        filters.filter_changed.connect(self.show_only)
        filters.search_changed.connect(self._search)
        filters.sort_changed.connect(lambda sort: self.arrange(sort, self._model.arrangement.grouping))
        filters.grouping_changed.connect(lambda groups: self.arrange(self._model.arrangement.sort, groups))
        filters.edge_changed.connect(self.view.set_edge)
        filters.leave_requested.connect(self.view.setFocus)
        host.tile.save_requested.connect(lambda key: self.save_requested.emit([key]))
        host.headers.select_clicked.connect(self._select_group)
        host.headers.save_clicked.connect(self._save_group)
        host.headers.remove_clicked.connect(self._remove_group)
        host.headers.rename_clicked.connect(self._rename_group)
        host.empty.paste_requested.connect(self.paste_requested)
        host.empty.fetch_requested.connect(self.fetch_requested)
        host.empty.show_all_requested.connect(self._on_show_all)
        checklist.show_requested.connect(self.show_jobs)
        checklist.ask_again_requested.connect(self.ask_again_requested)
        checklist.dismiss_requested.connect(self.dismiss_requested)
