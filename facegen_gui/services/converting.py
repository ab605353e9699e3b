"""Copies in another format, or without metadata. Runs in worker threads; writes where it is told to.

A clean PNG or unturned JPEG keeps its compressed pixels as they are and loses only what stands beside them;
other formats are encoded anew. GIF and BMP, which hold no metadata worth the name, stay as they are.
"""

import re
import shutil
import struct
from pathlib import Path

from PySide6.QtGui import QImageIOHandler, QImageWriter

from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.media import HEAD_BYTES, is_raster, sniff
from facegen_gui.domain.saves import SaveFormat, SaveOptions
from facegen_gui.services.decoding import EXACT_ALPHA, decode, reader_for
from facegen_gui.services.plain_colours import bare

_CLEAN_QUALITY = 95
# Chunks that decide how the pixels look; all others are about the picture.
_PNG_KEPT = frozenset({b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs", b"cICP"})
# JFIF, colour profile and Adobe's colour transform.
_JPEG_KEPT = frozenset({0xE0, 0xE2, 0xEE})


def convert(source: Path, destination: Path, options: SaveOptions) -> None:
    """Write a copy of `source` as `options` want it. Raises FaceGenError or OSError."""
    with source.open("rb") as file:
        media_type = sniff(file.read(HEAD_BYTES))
    wanted = options.format.value or media_type.removeprefix("image/")
    if not is_raster(media_type) or wanted in ("gif", "bmp"):
        shutil.copyfile(source, destination)
        return
    if media_type == f"image/{wanted}":
        if not options.clean:
            shutil.copyfile(source, destination)
            return
        if media_type == "image/png":
            destination.write_bytes(_clean_png(source.read_bytes()))
            return
        if media_type == "image/jpeg" and not _is_turned(source):
            destination.write_bytes(_clean_jpeg(source.read_bytes()))
            return
    quality = _CLEAN_QUALITY if options.format is SaveFormat.as_received else options.quality
    _encode(source, media_type, destination, wanted, quality)


def _encode(source: Path, media_type: str, destination: Path, wanted: str, quality: int) -> None:
    image = decode(source, media_type, see_through=EXACT_ALPHA)
    size = reader_for(source, media_type).size()
    if max(image.width(), image.height()) < max(size.width(), size.height()):
        raise FaceGenError(Failure(FailureKind.too_large_to_show, path=str(source)))
    image = bare(image, opaque=wanted == "jpeg")
    writer = QImageWriter(str(destination), wanted.encode())
    if wanted != "png":
        writer.setQuality(quality)
    if not writer.write(image):
        kind = FailureKind.folder_not_writable
        if writer.error() is not QImageWriter.ImageWriterError.DeviceError:
            kind = FailureKind.internal
        # Qt keeps the system's reason to itself, which may be a full disk; writing once more makes it say so.
        with destination.open("ab") as again:
            again.write(bytes(1 << 16))
        raise FaceGenError(Failure(kind, path=str(destination), detail=writer.errorString()))


def _is_turned(source: Path) -> bool:
    reader = reader_for(source, "image/jpeg")
    return reader.transformation() != QImageIOHandler.Transformation.TransformationNone


def _clean_png(data: bytes) -> bytes:
    parts, at = [data[:8]], 8
    while at + 12 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        # Capital first letter: a part of the picture itself.
        if name[:1].isupper() or name in _PNG_KEPT:
            parts.append(data[at:end])
        at = end
        if name == b"IEND":
            break
    return b"".join(parts)


_SCAN_END = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]", re.DOTALL)


def _clean_jpeg(data: bytes) -> bytes:
    parts, at = [data[:2]], 2
    while at + 4 <= len(data):
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xD9:
            break
        end = at + 2 + int(struct.unpack_from(">H", data, at + 2)[0])
        if marker == 0xDA:
            found = _SCAN_END.search(data, end)
            end = found.start() if found else len(data)
        is_beside = 0xE0 <= marker <= 0xEF or marker == 0xFE
        if not is_beside or marker in _JPEG_KEPT:
            parts.append(data[at:end])
        at = end
    return b"".join([*parts, b"\xff\xd9"])
