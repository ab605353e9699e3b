"""The real Save button and check box of the tile that is meant, for keyboard and assistive technology."""

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from facegen_gui.domain.job import PictureKey
from facegen_gui.widgets.checked import show_checked
from facegen_gui.widgets.gallery.grid_view import GridView
from facegen_gui.widgets.gallery.overlay import Overlay

_MOVES = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)


class TileSaveButton(QPushButton):
    def __init__(self, view: GridView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            QCoreApplication.sendEvent(self._view, event)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._view.font())
        self._view.painter.marks.paint_save(
            painter,
            self.rect(),
            self._view.painter.colours,
            pointed=self.underMouse(),
            down=self.isDown(),
            focused=self.hasFocus(),
            mirrored=self.isRightToLeft(),
        )
        painter.end()


class TileCheckBox(QCheckBox):
    def __init__(self, view: GridView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view

    def hitButton(self, point: QPoint) -> bool:
        return self.rect().contains(point)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            QCoreApplication.sendEvent(self._view, event)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        # It stands ready on the current tile, too, but is seen only where a check mark is offered.
        offered = self._view.painter.has_checks or self._view.hovered_row() >= 0
        if not (offered or self.isChecked() or self.hasFocus()):
            return
        painter = QPainter(self)
        marks, colours = self._view.painter.marks, self._view.painter.colours
        marks.paint_check(painter, self.rect(), colours, checked=self.isChecked(), focused=self.hasFocus())
        painter.end()


class TileWidgets(QObject):
    """Keeps both at the tile pointed at, else the current one, else the only selected one."""

    save_requested = Signal(object)  # PictureKey

    def __init__(self, view: GridView, overlay: Overlay) -> None:
        super().__init__(overlay)
        self._view = view
        self._overlay = overlay
        self._key: PictureKey | None = None
        self.save = TileSaveButton(view, overlay)
        self.check = TileCheckBox(view, overlay)
        # Until a tile is meant they are hidden, but assistive technology may list hidden ones too.
        self.save.setAccessibleName(self.tr("Save picture"))
        self.check.setAccessibleName(self.tr("Select picture"))
        self.save.hide()
        self.check.hide()
        QWidget.setTabOrder(view, self.save)
        QWidget.setTabOrder(self.save, self.check)
        self.save.clicked.connect(self._on_save)
        self.check.toggled.connect(self._on_check)
        view.scrolled.connect(self.place)
        view.target_changed.connect(self.place)
        view.tiles.dataChanged.connect(self.place)

    def place(self) -> None:
        row = self._view.target_row()
        tile = self._view.tiles.tile(row) if 0 <= row < self._view.tiles.rowCount() else None
        if tile is None:
            self._key = None
            self._put(self.save, None)
            self._put(self.check, None)
        else:
            self._name(tile.key)
            show_checked(self.check, self._view.selectionModel().isSelected(self._view.tiles.index(row)))
            geometry, at, mirrored = (
                self._view.painter.geometry,
                self._view.row_rect(row),
                self._view.isRightToLeft(),
            )
            self._put(self.save, geometry.placed(geometry.save, at, mirrored) if tile.is_kept else None)
            self._put(self.check, geometry.placed(geometry.check, at, mirrored))
        self.check.update()
        self._overlay.refresh()

    def _put(self, widget: QWidget, rect: QRect | None) -> None:
        if rect is not None and rect.intersects(self._view.viewport().rect()):
            widget.setGeometry(rect)
            widget.show()
        elif not widget.isHidden():
            if widget.hasFocus():
                self._view.setFocus()
            widget.hide()

    def _name(self, key: PictureKey) -> None:
        if key == self._key:
            return
        self._key = key
        number = str(key.number)
        save = self.tr("Save picture %1 of job %2").replace("%1", number).replace("%2", key.job_id)
        if key.number:
            check = self.tr("Select picture %1 of job %2").replace("%1", number).replace("%2", key.job_id)
        else:
            check = self.tr("Select job %1").replace("%1", key.job_id)
        self.save.setAccessibleName(save)
        self.save.setToolTip(save)
        self.check.setAccessibleName(check)

    def _on_save(self) -> None:
        if self._key is not None:
            self.save_requested.emit(self._key)

    def _on_check(self) -> None:
        row = -1 if self._key is None else self._view.tiles.row_of(self._key)
        if row >= 0:
            self._view.toggle(row)
