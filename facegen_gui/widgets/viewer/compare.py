"""Two to four pictures in one window, zoomed and panned in step; keys keep or reject the active one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from facegen_gui.domain.failures import Failure
from facegen_gui.domain.job import Choice, Picture, PictureKey
from facegen_gui.services.picture_loader import SCREEN_EDGE, PictureLoader
from facegen_gui.widgets.viewer.choice_keys import CHOICE_KEYS
from facegen_gui.widgets.viewer.comparing.compare_pane import ComparePane
from facegen_gui.widgets.viewer.comparing.compare_tools import CompareTools
from facegen_gui.widgets.viewer.comparing.overlay_page import OverlayPage
from facegen_gui.widgets.viewer.order import PictureOrder
from facegen_gui.widgets.viewer.picture.canvas import Canvas
from facegen_gui.widgets.viewer.picture.viewport import STEP, Viewport

MOST = 4


class Compare(QWidget):
    """`open(keys)` shows two to four pictures; `closed` asks for the gallery."""

    closed = Signal()
    shown = Signal(object)  # PictureKey: the active one
    choice_requested = Signal(object, object)  # PictureKey, Choice
    star_requested = Signal(object)  # PictureKey
    save_requested = Signal(list)  # list[PictureKey]
    menu_requested = Signal(QPoint)  # on the screen

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
        self._keys: list[PictureKey] = []
        self._active = 0
        self._pair = (0, 1)  # of the pictures, those that lie over each other
        self._is_whole_wanted = False
        self.viewport = Viewport(self)
        self.tools = CompareTools(icon, self)
        self.panes = [ComparePane(self.viewport, icon, self) for _ in range(MOST)]
        self.overlay = OverlayPage(self.viewport, icon, self)
        side = QWidget(self)
        self._grid = QGridLayout(side)
        self._grid.setContentsMargins(4, 0, 4, 4)
        self._grid.setSpacing(4)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(side)
        self._pages.addWidget(self.overlay)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.tools)
        outer.addWidget(self._pages, 1)
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _connect(self) -> None:
        tools, overlay = self.tools, self.overlay
        tools.back.clicked.connect(self.closed)
        tools.over.toggled.connect(self._on_over)
        tools.fit.toggled.connect(lambda _: self.viewport.fit())
        tools.actual.toggled.connect(lambda _: self.actual_size())
        tools.zoom.fit_requested.connect(self.viewport.fit)
        tools.zoom.zoom_requested.connect(lambda zoom: self._canvas().zoom_to(zoom))
        overlay.swap_requested.connect(self.swap)
        overlay.menu_requested.connect(self.menu_requested)
        for place, line in enumerate(overlay.lines):
            line.choice_clicked.connect(lambda choice, p=place: self._choose(self._pair[p], choice))
            line.star_clicked.connect(lambda p=place: self._star(self._pair[p]))
        for number, pane in enumerate(self.panes):
            pane.canvas.activated.connect(lambda n=number: self.activate(n))
            pane.choice_clicked.connect(lambda choice, n=number: self._choose(n, choice))
            pane.star_clicked.connect(lambda n=number: self._star(n))
            pane.menu_requested.connect(self.menu_requested)
        self.panes[0].canvas.zoom_changed.connect(self._on_zoom)
        overlay.canvas.zoom_changed.connect(self._on_zoom)
        self._loader.loaded.connect(lambda key: self._fill() if key in self._keys else None)
        self._loader.failed.connect(lambda key, _failure: self._fill() if key in self._keys else None)

    @property
    def keys(self) -> list[PictureKey]:
        return list(self._keys)

    @property
    def current(self) -> PictureKey | None:
        """The active picture, while this is on screen."""
        return self._keys[self._active] if self._keys and self.isVisible() else None

    @property
    def is_over(self) -> bool:
        """Whether two of them lie over each other."""
        return self._pages.currentWidget() is self.overlay

    def open(self, keys: Sequence[PictureKey]) -> None:
        """Compare these; the first four of more."""
        if len(keys) > 2:
            # Over each other only two are seen, and more were asked for.
            self.tools.over.setChecked(False)
        self._lay_out(keys)

    def _lay_out(self, keys: Sequence[PictureKey]) -> None:
        self._keys = list(keys[:MOST])
        self._pair = (0, 1)
        for pane in self.panes:
            self._grid.removeWidget(pane)
            pane.hide()
        columns = 2 if len(self._keys) == MOST else len(self._keys)
        for column in range(MOST):
            self._grid.setColumnStretch(column, int(column < columns))
        for number in range(len(self._keys)):
            self._grid.addWidget(self.panes[number], number // columns, number % columns)
            self.panes[number].show()
        self.viewport.rotation = 0
        self.viewport.fit()
        self.refresh()
        self.activate(0)
        self.setFocus()

    def refresh(self) -> None:
        """Show what is known now; pictures that were removed leave."""
        present = [key for key in self._keys if self._order.picture(key) is not None]
        if present != self._keys:
            if len(present) < 2:
                self._keys = []
                self.closed.emit()
            else:
                self._lay_out(present)
            return
        self._want()
        self._fill()

    def set_softened(self, softened: bool) -> None:
        for pane in self.panes:
            pane.canvas.set_softened(softened)
        self.overlay.canvas.set_softened(softened)

    def activate(self, number: int) -> None:
        """From now on keys apply to this picture. Over each other, it takes the place of the second one."""
        self._active = number % max(len(self._keys), 1)
        for place, pane in enumerate(self.panes):
            pane.set_active(place == self._active)
        if self._active not in self._pair:
            self._pair = (self._pair[0], self._active)
            self._fill()
        self.overlay.set_active(self._pair.index(self._active))
        if self._keys:
            self.shown.emit(self._keys[self._active])

    def swap(self) -> None:
        """What lay before the line lies behind it."""
        self._pair = (self._pair[1], self._pair[0])
        self._fill()
        self.overlay.set_active(self._pair.index(self._active))

    def actual_size(self) -> None:
        self._canvas().zoom_to(1.0)

    def zoom_in(self) -> None:
        self._canvas().zoom_by(STEP)

    def zoom_out(self) -> None:
        self._canvas().zoom_by(1 / STEP)

    def choose(self, choice: Choice) -> None:
        """Decide on the active picture, which stays the active one: the next key is meant for it, too."""
        if self._keys:
            self._choose(self._active, choice)

    def save(self) -> None:
        if self._keys:
            self.save_requested.emit([self._keys[self._active]])

    def _canvas(self) -> Canvas:
        return self.overlay.canvas if self.is_over else self.panes[self._active].canvas

    def _choose(self, number: int, choice: Choice) -> None:
        self.choice_requested.emit(self._keys[number], choice)

    def _star(self, number: int) -> None:
        self.star_requested.emit(self._keys[number])

    def _on_over(self, over: bool) -> None:
        self._pages.setCurrentIndex(int(over))
        self._fill()

    def _on_zoom(self, _zoom: float) -> None:
        zoom = self._canvas().zoom
        self.tools.show_zoom(zoom, fitting=self.viewport.zoom is None)
        box = _box(self._pictures())
        is_whole_wanted = max(box.width(), box.height()) * zoom > SCREEN_EDGE
        if is_whole_wanted and not self._is_whole_wanted:
            self._is_whole_wanted = True
            self._want()

    def _want(self) -> None:
        pictures = self._pictures()
        self._loader.want(pictures, whole=len(pictures) if self._is_whole_wanted else 0)

    def _pictures(self) -> list[Picture]:
        found = (self._order.picture(key) for key in self._keys)
        return [picture for picture in found if picture is not None]

    def _image(self, picture: Picture) -> QImage | None:
        return self._loader.image(picture.key, max(picture.width, picture.height))

    def _message(self, picture: Picture) -> str:
        failure = self._loader.failure(picture)
        if failure is not None:
            return self._failure_sentence(failure)
        return self.tr("Opening …") if picture.is_image else self.tr("This file cannot be shown here.")

    def _fill(self) -> None:
        pictures = self._pictures()
        jobs = [self._order.job(picture.key.job_id) for picture in pictures]
        box = _box(pictures)
        for pane, picture, job in zip(self.panes, pictures, jobs, strict=False):
            pane.show_picture(picture, job, self._image(picture), self._message(picture), box)
        before, behind = self._pair
        if self.is_over and max(self._pair) < len(pictures):
            self.overlay.show_pair(
                (pictures[before], pictures[behind]),
                (jobs[before], jobs[behind]),
                (self._image(pictures[before]), self._image(pictures[behind])),
                self._message(pictures[behind]),
                box,
            )

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab goes through the pictures first and leaves after the last."""
        place = self._active + (1 if following else -1)
        if self.window().focusWidget() is self and 0 <= place < len(self._keys):
            self.activate(place)
            return True
        return super().focusNextPrevChild(following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        match key:
            case Qt.Key.Key_Escape | Qt.Key.Key_Backspace:
                self.closed.emit()
            case Qt.Key.Key_Right | Qt.Key.Key_Left:
                self.activate(self._active + (1 if (key == Qt.Key.Key_Right) != is_mirrored else -1))
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self.activate(self._active + (1 if key == Qt.Key.Key_Down else -1))
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_0:
                self.viewport.fit()
            case Qt.Key.Key_Asterisk:
                self.actual_size()
            case Qt.Key.Key_Space:
                self.tools.over.toggle()
            case Qt.Key.Key_X:
                self.swap()
            case Qt.Key.Key_S:
                self.save()
            case _ if key in CHOICE_KEYS:
                self.choose(CHOICE_KEYS[key])
            case _:
                super().keyPressEvent(event)


def _box(pictures: Sequence[Picture]) -> QSize:
    """The size of the largest: all others are shown as large as fits into it, so that they are alike."""
    sizes = [QSize(p.width, p.height) for p in pictures if p.is_image]
    return max(sizes, key=lambda size: size.width() * size.height(), default=QSize())
