"""Goes to the tiles of given jobs, also when a filter hides them."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QObject
from PySide6.QtWidgets import QAbstractItemView

from facegen_gui.models.ordered_model import OrderedModel
from facegen_gui.models.tiles import Arrangement
from facegen_gui.widgets.gallery.arithmetic.arithmetic_view import ArithmeticView


class Jump(QObject):
    def __init__(self, view: ArithmeticView, model: OrderedModel, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._model = model
        self._wanted: tuple[str, ...] = ()
        model.arranged.connect(self._on_arranged)

    def to(self, job_ids: Sequence[str]) -> None:
        shown, asked = self._model.shown_arrangement, self._model.arrangement
        if shown != asked:
            # These rows are gone in a moment, and the jump would be with them.
            self._wanted = tuple(job_ids)
        elif not self._go(job_ids) and not self._is_plain(shown):
            self._wanted = tuple(job_ids)
            self._model.arrange(Arrangement(sort=shown.sort, grouping=shown.grouping))

    def _on_arranged(self) -> None:
        wanted, self._wanted = self._wanted, ()
        if wanted:
            self.to(wanted)

    def _go(self, job_ids: Sequence[str]) -> bool:
        rows = sorted({row for job_id in job_ids for row in self._model.rows_of_job(job_id)})
        if not rows:
            return False
        first = self._model.index(rows[0])
        self._view.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._view.select_rows([range(row, row + 1) for row in rows])
        self._view.scrollTo(first, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    @staticmethod
    def _is_plain(arrangement: Arrangement) -> bool:
        return arrangement == Arrangement(sort=arrangement.sort, grouping=arrangement.grouping)
