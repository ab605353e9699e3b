"""Full screen without anything around the picture: tools come when the pointer reaches for them."""

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from facegen_gui.widgets.viewer.picture.canvas import Canvas
from facegen_gui.widgets.viewer.tools.information import Information

IDLE_MS = 2500
BACKDROP = QColor(16, 16, 18)


class FullScreenView(QObject):
    """Takes `tools` out of the layout and lays them over the canvas while full screen lasts.

    `information`, beside the canvas, is read below them.
    """

    def __init__(
        self, page: QWidget, layout: QVBoxLayout, tools: QWidget, canvas: Canvas, information: Information
    ) -> None:
        super().__init__(page)
        self._page = page
        self._layout = layout
        self._tools = tools
        self._canvas = canvas
        self._information = information
        self.is_on = False
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._on_idle)
        canvas.pointer_moved.connect(self._on_pointer_moved)
        page.installEventFilter(self)

    def set_on(self, on: bool) -> None:
        if on == self.is_on:
            return
        self.is_on = on
        self._canvas.set_backdrop(BACKDROP if on else None)
        self._canvas.set_pointer_hidden(False)
        self._tools.setAutoFillBackground(on)
        self._information.leave_above(self._tools.sizeHint().height() if on else 0)
        if on:
            self._layout.removeWidget(self._tools)
            self._place()
            self._tools.raise_()
            self._idle.start()
        else:
            self._idle.stop()
            self._layout.insertWidget(0, self._tools)
        self._tools.show()

    def _place(self) -> None:
        self._tools.setGeometry(0, 0, self._page.width(), self._tools.sizeHint().height())

    def _on_pointer_moved(self, _at: QPointF) -> None:
        if self.is_on:
            self._canvas.set_pointer_hidden(False)
            self._tools.show()
            self._idle.start()

    def _on_idle(self) -> None:
        focus = QApplication.focusWidget()
        if self._tools.underMouse() or (focus is not None and self._tools.isAncestorOf(focus)):
            self._idle.start()  # somebody is busy with them
            return
        self._tools.hide()
        self._canvas.set_pointer_hidden(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.is_on and event.type() == QEvent.Type.Resize:
            self._place()
        return False
