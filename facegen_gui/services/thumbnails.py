"""Thumbnails in memory: bounded by bytes, the visible ones loaded first, through the decode pool."""

import logging
from collections import OrderedDict
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from facegen_gui.domain.failures import FaceGenError
from facegen_gui.domain.job import Picture, PictureKey
from facegen_gui.services.decoding import THUMBNAIL_EDGE, decode, read_thumbnail, write_thumbnail
from facegen_gui.storage.picture_files import PictureFiles
from facegen_gui.storage.profile import Profile

log = logging.getLogger(__name__)

# More than this many at once would only wait for each other, and would be stale when the view has moved on.
_IN_FLIGHT = 2


class _WayBack(QObject):
    """What the pool holds of the thumbnails. If it held them, and were the last to let go, an answer that is
    on its way to them would end the process."""

    read = Signal(object, int, QImage)  # Picture, edge, image


class Thumbnails(QObject):
    """Lives in the GUI thread. Files are read in the pool, pixmaps are made here."""

    loaded = Signal(object)  # PictureKey

    def __init__(
        self,
        profile: Profile,
        server: str,
        pool: QThreadPool,
        budget_bytes: int = 72 * 1024 * 1024,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._profile = profile
        self._files = PictureFiles(profile, server)
        self._pool = pool
        self._budget = budget_bytes
        self._bytes = 0
        self._pixmaps: OrderedDict[PictureKey, tuple[int, QPixmap]] = OrderedDict()
        self._wanted: dict[PictureKey, tuple[Picture, int]] = {}
        self._reading: set[PictureKey] = set()
        self._stale: set[PictureKey] = set()  # being read for a server that is no longer in use
        self._broken: set[tuple[PictureKey, datetime | None]] = set()  # as it was fetched then
        self._way_back = _WayBack()
        self._way_back.read.connect(self._on_read)

    def set_server(self, server: str) -> None:
        """From now on the pictures are those of another server."""
        self._files = PictureFiles(self._profile, server)
        self._stale = set(self._reading)
        self._pixmaps.clear()
        self._wanted.clear()
        self._broken.clear()
        self._bytes = 0

    def path(self, key: PictureKey) -> Path:
        """Where the thumbnail file of a picture is, if it is there."""
        return self._files.thumbnail_path(key)

    @property
    def bytes_used(self) -> int:
        return self._bytes

    def pixmap(self, picture: Picture, edge: int) -> QPixmap | None:
        """What is in memory of it now, nearest to `edge` device pixels; never waits and never loads."""
        entry = self._pixmaps.get(picture.key)
        if entry is None:
            return None
        self._pixmaps.move_to_end(picture.key)
        return entry[1]

    def want(self, wanted: Sequence[Picture], edge: int) -> None:
        """Load these, in this order, at `edge` device pixels; what was wanted before is given up."""
        self._wanted = {
            picture.key: (picture, edge)
            for picture in wanted
            if picture.is_image
            and not self._has(picture.key, edge)
            and (picture.key, picture.fetched_at) not in self._broken
        }
        self._start_next()

    def forget(self, key: PictureKey) -> None:
        """Drop what is in memory of a picture whose file is no longer the same."""
        entry = self._pixmaps.pop(key, None)
        if entry is not None:
            self._bytes -= _bytes(entry[1])

    def _has(self, key: PictureKey, edge: int) -> bool:
        entry = self._pixmaps.get(key)
        return entry is not None and entry[0] >= edge

    def _start_next(self) -> None:
        for key in list(self._wanted):
            if len(self._reading) >= _IN_FLIGHT:
                return
            if key not in self._reading:
                picture, edge = self._wanted.pop(key)
                self._reading.add(key)
                self._pool.start(partial(_load, self._way_back, self._profile, self._files, picture, edge))

    @Slot(object, int, QImage)
    def _on_read(self, picture: Picture, edge: int, image: QImage) -> None:
        key = picture.key
        self._reading.discard(key)
        if key in self._stale:
            self._stale.discard(key)
        elif image.isNull():
            self._broken.add((key, picture.fetched_at))
        else:
            self.forget(key)
            pixmap = QPixmap.fromImage(image)
            self._pixmaps[key] = (edge, pixmap)
            self._bytes += _bytes(pixmap)
            while self._bytes > self._budget and len(self._pixmaps) > 1:
                _, (_, oldest) = self._pixmaps.popitem(last=False)
                self._bytes -= _bytes(oldest)
            self.loaded.emit(key)
        self._start_next()


def _load(way_back: _WayBack, profile: Profile, files: PictureFiles, picture: Picture, edge: int) -> None:
    """In the pool."""
    image = QImage()
    try:
        path = files.thumbnail_path(picture.key)
        if edge <= THUMBNAIL_EDGE:
            image = read_thumbnail(path, edge)
        if image.isNull():
            source = profile.absolute(picture.file)
            image = decode(source, picture.media_type, max(edge, THUMBNAIL_EDGE))
            if edge <= THUMBNAIL_EDGE:
                write_thumbnail(image, path)
    except (FaceGenError, ValueError):
        image = QImage()
    except Exception:
        # The edge of a job: one that never came back would hold its place for ever.
        log.exception("a thumbnail could not be made")
        image = QImage()
    way_back.read.emit(picture, edge, image)


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
