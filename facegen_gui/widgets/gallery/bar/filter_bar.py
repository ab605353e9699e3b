"""Which tiles are shown and how: filters with their counts, search, order, groups and size."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from facegen_gui.domain.preferences import Grouping, SortOrder
from facegen_gui.models.tallies import Tallies
from facegen_gui.models.tiles import Arrangement, TileFilter
from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.checked import show_checked
from facegen_gui.widgets.gallery.bar.chip import Chip
from facegen_gui.widgets.gallery.bar.choice_chip import ChoiceChip
from facegen_gui.widgets.gallery.bar.flow_layout import FlowLayout
from facegen_gui.widgets.gallery.bar.search_field import SearchField
from facegen_gui.widgets.gallery.tile.tile_geometry import LARGEST, SMALLEST, USUAL

STEP = 24  # logical pixels


class FilterBar(QWidget):
    filter_changed = Signal(object)  # TileFilter
    search_changed = Signal(str)
    sort_changed = Signal(object)  # SortOrder
    grouping_changed = Signal(object)  # Grouping
    edge_changed = Signal(int)
    leave_requested = Signal()  # from the search field on to what it found

    def __init__(self, tallies: Tallies, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tallies = tallies
        self._chips: dict[TileFilter, Chip] = {}
        self._group = QButtonGroup(self)
        self.search = SearchField(icons, self)
        self.search.searched.connect(self.search_changed)
        self.search.returnPressed.connect(self.leave_requested)
        self.sort = self._box(self.tr("Order"), self._order_names())
        self.grouping = self._box(self.tr("Groups"), self._grouping_names())
        smaller = self._step(icons("zoom-out"), self.tr("Smaller pictures"), -STEP)
        self.slider = self._slider()
        larger = self._step(icons("zoom-in"), self.tr("Larger pictures"), STEP)
        # After the row that stands above them: Tab goes through widgets in the order of their making.
        chips = FlowLayout(spacing=6)
        for tile_filter, _ in self._filter_names():
            chip = Chip(self)
            self._group.addButton(chip)
            self._chips[tile_filter] = chip
            chip.toggled.connect(lambda on, f=tile_filter: self._on_chip(f, on))
            chips.addWidget(chip)
        self.choice = ChoiceChip(tallies, self)
        self.choice.filter_changed.connect(self.filter_changed)
        self._group.addButton(self.choice)
        self._chips |= dict.fromkeys(self.choice.FILTERS, self.choice)
        chips.addWidget(self.choice)
        show_checked(self._chips[TileFilter.all], True)
        self.sort.activated.connect(lambda _: self.sort_changed.emit(self.sort.currentData()))
        self.grouping.activated.connect(lambda _: self.grouping_changed.emit(self.grouping.currentData()))
        sizes = QWidget(self)  # stay together
        sizes.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(sizes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        controls = FlowLayout(spacing=8)
        for part in (self.search, self.sort, self.grouping, sizes):
            controls.addWidget(part)
        for part in (smaller, self.slider, larger):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(8)
        column.addLayout(controls)
        column.addLayout(chips)
        tallies.changed.connect(self.show_counts)
        self.show_counts()

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Without telling it as a wish again."""
        show_checked(self._chips[arrangement.filter], True)
        self.choice.show_filter(arrangement.filter)
        for box, value in ((self.sort, arrangement.sort), (self.grouping, arrangement.grouping)):
            box.setCurrentIndex(box.findData(value))
        if not arrangement.terms and self.search.text().strip():
            self.search.empty()

    def show_edge(self, edge: int) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(edge)

    def show_counts(self) -> None:
        locale = QLocale()
        for tile_filter, text in self._filter_names():
            count = self._tallies.count(tile_filter)
            chip = self._chips[tile_filter]
            chip.set_words(text, locale.toString(count))
            chip.setAccessibleName(self.tr("%1: %n picture(s)", None, count).replace("%1", text))
        self.choice.show_counts()

    def _on_chip(self, tile_filter: TileFilter, on: bool) -> None:
        # The one that another takes the place of is told of, too.
        if on:
            self.filter_changed.emit(tile_filter)

    def _filter_names(self) -> tuple[tuple[TileFilter, str], ...]:
        return (
            (TileFilter.all, self.tr("All")),
            (TileFilter.being_made, self.tr("Being made")),
            (TileFilter.ready, self.tr("Ready")),
            (TileFilter.not_saved, self.tr("Not saved")),
            (TileFilter.starred, self.tr("Starred")),
            (TileFilter.rejected, self.tr("Rejected")),
            (TileFilter.failed, self.tr("Failed")),
        )

    def _order_names(self) -> tuple[tuple[SortOrder, str], ...]:
        return (
            (SortOrder.newest, self.tr("Newest first")),
            (SortOrder.oldest, self.tr("Oldest first")),
            (SortOrder.id, self.tr("By ID")),
            (SortOrder.label, self.tr("By label")),
            (SortOrder.state, self.tr("By state")),
        )

    def _grouping_names(self) -> tuple[tuple[Grouping, str], ...]:
        return (
            (Grouping.none, self.tr("No groups")),
            (Grouping.batch, self.tr("By batch")),
            (Grouping.job, self.tr("By job")),
        )

    def _box(self, name: str, entries: Sequence[tuple[object, str]]) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setAccessibleDescription(name)  # on Linux the name is the entry that is chosen
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for value, text in entries:
            box.addItem(text, value)
        return box

    def _slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(SMALLEST, LARGEST)
        slider.setValue(USUAL)
        slider.setSingleStep(STEP)
        slider.setPageStep(72)
        slider.setFixedWidth(120)
        slider.setAccessibleName(self.tr("Size of pictures"))
        slider.setToolTip(self.tr("Size of pictures"))
        slider.valueChanged.connect(self.edge_changed)
        return slider

    def _step(self, icon: QIcon, name: str, step: int) -> QToolButton:
        """A small button at an end of the slider."""
        button = QToolButton(self)
        button.setIcon(icon)
        button.setAutoRaise(True)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self.slider.setValue(self.slider.value() + step))
        return button
