"""One picture over the other with a slider, and below them whose is which."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QIcon, QImage, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSlider, QToolButton, QVBoxLayout, QWidget

from facegen_gui.domain.job import Job, Picture
from facegen_gui.widgets.viewer.comparing.overlay_canvas import OverlayCanvas
from facegen_gui.widgets.viewer.comparing.picture_line import PictureLine
from facegen_gui.widgets.viewer.picture.viewport import Viewport
from facegen_gui.widgets.wording import fill

SLIDER_STEPS = 1000


class OverlayPage(QWidget):
    """`lines` are those of the picture before the line and of the one behind it."""

    swap_requested = Signal()
    menu_requested = Signal(QPoint)  # on the screen

    def __init__(
        self, viewport: Viewport, icon: Callable[[str], QIcon], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.canvas = OverlayCanvas(viewport, self)
        self.lines = (PictureLine(icon, self), PictureLine(icon, self))
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, SLIDER_STEPS)
        self.slider.setSingleStep(SLIDER_STEPS // 50)
        self.slider.setPageStep(SLIDER_STEPS // 10)
        self.slider.setValue(SLIDER_STEPS // 2)
        self.slider.setAccessibleName(self.tr("How much of the first picture is seen"))
        self.swap = QToolButton(self)
        self.swap.setIcon(icon("swap"))
        self.swap.setText(self.tr("Swap"))
        self.swap.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.swap.setAccessibleName(self.tr("Swap the two pictures"))
        self.swap.setToolTip(self.tr("Swap the two pictures (X)"))
        self.swap.clicked.connect(self.swap_requested)
        self.slider.valueChanged.connect(lambda value: self.canvas.set_share(value / SLIDER_STEPS))
        self.canvas.share_changed.connect(lambda share: self.slider.setValue(round(share * SLIDER_STEPS)))
        self._lay_out()

    def _lay_out(self) -> None:
        below = QGridLayout()
        below.setContentsMargins(6, 0, 6, 0)
        below.addWidget(self.slider, 0, 0, 1, 3)
        below.addWidget(self.lines[0], 1, 0)
        below.addWidget(self.swap, 1, 1)
        below.addWidget(self.lines[1], 1, 2)
        below.setColumnStretch(0, 1)
        below.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 6)
        column.addWidget(self.canvas, 1)
        column.addLayout(below)

    def show_pair(
        self,
        pictures: tuple[Picture, Picture],
        jobs: tuple[Job | None, Job | None],
        images: tuple[QImage | None, QImage | None],
        message: str,
        box: QSize,
    ) -> None:
        before, behind = pictures
        self.canvas.show_upper(images[0], QSize(before.width, before.height), box)
        self.canvas.show_image(images[1], message, QSize(behind.width, behind.height), box)
        sentences = [
            line.describe(picture, job) for line, picture, job in zip(self.lines, pictures, jobs, strict=True)
        ]
        over = fill(self.tr("{first}, over {second}"), first=sentences[0], second=sentences[1])
        self.canvas.setAccessibleName(over)
        name = fill(self.tr("How much of {picture} is seen"), picture=self.lines[0].name.text())
        self.slider.setAccessibleName(name)
        self.slider.setToolTip(name)

    def set_active(self, place: int) -> None:
        """0 or 1: keys apply to that picture; -1 to neither."""
        for number, line in enumerate(self.lines):
            line.set_active(number == place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for line in self.lines:
            line.find_room((self.width() - self.swap.sizeHint().width()) // 2 - 20)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())
