"""One of the pictures that are compared side by side: its canvas and its line, in a frame."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QIcon,
    QImage,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from facegen_gui.domain.job import Choice, Job, Picture
from facegen_gui.widgets.viewer.comparing.picture_line import PictureLine
from facegen_gui.widgets.viewer.picture.canvas import Canvas
from facegen_gui.widgets.viewer.picture.viewport import Viewport

ACTIVE_LINE = 3.0
MARGIN = 6


class ComparePane(QWidget):
    """A thick frame and a bold name show that keys apply to it."""

    choice_clicked = Signal(object)  # Choice
    star_clicked = Signal()
    menu_requested = Signal(QPoint)  # on the screen

    def __init__(
        self, viewport: Viewport, icon: Callable[[str], QIcon], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._is_active = False
        self.canvas = Canvas(viewport, self)
        self.line = PictureLine(icon, self)
        self.line.choice_clicked.connect(self.choice_clicked)
        self.line.star_clicked.connect(self.star_clicked)
        # All panes are equally wide, however long their names are.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.line)

    @property
    def choices(self) -> dict[Choice, QWidget]:
        return dict(self.line.verdict.choices)

    def set_active(self, active: bool) -> None:
        self._is_active = active
        self.line.set_active(active)
        self.setAccessibleDescription(self.tr("active") if active else "")
        self.update()

    def show_picture(
        self, picture: Picture, job: Job | None, image: QImage | None, message: str, box: QSize
    ) -> None:
        """`message` where there is no image. `box` is the room, in pixels, that all share."""
        self.canvas.show_image(image, message, QSize(picture.width, picture.height), box)
        sentence = self.line.describe(picture, job)
        self.canvas.setAccessibleName(sentence)
        self.setAccessibleName(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.line.find_room(self.width() - 2 * MARGIN)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole.Highlight if self._is_active else QPalette.ColorRole.Mid
        width = ACTIVE_LINE if self._is_active else 1.0
        painter.setPen(QPen(self.palette().color(role), width, Qt.PenStyle.SolidLine))
        inset = ACTIVE_LINE / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
