"""What a notice is, and the one row of the banner that shows it."""

import enum
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from facegen_gui.widgets.appearance import Icons, is_dark
from facegen_gui.widgets.labels import WrappedLabel
from facegen_gui.widgets.wording import countdown


class Level(enum.IntEnum):
    """How important a notice is; the most important stand on top."""

    done = 0
    note = 1
    warning = 2
    trouble = 3


class NoticeAction(enum.Enum):
    """What a notice's button asks for."""

    try_again = "try_again"
    enter_key = "enter_key"
    unlock = "unlock"
    check_up = "check_up"
    network_settings = "network_settings"
    change_folder = "change_folder"
    open_folder = "open_folder"
    undo_save = "undo_save"
    undo = "undo"
    copy_failed = "copy_failed"
    show_failed = "show_failed"
    add_ids = "add_ids"


@dataclass(frozen=True, slots=True)
class Notice:
    """Replaces an earlier notice of the same `topic`. `lasting` ones stay until their topic is cleared."""

    topic: str
    level: Level
    text: str
    icon: str
    actions: tuple[NoticeAction, ...] = ()
    details: str = ""  # technical words, one click away
    lasting: bool = False
    until: datetime | None = None  # counted down in the row


# Warm but quiet: text keeps the palette's colour, only the ground and the edge tell the level.
_EDGES = {
    Level.done: QColor("#2e9e5b"),
    Level.note: QColor("#2f7fd0"),
    Level.warning: QColor("#d38a15"),
    Level.trouble: QColor("#d14a3a"),
}


class NoticeRow(QFrame):
    acted = Signal(object)  # NoticeAction
    closed = Signal()

    def __init__(self, notice: Notice, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = notice
        self._icons = icons
        self._icon = QLabel(self)
        self._text = WrappedLabel(notice.text, self)
        self._clock = QLabel(self)
        self._clock.setVisible(notice.until is not None)
        self._beside = QWidget(self)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.buttons = {action: self._button(action) for action in notice.actions}
        self._lay_out()
        self._paint_icon()

    def settle(self, width: int) -> None:
        """Takes its height for that width at once: found out frame by frame, everything below would jump."""
        self._text.resize(self._turned(width), self._text.height())
        self._text.fit()

    def _turned(self, width: int) -> int:
        """Puts the buttons beside the text, or below it where they would squeeze it; gives its width."""
        room = width - (self.minimumSizeHint().width() - self._middle.minimumSize().width())
        if self._beside.isHidden():
            return max(room, 1)
        left = room - self._beside.sizeHint().width() - self._middle.spacing()
        metrics = self.fontMetrics()
        narrow = left < min(metrics.averageCharWidth() * 40, metrics.horizontalAdvance(self.notice.text))
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._middle.setDirection(direction)
        return max(room if narrow else left, 1)

    def tick(self, now: datetime) -> None:
        """Brings the countdown up to date."""
        if self.notice.until is not None:
            self._clock.setText(self.tr("Goes on in {time}").format(time=countdown(self.notice.until, now)))

    def _lay_out(self) -> None:
        beside = QHBoxLayout(self._beside)
        beside.setContentsMargins(0, 0, 0, 0)
        if self.notice.until is not None:
            beside.addWidget(self._clock)
        for button in self.buttons.values():
            beside.addWidget(button)
        self._middle.addWidget(self._text, 1)
        self._middle.addWidget(self._beside, 0, Qt.AlignmentFlag.AlignLeft)
        top = QHBoxLayout()
        top.addWidget(self._icon)
        top.addLayout(self._middle, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(14, 6, 8, 6)
        outer.addLayout(top)
        if self.notice.details:
            self._add_details(beside, outer)
        self._beside.setVisible(beside.count() > 0)
        if not self.notice.lasting:
            close = QToolButton(self)
            close.setIcon(self._icons("close"))
            close.setAutoRaise(True)
            close.setAccessibleName(self.tr("Close this notice"))
            close.setToolTip(self.tr("Close this notice"))
            close.clicked.connect(self.closed)
            top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def _add_details(self, beside: QHBoxLayout, outer: QVBoxLayout) -> None:
        switch = QToolButton(self)
        switch.setText(self.tr("Details"))
        switch.setAccessibleName(self.tr("Details of this notice"))
        switch.setCheckable(True)
        switch.setAutoRaise(True)
        beside.addWidget(switch)
        copy = QPushButton(self._icons("copy"), self.tr("Copy details"), self)
        copy.setAccessibleName(self.tr("Copy details"))
        copy.clicked.connect(self._on_copy)
        words = QPlainTextEdit(self.notice.details, self)
        words.setReadOnly(True)
        words.setTabChangesFocus(True)
        words.setAccessibleName(self.tr("Technical details"))
        words.setFixedHeight(self.fontMetrics().lineSpacing() * 6)
        panel = QWidget(self)
        row = QHBoxLayout(panel)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words, 1)
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        panel.hide()
        switch.toggled.connect(panel.setVisible)
        outer.addWidget(panel)

    def _button(self, action: NoticeAction) -> QPushButton:
        button = QPushButton(self._words(action), self)
        button.setAccessibleName(button.text())
        button.clicked.connect(lambda: self.acted.emit(action))
        return button

    def _words(self, action: NoticeAction) -> str:
        match action:
            case NoticeAction.try_again:
                return self.tr("Try again")
            case NoticeAction.enter_key:
                return self.tr("Enter API key…")
            case NoticeAction.unlock:
                return self.tr("Unlock and try again")
            case NoticeAction.check_up:
                return self.tr("Check-up…")
            case NoticeAction.network_settings:
                return self.tr("Network settings…")
            case NoticeAction.change_folder:
                return self.tr("Change folder…")
            case NoticeAction.open_folder:
                return self.tr("Open folder")
            case NoticeAction.undo_save | NoticeAction.undo:
                return self.tr("Undo")
            case NoticeAction.copy_failed:
                return self.tr("Copy failed IDs")
            case NoticeAction.show_failed:
                return self.tr("Show failed")
            case NoticeAction.add_ids:
                return self.tr("Add")

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.notice.text}\n\n{self.notice.details}")

    def _paint_icon(self) -> None:
        side = round(self.fontMetrics().height() * 1.25)
        colour = _EDGES[self.notice.level]
        if is_dark(self.palette()):
            colour = colour.lighter(130)
        self._icon.setPixmap(self._icons.pixmap(self.notice.icon, side, self.devicePixelRatioF(), colour))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turned(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = _EDGES[self.notice.level]
        ground = QColor(edge)
        ground.setAlphaF(0.18 if is_dark(self.palette()) else 0.12)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        painter.fillRect(self.rect(), ground)
        painter.fillRect(0, 0, 4, self.height(), edge)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()
        super().changeEvent(event)
