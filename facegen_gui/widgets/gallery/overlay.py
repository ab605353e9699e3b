"""Holds the real widgets that stand over the view: lets everything through but them, and clips them.

Widgets inside an item view are not in the accessibility tree; this is a sibling of the view instead.
"""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QRegion, QWheelEvent
from PySide6.QtWidgets import QWidget

from facegen_gui.widgets.gallery.arithmetic.arithmetic_view import ArithmeticView


class Overlay(QWidget):
    def __init__(self, view: ArithmeticView, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._view = view
        self.hide()

    def refresh(self) -> None:
        """After children were moved, shown or hidden."""
        viewport = self._view.viewport()
        region = QRegion()
        for child in self.children():
            if isinstance(child, QWidget) and not child.isHidden():
                region += child.geometry()
        region &= viewport.rect()
        # An empty mask would be none at all.
        self.setVisible(not region.isEmpty())
        if not region.isEmpty():
            corner = viewport.mapTo(self._parent, viewport.rect().topLeft())
            self.setGeometry(corner.x(), corner.y(), viewport.width(), viewport.height())
            self.setMask(region)
            self.raise_()

    def wheelEvent(self, event: QWheelEvent) -> None:
        QCoreApplication.sendEvent(self._view.viewport(), event)
