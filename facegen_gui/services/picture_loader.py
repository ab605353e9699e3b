"""Whole pictures for the viewer: decoded in the pool, the neighbours ahead, kept within a bound of memory."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage

from facegen_gui.domain.failures import FaceGenError, Failure
from facegen_gui.domain.job import Picture, PictureKey


class PictureLoader(QObject):
    """Lives in the GUI thread. `want` names the pictures worth having, the one shown first."""

    loaded = Signal(object)  # PictureKey
    failed = Signal(object, object)  # PictureKey, Failure

    _decoded = Signal(object, object)  # PictureKey, QImage | Failure: the way back from the pool

    def __init__(
        self,
        absolute: Callable[[str], Path],
        decode: Callable[[Path, str], QImage],
        pool: QThreadPool,
        budget_bytes: int = 256 * 1024 * 1024,
        parent: QObject | None = None,
    ) -> None:
        """`absolute` turns Picture.file into a path; `decode(path, media type)` raises FaceGenError."""
        super().__init__(parent)
        self._absolute = absolute
        self._decode = decode
        self._pool = pool
        self._budget = budget_bytes
        self._images: OrderedDict[PictureKey, QImage] = OrderedDict()
        self._running: set[PictureKey] = set()
        self._wanted: dict[PictureKey, Picture] = {}
        self._decoded.connect(self._on_decoded)

    def image(self, key: PictureKey) -> QImage | None:
        """The picture if it is decoded already."""
        image = self._images.get(key)
        if image is not None:
            self._images.move_to_end(key)
        return image

    def want(self, pictures: Sequence[Picture]) -> None:
        """Decode these, in this order; what was wanted before and has not begun is dropped."""
        self._wanted = {p.key: p for p in pictures if p.is_image}
        for key in reversed([k for k in self._wanted if k in self._images]):
            self._images.move_to_end(key)
        self._start_next()

    def forget_all(self) -> None:
        """The pictures are those of another server now."""
        self._images.clear()
        self._wanted.clear()

    def _start_next(self) -> None:
        # One at a time: the picture that is shown never waits behind its neighbours for a core.
        if self._running:
            return
        for key, picture in self._wanted.items():
            if key not in self._images:
                self._running.add(key)
                path = self._absolute(picture.file)
                self._pool.start(partial(self._load, key, path, picture.media_type))
                return

    @Slot(object, object)
    def _on_decoded(self, key: PictureKey, result: QImage | Failure) -> None:
        self._running.discard(key)
        if isinstance(result, Failure):
            self._wanted.pop(key, None)
            self.failed.emit(key, result)
        else:
            self._images[key] = result
            self._drop_oldest()
            self.loaded.emit(key)
        self._start_next()

    def _drop_oldest(self) -> None:
        used = sum(image.sizeInBytes() for image in self._images.values())
        while used > self._budget and len(self._images) > 1:
            key, image = self._images.popitem(last=False)
            used -= image.sizeInBytes()
            # Dropped because there is no room: wanting it again at once would go round in circles.
            self._wanted.pop(key, None)

    def _load(self, key: PictureKey, path: Path, media_type: str) -> None:
        """In the pool: touches nothing of this object but the signal."""
        result: QImage | Failure
        try:
            result = self._decode(path, media_type)
        except FaceGenError as error:
            result = error.failure
        try:
            self._decoded.emit(key, result)
        except RuntimeError:
            return  # the window is gone
