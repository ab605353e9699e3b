"""Two to four pictures in one window, zoomed and panned in step; keys keep or reject the active one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSlider,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from facegen_gui.domain.failures import Failure
from facegen_gui.domain.job import Choice, Picture, PictureKey
from facegen_gui.services.picture_loader import PictureLoader
from facegen_gui.widgets.labels import ElidedLabel
from facegen_gui.widgets.viewer.canvas import Canvas
from facegen_gui.widgets.viewer.choice_keys import CHOICE_KEYS
from facegen_gui.widgets.viewer.compare_pane import ComparePane
from facegen_gui.widgets.viewer.order import PictureOrder
from facegen_gui.widgets.viewer.overlay import OverlayCanvas
from facegen_gui.widgets.viewer.viewport import STEP, Viewport

MOST = 4


class Compare(QWidget):
    """`open(keys)` shows two to four pictures; `closed` asks for the gallery."""

    closed = Signal()
    choice_requested = Signal(object, object)  # PictureKey, Choice
    star_requested = Signal(object)  # PictureKey
    save_requested = Signal(list)  # list[PictureKey]

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
        self.viewport = Viewport(self)
        self.panes = [ComparePane(self.viewport, icon, self) for _ in range(MOST)]
        self.overlay = OverlayCanvas(self.viewport, self.panes[1].canvas, self)
        self.overlay.setAccessibleName(self.tr("Two pictures, one over the other"))
        self._build(icon)
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _build(self, icon: Callable[[str], QIcon]) -> None:
        self.back = QPushButton(icon("back"), self.tr("Back to the gallery"), self)
        self.over = QPushButton(icon("overlay"), self.tr("One over the other"), self)
        self.over.setCheckable(True)
        self.fit = QPushButton(icon("fit"), self.tr("Fit"), self)
        self.fit.setAccessibleName(self.tr("Fit into the window"))
        self.actual = QPushButton(icon("actual-size"), self.tr("Real size"), self)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, 1000)
        self.slider.setValue(500)
        self.slider.setAccessibleName(self.tr("How much of the first picture is seen"))
        hint = ElidedLabel(Qt.TextElideMode.ElideRight, self)
        hint.set_line(self.tr("1 keep · 2 maybe · 3 no · Tab or arrow keys choose the picture"))
        row = QHBoxLayout()
        row.setContentsMargins(8, 6, 8, 6)
        for widget in (self.back, self.over, self.fit, self.actual):
            widget.setAccessibleName(widget.accessibleName() or widget.text())
            row.addWidget(widget)
        row.addWidget(hint, 1)
        side = QWidget(self)
        self._grid = QGridLayout(side)
        self._grid.setContentsMargins(4, 0, 4, 4)
        self._grid.setSpacing(4)
        both = QWidget(self)
        column = QVBoxLayout(both)
        column.setContentsMargins(8, 0, 8, 8)
        column.addWidget(self.overlay, 1)
        column.addWidget(self.slider)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(side)
        self._pages.addWidget(both)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(row)
        outer.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.closed)
        self.over.toggled.connect(lambda over: self._pages.setCurrentIndex(int(over)))
        self.fit.clicked.connect(self.viewport.fit)
        self.actual.clicked.connect(self.actual_size)
        self.slider.valueChanged.connect(lambda value: self.overlay.set_share(value / 1000))
        for number, pane in enumerate(self.panes):
            pane.canvas.activated.connect(lambda n=number: self.activate(n))
            pane.choice_clicked.connect(lambda choice, n=number: self._choose(n, choice))
            pane.star_clicked.connect(lambda n=number: self.star_requested.emit(self._keys[n]))
        self._loader.loaded.connect(lambda _key: self._fill())
        self._loader.failed.connect(self._on_failed)

    @property
    def keys(self) -> list[PictureKey]:
        return list(self._keys)

    @property
    def current(self) -> PictureKey | None:
        """The active picture, while this is on screen."""
        return self._keys[self._active] if self._keys and self.isVisible() else None

    def open(self, keys: Sequence[PictureKey]) -> None:
        """Compare these; the first four of more."""
        self._keys = list(keys[:MOST])
        for pane in self.panes:
            self._grid.removeWidget(pane)
            pane.hide()
        columns = 2 if len(self._keys) == MOST else len(self._keys)
        for number in range(len(self._keys)):
            self._grid.addWidget(self.panes[number], number // columns, number % columns)
            self.panes[number].show()
        self.over.setEnabled(len(self._keys) == 2)
        if len(self._keys) != 2:
            self.over.setChecked(False)
        self.viewport.rotation = 0
        self.viewport.fit()
        self.activate(0)
        self.refresh()
        self.setFocus()

    def refresh(self) -> None:
        """Show what is known now; pictures that were removed leave."""
        present = [key for key in self._keys if self._order.picture(key) is not None]
        if present != self._keys:
            if len(present) < 2:
                self._keys = []
                self.closed.emit()
            else:
                self.open(present)
            return
        self._loader.want(self._pictures())
        self._fill()

    def set_softened(self, softened: bool) -> None:
        for pane in self.panes:
            pane.canvas.set_softened(softened)
        self.overlay.set_softened(softened)

    def activate(self, number: int) -> None:
        self._active = number % max(len(self._keys), 1)
        for place, pane in enumerate(self.panes):
            pane.set_active(place == self._active)

    def actual_size(self) -> None:
        self._canvas().zoom_to(1.0)

    def zoom_in(self) -> None:
        self._canvas().zoom_by(STEP)

    def zoom_out(self) -> None:
        self._canvas().zoom_by(1 / STEP)

    def choose(self, choice: Choice) -> None:
        """Decide on the active picture and go on to the next."""
        if self._keys:
            self._choose(self._active, choice)
            self.activate(self._active + 1)

    def toggle_star(self) -> None:
        if self._keys:
            self.star_requested.emit(self._keys[self._active])

    def save(self) -> None:
        if self._keys:
            self.save_requested.emit([self._keys[self._active]])

    def _canvas(self) -> Canvas:
        return self.overlay if self.over.isChecked() else self.panes[self._active].canvas

    def _choose(self, number: int, choice: Choice) -> None:
        self.choice_requested.emit(self._keys[number], choice)

    def _pictures(self) -> list[Picture]:
        found = (self._order.picture(key) for key in self._keys)
        return [picture for picture in found if picture is not None]

    def _fill(self) -> None:
        for pane, picture in zip(self.panes, self._pictures(), strict=False):
            image = self._loader.image(picture.key)
            job = self._order.job(picture.key.job_id)
            pane.show_picture(picture, job, image)
        if self._keys:
            self.overlay.show_image(self._loader.image(self._keys[0]))

    def _on_failed(self, key: PictureKey, failure: Failure) -> None:
        if key in self._keys:
            self.panes[self._keys.index(key)].canvas.show_image(None, self._failure_sentence(failure))

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab goes through the pictures first and leaves after the last."""
        place = self._active + (1 if following else -1)
        if self.window().focusWidget() is self and 0 <= place < len(self._keys):
            self.activate(place)
            return True
        return super().focusNextPrevChild(following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape | Qt.Key.Key_Backspace:
                self.closed.emit()
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self.activate(self._active + 1)
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self.activate(self._active - 1)
            case Qt.Key.Key_Plus:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_0:
                self.viewport.fit()
            case Qt.Key.Key_Space if self.over.isEnabled():
                self.over.toggle()
            case key if key in CHOICE_KEYS:
                self.choose(CHOICE_KEYS[key])
            case _:
                super().keyPressEvent(event)
