"""Pictures for tests, honest ones and attacks, made by code so that everybody sees what is in them."""

import random
import struct
import zlib

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QColorSpace, QImage, QImageWriter, QPainter


def face(image_format: str = "png", width: int = 160, height: int = 200, seed: int = 0) -> bytes:
    """A drawn head with some noise, so that the files are as long as photographs are."""
    dice = random.Random(seed)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor.fromHsv(dice.randrange(360), 80, 220))
    painter = QPainter(image)
    painter.setBrush(QColor.fromHsv(30, 90, 230))
    painter.drawEllipse(width // 5, height // 6, width * 3 // 5, height * 2 // 3)
    for _ in range(400):
        painter.setPen(QColor(dice.randrange(256), dice.randrange(256), dice.randrange(256)))
        painter.drawPoint(dice.randrange(width), dice.randrange(height))
    painter.end()
    return encoded(image, image_format)


def encoded(image: QImage, image_format: str, quality: int = 90) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, image_format.encode())
    if image_format != "png":
        writer.setQuality(quality)
    assert writer.write(image), writer.errorString()
    buffer.close()
    return bytes(data.data())


def png_chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width: int, height: int, depth: int, colour: int, rows: bytes) -> bytes:
    """A PNG whose header says what one likes; `rows` are filtered scan lines, not yet compressed."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + png_chunk(b"IHDR", header)
        + png_chunk(b"IDAT", zlib.compress(rows, 9))
        + png_chunk(b"IEND", b"")
    )


def bomb(width: int = 50_000, height: int = 50_000) -> bytes:
    """Small on the wire, gigabytes in memory."""
    return png(width, height, 8, 2, bytes(1_000_000))


def sixteen_bit_png(width: int = 40, height: int = 30) -> bytes:
    return png(width, height, 16, 2, b"".join(b"\0" + b"\x12\x34" * 3 * width for _ in range(height)))


def jpeg_with_orientation(orientation: int = 6) -> bytes:
    """A landscape JPEG, 120 x 80 in the file, that its EXIF data turn by a quarter."""
    plain = face("jpeg", 120, 80)
    tiff = b"II*\0\x08\0\0\0" + struct.pack("<HHHIHHI", 1, 0x0112, 3, 1, orientation, 0, 0)
    body = b"Exif\0\0" + tiff
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + plain[2:]


def gif(frames: int = 3) -> bytes:
    """An animated GIF of 2 x 2 pixels."""
    frame = b"\x21\xf9\x04\x04\x0a\0\0\0" + b"\x2c\0\0\0\0\x02\0\x02\0\0" + b"\x02\x03\x44\x34\x05\0"
    screen = b"\x02\0\x02\0\x80\0\0" + b"\xff\x00\x00" + b"\x00\x00\xff"
    return b"GIF89a" + screen + frame * frames + b"\x3b"


def cmyk_jpeg() -> bytes:
    image = QImage(64, 48, QImage.Format.Format_CMYK8888)
    image.fill(0x00336699)
    return encoded(image, "jpeg")


SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>'
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
HTML = b"<!DOCTYPE html><html><head><title>404 Not Found</title></head><body></body></html>"
MP4 = b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41" + bytes(400)


def long_gif(width: int = 60, height: int = 80, frames: int = 3, seed: int = 0) -> bytes:
    """An animated GIF of noise, some kilobytes long, and as simple as its compression can be."""
    dice = random.Random(seed)
    screen = struct.pack("<HHBBB", width, height, 0xF7, 0, 0) + bytes(range(256)) * 3
    return b"GIF89a" + screen + b"".join(_gif_frame(dice, width, height) for _ in range(frames)) + b"\x3b"


def _gif_frame(dice: random.Random, width: int, height: int) -> bytes:
    bits, length = 0, 0
    for place in range(width * height):
        if place % 250 == 0:  # begins anew before its codes grow beyond nine bits
            bits |= 256 << length
            length += 9
        bits |= dice.randrange(256) << length
        length += 9
    bits |= 257 << length
    data = bits.to_bytes((length + 9 + 7) // 8, "little")
    blocks = b"".join(bytes([len(data[i : i + 255])]) + data[i : i + 255] for i in range(0, len(data), 255))
    return b"\x2c" + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\x08" + blocks + b"\0"


def claiming(data: bytes, width: int, height: int) -> bytes:
    """A picture whose header says another size; the rest stays as it is. WebP: only lossless."""
    if data.startswith(b"\x89PNG"):
        header = struct.pack(">II", width, height) + data[24:29]
        return data[:8] + png_chunk(b"IHDR", header) + data[33:]
    if data.startswith(b"GIF8"):
        frame = data.index(b"\x2c", 13 + 768)
        data = data[: frame + 5] + struct.pack("<HH", width, height) + data[frame + 9 :]
        return data[:6] + struct.pack("<HH", width, height) + data[10:]
    if data.startswith(b"BM"):
        return data[:18] + struct.pack("<ii", width, height) + data[26:]
    if data[12:16] == b"VP8L":
        sizes = struct.pack("<I", (width - 1) | (height - 1) << 14 | data[24] >> 4 << 28)
        return data[:21] + sizes + data[25:]
    at = next(place for place in range(2, len(data)) if data[place : place + 2] in (b"\xff\xc0", b"\xff\xc2"))
    return data[: at + 5] + struct.pack(">HH", height, width) + data[at + 9 :]


def plain(
    image_format: str,
    edge: int = 64,
    *,
    progressive: bool = False,
    wide_gamut: bool = False,
    depth: QImage.Format = QImage.Format.Format_RGB32,
) -> bytes:
    """One colour all over, a square, in few bytes however large it is. WebP: lossless."""
    image = QImage(edge, edge, depth)
    image.fill(QColor(200, 150, 120))
    if wide_gamut:
        image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, image_format.encode())
    if image_format != "png":
        writer.setQuality(100)
    writer.setProgressiveScanWrite(progressive)
    assert writer.write(image), writer.errorString()
    buffer.close()
    return bytes(data.data())
