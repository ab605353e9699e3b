"""HTTP/1.1 as far as the practice service needs it: requests in, answers out, connections kept alive.

Written by hand rather than with `http.server`, because an answer may have to break off in the middle.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import formatdate
from http import HTTPStatus
from urllib.parse import unquote

LARGEST_HEAD = 64 * 1024
LARGEST_BODY = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it came in. Header names are in lower case; `at` is UTC."""

    method: str
    path: str  # percent-decoded, without the query
    headers: Mapping[str, str]
    body: bytes
    at: datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """What to send. `cut_after` bytes of the body the connection breaks off, though all were announced."""

    status: int
    body: bytes
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    cut_after: int | None = None


class BadRequestError(Exception):
    """The other side does not speak HTTP as this server understands it."""


async def read_request(reader: asyncio.StreamReader) -> Request | None:
    """The next request of a connection, None at its end. Raises BadRequestError."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError as error:
        if error.partial.strip():
            raise BadRequestError("the request ended in its header") from None
        return None
    except asyncio.LimitOverrunError:
        raise BadRequestError("the header is too long") from None
    first, *lines = head.decode("latin-1").split("\r\n")[:-2]
    try:
        method, target, _ = first.split(" ")
        headers = {name.strip().lower(): value.strip() for name, value in (s.split(":", 1) for s in lines)}
        length = int(headers.get("content-length", "0"))
    except ValueError:
        raise BadRequestError("the header cannot be understood") from None
    if not 0 <= length <= LARGEST_BODY or "transfer-encoding" in headers:
        raise BadRequestError("the body has no length, or is too long")
    try:
        body = await reader.readexactly(length)
    except asyncio.IncompleteReadError:
        raise BadRequestError("the request ended in its body") from None
    return Request(method, unquote(target.partition("?")[0]), headers, body, datetime.now(UTC))


def ranged(request: Request, answer: Answer) -> Answer:
    """`answer`, or the rest of it that a `Range: bytes=N-` asks for."""
    wanted = request.headers.get("range", "")
    if answer.status != HTTPStatus.OK or not wanted.startswith("bytes="):
        return answer
    start, dash, end = wanted.removeprefix("bytes=").partition("-")
    size = len(answer.body)
    if not dash or not start.isdecimal() or end:
        return answer
    if int(start) >= size:
        return Answer(416, b"", answer.content_type, {"Content-Range": f"bytes */{size}"})
    headers = {**answer.headers, "Content-Range": f"bytes {start}-{size - 1}/{size}"}
    return Answer(206, answer.body[int(start) :], answer.content_type, headers, answer.cut_after)


async def write_answer(writer: asyncio.StreamWriter, request: Request, answer: Answer) -> bool:
    """Sends `answer`; whether the connection may be used again."""
    cut = answer.cut_after is not None and answer.cut_after < len(answer.body)
    keep = not cut and request.headers.get("connection", "").lower() != "close"
    headers = {
        "Date": formatdate(usegmt=True),
        "Content-Type": answer.content_type,
        "Content-Length": str(len(answer.body)),
        "Connection": "keep-alive" if keep else "close",
        **answer.headers,
    }
    head = f"HTTP/1.1 {answer.status} {_reason(answer.status)}\r\n"
    head += "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    writer.write(head.encode("latin-1") + b"\r\n")
    if request.method != "HEAD":
        writer.write(answer.body[: answer.cut_after] if cut else answer.body)
    await writer.drain()
    return keep


def _reason(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"
