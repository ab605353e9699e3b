"""Lets a part of the window be scrolled where the window is too low for it: nothing is out of reach."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

LEAST = 60  # logical pixels that stay in sight


class Scrolled(QScrollArea):
    """Asks for the width its part needs; its height may be too small. Without a bar while there is room."""

    def __init__(self, part: QWidget) -> None:
        super().__init__()
        self._part = part
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(part)
        self.setWidget(part)
        part.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        part, bar = self._part, self.verticalScrollBar().sizeHint().width()
        return QSize(max(part.minimumSizeHint().width(), part.minimumWidth()) + bar, LEAST)

    def sizeHint(self) -> QSize:
        return self._part.sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The part has come to need another width.
        if watched is self._part and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
