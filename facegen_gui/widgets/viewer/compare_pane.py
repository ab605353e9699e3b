"""One of the pictures that are compared: its canvas, its name and its verdict."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon, QImage, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from facegen_gui.domain.job import Choice, Job, Picture
from facegen_gui.widgets.viewer.canvas import Canvas
from facegen_gui.widgets.viewer.viewport import Viewport
from facegen_gui.widgets.wording import fill


class ComparePane(QFrame):
    """A frame that shows by its colour and its bold name whether keys apply to it."""

    choice_clicked = Signal(object)  # Choice
    star_clicked = Signal()

    def __init__(
        self, viewport: Viewport, icon: Callable[[str], QIcon], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.canvas = Canvas(viewport, self)
        self._title = QLabel(self)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.star = self._button(icon("star"))
        self.choices = {choice: self._button(icon(choice.value)) for choice in Choice if choice.value}
        self._name(self.tr("Picture"))
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(self.star)
        self.star.clicked.connect(self.star_clicked)
        for choice, button in self.choices.items():
            row.addWidget(button)
            button.clicked.connect(lambda _=False, chosen=choice: self.choice_clicked.emit(chosen))
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.canvas, 1)
        column.addLayout(row)
        self.setFrameShape(QFrame.Shape.Box)
        self.setLineWidth(3)
        self.set_active(False)

    def _button(self, icon: QIcon) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon)
        button.setAutoRaise(True)
        button.setCheckable(True)
        return button

    def set_active(self, active: bool) -> None:
        font = self._title.font()
        font.setBold(active)
        self._title.setFont(font)
        palette = QPalette(self.palette())
        role = QPalette.ColorRole.Highlight if active else QPalette.ColorRole.Window
        palette.setColor(QPalette.ColorRole.WindowText, self.window().palette().color(role))
        self.setPalette(palette)
        self._title.setPalette(self.window().palette())
        self.setAccessibleDescription(self.tr("active") if active else "")

    def show_picture(self, picture: Picture, job: Job | None, image: QImage | None) -> None:
        self.canvas.show_image(image, self.tr("Opening …"))
        name = job.label if job is not None and job.label else picture.key.job_id
        number = picture.key.number
        count = len(job.pictures) if job is not None else 1
        of = self.tr("picture {number} of {count}").format(number=number, count=count)
        title = f"{name} · {of}" if count > 1 else name
        self._title.setText(title)
        self._name(title)
        self.star.setChecked(picture.starred)
        for choice, button in self.choices.items():
            button.setChecked(picture.choice is choice)

    def _name(self, picture: str) -> None:
        """Every button says which picture it decides on."""
        self.canvas.setAccessibleName(picture)
        self.setAccessibleName(picture)
        words = {
            self.star: self.tr("Star {picture}"),
            self.choices[Choice.keep]: self.tr("Keep {picture}"),
            self.choices[Choice.maybe]: self.tr("Maybe {picture}"),
            self.choices[Choice.no]: self.tr("No to {picture}"),
        }
        for button, text in words.items():
            button.setAccessibleName(fill(text, picture=picture))
            button.setToolTip(button.accessibleName())
