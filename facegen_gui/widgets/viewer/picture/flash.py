"""A few words over the picture that go away by themselves: what was just done, or that it ends here."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from facegen_gui.widgets.notices import announce

SHOWN_MS = 2200
MARGIN = 24


class Flash(QLabel):
    """Stands low in the middle of `over` and takes no clicks. Spoken by a screen reader, too."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(16, 8, 16, 8)
        palette = self.palette()
        palette.setColor(self.foregroundRole(), QColor(Qt.GlobalColor.white))
        self.setPalette(palette)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def say(self, words: str) -> None:
        self.setText(words)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, words)

    def _place(self) -> None:
        over = self.parentWidget()
        if over is not None:
            size = self.sizeHint().boundedTo(over.size())
            left = (over.width() - size.width()) // 2
            self.setGeometry(left, over.height() - size.height() - MARGIN, size.width(), size.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 20, 24, 215))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        painter.end()
        super().paintEvent(event)
