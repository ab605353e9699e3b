"""The list `Pictures`: tiles by pointer and keyboard, their size, and what is loaded for them."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QContextMenuEvent, QCursor, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from facegen_gui.models.gallery_model import GalleryModel
from facegen_gui.models.job_store import JobStore
from facegen_gui.models.ordered_model import Index
from facegen_gui.services.thumbnails import Thumbnails
from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.gallery.arithmetic.arithmetic_view import ArithmeticView
from facegen_gui.widgets.gallery.arithmetic.selection_keeper import runs_of
from facegen_gui.widgets.gallery.arithmetic.type_ahead import TypeAhead
from facegen_gui.widgets.gallery.tile.drag_out import drag_out
from facegen_gui.widgets.gallery.tile.thumbnail_delegate import ThumbnailDelegate
from facegen_gui.widgets.gallery.tile.thumbnail_feed import ThumbnailFeed
from facegen_gui.widgets.gallery.tile.tile_geometry import LARGEST, SMALLEST, USUAL

STEP = 24
Flag = QItemSelectionModel.SelectionFlag


class GridView(ArithmeticView):
    open_requested = Signal(object)  # PictureKey
    preview_requested = Signal(object)  # PictureKey
    menu_requested = Signal(QPoint)  # global
    edge_changed = Signal(int)
    target_changed = Signal()  # another tile is pointed at, current or alone selected

    def __init__(
        self,
        model: GalleryModel,
        store: JobStore,
        thumbnails: Thumbnails,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        self._edge = USUAL
        self._hovered: QPersistentModelIndex | None = None
        self._painter: ThumbnailDelegate | None = None
        self._is_acting = False
        super().__init__(model, parent)
        self._model = model
        self._painter = ThumbnailDelegate(store, thumbnails, icons, self)
        self._type_ahead = TypeAhead(model)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(self.tr("Pictures"))
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setFrameShape(self.Shape.NoFrame)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.scrolled.connect(self._on_scrolled)
        self._feed = ThumbnailFeed(self, store, thumbnails)
        self.doubleClicked.connect(self._open)
        # A reset forgets the selection without telling.
        model.modelReset.connect(self._offer_checks)
        self._adapt()

    @property
    def painter(self) -> ThumbnailDelegate:
        assert self._painter is not None
        return self._painter

    # Size

    @property
    def edge(self) -> int:
        """Logical pixels of a tile's picture."""
        return self._edge

    def set_edge(self, edge: int) -> None:
        edge = max(SMALLEST, min(LARGEST, edge))
        if edge != self._edge:
            self._edge = edge
            self._adapt()
            self.edge_changed.emit(edge)

    def zoom(self, steps: int) -> None:
        """Larger or smaller by so many steps; 0 for the usual size."""
        self.set_edge(self._edge + steps * STEP if steps else USUAL)

    def set_discreet(self, discreet: bool) -> None:
        """Soften all faces until they are pointed at."""
        self.painter.is_discreet = discreet
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._painter is not None and event.type() in (
            QEvent.Type.FontChange,
            QEvent.Type.PaletteChange,
            QEvent.Type.StyleChange,
            QEvent.Type.LanguageChange,
        ):
            if event.type() == QEvent.Type.LanguageChange:
                self.setAccessibleName(self.tr("Pictures"))
            self._adapt()

    def _adapt(self) -> None:
        self.painter.adapt(self._edge, self)
        self.set_metrics(self.painter.geometry.grid())

    # The tile that is meant

    def hovered_row(self) -> int:
        return self._hovered.row() if self._hovered is not None and self._hovered.isValid() else -1

    def target_row(self) -> int:
        """The tile pointed at, else the current one, else the only selected one; -1 for none."""
        row = self.hovered_row()
        if row < 0:
            row = self.currentIndex().row()
        if row < 0 and self.selected_count() == 1:
            row = self.selected_rows()[0]
        return row

    def _hover(self, row: int) -> None:
        before = self.hovered_row()
        if row == before:
            return
        self._hovered = QPersistentModelIndex(self._tiles.index(row)) if row >= 0 else None
        for changed in (before, row):
            if 0 <= changed < self._tiles.rowCount():
                self.viewport().update(self.row_rect(changed))
        self.target_changed.emit()

    def hover_at_cursor(self) -> None:
        """After the view moved under a pointer that did not."""
        point = self.viewport().mapFromGlobal(QCursor.pos())
        inside = self.viewport().rect().contains(point) and self.isVisible()
        self._hover(self.row_at(point) if inside else -1)

    def _offer_checks(self) -> None:
        """On every tile while something is selected."""
        offered = self.selectionModel().hasSelection()
        if offered != self.painter.has_checks:
            self.painter.has_checks = offered
            self.viewport().update()

    def _on_scrolled(self) -> None:
        if self._hovered is not None:
            self.hover_at_cursor()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.target_changed.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if self._painter is None:
            return
        self._offer_checks()
        new = runs_of(selected)
        if len(new) == 1 and len(new[0]) == 1 and not self._is_only_moving():
            # Assistive technology selects, often beside what is selected already, and moves neither the
            # current tile nor the view: go to where it is.
            self._hover(-1)
            index = self._tiles.index(new[0].start)
            self.selectionModel().setCurrentIndex(index, Flag.NoUpdate)
            self.scrollTo(index)
        self.target_changed.emit()

    def _is_only_moving(self) -> bool:
        """Whether the selection changes by a person's hand, or because rows come and go."""
        return self._is_acting or self._rows_change or self.is_restoring

    def toggle(self, row: int) -> None:
        """Select or deselect one tile and leave the others as they are."""
        index = self._tiles.index(row)
        with self._acting():
            self.selectionModel().setCurrentIndex(index, Flag.NoUpdate)
            self.selectionModel().select(index, Flag.Toggle)

    # Pointer

    @contextmanager
    def _acting(self) -> Iterator[None]:
        """While a person's own click or key changes the selection."""
        before, self._is_acting = self._is_acting, True
        try:
            yield
        finally:
            self._is_acting = before

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        with self._acting():
            super().mouseMoveEvent(event)
        if self.state() == self.State.NoState:
            self._hover(self.row_at(event.position().toPoint()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave and self._hovered is not None:
            # The real Save button stands over the tile: pointing at it is pointing at the tile.
            self.hover_at_cursor()
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            geometry = self.painter.geometry
            check = geometry.placed(geometry.check, self.row_rect(row), self.isRightToLeft())
            if check.contains(event.position().toPoint()):
                self.toggle(row)
                return
        with self._acting():
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        with self._acting():
            super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        current = self.currentIndex()
        if event.reason() == event.Reason.Keyboard and current.isValid():
            if not self.selectionModel().isSelected(current):
                # As a click beside the selection does: the menu is for the tile it opens on.
                self.setCurrentIndex(current)
            self.scrollTo(current)
            self.menu_requested.emit(self.viewport().mapToGlobal(self.visualRect(current).center()))
        else:
            self.menu_requested.emit(event.globalPos())
        event.accept()

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt):
            # From here on the keyboard says which tile is meant, wherever the pointer rests.
            self._hover(-1)
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        if plain and event.key() == Qt.Key.Key_Space and not self._type_ahead.is_going_on:
            self._emit(self.preview_requested, self.currentIndex())
        elif plain and event.key() == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.ZoomIn):
            self.zoom(1)
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom(-1)
        elif modifiers == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_0:
            self.zoom(0)
        else:
            with self._acting():
                super().keyPressEvent(event)

    def keyboardSearch(self, text: str) -> None:
        row = self._type_ahead.find(text, self.currentIndex().row())
        if row >= 0:
            self.selectionModel().setCurrentIndex(self._tiles.index(row), Flag.ClearAndSelect)

    def _open(self, index: QModelIndex) -> None:
        self._emit(self.open_requested, index)

    def _emit(self, signal: SignalInstance, index: QModelIndex) -> None:
        if index.isValid() and self._tiles.tile(index.row()).is_kept:
            signal.emit(self._tiles.tile(index.row()).key)

    # Out of the program

    def startDrag(self, _: Qt.DropAction) -> None:
        tiles = [tile for tile in map(self._tiles.tile, self.selected_rows()) if tile.is_kept]
        if tiles:
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            index = self._tiles.index(self._tiles.row_of(tiles[0].key))
            drag_out(self, self._model.mime_of(tiles), self.painter, option, index)
