"""Writes one download to its file while measuring, decoding and hashing it. Knows no network."""

import contextlib
import hashlib
import re
import time
from collections.abc import Callable
from pathlib import Path

from facegen_gui.api.bounded_decoding import Base64Text
from facegen_gui.domain.disk_failures import os_failure
from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind

LARGEST_FILE = 64 * 1024 * 1024
_AT_ONCE = 256 * 1024  # hashing and writing in pieces of this size costs least, and frees the GIL
_REPORT_EVERY = 0.1
# What a web server says in place of a picture that is not there. SVG starts with neither.
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<head|<body|(?:<\?xml[^>]*>\s*)?<error)", re.I
)

Progress = Callable[[int, int], None]  # bytes so far, bytes in all (0 when unknown)


class ReceivedFile:
    """A file being received. `abandon` removes it; a partial one may be kept open to be gone on with."""

    def __init__(self, path: Path, host: str, *, is_base64: bool, progress: Progress | None) -> None:
        self.received = 0  # as it came, without compression
        self.size = 0  # as it was written
        self._path = path
        self._host = host
        self._progress = progress
        self._reported = 0.0
        self._hash = hashlib.sha256()
        self._buffer = bytearray()
        self._base64 = Base64Text() if is_base64 else None
        self._is_first = True
        try:
            self._file = path.open("wb", buffering=0)
        except OSError as error:
            raise self._disk_error(error) from error

    @property
    def is_base64(self) -> bool:
        return self._base64 is not None

    def take(self, chunk: bytes, total: int) -> None:
        self.received += len(chunk)
        if self.received > LARGEST_FILE:
            raise FaceGenError(too_large(self._host, self.received))
        self._buffer += chunk
        if len(self._buffer) >= _AT_ONCE:
            self._flush()
        if self._progress is not None and (now := time.monotonic()) - self._reported >= _REPORT_EVERY:
            self._reported = now
            self._progress(self.received, total)

    def finish(self) -> str:
        """Writes the rest; gives the SHA-256. Raises when what came cannot be a picture at all."""
        self._flush()
        if self._base64 is not None:
            self._write(self._decoded(self._base64.finish))
        if self.size == 0:
            raise FaceGenError(
                Failure(FailureKind.picture_not_yet, status=200, host=self._host, detail="an empty file")
            )
        self.close()
        if self._progress is not None:
            self._progress(self.received, self.received)
        return self._hash.hexdigest()

    def flush(self) -> None:
        """So that a partial file holds all that was received."""
        self._flush()

    def close(self) -> None:
        self._file.close()

    def abandon(self) -> None:
        # Why it is abandoned is worth more than why it cannot be tidied up; a later run sweeps it.
        with contextlib.suppress(OSError):
            self.close()
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _flush(self) -> None:
        data = bytes(self._buffer)
        self._buffer.clear()
        if not data:
            return
        if self._is_first:
            self._is_first = False
            if _PAGE.match(data):
                raise FaceGenError(
                    Failure(
                        FailureKind.picture_not_yet,
                        status=200,
                        host=self._host,
                        detail="a web page in place of the picture",
                    )
                )
            if self._base64 is None and data[:5].lower() == b"data:":
                self._base64 = Base64Text()
        if self._base64 is not None:
            text, feed = data, self._base64.feed
            data = self._decoded(lambda: feed(text))
        self._write(data)

    def _decoded(self, take: Callable[[], bytes]) -> bytes:
        try:
            return take()
        except ValueError as error:
            detail = f"the base64 text is damaged: {error}"
            raise FaceGenError(
                Failure(FailureKind.picture_damaged, host=self._host, detail=detail)
            ) from error

    def _write(self, data: bytes) -> None:
        self._hash.update(data)
        self.size += len(data)
        view = memoryview(data)
        try:
            while view:
                view = view[self._file.write(view) :]
        except OSError as error:
            raise self._disk_error(error) from error

    def _disk_error(self, error: OSError) -> FaceGenError:
        return FaceGenError(os_failure(error, self._path.parent, FailureKind.folder_not_writable))


def too_large(host: str, size: int) -> Failure:
    detail = f"{size} bytes or more, the limit is {LARGEST_FILE}"
    return Failure(FailureKind.too_large, host=host, detail=detail)
