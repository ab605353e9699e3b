"""`python -m tests.faults.attacks FOLDER`: has every attacking picture looked at in a process of its own.

Prints one JSON object a line: what came of it, how the process ended, and the most memory it had.
"""

import json
import os
import resource
import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtGui import QImage

from facegen_gui.domain.failures import FaceGenError
from facegen_gui.domain.media import HEAD_BYTES, sniff
from facegen_gui.services.decoding import MAX_BYTES, decode, inspect
from tests.pictures import made

DEEP = QImage.Format.Format_RGBA64
SEE_THROUGH = QImage.Format.Format_ARGB32
# As large as is taken, and somewhat too large, for 4, 8 and 16 bytes a pixel.
LARGEST = {size: int((MAX_BYTES / size) ** 0.5) - 1 for size in (4, 8, 16)}
# The same for a JPEG of several scans, whose coefficients take 6 bytes a pixel, in whole blocks.
BUFFERED = int((MAX_BYTES / 6) ** 0.5) // 16 * 16


def attacks() -> Iterator[tuple[str, Callable[[], bytes]]]:
    yield "png bomb", made.bomb
    yield "png that claims two gigabytes", lambda: made.claiming(made.face(), 26_000, 26_000)
    yield "png with a part of two gigabytes", lambda: made.face()[:33] + b"\x7f\xff\xff\xffIDAT"
    yield "png text bomb", text_bomb
    yield "png profile bomb", profile_bomb
    yield "png as large as is taken", lambda: blank_png(LARGEST[4], 8, 2)
    yield "png, see-through, as large as is taken", lambda: blank_png(LARGEST[8], 8, 6)
    yield "png, grey, as large as is taken", lambda: blank_png(LARGEST[8], 8, 0)
    yield "png, 16 bit, as large as is taken", lambda: blank_png(LARGEST[16], 16, 6)
    yield "png, see-through, too large", lambda: blank_png(LARGEST[8] + 2, 8, 6)
    yield "png, 16 bit, too large", lambda: blank_png(LARGEST[16] + 2, 16, 2)
    yield "jpeg as large as is taken", lambda: made.claiming(made.plain("jpeg"), 9_999, 9_999)
    yield "jpeg that claims two gigabytes", lambda: made.claiming(made.plain("jpeg"), 26_000, 26_000)
    progressive = made.plain("jpeg", progressive=True)
    yield "jpeg, progressive, as large as is taken", lambda: made.claiming(progressive, *[BUFFERED] * 2)
    yield "jpeg, progressive, too large", lambda: made.claiming(progressive, *[BUFFERED + 16] * 2)
    yield (
        "jpeg, wide gamut",
        lambda: made.claiming(made.plain("jpeg", wide_gamut=True), LARGEST[4], LARGEST[4]),
    )
    yield "jpeg, cmyk", lambda: made.claiming(made.cmyk_jpeg(), 9_999, 9_999)
    yield "jpeg, turned", lambda: made.claiming(made.jpeg_with_orientation(), LARGEST[4], LARGEST[4])
    yield "webp as large as is taken", lambda: made.plain("webp", LARGEST[8])
    yield "webp that claims too much", lambda: made.claiming(made.plain("webp"), 16_000, 16_000)
    yield "gif as large as is taken", lambda: made.claiming(made.long_gif(), LARGEST[8], LARGEST[8])
    yield "gif that claims too much", lambda: made.claiming(made.long_gif(), 60_000, 60_000)
    yield "gif of a thousand frames", lambda: made.gif(1000)
    yield "bmp that claims too much", lambda: made.claiming(made.face("bmp"), 26_000, 26_000)
    yield "no bytes", lambda: b""
    yield "cmyk", made.cmyk_jpeg
    yield "16 bit", made.sixteen_bit_png
    yield "16 bit, see-through", lambda: made.plain("png", depth=DEEP)
    yield "profile", lambda: made.plain("png", wide_gamut=True, depth=SEE_THROUGH)
    for name, data in FALSE_COLOURS.items():
        yield name, lambda data=data: data
    for image_format in ("png", "jpeg", "webp"):
        yield from truncated(image_format, made.face(image_format, 300, 400))
    yield from truncated("gif", made.long_gif())


FALSE_COLOURS = {
    "svg": made.SVG,
    "svg without a declaration": made.SVG.partition(b"\n")[2],
    "pdf": made.PDF,
    "page": made.HTML,
    "video": made.MP4,
    "svg after a png's signature": b"\x89PNG\r\n\x1a\n" + made.SVG,
    "page after a gif's signature": b"GIF89a/*" + made.HTML,
    "svg after a bitmap's signature": b"BM" + made.SVG,
    "pdf after a jpeg's signature": b"\xff\xd8\xff" + made.PDF,
}


def truncated(name: str, data: bytes) -> Iterator[tuple[str, Callable[[], bytes]]]:
    for cut in range(0, len(data), 1024):
        yield f"{name} cut off at {cut}", lambda data=data, cut=cut: data[:cut]


def blank_png(edge: int, depth: int, colour: int) -> bytes:
    """All rows are there and zero, in a thousandth of their size."""
    channels = {0: 1, 2: 3, 6: 4}[colour]
    rows = packed_zeros(edge * ((edge * channels * depth + 7) // 8 + 1))
    header = struct.pack(">IIBBBBB", edge, edge, depth, colour, 0, 0, 0)
    chunks = (made.png_chunk(b"IHDR", header), made.png_chunk(b"IDAT", rows), made.png_chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def text_bomb() -> bytes:
    return _beside(made.png_chunk(b"zTXt", b"Comment\0\0" + packed_zeros(400_000_000)))


def profile_bomb() -> bytes:
    return _beside(made.png_chunk(b"iCCP", b"bomb\0\0" + packed_zeros(400_000_000)))


def packed_zeros(size: int) -> bytes:
    """What zlib would make of so many zeros, without its doing so: blocks that can be repeated."""
    block = bytes(1 << 20)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    last = zlib.compressobj(9, zlib.DEFLATED, -15)
    rest = last.compress(bytes(size % len(block))) + last.flush()
    # Adler-32 of zeros: one, and the number of bytes.
    return b"\x78\xda" + packed * (size // len(block)) + rest + struct.pack(">HH", size % 65_521, 1)


def _beside(chunk: bytes) -> bytes:
    face = made.face()
    return face[:33] + chunk + face[33:]


def look_at(path: Path) -> dict[str, object]:
    """What the program does with a file that came, and then in its viewer."""
    with path.open("rb") as file:
        media_type = sniff(file.read(HEAD_BYTES))
    try:
        seen = inspect(path, media_type, path.with_suffix(".thumb"))
        outcome = f"{seen.width} x {seen.height}"
    except FaceGenError as error:
        outcome = error.failure.kind.value
    try:
        image = decode(path, media_type)
        shown = f"{image.width()} x {image.height()}"
    except FaceGenError as error:
        shown = error.failure.kind.value
    return {"type": media_type, "outcome": outcome, "shown": shown}


def main(folder: Path) -> None:
    for name, make in attacks():
        path = folder / "attack.png"
        _in_a_process(lambda make=make, path=path: path.write_bytes(make()))
        path.with_suffix(".thumb").unlink(missing_ok=True)
        told = folder / "told.json"
        told.write_text("{}")
        look = lambda path=path, told=told: told.write_text(json.dumps(look_at(path)))  # noqa: E731
        status, megabytes = _in_a_process(look)
        facts = {"name": name, "status": status, "megabytes": megabytes, **json.loads(told.read_text())}
        print(json.dumps(facts), flush=True)


def _in_a_process(act: Callable[[], object]) -> tuple[int, int]:
    """How it ended (0: well), and the most memory that it had."""
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        act()
        os._exit(0)
    _, status, usage = os.wait4(child, 0)
    return status, usage.ru_maxrss // 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]))
