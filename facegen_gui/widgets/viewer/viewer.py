"""One picture large, with the way to the next at the same zoom and spot. Wishes leave as signals."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facegen_gui.domain.failures import Failure
from facegen_gui.domain.job import Choice, Picture, PictureKey
from facegen_gui.services.picture_loader import PictureLoader
from facegen_gui.widgets.viewer.canvas import Canvas
from facegen_gui.widgets.viewer.choice_keys import CHOICE_KEYS
from facegen_gui.widgets.viewer.information import Information
from facegen_gui.widgets.viewer.order import PictureOrder
from facegen_gui.widgets.viewer.tool_row import ToolRow
from facegen_gui.widgets.viewer.viewport import STEP, Viewport

SLIDE_MS = 4000
PAN_STEP = 80.0  # logical pixels for an arrow key with Shift


class Viewer(QWidget):
    """Opens at `open(key)` and asks to be closed by `closed`.

    Pictures come decoded from the loader; which one is next, from the order.
    """

    closed = Signal()
    shown = Signal(object)  # PictureKey
    save_requested = Signal(list)  # list[PictureKey]
    star_requested = Signal(object)  # PictureKey
    choice_requested = Signal(object, object)  # PictureKey, Choice
    full_screen_requested = Signal()

    def __init__(
        self,
        order: PictureOrder,
        loader: PictureLoader,
        icon: Callable[[str], QIcon],
        failure_sentence: Callable[[Failure], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._order = order
        self._loader = loader
        self._failure_sentence = failure_sentence
        self._picture: Picture | None = None
        self._direction = 1
        self.viewport = Viewport(self)
        self.canvas = Canvas(self.viewport, self)
        self.canvas.setAccessibleName(self.tr("Picture"))
        self.information = Information(self)
        self.information.hide()
        self.tools = ToolRow(icon, self)
        self._slides = QTimer(self)
        self._slides.setInterval(SLIDE_MS)
        self._slides.timeout.connect(self._on_slide)
        self._lay_out()
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.addWidget(self.canvas, 1)
        middle.addWidget(self.information)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.tools)
        outer.addLayout(middle, 1)

    def _connect(self) -> None:
        tools = self.tools
        tools.back.clicked.connect(self.close_viewer)
        tools.previous.clicked.connect(lambda: self.go(-1))
        tools.next.clicked.connect(lambda: self.go(1))
        tools.zoom_in.clicked.connect(self.zoom_in)
        tools.zoom_out.clicked.connect(self.zoom_out)
        tools.fit.clicked.connect(self.viewport.fit)
        tools.actual.clicked.connect(self.actual_size)
        tools.rotate_left.clicked.connect(lambda: self.viewport.rotate(-90))
        tools.rotate_right.clicked.connect(lambda: self.viewport.rotate(90))
        tools.slideshow.toggled.connect(self._on_slideshow)
        tools.information.toggled.connect(self.information.setVisible)
        tools.full_screen.clicked.connect(self.full_screen_requested)
        tools.star.clicked.connect(self.toggle_star)
        for choice, button in tools.choices.items():
            button.clicked.connect(lambda _=False, chosen=choice: self.choose(chosen))
        tools.save.clicked.connect(self.save)
        self.canvas.zoom_changed.connect(tools.show_zoom)
        self._loader.loaded.connect(self._on_loaded)
        self._loader.failed.connect(self._on_failed)

    @property
    def current(self) -> PictureKey | None:
        return self._picture.key if self._picture is not None and self.isVisible() else None

    def open(self, key: PictureKey) -> None:
        """Show this picture, as large as the window allows."""
        self.viewport.rotation = 0
        self.viewport.fit()
        picture = self._order.picture(key)
        if picture is not None:
            self._show(picture)
        self.setFocus()

    def go(self, step: int) -> None:
        """Next or previous; zoom, spot and rotation stay, so that faces are compared at the same place."""
        if self._picture is None:
            return
        self._direction = 1 if step > 0 else -1
        neighbour = self._order.neighbour(self._picture.key, step)
        if neighbour is not None:
            self._show(neighbour)

    def go_to_end(self, last: bool) -> None:
        picture = self._order.end(last)
        if picture is not None:
            self._show(picture)

    def refresh(self) -> None:
        """What is known of the shown picture has changed (saved, starred, removed)."""
        if self._picture is None:
            return
        fresh = self._order.picture(self._picture.key)
        if fresh is None:
            self.close_viewer()
        elif fresh != self._picture:
            self._show(fresh)
        else:
            self._describe(fresh)

    def zoom_in(self) -> None:
        self.canvas.zoom_by(STEP)

    def zoom_out(self) -> None:
        self.canvas.zoom_by(1 / STEP)

    def actual_size(self) -> None:
        self.canvas.zoom_to(1.0)

    def save(self) -> None:
        if self._picture is not None:
            self.save_requested.emit([self._picture.key])

    def toggle_star(self) -> None:
        if self._picture is not None:
            self.star_requested.emit(self._picture.key)

    def choose(self, choice: Choice) -> None:
        """Keep, maybe or no; the next face comes at the same spot."""
        if self._picture is not None:
            self.choice_requested.emit(self._picture.key, choice)
            self.go(1)

    def close_viewer(self) -> None:
        self.tools.slideshow.setChecked(False)
        self.closed.emit()

    def _show(self, picture: Picture) -> None:
        self._picture = picture
        self._loader.want([picture, *self._ahead(picture)])
        image = self._loader.image(picture.key)
        if picture.is_image:
            self.canvas.show_image(image, self.tr("Opening …"))
        else:
            self.canvas.show_image(None, self.tr("This file is not a picture. It can be saved as it is."))
        self._describe(picture)
        self.shown.emit(picture.key)

    def _ahead(self, picture: Picture) -> list[Picture]:
        steps = (self._direction, 2 * self._direction, -self._direction)
        found = (self._order.neighbour(picture.key, step) for step in steps)
        return [p for p in found if p is not None]

    def _describe(self, picture: Picture) -> None:
        job = self._order.job(picture.key.job_id)
        place, count = self._order.position(picture.key)
        self.tools.describe(picture, job, place, count)
        if job is not None:
            self.information.describe(picture, job, self._order.batch(job.batch))

    def _on_loaded(self, key: PictureKey) -> None:
        if self._picture is not None and self._picture.key == key:
            self.canvas.show_image(self._loader.image(key))

    def _on_failed(self, key: PictureKey, failure: Failure) -> None:
        if self._picture is not None and self._picture.key == key:
            self.canvas.show_image(None, self._failure_sentence(failure))

    def _on_slideshow(self, running: bool) -> None:
        if running:
            self._slides.start()
        else:
            self._slides.stop()

    def _on_slide(self) -> None:
        if self._picture is None:
            return
        following = self._order.neighbour(self._picture.key, 1) or self._order.end(last=False)
        if following is not None:
            self._show(following)

    def hideEvent(self, event: QHideEvent) -> None:
        self.tools.slideshow.setChecked(False)
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Escape | Qt.Key.Key_Backspace:
                self.close_viewer()
            case Qt.Key.Key_Right | Qt.Key.Key_Left if not shift:
                # In a right-to-left window the next picture is on the left.
                forward = (event.key() == Qt.Key.Key_Right) == self.isLeftToRight()
                self.go(1 if forward else -1)
            case Qt.Key.Key_Right:
                self.canvas.pan_by(QPointF(-PAN_STEP, 0))
            case Qt.Key.Key_Left:
                self.canvas.pan_by(QPointF(PAN_STEP, 0))
            case Qt.Key.Key_Up:
                self.canvas.pan_by(QPointF(0, PAN_STEP))
            case Qt.Key.Key_Down:
                self.canvas.pan_by(QPointF(0, -PAN_STEP))
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self.go(1)
            case Qt.Key.Key_PageUp:
                self.go(-1)
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                self.go_to_end(event.key() == Qt.Key.Key_End)
            case Qt.Key.Key_Plus:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_0:
                self.viewport.fit()
            case key if key in CHOICE_KEYS:
                self.choose(CHOICE_KEYS[key])
            case _:
                super().keyPressEvent(event)

    def isLeftToRight(self) -> bool:
        return self.layoutDirection() is not Qt.LayoutDirection.RightToLeft
