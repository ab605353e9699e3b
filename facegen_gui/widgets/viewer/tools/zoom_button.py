"""The zoom in per cent, and under it the sizes people choose."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from facegen_gui.widgets.wording import fill

PERCENTS = (25, 50, 100, 200, 400, 800)


class ZoomButton(QToolButton):
    fit_requested = Signal()
    zoom_requested = Signal(float)  # device pixels per picture pixel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self.tr("Choose a size"), self)
        self.fit: QAction = menu.addAction(self.tr("Fit into the window"))
        self.fit.setCheckable(True)
        self.fit.triggered.connect(self.fit_requested)
        menu.addSeparator()
        self.sizes: dict[int, QAction] = {}
        for percent in PERCENTS:
            action = menu.addAction(self._words(percent))
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, p=percent: self.zoom_requested.emit(p / 100))
            self.sizes[percent] = action
        self.setMenu(menu)
        # So that what stands beside it does not jump while zooming.
        self.setText(self._words(3200))
        self.setMinimumWidth(self.sizeHint().width())
        self.show_zoom(1.0, fitting=True)

    def show_zoom(self, zoom: float, *, fitting: bool) -> None:
        percent = round(zoom * 100)
        self.setText(self._words(percent))
        self.setAccessibleName(fill(self.tr("Zoom, {percent}"), percent=self._words(percent)))
        self.setToolTip(self.tr("Choose a size"))
        self.fit.setChecked(fitting)
        for size, action in self.sizes.items():
            action.setChecked(not fitting and size == percent)

    def _words(self, percent: int) -> str:
        return fill(self.tr("{percent} %"), percent=str(percent))
