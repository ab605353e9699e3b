"""Holds the view, the real widgets that stand over it, and what is said while it is empty."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.gallery.empty_state import EmptyState
from facegen_gui.widgets.gallery.grid_view import GridView
from facegen_gui.widgets.gallery.group_headers import GroupHeaders, GroupTitle
from facegen_gui.widgets.gallery.overlay import Overlay
from facegen_gui.widgets.gallery.tile_widgets import TileWidgets

LEAST = 150  # logical pixels: in a lower window the whole gallery is scrolled


class GridHost(QWidget):
    def __init__(
        self, view: GridView, icons: Icons, title_of: Callable[[int], GroupTitle], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._view = view
        self.setMinimumHeight(LEAST)
        view.setParent(self)
        self.setFocusProxy(view)
        self.empty = EmptyState(icons, self)
        self._overlay = Overlay(view, self)
        self.tile = TileWidgets(view, self._overlay)
        self.headers = GroupHeaders(view, self._overlay, icons, title_of, self.tile.check)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._view.setGeometry(self.rect())
        self.empty.setGeometry(self.rect())
        self._overlay.refresh()
