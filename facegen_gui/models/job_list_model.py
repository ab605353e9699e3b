"""A row per job, newest paste first or in any other order. The words are passed in."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from facegen_gui.domain.failures import Pause
from facegen_gui.domain.job import Job
from facegen_gui.models.job_store import JobStore
from facegen_gui.models.ordered_model import OrderedModel
from facegen_gui.models.ordered_rows import Entry
from facegen_gui.models.tiles import Arrangement, Tile, sort_key


class JobListModel(OrderedModel):
    """`say` gives a job's spoken sentence; a row's tile is the job without a picture."""

    pause_changed = Signal()

    def __init__(self, store: JobStore, *, say: Callable[[Job], str], parent: QObject | None = None) -> None:
        self._say = say
        super().__init__(store, parent)
        store.pause_changed.connect(lambda _: self.pause_changed.emit())

    @property
    def pause(self) -> Pause | None:
        """Why nothing is asked at present."""
        return self._store.pause

    def entries_of(self, job: Job, arrangement: Arrangement) -> list[Entry]:
        return [(sort_key(job, 0, arrangement), Tile(job))]

    def text(self, tile: Tile, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tile.job.label or tile.job.id
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._say(tile.job)
        return None
