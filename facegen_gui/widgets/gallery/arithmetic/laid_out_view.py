"""A list view whose layout is computed, never walked: QListView lays every row out again for each new one.

It stays a QListView, which gives it the role of a list with list items for assistive technology. Every
virtual function of QListView that would look at its own layout is answered here from `GridLayout`.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimerEvent,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from facegen_gui.domain.preferences import Grouping
from facegen_gui.models.ordered_model import Index, OrderedModel
from facegen_gui.widgets.gallery.arithmetic.grid_layout import GridLayout, GridMetrics
from facegen_gui.widgets.gallery.arithmetic.rubber_band import RubberBand
from facegen_gui.widgets.gallery.arithmetic.selection_keeper import SelectionKeeper
from facegen_gui.widgets.gallery.arithmetic.view_anchor import ViewAnchor

Hint = QAbstractItemView.ScrollHint


class LaidOutView(QListView):
    scrolled = Signal()  # what is visible, or where it is, has changed

    def __init__(self, model: OrderedModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles = model
        self._metrics = GridMetrics(0, 40)
        self._laid_out: GridLayout | None = None
        self._anchor = ViewAnchor()
        self._band = RubberBand()
        self._keeper: SelectionKeeper | None = None
        self._rows_change = False
        self._pressed_at = 0  # how far down the view was at the last press of the pointer
        self._is_belated = False
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # Connected before Qt's own receivers, which react to the same signals by asking for rectangles.
        model.rowsAboutToBeRemoved.connect(self._on_rows_about_to_change)
        model.rowsAboutToBeInserted.connect(self._on_rows_about_to_change)
        model.rowsRemoved.connect(self._on_rows_removed)
        model.rowsInserted.connect(self._on_rows_inserted)
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        self.setModel(model)
        self._keeper = SelectionKeeper(model, self.selectionModel(), self)
        self.verticalScrollBar().valueChanged.connect(self.scrolled)

    # Layout

    @property
    def tiles(self) -> OrderedModel:
        return self._tiles

    @property
    def laid_out(self) -> GridLayout:
        """The layout of what the model holds now."""
        if self._laid_out is None:
            if self._tiles.shown_arrangement.grouping is Grouping.none:
                metrics = replace(self._metrics, header_height=0)
                self._laid_out = GridLayout(metrics, self.viewport().width(), [self._tiles.rowCount()])
            else:
                # A copy: the layout is needed as it was until the next one is made.
                counts, starts = list(self._tiles.group_counts()), self._tiles.group_starts()
                self._laid_out = GridLayout(self._metrics, self.viewport().width(), counts, starts)
            self._set_scroll_range()
        return self._laid_out

    @property
    def is_restoring(self) -> bool:
        """Whether the selection changes only because rows moved."""
        return self._keeper is not None and self._keeper.is_restoring

    def set_metrics(self, metrics: GridMetrics) -> None:
        """Sizes of tiles and, where tiles are grouped, of headers."""
        self._lay_out_again()
        self._metrics = metrics
        _ = self.laid_out
        self.viewport().update()
        self.scrolled.emit()

    def visible_rows(self) -> range:
        top = self.verticalOffset()
        return self.laid_out.rows_between(top, top + self.viewport().height())

    def group_rect(self, group: int) -> QRect:
        """Where the group's header stands, in the viewport."""
        top = self.laid_out.group_top(group) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self.laid_out.metrics.header_height)

    def _lay_out_again(self) -> None:
        if self._laid_out is not None:
            self._anchor.hold(self._laid_out, self.verticalOffset())
            self._laid_out = None
        self.scheduleDelayedItemsLayout()

    def _set_scroll_range(self) -> None:
        layout = self._laid_out
        if layout is None:
            return
        bar = self.verticalScrollBar()
        top = self._anchor.release(layout, bar.value())
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(max(20, layout.metrics.tile_height // 3))
        bar.setRange(0, max(0, layout.height - self.viewport().height()))
        bar.setValue(top)

    def doItemsLayout(self) -> None:
        _ = self.laid_out
        QAbstractItemView.doItemsLayout(self)
        self.scrolled.emit()

    def updateGeometries(self) -> None:
        self._set_scroll_range()
        QAbstractItemView.updateGeometries(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out_again()
        _ = self.laid_out
        QAbstractItemView.resizeEvent(self, event)
        self.scrolled.emit()

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._band.scroll(dy)
        if self._band.is_shown:
            self.viewport().update()
        else:
            self.viewport().scroll(dx, dy)

    def row_rect(self, row: int) -> QRect:
        """Where the tile is in the viewport; outside of it for what is scrolled away."""
        x, y, width, height = self.laid_out.rect(row)
        if self.isRightToLeft():
            x = self.viewport().width() - x - width
        return QRect(x, y - self.verticalOffset(), width, height)

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid() or index.row() >= self.laid_out.count:
            return QRect()
        return self.row_rect(index.row())

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self.row_at(point)
        return self._tiles.index(row) if row >= 0 else QModelIndex()

    def row_at(self, point: QPoint) -> int:
        x = self.viewport().width() - 1 - point.x() if self.isRightToLeft() else point.x()
        row = self.laid_out.row_at(x, point.y() + self.verticalOffset())
        return row if row < self._tiles.rowCount() else -1

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        # When rows leave or move, the current index goes with them: not a wish to look somewhere else.
        if (
            self._rows_change
            or self.is_restoring
            or not index.isValid()
            or index.row() >= self.laid_out.count
        ):
            return
        if self._is_belated and self.verticalOffset() != self._pressed_at:
            return
        rect, height = self.row_rect(index.row()), self.viewport().height()
        rect.setTop(rect.top() - self.laid_out.header_above(index.row()))
        margin = self.laid_out.metrics.margin
        bar = self.verticalScrollBar()
        if hint == Hint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - height // 2)
        elif hint == Hint.PositionAtTop or (hint == Hint.EnsureVisible and rect.top() < margin):
            bar.setValue(bar.value() + rect.top() - margin)
        elif hint == Hint.PositionAtBottom or rect.bottom() > height - margin:
            bar.setValue(bar.value() + min(rect.top(), rect.bottom() - height + margin))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = self.verticalOffset()
        super().mousePressEvent(event)

    def timerEvent(self, event: QTimerEvent) -> None:
        # Half a second after a click Qt brings all of the tile into view, also when a person has looked on.
        self._is_belated = True
        super().timerEvent(event)
        self._is_belated = False

    # Rows come and go

    def _on_rows_about_to_change(self) -> None:
        # Qt tells of a selection that changed, although it only moves along with its rows.
        self._rows_change = True

    def _on_rows_removed(self, _: QModelIndex, first: int, last: int) -> None:
        self._rows_change = False
        self._lay_out_again()
        self._anchor.removed(first, last - first + 1)

    def _on_rows_inserted(self, _: QModelIndex, first: int, last: int) -> None:
        self._rows_change = False
        self._lay_out_again()
        self._anchor.inserted(first, last - first + 1)

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        QAbstractItemView.rowsInserted(self, parent, start, end)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        # Qt repaints everything for several changed rows, even when none of them is visible.
        visible = self.visible_rows()
        if first.row() < visible.stop and last.row() >= visible.start:
            QAbstractItemView.dataChanged(self, first, last, list(roles))

    def _on_about_to_reset(self) -> None:
        if self._laid_out is not None:
            self._anchor.hold(self._laid_out, self.verticalOffset())
            self._anchor.remember(self._tiles)

    def reset(self) -> None:
        super().reset()
        self._laid_out = None
        if self._keeper is not None:  # not while the model is being set
            self._anchor.find(self._tiles)
        self.scheduleDelayedItemsLayout()
