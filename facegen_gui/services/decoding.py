"""The one place where pictures are decoded: verified, measured, scaled down and written as thumbnails.

Runs in pool threads. Everything goes through QImageReader with a format told by the bytes and a scaled size,
because that neither holds the GIL nor lets a picture choose its decoder.
"""

import contextlib
import mmap
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QImageWriter

from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.jpeg_layout import buffered_bytes
from facegen_gui.domain.media import HEAD_BYTES, is_raster, is_whole, sniff
from facegen_gui.services.plain_colours import in_plain_colours

THUMBNAIL_EDGE = 384
MAX_PIXELS = 100_000_000
# What decoding one picture may take in memory, all copies on the way included.
MAX_BYTES = 240 * 1024 * 1024
# Pixels that are made in any case, beside all that a JPEG of several scans keeps.
_LEAST_SHOWN = 20 * 1024 * 1024

# What the window paints as it is: anything else it would convert first, in the GUI thread.
PAINTED_ALPHA = QImage.Format.Format_ARGB32_Premultiplied
EXACT_ALPHA = QImage.Format.Format_ARGB32

_FORMATS = {
    "image/png": b"png",
    "image/jpeg": b"jpeg",
    "image/webp": b"webp",
    "image/gif": b"gif",
    "image/bmp": b"bmp",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Pixels of a verified picture as shown, its EXIF orientation applied."""

    width: int
    height: int


def inspect(path: Path, media_type: str, thumbnail: Path | None) -> Decoded:
    """Verify the picture from its first to its last byte and write its thumbnail in the same step.

    Raises FaceGenError: picture_damaged, too_large, too_large_to_show (nothing else is wrong with it),
    not_a_picture or file_unreadable. A thumbnail that cannot be written is no error: it is made anew when it
    is wanted.
    """
    if not is_raster(media_type):
        raise _error(FailureKind.not_a_picture, path)
    with _disk_errors(path):
        _check_structure(path, media_type)
        reader = reader_for(path, media_type)
        size = _checked_size(reader, path, media_type)
    image = _read(reader, path, _fitting(size, THUMBNAIL_EDGE), EXACT_ALPHA)
    if thumbnail is not None:
        write_thumbnail(image, thumbnail)
    if reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90:
        size.transpose()
    return Decoded(size.width(), size.height())


def decode(path: Path, media_type: str, edge: int = 0, see_through: QImage.Format = PAINTED_ALPHA) -> QImage:
    """The picture as shown, its longest edge at most `edge` pixels (0: as large as it is, within MAX_BYTES).

    In sRGB, as Format_RGB32 or, with an alpha channel, as `see_through`.
    Raises FaceGenError: picture_damaged, too_large, too_large_to_show, not_a_picture or file_unreadable.
    """
    if not is_raster(media_type):
        raise _error(FailureKind.not_a_picture, path)
    with _disk_errors(path):
        if not path.is_file():
            raise _error(FailureKind.file_unreadable, path)
        reader = reader_for(path, media_type)
        size = _checked_size(reader, path, media_type)
        needed = size.width() * size.height() * _bytes_per_pixel(reader, path)
        room = max(MAX_BYTES - _buffered_bytes(path, media_type), _LEAST_SHOWN)
    longest = largest = max(size.width(), size.height())
    while needed > room:
        # By halves, which the JPEG decoder can do while it decodes.
        largest, needed = (largest + 1) // 2, needed // 4
    if largest < longest:
        edge = min(edge or largest, largest)
    return _read(reader, path, _fitting(size, edge) if edge else QSize(), see_through)


def write_thumbnail(image: QImage, path: Path) -> bool:
    """Write `image` as a thumbnail file, replacing an older one at once; False when the disk refuses."""
    writer_format = b"png" if image.hasAlphaChannel() else b"jpeg"
    if image.hasAlphaChannel() and b"webp" in {bytes(f.data()) for f in QImageWriter.supportedImageFormats()}:
        writer_format = b"webp"
    # Named after the thread, since two of them may make the same thumbnail, and after the process: what
    # another one left is swept at the next start (`PictureFiles.sweep`).
    part = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        writer = QImageWriter(str(part), writer_format)
        writer.setQuality(85)
        if writer.write(image):
            del writer  # closes the file, which Windows wants before a rename
            part.replace(path)
            return True
        del writer
        part.unlink(missing_ok=True)
    except OSError:
        return False
    return False


def read_thumbnail(path: Path, edge: int) -> QImage:
    """A thumbnail file at `edge` pixels or its own size; a null image when it is not there or damaged."""
    try:
        with path.open("rb") as file:
            media_type = sniff(file.read(HEAD_BYTES))
    except OSError:
        return QImage()
    if media_type not in _FORMATS:
        return QImage()
    reader = reader_for(path, media_type)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > THUMBNAIL_EDGE:
        return QImage()
    reader.setScaledSize(_fitting(size, edge))
    return reader.read()


def _check_structure(path: Path, media_type: str) -> None:
    with path.open("rb") as file:
        if not os.fstat(file.fileno()).st_size:
            raise _error(FailureKind.picture_damaged, path)
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            whole = is_whole(data, media_type)
    if not whole:
        raise _error(FailureKind.picture_damaged, path)


def reader_for(path: Path, media_type: str) -> QImageReader:
    """The reader of just this raster format.

    Left to find out, Qt would ask its SVG plugin, which connects objects while this thread holds the GIL. The
    GUI thread, disconnecting others in the same moment, and this one then waited for each other for ever.
    """
    reader = QImageReader(str(path), _FORMATS[media_type])
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    QImageReader.setAllocationLimit(MAX_BYTES // 1024 // 1024)
    return reader


def _checked_size(reader: QImageReader, path: Path, media_type: str) -> QSize:
    """Size in the file, from its header alone, before anything is decoded."""
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        raise _error(FailureKind.picture_damaged, path, reader.errorString())
    pixels = size.width() * size.height()
    if pixels > MAX_PIXELS:
        raise _error(FailureKind.too_large, path, f"{size.width()} x {size.height()}")
    needed = _buffered_bytes(path, media_type)
    if media_type != "image/jpeg":
        # Only the JPEG decoder makes a picture small while it decodes; the others make the whole one first.
        needed = pixels * _bytes_per_pixel(reader, path)
    if needed > MAX_BYTES:
        raise _error(FailureKind.too_large_to_show, path, f"{size.width()} x {size.height()}")
    return size


def _bytes_per_pixel(reader: QImageReader, path: Path) -> int:
    """The most memory that decoding and scaling take, as measured; read from the header alone."""
    is_turned = reader.transformation() != QImageIOHandler.Transformation.TransformationNone
    match reader.imageFormat():
        case QImage.Format.Format_RGB32:
            return 8 if is_turned else 4
        case QImage.Format.Format_RGBX64 | QImage.Format.Format_RGBA64 | QImage.Format.Format_Grayscale16:
            return 16
        case QImage.Format.Format_Invalid if _is_opaque_webp(path):
            return 4
        case _:  # scaling takes a copy with premultiplied alpha, and of fewer colours one with all
            return 8


def _buffered_bytes(path: Path, media_type: str) -> int:
    """What the decoder holds beside the pixels, however few of these are wanted."""
    if media_type != "image/jpeg":
        return 0
    with path.open("rb") as file:
        return buffered_bytes(file)


def _is_opaque_webp(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(16)[12:] == b"VP8 "


def _fitting(size: QSize, edge: int) -> QSize:
    longest = max(size.width(), size.height())
    if longest <= edge:
        return QSize(size)
    return QSize(max(1, round(size.width() * edge / longest)), max(1, round(size.height() * edge / longest)))


def _read(reader: QImageReader, path: Path, size: QSize, see_through: QImage.Format) -> QImage:
    if size.isValid():
        reader.setScaledSize(size)
    image = reader.read()
    if image.isNull():
        raise _error(FailureKind.picture_damaged, path, reader.errorString())
    return in_plain_colours(image, see_through)


@contextlib.contextmanager
def _disk_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _error(FailureKind.file_unreadable, path, str(error)) from error


def _error(kind: FailureKind, path: Path, detail: str = "") -> FaceGenError:
    return FaceGenError(Failure(kind, path=str(path), detail=detail))
