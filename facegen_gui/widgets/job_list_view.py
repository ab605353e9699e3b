"""The list `Jobs`: a row per job, the same at 100,000; selecting shows the jobs' tiles."""

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from facegen_gui.models.job_list_model import JobListModel
from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.gallery.arithmetic.arithmetic_view import ArithmeticView
from facegen_gui.widgets.gallery.arithmetic.grid_layout import GridMetrics
from facegen_gui.widgets.gallery.arithmetic.type_ahead import TypeAhead
from facegen_gui.widgets.job_row_delegate import JobRowDelegate

# Rows tell how long ago something was asked.
REFRESH = 1000  # milliseconds


class JobListView(ArithmeticView):
    jobs_selected = Signal(object)  # list[str] job IDs, as a person selects them
    selection_changed = Signal()
    menu_requested = Signal(QPoint)  # global

    def __init__(self, model: JobListModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._rows = JobRowDelegate(icons, lambda: model.pause, self)
        self._type_ahead = TypeAhead(model)
        self._hovered = -1
        self.setItemDelegate(self._rows)
        self.setAccessibleName(self.tr("Jobs"))
        self.setFrameShape(self.Shape.NoFrame)
        self.setMouseTracking(True)
        self._clock = QTimer(self)
        self._clock.setInterval(REFRESH)
        self._clock.timeout.connect(self._on_clock)
        self._is_showing = False
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(0)
        self._telling.timeout.connect(self._tell_selected)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        model.pause_changed.connect(self.viewport().update)
        self._adapt()

    def selected_jobs(self) -> list[str]:
        return [self._tiles.tile(row).job.id for row in self.selected_rows()]

    def show_jobs(self, job_ids: list[str]) -> None:
        """Selects these rows only and scrolls to the first, without telling it as a wish."""
        rows = sorted(row for job_id in job_ids for row in self._tiles.rows_of_job(job_id))
        self._is_showing = True
        if not rows:
            self.clearSelection()
        elif rows != self.selected_rows():
            first = self._tiles.index(rows[0])
            self.selectionModel().setCurrentIndex(first, self.selectionModel().SelectionFlag.NoUpdate)
            self.select_rows([range(row, row + 1) for row in rows])
            self.scrollTo(first)
        self._is_showing = False

    def hovered_row(self) -> int:
        return self._hovered

    def keyboardSearch(self, text: str) -> None:
        row = self._type_ahead.find(text, self.currentIndex().row())
        if row >= 0:
            self.setCurrentIndex(self._tiles.index(row))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.row_at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._telling.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._telling.start()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        current = self.currentIndex()
        if event.reason() == event.Reason.Keyboard and current.isValid():
            if not self.selectionModel().isSelected(current):
                self.setCurrentIndex(current)
                self._tell_selected()
            self.scrollTo(current)
            self.menu_requested.emit(self.viewport().mapToGlobal(self.visualRect(current).center()))
        else:
            self.menu_requested.emit(event.globalPos())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
        # Comes once while the view is being made, before there is a delegate.
        if event.type() in kinds and isinstance(self.itemDelegate(), JobRowDelegate):
            self._adapt()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def _adapt(self) -> None:
        self._rows.adapt(self)
        self.set_metrics(GridMetrics(0, self._rows.height, spacing=2, margin=6))

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            before, self._hovered = self._hovered, row
            for changed in (before, row):
                if 0 <= changed < self._tiles.rowCount():
                    self.viewport().update(self.row_rect(changed))

    def _on_selection_changed(self) -> None:
        self.selection_changed.emit()
        # Whoever selects, by pointer, keyboard or assistive technology, wants to see the tiles.
        if not (self._is_showing or self.is_restoring or self._rows_change):
            self._telling.start()

    def _tell_selected(self) -> None:
        jobs = self.selected_jobs()
        if jobs:
            self.jobs_selected.emit(jobs)

    def _on_clock(self) -> None:
        for row in self.visible_rows():
            if self._tiles.tile(row).job.is_unfinished:
                self.viewport().update(self.row_rect(row))
