"""What the gallery says while it has nothing to show, and the way out of it."""

import enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.labels import BalancedLabel
from facegen_gui.widgets.opening import looking_up
from facegen_gui.widgets.wording import fill

MOST_LETTERS = 72  # in a line


class Emptiness(enum.Enum):
    """Why there is nothing to show."""

    loading = "loading"  # the library is still telling what it remembers
    no_jobs = "no_jobs"
    only_pasted = "only_pasted"  # job IDs wait in the box
    nothing_found = "nothing_found"  # by filter or search
    nothing_starred = "nothing_starred"


class EmptyState(QWidget):
    paste_requested = Signal()
    fetch_requested = Signal()
    show_all_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._icon_name = ""
        self._icon = QLabel(self)
        self._title = BalancedLabel(self)
        self._text = BalancedLabel(self)
        self._way_out = QPushButton(self)
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.35)
        font.setWeight(font.Weight.DemiBold)
        self._title.setFont(font)
        self._text.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(10)
        column.addStretch(2)
        for label in (self._icon, self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._way_out, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._emptiness: Emptiness | None = None
        self._pasted = 0
        self._way_out.clicked.connect(self._on_way_out)
        self.hide()

    def show_reason(self, emptiness: Emptiness | None, pasted: int = 0) -> None:
        """None when there is something to see. `pasted` counts the IDs that wait in the box."""
        self.setVisible(emptiness is not None)
        if emptiness is None or (emptiness, pasted) == (self._emptiness, self._pasted):
            return
        self._emptiness, self._pasted = emptiness, pasted
        match emptiness:
            case Emptiness.loading:
                self._say("waiting", looking_up(), "", "")
            case Emptiness.no_jobs:
                self._say(
                    "paste",
                    self.tr("Paste job IDs to see their pictures"),
                    self.tr(
                        "A mail, a spreadsheet column or a list will do: the IDs are found in it. "
                        "Pictures stay here, also after the service has deleted its own."
                    ),
                    self.tr("Paste job IDs"),
                )
            case Emptiness.only_pasted:
                self._say(
                    "fetch",
                    self.tr("%n job ID(s) are ready to be fetched", None, pasted),
                    self.tr("They are underlined in the box. Their pictures appear here, and stay here."),
                    self.tr("Fetch the pictures"),
                )
            case Emptiness.nothing_found:
                self._say(
                    "filter",
                    self.tr("Nothing matches this filter"),
                    self.tr("Your pictures are still here: another filter or search shows them."),
                    self.tr("Show all pictures"),
                )
            case Emptiness.nothing_starred:
                key = QKeySequence("Ctrl+D").toString(QKeySequence.SequenceFormat.NativeText)
                text = self.tr(
                    "A star marks what you want to find again: select a picture and press {key}, "
                    "or choose “Star” in its menu."
                )
                self._say(
                    "star",
                    self.tr("No picture has a star"),
                    fill(text, key=key),
                    self.tr("Show all pictures"),
                )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._balance()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._icon_name:
            self._show_icon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The way out has the focus, and Escape means the same.
        if event.key() == Qt.Key.Key_Escape and self._emptiness in (
            Emptiness.nothing_found,
            Emptiness.nothing_starred,
        ):
            self.show_all_requested.emit()
        else:
            super().keyPressEvent(event)

    def _balance(self) -> None:
        margins = self.contentsMargins() + self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        for label in (self._title, self._text):
            label.balance(min(room, label.fontMetrics().averageCharWidth() * MOST_LETTERS))

    def _say(self, icon: str, title: str, text: str, way_out: str) -> None:
        self._icon_name = icon
        self._show_icon()
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._way_out.setText(way_out)
        self._way_out.setVisible(bool(way_out))
        self._balance()

    def _show_icon(self) -> None:
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        self._icon.setPixmap(self._icons.pixmap(self._icon_name, 48, self.devicePixelRatioF(), colour))

    def _on_way_out(self) -> None:
        if self._emptiness is Emptiness.no_jobs:
            self.paste_requested.emit()
        elif self._emptiness is Emptiness.only_pasted:
            self.fetch_requested.emit()
        else:
            self.show_all_requested.emit()
