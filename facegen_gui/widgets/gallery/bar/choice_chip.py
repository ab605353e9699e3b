"""The filters for what is kept or maybe kept: one chip with a menu, shown once something was chosen so."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from facegen_gui.models.tallies import Tallies
from facegen_gui.models.tiles import TileFilter
from facegen_gui.widgets.gallery.bar.chip import Chip
from facegen_gui.widgets.wording import fill


class ChoiceChip(Chip):
    """Rejected has a chip of its own: that is looked through before anything is removed."""

    FILTERS = (TileFilter.keep, TileFilter.maybe)

    filter_changed = Signal(object)  # TileFilter

    def __init__(self, tallies: Tallies, parent: QWidget) -> None:
        super().__init__(parent)
        self._tallies = tallies
        self._filter = TileFilter.all
        self._entries: dict[TileFilter, QAction] = {}
        menu = QMenu(self.tr("Choice"), self)
        group = QActionGroup(self)
        for tile_filter in self.FILTERS:
            entry = group.addAction(menu.addAction(""))
            entry.setCheckable(True)
            entry.triggered.connect(
                lambda on, f=tile_filter: self.filter_changed.emit(f if on else TileFilter.all)
            )
            self._entries[tile_filter] = entry
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        self.setMenu(menu)
        self.setPopupMode(Chip.ToolButtonPopupMode.InstantPopup)
        self.show_counts()

    def show_filter(self, tile_filter: TileFilter) -> None:
        """The filter in use, one of these or another."""
        self._filter = tile_filter
        for each, entry in self._entries.items():
            entry.setChecked(each is tile_filter)
        self.show_counts()

    def show_counts(self) -> None:
        counts = {each: self._tallies.count(each) for each in self.FILTERS}
        names = {TileFilter.keep: self.tr("Keep"), TileFilter.maybe: self.tr("Maybe")}
        locale = QLocale()
        for each, entry in self._entries.items():
            text = self.tr("{choice} ({count})")
            entry.setText(fill(text, choice=names[each], count=locale.toString(counts[each])))
        name = names.get(self._filter, self.tr("Choice"))
        count = counts.get(self._filter, sum(counts.values()))
        self.set_words(name, locale.toString(count))
        self.setAccessibleName(self.tr("%1: %n picture(s), menu", None, count).replace("%1", name))
        # In use it stays, also when nothing is left of what it shows.
        self.setVisible(bool(sum(counts.values())) or self._filter in self.FILTERS)
