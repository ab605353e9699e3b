"""The view on top of its computed layout: selecting, the keyboard, the rubber band, painting."""

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from facegen_gui.models.ordered_model import Index, OrderedModel
from facegen_gui.widgets.gallery.arithmetic.cursor_moves import moved_row
from facegen_gui.widgets.gallery.arithmetic.laid_out_view import LaidOutView
from facegen_gui.widgets.gallery.arithmetic.past_selection import PastSelection
from facegen_gui.widgets.gallery.arithmetic.selection_keeper import runs_of

Flag = QItemSelectionModel.SelectionFlag


class ArithmeticView(LaidOutView):
    """A list for assistive technology; every answer about places comes from `GridLayout`."""

    def __init__(self, model: OrderedModel, parent: QWidget | None = None) -> None:
        self._past: PastSelection | None = None
        super().__init__(model, parent)
        self._past = PastSelection(model)

    # Choosing

    @property
    def can_select_again(self) -> bool:
        return self._past is not None and bool(self._past.tiles)

    def select_again(self) -> None:
        """Selects what was selected before, if that was several; once more, and it is undone."""
        if self._past is not None and self._keeper is not None:
            tiles = self._past.tiles
            self.clearSelection()
            self._keeper.select(tiles)

    def selected_rows(self) -> list[int]:
        return sorted(row for run in runs_of(self.selectionModel().selection()) for row in run)

    def selected_count(self) -> int:
        return sum(map(len, runs_of(self.selectionModel().selection())))

    def select_rows(self, runs: list[range], flags: Flag = Flag.ClearAndSelect) -> None:
        selection = QItemSelection()
        for run in runs:
            selection.select(self._tiles.index(run.start), self._tiles.index(run.stop - 1))
        if self._keeper is not None:
            self._keeper.forget()
        self.selectionModel().select(selection, flags)

    def make_current(self, row: int) -> None:
        """Goes there; the selection stays where this is one of several."""
        index = self._tiles.index(row)
        is_one_of_them = self.selectionModel().isSelected(index)
        self.selectionModel().setCurrentIndex(index, Flag.NoUpdate if is_one_of_them else Flag.ClearAndSelect)
        self.scrollTo(index)

    def selectAll(self) -> None:
        # Qt's own goes through all rows.
        count = self._tiles.rowCount()
        if count:
            self.select_rows([range(count)])

    def setSelection(self, rect: QRect, flags: Flag) -> None:
        if self.state() == QAbstractItemView.State.DragSelectingState:
            area = rect.normalized()
            x = area.x()
            if self.isRightToLeft():
                x = self.viewport().width() - area.x() - area.width()
            runs = self.laid_out.rows_in((x, area.y() + self.verticalOffset(), area.width(), area.height()))
        else:
            # From the tile at one corner to the tile at the other, in reading order.
            ends = sorted((self.row_at(rect.topLeft()), self.row_at(rect.bottomRight())))
            runs = [range(ends[0] if ends[0] >= 0 else ends[1], ends[1] + 1)] if ends[1] >= 0 else []
        self.select_rows(runs, flags)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        visible = self.visible_rows()
        region = QRegion()
        for run in runs_of(selection):
            for row in range(max(run.start, visible.start), min(run.stop, visible.stop)):
                region += self.row_rect(row)
        return region

    def moveCursor(self, action: QAbstractItemView.CursorAction, _: Qt.KeyboardModifier) -> QModelIndex:
        count = self._tiles.rowCount()
        if not count:
            return QModelIndex()
        current = self.currentIndex()
        if not current.isValid():
            first = self.visible_rows().start
            return self._tiles.index(min(first, count - 1))
        row = moved_row(self.laid_out, current.row(), action, self.viewport().height(), self.isRightToLeft())
        return self._tiles.index(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        QAbstractItemView.currentChanged(self, current, previous)
        self._tell_assistive_technology(QAccessible.Event.Focus, current)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        QAbstractItemView.selectionChanged(self, selected, deselected)
        if self._past is not None and not (self._rows_change or self.is_restoring):
            self._past.note(self.selectionModel().selection(), selected, deselected)
        if not selected.isEmpty():
            self._tell_assistive_technology(QAccessible.Event.SelectionAdd, selected.first().topLeft())

    def _tell_assistive_technology(self, kind: QAccessible.Event, index: Index) -> None:
        # QListView finds the row by its own layout, which stays empty here.
        if QAccessible.isActive() and index.isValid() and self.hasFocus():
            event = QAccessibleEvent(self, kind)
            event.setChild(index.row())
            QAccessible.updateAccessibility(event)

    # Mouse and painting

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._band.start(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self.state() == QAbstractItemView.State.DragSelectingState:
            self.viewport().update(self._band.stretch(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._band.is_shown:
            self.viewport().update(self._band.end())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        area = event.rect()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        focused, current = self.hasFocus(), self.currentIndex().row()
        selection, delegate = self.selectionModel(), self.itemDelegate()
        base = option.state & ~(
            QStyle.StateFlag.State_Selected
            | QStyle.StateFlag.State_HasFocus
            | QStyle.StateFlag.State_MouseOver
        )
        top = self.verticalOffset()
        for row in self.laid_out.rows_between(top + area.top(), top + area.bottom() + 1):
            index = self._tiles.index(row)
            option.rect = self.row_rect(row)
            option.state = base
            if selection.isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if focused and row == current:
                option.state |= QStyle.StateFlag.State_HasFocus
            if row == self.hovered_row():
                option.state |= QStyle.StateFlag.State_MouseOver
            delegate.paint(painter, option, index)
        self._band.paint(painter, self.palette())
        painter.end()

    def hovered_row(self) -> int:
        """The tile that is pointed at, -1 for none."""
        return -1
