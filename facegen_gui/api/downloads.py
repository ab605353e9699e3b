"""Fetches one picture file from wherever its link leads. Sends no key, no cookie and no password, ever.

Which links may be followed is `link_policy`'s. What the bytes are is not asked here: any file is received,
since other media are kept, too. Only web pages in place of a file are told apart.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from facegen_gui.api.late_transport import LateTransport
from facegen_gui.api.link_policy import MOST_REDIRECTS, checked_link, checked_redirect, host_of, unsafe
from facegen_gui.api.received_file import LARGEST_FILE, Progress, ReceivedFile, too_large
from facegen_gui.api.reply_errors import DEFAULT_PAUSE, header_wait
from facegen_gui.api.timeouts import Timeouts
from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.network import NetworkSettings

if TYPE_CHECKING:
    from facegen_gui.api.transport import Answer

# More connections only slow httpx down: 8 were measured as the best, 32 took twice as long.
CONNECTIONS = 8
_MOST_RESUMPTIONS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Downloaded:
    size: int
    sha256: str
    final_host: str  # after redirects; "" for a data: URI


@dataclass(slots=True)
class _Partial:
    """What is needed to go on after a cut-off: the file so far and what proves the rest belongs to it."""

    file: ReceivedFile
    validator: str  # a strong ETag or a date; "" where the host gave none: then it starts anew
    total: int


class Downloader:
    """One per worker run; belongs to its asyncio loop. Cheap until the first download."""

    def __init__(
        self,
        settings: NetworkSettings,
        proxy_for: Callable[[str], str | None],
        *,
        timeouts: Timeouts | None = None,
    ) -> None:
        self._settings = settings
        self._timeouts = timeouts or Timeouts()
        self._transport = LateTransport(settings, proxy_for, connections=CONNECTIONS, timeouts=self._timeouts)

    async def download(
        self, link_url: str, destination: Path, progress: Progress | None = None
    ) -> Downloaded:
        """Receives into `destination`, which is replaced, and not synced; when it raises, the file is gone.

        `progress(bytes so far, bytes in all or 0)` comes at most ten times a second, and once at the end.
        Raises FaceGenError. Its Failure names in `host` the picture host: rate_limited, connection_refused,
        name_not_found or timed_out then concern that host alone, not the service. picture_not_yet: 401, 403,
        404, a page or nothing in its place; picture_gone: 410; picture_damaged: cut off.
        """
        if link_url[:5].lower() == "data:":
            return self._decode_data_uri(link_url, destination, progress)
        url = checked_link(link_url, self._settings.server)
        partial: _Partial | None = None
        try:
            for _ in range(_MOST_RESUMPTIONS):
                before = partial.file.received if partial else 0
                outcome = await self._receive(url, destination, progress, partial)
                if isinstance(outcome, Downloaded):
                    partial = None
                    return outcome
                partial, cut_off = outcome
                if not partial.validator or partial.file.received <= before:
                    raise cut_off
            raise cut_off
        finally:
            if partial is not None:
                partial.file.abandon()

    async def aclose(self) -> None:
        await self._transport.aclose()

    def _decode_data_uri(self, uri: str, destination: Path, progress: Progress | None) -> Downloaded:
        file = ReceivedFile(destination, "", is_base64=True, progress=progress)
        try:
            data = uri.encode("utf-8", "replace")
            for start in range(0, len(data), 1 << 16):
                file.take(data[start : start + (1 << 16)], len(data))
            sha256 = file.finish()
        except BaseException:
            file.abandon()
            raise
        return Downloaded(file.size, sha256, "")

    async def _receive(
        self, url: str, destination: Path, progress: Progress | None, partial: _Partial | None
    ) -> Downloaded | tuple[_Partial, FaceGenError]:
        """One request, and those its redirects lead to."""
        headers = {"accept": "image/png, image/jpeg, image/webp, image/*;q=0.9, */*;q=0.8"}
        if partial is not None:
            headers |= {"range": f"bytes={partial.file.received}-", "if-range": partial.validator}
        hop = url
        for _ in range(MOST_REDIRECTS + 1):
            async with self._transport.send("GET", hop, headers) as answer:
                if answer.status in _REDIRECTS and "location" in answer.headers:
                    hop = checked_redirect(hop, answer.headers["location"], self._settings.server)
                    continue
                host = host_of(hop)
                if partial is not None and not _goes_on(answer, partial):
                    # The file changed or the host cannot resume: a clean start. What a host sends in answer
                    # to a range it does not have (416) is no picture, so it is asked again from the start.
                    partial.file.abandon()
                    partial = None
                    if answer.status in {206, 416}:
                        del headers["range"], headers["if-range"]
                        continue
                if (failure := _refusal(answer, host)) is not None:
                    if partial is not None:
                        partial.file.abandon()
                    raise FaceGenError(failure)
                if partial is None:
                    is_base64 = urlsplit(url).path.lower().endswith(".base64")
                    file = ReceivedFile(destination, host, is_base64=is_base64, progress=progress)
                    partial = _Partial(file, _validator(answer.headers), _length(answer.headers))
                return await self._take_body(answer, partial, host)
        raise unsafe(hop, f"more than {MOST_REDIRECTS} redirects")

    async def _take_body(
        self, answer: "Answer", partial: _Partial, host: str
    ) -> Downloaded | tuple[_Partial, FaceGenError]:
        file = partial.file
        started, before = time.monotonic(), file.received
        try:
            try:
                async for chunk in answer.chunks:
                    file.take(chunk, partial.total)
                    elapsed = time.monotonic() - started
                    if (
                        elapsed > self._timeouts.slow_after
                        and file.received - before < elapsed * self._timeouts.slowest
                    ):
                        detail = f"{file.received} bytes in {elapsed:.0f} s"
                        raise FaceGenError(Failure(FailureKind.timed_out, host=host, detail=detail))
            except FaceGenError as error:
                if error.failure.kind is not FailureKind.service_trouble:
                    raise
                detail = f"cut off after {file.received} of {partial.total or 'unknown'} bytes"
                cut_off = replace(
                    error.failure,
                    kind=FailureKind.picture_damaged,
                    status=answer.status,
                    host=host,
                    detail=f"{detail}; {error.failure.detail}"[:2000],
                )
                file.flush()
                return partial, FaceGenError(cut_off)
            sha256 = file.finish()
        except BaseException:
            file.abandon()
            raise
        return Downloaded(file.size, sha256, host)


def _refusal(answer: "Answer", host: str) -> Failure | None:
    status = answer.status
    if status in {200, 203, 206}:
        length = _length(answer.headers)
        return too_large(host, length) if length > LARGEST_FILE else None
    wait = header_wait(answer.headers.get("retry-after", ""), datetime.now(UTC)) or 0.0
    match status:
        case 429:
            kind, wait = FailureKind.rate_limited, wait or DEFAULT_PAUSE
        case 410:
            kind = FailureKind.picture_gone
        case 407 if answer.is_proxys:
            kind = FailureKind.proxy
        case _ if status >= 500 or status == 408:
            kind = FailureKind.service_trouble
        case _:
            kind = FailureKind.picture_not_yet
    return Failure(kind, status=status, host=host, retry_after=wait, detail=f"HTTP {status}")


def _goes_on(answer: "Answer", partial: _Partial) -> bool:
    """Whether this is exactly the rest of what we have."""
    if answer.status >= 400 and answer.status != 416:
        return True  # a refusal, to be told as one
    return (
        answer.status == 206
        and answer.headers.get("content-range", "").startswith(f"bytes {partial.file.received}-")
        and answer.headers.get("content-encoding", "identity") == "identity"
        and not partial.file.is_base64
    )


def _validator(headers: Mapping[str, str]) -> str:
    """What If-Range may carry: a weak ETag promises no identical bytes."""
    if headers.get("content-encoding", "identity") != "identity":
        return ""
    if headers.get("accept-ranges", "").lower() == "none":
        return ""
    etag = headers.get("etag", "")
    if etag and not etag.startswith("W/"):
        return etag
    return headers.get("last-modified", "")


def _length(headers: Mapping[str, str]) -> int:
    length = headers.get("content-length", "")
    return int(length) if length.isdecimal() and len(length) < 16 else 0
