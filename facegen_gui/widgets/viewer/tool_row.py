"""The row of buttons above a large picture, and the words that say which picture it is."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from facegen_gui.domain.job import Choice, Job, Picture


class ToolRow(QWidget):
    """Buttons only: what they do is connected by the viewer."""

    def __init__(self, icon: Callable[[str], QIcon], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.back = self._button("back", self.tr("Back to the gallery"), self.tr("Esc"))
        self.previous = self._button("previous", self.tr("Previous picture"), self.tr("Left arrow"))
        self.next = self._button("next", self.tr("Next picture"), self.tr("Right arrow"))
        self.zoom_out = self._button("zoom-out", self.tr("Smaller"), self.tr("−"))
        self.zoom_in = self._button("zoom-in", self.tr("Larger"), self.tr("+"))
        self.fit = self._button("fit", self.tr("Fit into the window"), self.tr("0"))
        self.actual = self._button("actual-size", self.tr("Real size"), self.tr("double-click"))
        self.rotate_left = self._button("rotate-left", self.tr("Turn left, for viewing only"))
        self.rotate_right = self._button("rotate-right", self.tr("Turn right, for viewing only"))
        self.slideshow = self._button("slideshow", self.tr("Slideshow"), checkable=True)
        self.full_screen = self._button("full-screen", self.tr("Full screen"))
        self.information = self._button("information", self.tr("Picture information"), checkable=True)
        self.star = self._button("star", self.tr("Star"), checkable=True)
        self.choices = {
            Choice.keep: self._button("keep", self.tr("Keep"), self.tr("1"), checkable=True),
            Choice.maybe: self._button("maybe", self.tr("Maybe"), self.tr("2"), checkable=True),
            Choice.no: self._button("no", self.tr("No"), self.tr("3"), checkable=True),
        }
        self.save = self._button("save", self.tr("Save"))
        self.save.setText(self.tr("Save"))
        self.save.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._zoom = QLabel(self)
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._zoom.setMinimumWidth(self.fontMetrics().horizontalAdvance("3200 %") + 8)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(2)
        groups: list[list[QWidget]] = [
            [self.back, self.previous, self.next],
            [self.zoom_out, self._zoom, self.zoom_in, self.fit, self.actual],
            [self.rotate_left, self.rotate_right, self.slideshow, self.full_screen, self.information],
            [self.star, *self.choices.values()],
            [self.save],
        ]
        for number, group in enumerate(groups):
            for widget in group:
                row.addWidget(widget)
            if number == 0:
                row.addWidget(self._title, 1)
            elif number < len(groups) - 1:
                row.addSpacing(10)

    def _button(self, icon: str, name: str, key: str = "", *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(self._icon(icon))
        side = round(self.fontMetrics().height() * 1.3)
        button.setIconSize(QSize(side, side))
        button.setAutoRaise(True)
        button.setCheckable(checkable)
        button.setAccessibleName(name)
        button.setToolTip(self.tr("{name} ({key})").format(name=name, key=key) if key else name)
        # Arrow keys belong to the picture; Tab still reaches every button.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def show_zoom(self, zoom: float) -> None:
        """`zoom` in device pixels per picture pixel."""
        self._zoom.setText(self.tr("{percent} %").format(percent=round(zoom * 100)))

    def describe(self, picture: Picture, job: Job | None, place: int, count: int) -> None:
        """Say which picture this is and what was decided of it. `place` counts from 1 among `count`."""
        name = job.label if job is not None and job.label else picture.key.job_id
        of = len(job.pictures) if job is not None else 1
        parts = [name]
        if of > 1:
            parts.append(self.tr("picture {number} of {count}").format(number=picture.key.number, count=of))
        if place:
            parts.append(self.tr("{place} / {count}").format(place=place, count=count))
        self._title.setText("  ·  ".join(parts))
        self._title.setToolTip(self._title.text())
        self.star.setChecked(picture.starred)
        for choice, button in self.choices.items():
            button.setChecked(picture.choice is choice)
        self.save.setEnabled(picture.is_kept)
        self.save.setAccessibleName(
            self.tr("Save picture {number} of job {id}").format(
                number=picture.key.number, id=picture.key.job_id
            )
        )
