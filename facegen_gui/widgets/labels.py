"""Labels that are never cut in silence: one shows where it gives up, the others wrap."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

QWIDGETSIZE_MAX = (1 << 24) - 1  # Qt's own


class ElidedLabel(QLabel):
    """One line that shows "…" where there is no room; then its tool tip has all of it."""

    def __init__(self, mode: Qt.TextElideMode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_line(self, text: str) -> None:
        self.setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 8), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), self._mode, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)


class WrappedLabel(QLabel):
    """Wrapped text, exactly as high as its lines need: a QLabel's own hint is for a narrower one."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        # heightForWidth never says less than the height that is set.
        self.setMinimumHeight(0)
        self.setFixedHeight(self.heightForWidth(self.width()))


class BalancedLabel(QLabel):
    """Wrapped text in lines of about the same length: no word stands alone in the last one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def balance(self, room: int) -> None:
        """Takes the smallest width that needs no more lines than `room` does."""
        if not self.text():
            return
        width = room = max(1, room)
        height = self._height_in(room)
        step = self.fontMetrics().averageCharWidth()
        while width > step and self._height_in(width - step) == height:
            width -= step
        # A wrapped label measures by its own means; a letter's width makes up for the difference.
        width = min(room, width + step)
        # heightForWidth never says less than the size that is set, nor does it measure for less.
        self.setMinimumSize(0, 0)
        self.setFixedSize(width, self.heightForWidth(width))

    def _height_in(self, width: int) -> int:
        flags = Qt.TextFlag.TextWordWrap
        needed = self.fontMetrics().boundingRect(QRect(0, 0, width, QWIDGETSIZE_MAX), flags, self.text())
        # A word that is wider than the room is no reason to take fewer lines.
        return needed.height() if needed.width() <= width else QWIDGETSIZE_MAX
