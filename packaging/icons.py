"""Makes every file of resources/app-icon/ from its one SVG: PNGs, the Windows .ico and the macOS .icns.

The files are kept in the repository, so that a build needs no renderer; run this after changing the SVG:
`.venv/bin/python packaging/icons.py`. `--check` only tells whether they are up to date.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from product import ICONS, PACKAGE
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

PNG_SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 192, 256, 512)
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
# Apple's type codes: 16 to 1024 pixels, some sizes twice because a "@2x" one has a code of its own.
ICNS_TYPES = {
    "icp4": 16,
    "icp5": 32,
    "ic07": 128,
    "ic08": 256,
    "ic09": 512,
    "ic10": 1024,
    "ic11": 32,
    "ic12": 64,
    "ic13": 256,
    "ic14": 512,
}


def draw(renderer: QSvgRenderer, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_ARGB32)


def png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def bitmap(image: QImage) -> bytes:
    """The form for small icons that every Windows program reads: bottom row first, then an empty mask."""
    size = image.width()
    header = struct.pack("<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, 0, 0, 0, 0, 0)
    rows = bytes(image.constBits())
    stride = image.bytesPerLine()
    pixels = b"".join(rows[y * stride : y * stride + size * 4] for y in reversed(range(size)))
    mask = bytes((size + 31) // 32 * 4 * size)
    return header + pixels + mask


def ico(images: list[QImage]) -> bytes:
    bodies = [png(image) if image.width() == 256 else bitmap(image) for image in images]
    offset = 6 + 16 * len(images)
    table = b""
    for image, body in zip(images, bodies, strict=True):
        edge = image.width() % 256
        table += struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(body), offset)
        offset += len(body)
    return struct.pack("<HHH", 0, 1, len(images)) + table + b"".join(bodies)


def icns(renderer: QSvgRenderer) -> bytes:
    chunks = b""
    for code, size in ICNS_TYPES.items():
        body = png(draw(renderer, size))
        chunks += code.encode("ascii") + struct.pack(">I", len(body) + 8) + body
    return b"icns" + struct.pack(">I", len(chunks) + 8) + chunks


def all_files() -> dict[Path, bytes]:
    renderer = QSvgRenderer(str(ICONS / f"{PACKAGE}.svg"))
    files = {ICONS / f"{PACKAGE}-{size}.png": png(draw(renderer, size)) for size in PNG_SIZES}
    files[ICONS / f"{PACKAGE}.ico"] = ico([draw(renderer, size) for size in ICO_SIZES])
    files[ICONS / f"{PACKAGE}.icns"] = icns(renderer)
    return files


def main() -> int:
    # The renderer draws no text, yet Qt wants an application before it paints.
    application = QGuiApplication(sys.argv)
    files = all_files()
    application.quit()
    stale = [path.name for path, data in files.items() if not path.exists() or path.read_bytes() != data]
    if "--check" in sys.argv:
        print(f"out of date: {', '.join(stale)}" if stale else "icons are up to date")
        return 1 if stale else 0
    for path, data in files.items():
        path.write_bytes(data)
    print(f"{len(files)} files written to {ICONS}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
