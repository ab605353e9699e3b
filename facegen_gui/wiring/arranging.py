"""How things are shown: sort, grouping, filter, tile size and colours, the same in menu and gallery."""

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from facegen_gui.domain.preferences import Preferences
from facegen_gui.models.tiles import Arrangement, TileFilter
from facegen_gui.widgets.actions import check
from facegen_gui.widgets.appearance import apply_colour_scheme
from facegen_gui.widgets.gallery.gallery_panel import GalleryPanel
from facegen_gui.widgets.main_window import MainWindow
from facegen_gui.wiring.preferring import Preferring


class Arranging(QObject):
    def __init__(self, window: MainWindow, gallery: GalleryPanel, preferring: Preferring) -> None:
        super().__init__(window)
        self._window = window
        self._gallery = gallery
        self._preferring = preferring
        preferences = preferring.preferences
        gallery.set_edge(preferences.tile_edge)
        gallery.arrange(preferences.sort, preferences.grouping)
        commands = window.commands
        commands.sort.triggered.connect(self._on_sort)
        commands.group.triggered.connect(self._on_group)
        commands.filter.triggered.connect(lambda action: gallery.show_only(action.data()))
        window.news.show_failed_requested.connect(lambda: gallery.show_only(TileFilter.failed))
        commands.colours.triggered.connect(self._on_colours)
        gallery.arrangement_changed.connect(self._on_arranged)
        gallery.edge_changed.connect(self._on_edge)
        preferring.changed.connect(self._on_preferences)

    def _on_sort(self, action: QAction) -> None:
        self._gallery.arrange(action.data(), self._preferring.preferences.grouping)

    def _on_group(self, action: QAction) -> None:
        self._gallery.arrange(self._preferring.preferences.sort, action.data())

    def _on_colours(self, action: QAction) -> None:
        self._preferring.change(replace(self._preferring.preferences, colour_scheme=action.data()))

    def _on_arranged(self, arrangement: Arrangement) -> None:
        commands = self._window.commands
        check(commands.filter, arrangement.filter)
        check(commands.sort, arrangement.sort)
        check(commands.group, arrangement.grouping)
        # Written when the program ends, with the window's place.
        self._preferring.preferences = replace(
            self._preferring.preferences, sort=arrangement.sort, grouping=arrangement.grouping
        )

    def _on_edge(self, edge: int) -> None:
        self._preferring.preferences = replace(self._preferring.preferences, tile_edge=edge)

    def _on_preferences(self, preferences: Preferences) -> None:
        apply_colour_scheme(preferences.colour_scheme)
        self._window.show_preferences(preferences)
