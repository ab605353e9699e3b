"""What the server does with a request: proper answers, and every way to misbehave. Each gives a Script."""

import json
import struct
import zlib
from functools import cache

from tests.wire.server import Line, Request, Script


def answer(
    body: bytes = b"", *, status: int = 200, headers: dict[str, str] | None = None, **more: str
) -> Script:
    """A whole and proper answer. `more`: headers, with _ for -."""
    fields = {"Content-Length": str(len(body)), **(headers or {})}
    fields |= {name.replace("_", "-"): value for name, value in more.items()}

    def script(request: Request, line: Line) -> None:
        line.send(head(status, fields) + (b"" if request.method == "HEAD" else body))

    return script


def json_answer(value: object, status: int = 200, **headers: str) -> Script:
    return answer(json.dumps(value).encode(), status=status, content_type="application/json", **headers)


def redirect(location: str, status: int = 302) -> Script:
    return answer(status=status, location=location)


def head(status: int, fields: dict[str, str]) -> bytes:
    lines = [f"HTTP/1.1 {status} Whatever", *(f"{name}: {value}" for name, value in fields.items())]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"


def by_path(routes: dict[str, Script], otherwise: Script | None = None) -> Script:
    def script(request: Request, line: Line) -> None:
        chosen = routes.get(request.path, otherwise)
        (chosen or answer(b"", status=404))(request, line)

    return script


def in_turn(*scripts: Script) -> Script:
    """One after the other; the last one for good."""
    left = list(scripts)

    def script(request: Request, line: Line) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(request, line)

    return script


def says_nothing(request: Request, line: Line) -> None:
    line.hold()


def closes_at_once(request: Request, line: Line) -> None:
    line.close()


def resets_in_the_header(request: Request, line: Line) -> None:
    line.send(b"HTTP/1.1 200 OK\r\nContent-Ty")
    line.reset()


def resets_in_the_body(body: bytes) -> Script:
    def script(request: Request, line: Line) -> None:
        line.send(head(200, {"Content-Length": str(len(body))}) + body[: len(body) // 2])
        line.reset()

    return script


def half_of(body: bytes, **more: str) -> Script:
    """The full Content-Length, half the bytes, and a polite end."""

    def script(request: Request, line: Line) -> None:
        fields = {"Content-Length": str(len(body))}
        fields |= {name.replace("_", "-"): value for name, value in more.items()}
        line.send(head(200, fields) + body[: len(body) // 2])
        line.close()

    return script


def falls_silent_after(body: bytes) -> Script:
    def script(request: Request, line: Line) -> None:
        line.send(head(200, {"Content-Length": str(2 * len(body))}) + body)
        line.hold()

    return script


def chunked_without_end(chunk: bytes) -> Script:
    def script(request: Request, line: Line) -> None:
        line.send(head(200, {"Transfer-Encoding": "chunked"}))
        while line.hold(0):
            line.send(b"%x\r\n%s\r\n" % (len(chunk), chunk))

    return script


def chunked_and_cut_off(chunk: bytes) -> Script:
    def script(request: Request, line: Line) -> None:
        line.send(head(200, {"Transfer-Encoding": "chunked"}) + b"%x\r\n%s\r\n" % (len(chunk), chunk))
        line.close()

    return script


def trickles(byte: bytes, every: float) -> Script:
    def script(request: Request, line: Line) -> None:
        line.send(head(200, {"Content-Length": "1000000"}))
        while line.hold(every):
            line.send(byte)

    return script


@cache
def _spaces(megabytes: int) -> bytes:
    """Compressed once: after a full flush one megabyte's bytes may stand behind each other."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    megabyte = b" " * 1_000_000
    packed = compressor.compress(megabyte) + compressor.flush(zlib.Z_FULL_FLUSH)
    checksum = 0
    for _ in range(megabytes):
        checksum = zlib.crc32(megabyte, checksum)
    trailer = struct.pack("<II", checksum, megabytes * len(megabyte) & 0xFFFFFFFF)
    return b"\x1f\x8b\x08" + bytes(6) + b"\xff" + packed * megabytes + compressor.flush() + trailer


def gzip_bomb(megabytes: int, *, layers: int = 1) -> Script:
    """That many megabytes of spaces, as a few kilobytes."""
    body = _spaces(megabytes)
    for _ in range(layers - 1):
        compressor = zlib.compressobj(9, zlib.DEFLATED, 31)
        body = compressor.compress(body) + compressor.flush()
    return answer(body, content_encoding=", ".join(["gzip"] * layers), content_type="application/json")


def resumable(body: bytes, *, cut_at: int, etag: str = '"one"') -> Script:
    """Cuts the first answer off at `cut_at`; knows ranges, and If-Range."""

    def script(request: Request, line: Line) -> None:
        start = 0
        if (wanted := request.headers.get("range")) and request.headers.get("if-range") == etag:
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        fields = {"ETag": etag, "Accept-Ranges": "bytes", "Content-Length": str(len(body) - start)}
        if start:
            fields["Content-Range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
            line.send(head(206, fields) + body[start:])
        else:
            line.send(head(200, fields) + body[:cut_at])
            line.close()

    return script
