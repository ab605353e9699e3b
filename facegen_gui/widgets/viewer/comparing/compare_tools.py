"""The row of buttons above pictures that are compared."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from facegen_gui.widgets.checked import show_checked
from facegen_gui.widgets.labels import ElidedLabel
from facegen_gui.widgets.viewer.tools.zoom_button import ZoomButton


class CompareTools(QWidget):
    """Buttons only: what they do is connected by the comparison."""

    def __init__(self, icon: Callable[[str], QIcon], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.back = self._button("forward" if is_mirrored else "back", self.tr("Gallery"))
        self.back.setAccessibleName(self.tr("Back to the gallery"))
        self.back.setToolTip(self.tr("Back to the gallery (Esc)"))
        self.over = self._button("overlay", self.tr("One over the other"))
        self.over.setCheckable(True)
        self.over.setToolTip(self.tr("One over the other, or side by side (space)"))
        self.zoom = ZoomButton(self)
        self.fit = self._button("fit", self.tr("Fit"))
        self.fit.setCheckable(True)
        self.fit.setAccessibleName(self.tr("Fit into the window"))
        self.fit.setToolTip(self.tr("Fit into the window (0)"))
        self.actual = self._button("actual-size", self.tr("Real size"))
        self.actual.setCheckable(True)
        self.actual.setToolTip(self.tr("One pixel of the largest picture is one of the screen"))
        hint = ElidedLabel(Qt.TextElideMode.ElideRight, self)
        hint.set_line(self.tr("1 keep · 2 maybe · 3 reject · S save · Tab or arrow keys choose the picture"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        for widget in (self.back, self.over, self.zoom, self.fit, self.actual):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(hint, 1)

    def show_zoom(self, zoom: float, *, fitting: bool) -> None:
        """`zoom` in device pixels per pixel of the largest picture."""
        self.zoom.show_zoom(zoom, fitting=fitting)
        show_checked(self.fit, fitting)
        show_checked(self.actual, not fitting and round(zoom * 100) == 100)

    def _button(self, icon: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(self._icon(icon))
        side = round(self.fontMetrics().height() * 1.3)
        button.setIconSize(QSize(side, side))
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
