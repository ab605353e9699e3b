"""The banner below the pictures: lasting states and passing news, one row each, the most important on top.

Below, so that nothing that is aimed at moves when notices come and go.
"""

import itertools
from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget

from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.notice_row import Level, Notice, NoticeAction, NoticeRow

PASSING_SECONDS = 25
MOST_PASSING = 3  # older passing news give way; lasting states never do


class NoticeBar(QWidget):
    """`show_notice` and `clear` are its slots; `acted` tells which button of which notice was pressed."""

    acted = Signal(object, object)  # NoticeAction, Notice

    def __init__(
        self,
        icons: Icons,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._clock = clock
        self._rows: dict[str, NoticeRow] = {}
        self._shown_at: dict[str, datetime] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(1)
        self._room = 0
        self._is_quiet = False
        self._more = QToolButton(self)
        self._more.setCheckable(True)
        self._more.setAutoRaise(True)
        self._more.toggled.connect(self._arrange)
        self._layout.addWidget(self._more)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.on_tick)
        self.setAccessibleName(self.tr("Notice"))
        self.hide()

    @property
    def notices(self) -> list[Notice]:
        """What is shown, from top to bottom."""
        return [row.notice for row in self._sorted()]

    def row(self, topic: str) -> NoticeRow | None:
        return self._rows.get(topic)

    def set_quiet(self, quiet: bool) -> None:
        """While a picture fills the screen only trouble is shown; the rest waits its time behind it."""
        if quiet != self._is_quiet:
            self._is_quiet = quiet
            self._arrange()

    def set_room(self, height: int) -> None:
        """So much height may be taken; what does not fit waits behind a button that says how many."""
        if height != self._room:
            self._room = height
            self._arrange()

    def show_notice(self, notice: Notice) -> None:
        """Shows it, in place of an earlier one on the same topic, and has it spoken if its words are new."""
        earlier = self._rows.get(notice.topic)
        self._shown_at[notice.topic] = self._clock()
        if earlier is not None and earlier.notice == notice:
            return
        said = earlier is None or earlier.notice.text != notice.text
        self._drop(notice.topic)
        row = NoticeRow(notice, self._icons, self)
        row.acted.connect(lambda action: self._on_acted(action, notice))
        row.closed.connect(lambda: self.clear(notice.topic))
        self._rows[notice.topic] = row
        self._shown_at[notice.topic] = self._clock()
        passing = [topic for topic, other in self._rows.items() if not other.notice.lasting]
        for topic in passing[:-MOST_PASSING]:
            self._drop(topic)
        row.tick(self._clock())
        row.settle(self.window().width())
        self._arrange()
        if said:
            announce(self, notice.text)

    def clear(self, topic: str) -> None:
        if topic in self._rows:
            self._drop(topic)
            self._arrange()

    def on_tick(self) -> None:
        """Moves countdowns on, and takes passing news away unless somebody is busy with them."""
        now = self._clock()
        for topic, row in list(self._rows.items()):
            row.tick(now)
            age = (now - self._shown_at[topic]).total_seconds()
            if row.notice.lasting:
                continue
            if row.underMouse() or row.isAncestorOf(QApplication.focusWidget() or self):
                # Its time begins anew afterwards: it must not go the moment the pointer has left it.
                self._shown_at[topic] = now
            elif age >= PASSING_SECONDS:
                self.clear(topic)

    def _on_acted(self, action: NoticeAction, notice: Notice) -> None:
        if not notice.lasting and action is not NoticeAction.open_folder:
            self.clear(notice.topic)
        self.acted.emit(action, notice)

    def _drop(self, topic: str) -> None:
        row = self._rows.pop(topic, None)
        self._shown_at.pop(topic, None)
        if row is not None:
            row.hide()
            row.deleteLater()

    def _sorted(self) -> list[NoticeRow]:
        shown = [
            row for row in self._rows.values() if not self._is_quiet or row.notice.level >= Level.warning
        ]
        return sorted(shown, key=lambda row: (row.notice.level, row.notice.lasting), reverse=True)

    def _arrange(self) -> None:
        rows = self._sorted()
        fitting = _fitting([row.sizeHint().height() for row in rows], self._room)
        hidden = max(0, len(rows) - fitting)  # one fits also where there is none
        for row in self._rows.values():
            if row not in rows:
                row.hide()
        for place, row in enumerate(rows):
            self._layout.insertWidget(place, row)
            row.setVisible(place < fitting or self._more.isChecked())
        self._lead_tab_through(rows)
        words = self.tr("%n more notice(s)", None, hidden)
        self._more.setText(self.tr("Show fewer notices") if self._more.isChecked() else words)
        self._more.setAccessibleName(self._more.text())
        self._more.setVisible(hidden > 0)
        self.setVisible(bool(rows))
        self.setAccessibleDescription("\n".join(notice.text for notice in self.notices))
        if self._rows:
            self._timer.start()
        else:
            self._timer.stop()

    def _lead_tab_through(self, rows: list[NoticeRow]) -> None:
        """From top to bottom, and before what stands below: by itself, what is made last comes last."""
        before: QWidget = self._more
        for row in rows:
            for part in row.findChildren(QWidget):
                if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    QWidget.setTabOrder(before, part)
                    before = part
        QWidget.setTabOrder(before, self._more)


def _fitting(heights: list[int], room: int) -> int:
    """How many from the top fit; the first always does, and without a known room all do."""
    if not room:
        return len(heights)
    return max(1, sum(total <= room for total in itertools.accumulate(heights)))


def announce(source: QObject, text: str) -> None:
    """Has a screen reader say `text` without moving the focus."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, text))
