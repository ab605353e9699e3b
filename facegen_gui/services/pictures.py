"""One picture's way to the disk: received, verified by decoding, given a thumbnail, kept, described."""

import asyncio
import contextlib
import hashlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QThreadPool

from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.job import Picture, PictureKey
from facegen_gui.domain.media import (
    ERROR_PAGES,
    HEAD_BYTES,
    extension_for,
    is_kept_as_file,
    is_raster,
    sniff,
)
from facegen_gui.services.daemon_threads import in_pool
from facegen_gui.services.decoding import Decoded, inspect
from facegen_gui.services.journal import note_download, note_kept
from facegen_gui.storage.picture_files import PictureFiles
from facegen_gui.storage.profile import Profile

Progress = Callable[[int, int], None]


class Received(Protocol):
    """What a download tells of the file it made."""

    @property
    def size(self) -> int: ...
    @property
    def sha256(self) -> str: ...
    @property
    def final_host(self) -> str: ...


class Download(Protocol):
    async def __call__(
        self, link_url: str, destination: Path, progress: Progress | None = None
    ) -> Received: ...


class Pictures:
    """Fetches single pictures. Belongs to the worker's loop; decodes and syncs in the pool."""

    def __init__(
        self,
        profile: Profile,
        files: PictureFiles,
        pool: QThreadPool,
        download: Download,
        now: Callable[[], datetime],
        is_wanted: Callable[[str], bool] = lambda job_id: True,
    ) -> None:
        """`is_wanted` is asked about the job of a picture of which the fetching was cancelled."""
        self._profile = profile
        self._files = files
        self._pool = pool
        self._download = download
        self._now = now
        self._is_wanted = is_wanted
        self._strays: dict[PictureKey, str] = {}

    def expect_strays(self, strays: dict[PictureKey, str]) -> None:
        """Files of a run that was killed between the disk and the library: taken instead of a download."""
        self._strays = dict(strays)

    async def fetch(self, key: PictureKey, link: str, progress: Progress) -> Picture:
        """The picture, safely on disk. Raises FaceGenError; then nothing of it is left on disk."""
        try:
            picture = await self._fetch(key, link, progress)
        except FaceGenError as error:
            note_download(key, error.failure)
            raise
        note_kept(picture)
        return picture

    async def _fetch(self, key: PictureKey, link: str, progress: Progress) -> Picture:
        stray = self._strays.pop(key, "")
        if stray and (picture := await self._adopt(key, stray)) is not None:
            return picture
        temporary = self._files.temporary()
        try:
            received = await self._download(link, temporary, progress)
        except BaseException:
            _delete(temporary)
            raise
        keeping = Keeping()
        try:
            return await in_pool(self._pool, lambda: self._keep(key, temporary, received, keeping))
        except asyncio.CancelledError:
            # What the pool has begun it ends; the next start takes the file, unless the job was removed.
            if not keeping.has_begun:
                _delete(temporary)
            if not self._is_wanted(key.job_id):
                keeping.call_off()
            raise

    async def measure(self, picture: Picture) -> Picture | None:
        """A kept picture whose size is not known, decoded; None when it cannot be."""
        return await self._adopt(picture.key, picture.file)

    def _keep(self, key: PictureKey, temporary: Path, received: Received, keeping: "Keeping") -> Picture:
        """In the pool."""
        keeping.has_begun = True
        try:
            media_type, decoded = self._verify(temporary, self._files.thumbnail_path(key))
            with _waiting_for_the_disk(self._pool):
                file = self._files.keep(temporary, key, extension_for(media_type))
            keeping.kept(self._profile.absolute(file))
        except FaceGenError as error:
            _delete(temporary)
            if error.failure.concerns_everything:
                raise
            raise FaceGenError(replace(error.failure, host=received.final_host, path="")) from error
        return Picture(
            key,
            file=file,
            sha256=received.sha256,
            bytes=received.size,
            media_type=media_type,
            width=decoded.width,
            height=decoded.height,
            fetched_at=self._now(),
        )

    async def _adopt(self, key: PictureKey, file: str) -> Picture | None:
        try:
            return await in_pool(self._pool, lambda: self._described(key, file))
        except FaceGenError:
            return None

    def _described(self, key: PictureKey, file: str) -> Picture:
        """In the pool."""
        path = self._profile.absolute(file)
        media_type, decoded = self._verify(path, self._files.thumbnail_path(key))
        try:
            with path.open("rb") as stream:
                sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
            size = path.stat().st_size
        except OSError as error:
            raise _unreadable(path, error) from error
        return Picture(
            key,
            file=file,
            sha256=sha256,
            bytes=size,
            media_type=media_type,
            width=decoded.width,
            height=decoded.height,
            fetched_at=self._now(),
        )

    def _verify(self, path: Path, thumbnail: Path) -> tuple[str, Decoded]:
        """Media type and size (0 x 0 for what cannot be shown). Raises FaceGenError."""
        try:
            with path.open("rb") as file:
                head = file.read(HEAD_BYTES)
        except OSError as error:
            raise _unreadable(path, error) from error
        media_type = sniff(head)
        if is_raster(media_type):
            try:
                return media_type, inspect(path, media_type, thumbnail)
            except FaceGenError as error:
                if error.failure.kind is not FailureKind.too_large_to_show:
                    raise
            # What is whole and within the limits is kept, for programs that take more memory.
            return media_type, Decoded(0, 0)
        if is_kept_as_file(media_type):
            return media_type, Decoded(0, 0)
        if not head or media_type in ERROR_PAGES:
            raise FaceGenError(Failure(FailureKind.picture_not_yet, detail=media_type or "no bytes"))
        raise FaceGenError(Failure(FailureKind.not_a_picture, detail=f"begins with {head[:16].hex(' ')}"))


class Keeping:
    """The last step of one picture, which the pool takes and the loop may call off meanwhile."""

    def __init__(self) -> None:
        self.has_begun = False
        self._is_off = False
        self._file: Path | None = None
        self._lock = threading.Lock()

    def kept(self, file: Path) -> None:
        with self._lock:
            self._file = file
            if self._is_off:
                _delete(file)

    def call_off(self) -> None:
        """The file goes, now or as soon as it is there: without a job, a rebuilt library would adopt it."""
        with self._lock:
            self._is_off = True
            if self._file is not None:
                _delete(self._file)


@contextlib.contextmanager
def _waiting_for_the_disk(pool: QThreadPool) -> Iterator[None]:
    """Meanwhile the processor decodes another picture."""
    pool.releaseThread()
    try:
        yield
    finally:
        pool.reserveThread()


def _unreadable(path: Path, error: OSError) -> FaceGenError:
    return FaceGenError(Failure(FailureKind.file_unreadable, path=str(path), detail=str(error)))


def _delete(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
