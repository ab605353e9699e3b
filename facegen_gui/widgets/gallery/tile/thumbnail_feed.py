"""Asks for the thumbnails of visible tiles, then of near ones, and repaints tiles whose own is there."""

from PySide6.QtCore import QObject, QTimer

from facegen_gui.domain.job import PictureKey
from facegen_gui.models.job_store import JobStore
from facegen_gui.services.thumbnails import Thumbnails
from facegen_gui.widgets.gallery.arithmetic.arithmetic_view import ArithmeticView
from facegen_gui.widgets.gallery.tile.thumbnail_delegate import ThumbnailDelegate

# Tiles that wait tell how long ago something was asked.
REFRESH = 1000  # milliseconds


class ThumbnailFeed(QObject):
    def __init__(self, view: ArithmeticView, store: JobStore, thumbnails: Thumbnails) -> None:
        super().__init__(view)
        self._view = view
        self._thumbnails = thumbnails
        self._wanting = QTimer(self)
        self._wanting.setSingleShot(True)
        self._wanting.setInterval(0)
        self._wanting.timeout.connect(self._want)
        self._clock = QTimer(self)
        self._clock.setInterval(REFRESH)
        self._clock.timeout.connect(self._on_clock)
        self._clock.start()
        view.scrolled.connect(self._wanting.start)
        view.tiles.dataChanged.connect(self._wanting.start)
        thumbnails.loaded.connect(self._paint)
        store.transfer_progress.connect(self._on_progress)

    def _want(self) -> None:
        view, tiles = self._view, self._view.tiles
        visible = view.visible_rows()
        near = len(visible)
        rows = [*visible, *range(visible.stop, visible.stop + near)]
        rows += range(visible.start - 1, max(-1, visible.start - 1 - near), -1)
        pictures = [tiles.tile(row).picture for row in rows if row < tiles.rowCount()]
        ratio, size = view.devicePixelRatioF(), view.viewport().size()
        delegate = view.itemDelegate()
        if isinstance(delegate, ThumbnailDelegate):
            delegate.make_room(round(size.width() * size.height() * ratio * ratio))
            edge = round(delegate.geometry.edge * ratio)
            self._thumbnails.want([p for p in pictures if p is not None and p.is_image], edge)

    def _paint(self, key: PictureKey) -> None:
        row = self._view.tiles.row_of(key)
        if row in self._view.visible_rows():
            self._view.viewport().update(self._view.row_rect(row))

    def _on_progress(self, key: PictureKey, *_: int) -> None:
        self._paint(key)

    def _on_clock(self) -> None:
        if not self._view.isVisible():
            return
        for row in self._view.visible_rows():
            tile = self._view.tiles.tile(row)
            if tile.job.is_unfinished and not tile.is_kept:
                self._view.viewport().update(self._view.row_rect(row))
