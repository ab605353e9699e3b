"""The row of buttons above a large picture, and the words that say which picture it is."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from facegen_gui.domain.job import Job, Picture
from facegen_gui.widgets.checked import show_checked
from facegen_gui.widgets.labels import ElidedLabel
from facegen_gui.widgets.viewer.tools.verdict_buttons import VerdictButtons
from facegen_gui.widgets.viewer.tools.zoom_button import ZoomButton
from facegen_gui.widgets.wording import caption, choice_text, fill

# Width of the title, in characters, below which the verdicts give up their words for it.
TITLE_CHARACTERS = 24
MARGIN = 8
SPACING = 2
GAP = 6


class ToolRow(QWidget):
    """Buttons only: what they do is connected by the viewer."""

    def __init__(self, icon: Callable[[str], QIcon], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        forward, backward = ("next", "previous") if self._is_left_to_right() else ("previous", "next")
        back = "back" if self._is_left_to_right() else "forward"
        self.back = self._button(back, self.tr("Back to the gallery"), self.tr("Esc"))
        self.previous = self._button(backward, self.tr("Previous picture"), self.tr("Left arrow"))
        self.place = QLabel(self)
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self.next = self._button(forward, self.tr("Next picture"), self.tr("Right arrow"))
        self.title = ElidedLabel(Qt.TextElideMode.ElideRight, self)
        self.zoom_out = self._button("zoom-out", self.tr("Smaller"), self.tr("−"))
        self.zoom = ZoomButton(self)
        self.zoom_in = self._button("zoom-in", self.tr("Larger"), self.tr("+"))
        self.fit = self._button("fit", self.tr("Fit into the window"), self.tr("0"), checkable=True)
        self.actual = self._button(
            "actual-size", self.tr("Real size"), self.tr("double-click"), checkable=True
        )
        self.rotate_left = self._button("rotate-left", self.tr("Turn left, for viewing only"))
        self.rotate_right = self._button("rotate-right", self.tr("Turn right, for viewing only"), "R")
        self.slideshow = self._button("slideshow", self.tr("Slideshow"), checkable=True)
        self.full_screen = self._button("full-screen", self.tr("Full screen"), checkable=True)
        self.information = self._button("information", self.tr("Picture information"), checkable=True)
        self.verdict = VerdictButtons(icon, self)
        self.save = self._button("save", self.tr("Save"))
        self.save.setText(self.tr("Save"))
        self.save.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 6, MARGIN, 6)
        row.setSpacing(SPACING)
        groups: list[list[QWidget]] = [
            [self.back],
            [self.previous, self.place, self.next],
            [self.zoom_out, self.zoom, self.zoom_in, self.fit, self.actual],
            [self.rotate_left, self.rotate_right, self.slideshow, self.full_screen, self.information],
            [self.verdict],
            [self.save],
        ]
        for number, group in enumerate(groups):
            for widget in group:
                row.addWidget(widget)
            row.addSpacing(GAP)
            if number == 1:
                row.addWidget(self.title, 1)
                row.addSpacing(GAP)

    def _button(self, icon: str, name: str, key: str = "", *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(self._icon(icon))
        side = round(self.fontMetrics().height() * 1.3)
        button.setIconSize(QSize(side, side))
        button.setAutoRaise(True)
        button.setCheckable(checkable)
        button.setAccessibleName(name)
        button.setToolTip(fill(self.tr("{name} ({key})"), name=name, key=key) if key else name)
        # Arrow keys belong to the picture; Tab still reaches every button.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def show_zoom(self, zoom: float, *, fitting: bool) -> None:
        """`zoom` in device pixels per picture pixel."""
        self.zoom.show_zoom(zoom, fitting=fitting)
        show_checked(self.fit, fitting)
        show_checked(self.actual, not fitting and round(zoom * 100) == 100)

    def show_ends(self, *, has_previous: bool, has_next: bool) -> None:
        self.previous.setEnabled(has_previous)
        self.next.setEnabled(has_next)

    def describe(self, picture: Picture, job: Job | None, place: int, count: int) -> None:
        """Say which picture this is and what was decided of it. `place` counts from 1 among `count`."""
        words = fill(self.tr("{place} / {count}"), place=str(place), count=str(count)) if place else ""
        self.place.setText(words)
        name = caption(job, picture) if job is not None else picture.key.job_id
        parts = [name, job.id if job is not None and job.label else ""]
        parts.append(self.tr("starred") if picture.starred else "")
        parts.append(choice_text(picture.choice))
        parts.append(self.tr("saved") if picture.saved_at is not None else "")
        self.title.set_line("  ·  ".join(filter(None, parts)))
        self.verdict.show_marks(picture)
        self._describe_save(picture)
        self._find_room()

    def _describe_save(self, picture: Picture) -> None:
        is_saved = picture.saved_at is not None
        self.save.setEnabled(picture.is_kept)
        self.save.setIcon(self._icon("saved" if is_saved else "save"))
        self.save.setText(self.tr("Saved") if is_saved else self.tr("Save"))
        self.save.setAccessibleName(
            fill(
                self.tr("Save picture {number} of job {id}"),
                number=str(picture.key.number),
                id=picture.key.job_id,
            )
        )
        again = fill(self.tr("Saved as {file}. Press to save it again."), file=picture.saved_to)
        self.save.setToolTip(again if is_saved else self.tr("Save (S)"))

    def show_picture_tools(self, shown: bool) -> None:
        """Nothing can be zoomed or turned of what is not a picture."""
        for widget in (
            self.zoom_out,
            self.zoom,
            self.zoom_in,
            self.fit,
            self.actual,
            self.rotate_left,
            self.rotate_right,
        ):
            widget.setEnabled(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._find_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._find_room()

    def _find_room(self) -> None:
        """Where the title has no room, the words of the verdicts go, then what menus and keys do, too."""
        given_up = (
            (self.rotate_left, self.rotate_right),
            (self.fit, self.actual),
            (self.zoom_out, self.zoom_in),
            (self.slideshow, self.information),
        )
        for widgets in given_up:
            for widget in widgets:
                widget.show()
        self.verdict.set_worded(True)
        title = self.fontMetrics().averageCharWidth() * TITLE_CHARACTERS
        if self._taken() + title <= self.width():
            return
        self.verdict.set_worded(False)
        title //= 2
        for widgets in given_up:
            if self._taken() + title <= self.width():
                return
            for widget in widgets:
                widget.hide()

    def _taken(self) -> int:
        """Width of everything but the title. Asked of the buttons, since layouts learn of changes later."""
        widgets: list[QWidget] = [self.place, *self.verdict.buttons, *self._tools()]
        shown = [widget for widget in widgets if not widget.isHidden()]
        return sum(widget.sizeHint().width() + SPACING for widget in shown) + 7 * GAP + 2 * MARGIN

    def _tools(self) -> list[QToolButton]:
        return self.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def _is_left_to_right(self) -> bool:
        return self.layoutDirection() is not Qt.LayoutDirection.RightToLeft
