"""One picture large, with the way to the next at the same zoom and spot. Wishes leave as signals."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facegen_gui.domain.failures import Failure
from facegen_gui.domain.job import Choice, Picture, PictureKey
from facegen_gui.services.picture_loader import SCREEN_EDGE, PictureLoader
from facegen_gui.widgets.checked import show_checked
from facegen_gui.widgets.viewer.full_screen_view import FullScreenView
from facegen_gui.widgets.viewer.order import PictureOrder, Surroundings
from facegen_gui.widgets.viewer.picture.canvas import Canvas
from facegen_gui.widgets.viewer.picture.flash import Flash
from facegen_gui.widgets.viewer.picture.viewport import STEP, Viewport
from facegen_gui.widgets.viewer.tools.information import Information
from facegen_gui.widgets.viewer.tools.tool_row import ToolRow
from facegen_gui.widgets.viewer.viewer_keys import act_on_key
from facegen_gui.widgets.wording import capital, caption, choice_text, fill, media_name, size_text

SLIDE_MS = 4000


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
    menu_requested = Signal(QPoint)  # on the screen
    drag_requested = Signal(object)  # PictureKey

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
        self._around = Surroundings(order)
        self._direction = 1
        self._is_whole_wanted = False
        self.viewport = Viewport(self)
        self.canvas = Canvas(self.viewport, self)
        self.canvas.setAccessibleName(self.tr("Picture"))
        self.flash = Flash(self.canvas)
        self.information = Information(self)
        self.information.hide()
        self.tools = ToolRow(icon, self)
        self._slides = QTimer(self)
        self._slides.setInterval(SLIDE_MS)
        self._slides.timeout.connect(self._on_slide)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(self.information)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.tools)
        outer.addLayout(middle, 1)
        self._full_screen = FullScreenView(self, outer, self.tools, self.canvas, self.information)
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _connect(self) -> None:
        tools = self.tools
        tools.back.clicked.connect(self.close_viewer)
        tools.previous.clicked.connect(lambda: self.go(-1))
        tools.next.clicked.connect(lambda: self.go(1))
        tools.zoom_in.clicked.connect(self.zoom_in)
        tools.zoom_out.clicked.connect(self.zoom_out)
        tools.fit.toggled.connect(lambda _: self.viewport.fit())
        tools.actual.toggled.connect(lambda _: self.actual_size())
        tools.zoom.fit_requested.connect(self.viewport.fit)
        tools.zoom.zoom_requested.connect(lambda zoom: self.canvas.zoom_to(zoom))
        tools.rotate_left.clicked.connect(lambda: self.viewport.rotate(-90))
        tools.rotate_right.clicked.connect(lambda: self.viewport.rotate(90))
        tools.slideshow.toggled.connect(lambda on: self._slides.start() if on else self._slides.stop())
        tools.information.toggled.connect(self.information.setVisible)
        tools.full_screen.toggled.connect(lambda _: self.full_screen_requested.emit())
        tools.verdict.star_clicked.connect(self.toggle_star)
        tools.verdict.choice_clicked.connect(self.choose)
        tools.save.clicked.connect(self.save)
        self.canvas.zoom_changed.connect(self._on_zoom)
        self.canvas.dragged_out.connect(lambda: self.drag_requested.emit(self.current))
        self._loader.loaded.connect(self._on_loaded)
        self._loader.failed.connect(lambda key, _failure: self._on_loaded(key))

    @property
    def current(self) -> PictureKey | None:
        return self._picture.key if self._picture is not None and self.isVisible() else None

    @property
    def is_full_screen(self) -> bool:
        return self._full_screen.is_on

    def set_full_screen(self, on: bool) -> None:
        """The window has gone full screen, or come back from it."""
        self._full_screen.set_on(on)
        show_checked(self.tools.full_screen, on)

    def open(self, key: PictureKey) -> None:
        """Show this picture, as large as the window allows."""
        self.viewport.rotation = 0
        self.viewport.fit()
        self.return_to(key)
        self.setFocus()

    def return_to(self, key: PictureKey) -> None:
        """Show this picture at the zoom and spot of the present one."""
        picture = self._order.picture(key)
        if picture is not None:
            self._show(picture)

    def go(self, step: int) -> bool:
        """Next or previous; zoom, spot and rotation stay, so that faces are compared at the same place.

        At either end it says so and gives False.
        """
        if self._picture is None:
            return False
        self._direction = 1 if step > 0 else -1
        neighbour = self._around.neighbour(self._picture.key, step)
        if neighbour is None:
            self.flash.say(
                self.tr("This is the last picture") if step > 0 else self.tr("This is the first picture")
            )
            return False
        self._show(neighbour)
        return True

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
            self._leave_removed()
        elif fresh.file != self._picture.file:
            self._show(fresh)
        else:
            if fresh.saved_at != self._picture.saved_at and fresh.saved_at is not None:
                self.flash.say(self.tr("Saved"))
            self._picture = fresh
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
        """Keep, maybe or no; the next face comes at the same spot. Taking a verdict back stays here."""
        if self._picture is None:
            return
        self.choice_requested.emit(self._picture.key, choice)
        if choice is Choice.none:
            return
        words = fill(
            self.tr("{verdict}: {picture}"), verdict=capital(choice_text(choice)), picture=self._name()
        )
        last = self.tr("That was the last picture.")
        self.flash.say(words if self.go(1) else f"{words}\n{last}")

    def tell_removed(self) -> None:
        undo = QKeySequence(QKeySequence.StandardKey.Undo).toString(QKeySequence.SequenceFormat.NativeText)
        words = fill(self.tr("{picture} removed. {key} brings it back."), picture=self._name(), key=undo)
        self.flash.say(words)

    def close_viewer(self) -> None:
        self.tools.slideshow.setChecked(False)
        self.closed.emit()

    def escape(self) -> None:
        """One thing at a time: the slideshow, full screen, then back to the gallery."""
        if self.tools.slideshow.isChecked():
            self.tools.slideshow.setChecked(False)
        elif self.is_full_screen:
            self.full_screen_requested.emit()
        else:
            self.close_viewer()

    def _name(self) -> str:
        key = self._picture.key if self._picture is not None else PictureKey("", 0)
        job = self._order.job(key.job_id)
        return key.job_id if job is None else caption(job, self._picture)

    def _leave_removed(self) -> None:
        """The picture is gone: to the next that is still there, else back."""
        remaining = self._around.remaining()
        if remaining is None:
            self.close_viewer()
        else:
            self._show(remaining)

    def _show(self, picture: Picture) -> None:
        self._picture = picture
        self._is_whole_wanted = False
        self._around.stand_at(picture.key)
        self._paint(picture)
        self._want()
        self._describe(picture)
        self.shown.emit(picture.key)

    def _paint(self, picture: Picture) -> None:
        """As much of the picture as is decoded by now, or words in its place."""
        failure = self._loader.failure(picture)
        self.tools.show_picture_tools(picture.is_image and failure is None)
        if not picture.is_image:
            sentence = self.tr("{kind}, {size}. It cannot be shown here, but it can be saved as it is.")
            kind, size = media_name(picture.media_type), size_text(picture.bytes)
            self.canvas.show_image(None, fill(sentence, kind=kind, size=size))
        elif failure is not None:
            self.canvas.show_image(None, self._failure_sentence(failure))
        else:
            image = self._loader.image(
                picture.key, self.canvas.needed_edge(max(picture.width, picture.height))
            )
            self.canvas.show_image(image, self.tr("Opening …"), QSize(picture.width, picture.height))

    def _want(self) -> None:
        if self._picture is not None:
            ahead = self._around.ahead(self._direction)
            self._loader.want([self._picture, *ahead], whole=int(self._is_whole_wanted))

    def _describe(self, picture: Picture) -> None:
        job = self._order.job(picture.key.job_id)
        place, count = self._order.position(picture.key)
        self.tools.describe(picture, job, place, count)
        self.tools.show_ends(
            has_previous=self._around.neighbour(picture.key, -1) is not None,
            has_next=self._around.neighbour(picture.key, 1) is not None,
        )
        if job is not None:
            self.information.describe(picture, job, self._order.batch(job.batch))

    def _on_zoom(self, zoom: float) -> None:
        self.tools.show_zoom(zoom, fitting=self.viewport.zoom is None)
        picture = self._picture
        if picture is None or not picture.is_image:
            return
        is_whole_wanted = self.canvas.needed_edge(max(picture.width, picture.height)) > SCREEN_EDGE
        if is_whole_wanted != self._is_whole_wanted:
            self._is_whole_wanted = is_whole_wanted
            self._want()
            self._paint(picture)

    def _on_loaded(self, key: PictureKey) -> None:
        if self._picture is not None and self._picture.key == key:
            self._paint(self._picture)

    def _on_slide(self) -> None:
        if self._picture is None:
            return
        following = self._around.neighbour(self._picture.key, 1) or self._order.end(last=False)
        if following is not None:
            self._show(following)

    def hideEvent(self, event: QHideEvent) -> None:
        self.tools.slideshow.setChecked(False)
        super().hideEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not act_on_key(self, event):
            super().keyPressEvent(event)
