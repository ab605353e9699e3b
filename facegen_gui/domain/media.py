"""What bytes are: the media type told by their content, and whether a raster picture is there to its end.

Names, headers and extensions are never believed. Decoding itself stands in `services.decoding`.
"""

import mmap
import re
import struct
import zlib

# Enough of a file's beginning for `sniff`.
HEAD_BYTES = 4096

# The only formats that ever reach a decoder.
RASTER = frozenset({"image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp"})

# What a storage host or a company proxy sends in place of a picture.
ERROR_PAGES = frozenset({"text/html", "application/xml", "application/json"})

_EXTENSIONS = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/webp": ".webp",
    "image/gif": ".gif",
    "image/bmp": ".bmp",
    "image/tiff": ".tif",
    "image/avif": ".avif",
    "image/heic": ".heic",
    "image/svg+xml": ".svg",
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    "model/gltf-binary": ".glb",
    "video/mp4": ".mp4",
    "video/quicktime": ".mov",
    "video/webm": ".webm",
    "video/x-matroska": ".mkv",
    "video/x-msvideo": ".avi",
    "audio/mp4": ".m4a",
    "audio/mpeg": ".mp3",
    "audio/wav": ".wav",
    "audio/ogg": ".ogg",
    "audio/flac": ".flac",
}

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"%PDF-", "application/pdf"),
    (b"PK\3\4", "application/zip"),
    (b"glTF", "model/gltf-binary"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"ID3", "audio/mpeg"),
)

_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_BRANDS = {
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heic",
    b"qt  ": "video/quicktime",
    b"M4A ": "audio/mp4",
    b"M4B ": "audio/mp4",
}
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body", b"<script", b"<title")


def sniff(head: bytes) -> str:
    """The media type of a file that begins with `head` (up to HEAD_BYTES), empty when unknown."""
    for magic, media_type in _MAGIC:
        if head.startswith(magic):
            return media_type
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12], "")
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    if head[:4] == b"\x1a\x45\xdf\xa3":
        return "video/webm" if b"webm" in head[:64] else "video/x-matroska"
    # "BM" alone begins many a text, so the size of the header after it counts too.
    if head[:2] == b"BM" and head[14:18] in (b"\x0c\0\0\0", b"\x28\0\0\0", b"\x6c\0\0\0", b"\x7c\0\0\0"):
        return "image/bmp"
    # An MPEG audio frame: 11 bits of sync, then a bit rate and a sample rate that exist.
    if len(head) > 2 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2 and head[2] >> 4 not in (0, 15):
        return "audio/mpeg" if head[2] & 0x0C != 0x0C else ""
    return _sniff_text(head)


def _sniff_text(head: bytes) -> str:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if text.startswith(_HTML):
        return "text/html"
    if text.startswith((b"<svg", b"<?xml", b"<!--", b"<!doctype", b"<error")):
        if b"<svg" in text:
            return "image/svg+xml"
        return "text/html" if b"<html" in text else "application/xml"
    if text.startswith((b'{"', b"{ ", b"{\n", b"{\r", b"{}", b"[")):
        return "application/json"
    return ""


def extension_for(media_type: str) -> str:
    """The extension, with its dot, of a file of that type; `.bin` for a type that is not known here."""
    return _EXTENSIONS.get(media_type, ".bin")


def is_raster(media_type: str) -> bool:
    """Whether files of that type are decoded and shown as pictures."""
    return media_type in RASTER


def is_kept_as_file(media_type: str) -> bool:
    """Whether files of that type are kept and can be saved, though they are never decoded here."""
    return media_type in _EXTENSIONS and media_type not in RASTER


def is_whole(data: bytes | mmap.mmap, media_type: str) -> bool:
    """Whether a raster file's structure is there from its first to its last part.

    Decoders fill what is missing of a truncated file with grey; only the structure tells. Bytes after the
    end are nobody's business. Other types count as whole.
    """
    try:
        match media_type:
            case "image/png":
                return _png_is_whole(data)
            case "image/jpeg":
                return _jpeg_is_whole(data)
            case "image/webp":
                return _webp_is_whole(data)
            case "image/gif":
                return _gif_is_whole(data)
            case "image/bmp":
                return _bmp_is_whole(data)
            case _:
                return True
    except (struct.error, IndexError):
        return False


def _png_is_whole(data: bytes | mmap.mmap) -> bool:
    at, pixels = 8, False
    with memoryview(data) as view:
        while at + 12 <= len(view):
            length, name = struct.unpack_from(">I4s", view, at)
            end = at + 8 + length
            if end + 4 > len(view):
                return False
            # Decoders pass over a damaged ancillary chunk (lower case), so it is no reason to refuse.
            if name[:1].isupper():
                with view[at + 4 : end] as chunk:
                    if zlib.crc32(chunk) != struct.unpack_from(">I", view, end)[0]:
                        return False
            if name == b"IEND":
                return pixels
            pixels = pixels or name == b"IDAT"
            at = end + 4
    return False


# A marker that ends entropy-coded data: neither a stuffed zero nor a restart marker.
_JPEG_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]", re.DOTALL)


def _jpeg_is_whole(data: bytes | mmap.mmap) -> bool:
    at, scans = 2, 0
    while at + 2 <= len(data):
        if data[at] != 0xFF:
            return False
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker == 0xD9:
            return scans > 0
        elif marker == 0x01 or 0xD0 <= marker <= 0xD7:
            at += 2
        else:
            at += 2 + int(struct.unpack_from(">H", data, at + 2)[0])
            if marker == 0xDA:
                scans += 1
                found = _JPEG_MARKER.search(data, at)
                if found is None:
                    return False
                at = found.start()
    return False


def _webp_is_whole(data: bytes | mmap.mmap) -> bool:
    end = 8 + int(struct.unpack_from("<I", data, 4)[0])
    if end > len(data):
        return False
    at, pixels = 12, False
    while at + 8 <= end:
        name, length = struct.unpack_from("<4sI", data, at)
        at += 8 + length
        if at > end:
            return False
        at += length % 2
        pixels = pixels or name in (b"VP8 ", b"VP8L", b"ANMF")
    return pixels


def _gif_is_whole(data: bytes | mmap.mmap) -> bool:
    at = 13 + _colour_table(data[10])
    frames = 0
    while True:
        block = data[at]
        if block == 0x3B:
            return frames > 0
        if block == 0x21:
            at += 2
        elif block == 0x2C:
            frames += 1
            at += 11 + _colour_table(data[at + 9])
        else:
            return False
        while data[at]:
            at += data[at] + 1
        at += 1


def _colour_table(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _bmp_is_whole(data: bytes | mmap.mmap) -> bool:
    pixels_at, header = struct.unpack_from("<II", data, 10)
    if header == 12:
        width, height, _, bits = struct.unpack_from("<HHHH", data, 18)
        compression, size = 0, 0
    else:
        width, height, _, bits, compression, size = struct.unpack_from("<iiHHII", data, 18)
    if compression in (1, 2):  # run-length encoded: only the header knows the size
        return bool(len(data) >= pixels_at + size)
    row = (abs(width) * bits + 31) // 32 * 4
    return bool(len(data) >= pixels_at + row * abs(height))
