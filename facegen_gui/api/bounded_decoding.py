"""Decoding of what arrives, never further ahead than a chunk: compressed answers and base64 text.

A kilobyte of gzip can hold a megabyte, so nothing is decompressed at once. Limits are the caller's.
"""

import base64
import binascii
import re
import zlib
from collections.abc import AsyncIterator

from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind

CHUNK = 256 * 1024
_HEAD = 4096
_DATA_URI = re.compile(rb"\s*data:([^,]{0,200}),", re.IGNORECASE)


async def decoded(chunks: AsyncIterator[bytes], encoding: str) -> AsyncIterator[bytes]:
    """`chunks` without their Content-Encoding. We ask for none; some servers compress all the same."""
    encoding = encoding.strip().lower()
    if encoding in {"", "identity"}:
        async for chunk in chunks:
            yield chunk
        return
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise _trouble(f"content encoding {encoding[:40]!r}, which we did not ask for")
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 32)  # tells gzip and zlib apart by itself
    try:
        async for chunk in chunks:
            while chunk and not inflate.eof:
                piece = inflate.decompress(chunk, CHUNK)
                chunk = inflate.unconsumed_tail
                if piece:
                    yield piece
    except zlib.error as error:
        raise _trouble(f"broken compression: {error}") from error
    if not inflate.eof:
        raise _trouble("the compressed answer was cut off")


def _trouble(detail: str) -> FaceGenError:
    return FaceGenError(Failure(FailureKind.service_trouble, detail=detail))


class Base64Text:
    """Base64 text to bytes, piece by piece: with or without a `data:…;base64,` head, URL-safe, broken into
    lines. Text that turns out to be none at its very start goes through as it is."""

    def __init__(self) -> None:
        self._pending = b""
        self._started = False
        self._is_base64 = True

    def feed(self, data: bytes) -> bytes:
        """Raises ValueError where the text stops being base64."""
        self._pending += data
        if not self._started:
            if len(self._pending) < _HEAD:
                return b""
            self._start()
        return self._take(final=False)

    def finish(self) -> bytes:
        if not self._started:
            self._start()
        return self._take(final=True)

    def _start(self) -> None:
        self._started = True
        if head := _DATA_URI.match(self._pending):
            kind = head[1].decode("latin-1").lower()
            if "base64" not in kind.split(";"):
                raise ValueError("a data: URI that is not base64")
            self._pending = self._pending[head.end() :]
        elif self._pending.lstrip()[:5].lower() == b"data:":
            raise ValueError("a data: URI without an end to its head")
        elif not re.fullmatch(rb"[A-Za-z0-9+/_=\s%-]*", self._pending[:_HEAD]):
            self._is_base64 = False

    def _take(self, *, final: bool) -> bytes:
        data = self._pending
        if not self._is_base64:
            self._pending = b""
            return data
        # Percent signs come with data: URIs that were escaped as a whole ("%2B", "%3D").
        data = data.replace(b"%2B", b"+").replace(b"%2F", b"/").replace(b"%3D", b"=")
        data = b"".join(data.split()).translate(bytes.maketrans(b"-_", b"+/"))
        if final:
            self._pending = b""
            data = data.rstrip(b"=")
            data += b"=" * (-len(data) % 4)
        else:
            # What could be half an escape or a padding waits for the rest.
            usable = data.rstrip(b"=")
            usable = usable[: (usable.find(b"%") if b"%" in usable else len(usable)) // 4 * 4]
            self._pending = data[len(usable) :]
            if len(self._pending) > _HEAD:
                raise ValueError("not base64")
            data = usable
        try:
            return base64.b64decode(data, validate=True)
        except binascii.Error as error:
            raise ValueError(str(error)) from error
