"""Pictures for the viewer: decoded in the pool from small to whole, the neighbours ahead, bounded."""

import enum
import logging
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage

from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.job import Picture, PictureKey
from facegen_gui.services.decoding import THUMBNAIL_EDGE, read_thumbnail

log = logging.getLogger(__name__)

# A larger picture is first decoded at this edge: all that most screens can show of it while it is fitted.
SCREEN_EDGE = 2048
# Decoding a larger one takes longer than a frame; until then its thumbnail stands in its place.
QUICK_EDGE = 1024


class Level(enum.IntEnum):
    """How much of a picture's pixels a decoded image has."""

    preview = 0  # from the thumbnail file
    screen = 1  # scaled down to SCREEN_EDGE while decoding
    whole = 2


class _WayBack(QObject):
    """What the pool holds of the loader. If it held that, and were the last to let go, an answer that is on
    its way there would end the process."""

    decoded = Signal(object, int, object)  # Picture, Level, QImage | Failure


class PictureLoader(QObject):
    """Lives in the GUI thread. `want` names the pictures worth having, the one shown first."""

    loaded = Signal(object)  # PictureKey: there is more of it than before
    failed = Signal(object, object)  # PictureKey, Failure

    def __init__(
        self,
        absolute: Callable[[str], Path],
        decode: Callable[[Path, str, int], QImage],
        pool: QThreadPool,
        thumbnail: Callable[[PictureKey], Path] | None = None,
        budget_bytes: int = 256 * 1024 * 1024,
        parent: QObject | None = None,
    ) -> None:
        """`absolute` turns Picture.file into a path; `decode(path, media type, longest edge or 0)` raises
        FaceGenError; `thumbnail` tells where a picture's thumbnail is, if there is one.
        """
        super().__init__(parent)
        self._absolute = absolute
        self._decode = decode
        self._pool = pool
        self._thumbnail = thumbnail
        self._budget = budget_bytes
        self._images: OrderedDict[PictureKey, dict[Level, QImage]] = OrderedDict()
        self._failures: dict[PictureKey, tuple[Picture, Failure]] = {}  # as it was: it may be fetched anew
        self._steps: deque[tuple[Picture, Level]] = deque()
        self._is_running = False
        self._is_stale = False  # what runs is of a server that is no longer in use
        self._way_back = _WayBack()
        self._way_back.decoded.connect(self._on_decoded)

    def image(self, key: PictureKey, edge: int = 0) -> QImage | None:
        """The least that has `edge` pixels along its longest side, else the most there is by now."""
        images = self._images.get(key)
        if not images:
            return None
        for level in sorted(images):
            image = images[level]
            if level is not Level.preview and max(image.width(), image.height()) >= edge:
                return image
        return images[max(images)]

    def failure(self, picture: Picture) -> Failure | None:
        """Why it cannot be shown, if that was found out."""
        failed, failure = self._failures.get(picture.key, (None, None))
        if failed is None or (failed.file, failed.fetched_at) != (picture.file, picture.fetched_at):
            return None
        return failure

    def want(self, pictures: Sequence[Picture], whole: int = 0) -> None:
        """Decode these, in this order; what was wanted before and has not begun is dropped.

        Of the first `whole` ones every pixel is wanted, of the others what a screen can show.
        """
        wanted = [p for p in pictures if p.is_image and self.failure(p) is None]
        for picture in reversed(wanted):
            if picture.key in self._images:
                self._images.move_to_end(picture.key)
        steps = [(p, level) for n, p in enumerate(wanted) for level in _levels(p, n < whole)]
        if pictures:
            # The neighbours need no stand-in before somebody looks at them.
            steps = [s for s in steps if s[1] is not Level.preview or s[0].key == pictures[0].key]
        self._steps = deque(step for step in steps if self._is_missing(*step))
        self._start_next()

    def forget_all(self) -> None:
        """The pictures are those of another server now."""
        self._images.clear()
        self._failures.clear()
        self._steps.clear()
        self._is_stale = self._is_running

    def _is_missing(self, picture: Picture, level: Level) -> bool:
        return all(have < level for have in self._images.get(picture.key, {}))

    def _start_next(self) -> None:
        # One at a time: the picture that is shown never waits behind its neighbours for a core.
        while self._steps and not self._is_running:
            picture, level = self._steps.popleft()
            if self._is_missing(picture, level) and self.failure(picture) is None:
                self._is_running = True
                # Before the thumbnails and arriving pictures that wait for the pool.
                self._pool.start(
                    partial(_load, self._way_back, self._work(picture, level), picture, level), 1
                )

    @Slot(object, int, object)
    def _on_decoded(self, picture: Picture, level: int, result: QImage | Failure) -> None:
        is_stale, self._is_running, self._is_stale = self._is_stale, False, False
        if is_stale:
            pass  # another server's picture may have the same key
        elif isinstance(result, Failure):
            self._failures[picture.key] = (picture, result)
            self.failed.emit(picture.key, result)
        elif not result.isNull():
            images = self._images.setdefault(picture.key, {})
            images[Level(level)] = result
            if level != Level.preview:
                images.pop(Level.preview, None)
            self._drop_oldest()
            self.loaded.emit(picture.key)
        self._start_next()

    def _drop_oldest(self) -> None:
        used = sum(image.sizeInBytes() for images in self._images.values() for image in images.values())
        while used > self._budget and len(self._images) > 1:
            _, images = self._images.popitem(last=False)
            used -= sum(image.sizeInBytes() for image in images.values())

    def _work(self, picture: Picture, level: Level) -> Callable[[], QImage]:
        """What the pool is to do, without a hold on this object."""
        if level is Level.preview:
            path = self._thumbnail(picture.key) if self._thumbnail is not None else None
            return QImage if path is None else partial(read_thumbnail, path, THUMBNAIL_EDGE)
        edge = SCREEN_EDGE if level is Level.screen else 0
        absolute, decode = self._absolute, self._decode
        return lambda: decode(absolute(picture.file), picture.media_type, edge)


def _load(way_back: _WayBack, work: Callable[[], QImage], picture: Picture, level: Level) -> None:
    """In the pool."""
    result: QImage | Failure
    try:
        result = work()
    except FaceGenError as error:
        result = error.failure
    except Exception as error:
        # The edge of a job: without an answer no other picture would be decoded any more.
        log.exception("a picture could not be decoded")
        result = Failure(FailureKind.file_unreadable, path=picture.file, detail=type(error).__name__)
    way_back.decoded.emit(picture, level, result)


def _levels(picture: Picture, is_all_wanted: bool) -> tuple[Level, ...]:
    longest = max(picture.width, picture.height)
    if longest <= QUICK_EDGE:
        return (Level.whole,)
    if longest <= SCREEN_EDGE:
        return (Level.preview, Level.whole)
    if is_all_wanted:
        return (Level.preview, Level.screen, Level.whole)
    return (Level.preview, Level.screen)
