"""How a JPEG file is laid out: what has to be in memory before its first pixel can be made."""

import os
import struct
from typing import BinaryIO

# Beginnings of a frame that decoders know: baseline, extended and progressive.
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
_PROGRESSIVE = 0xC2
_SCAN = 0xDA
_BLOCK_BYTES = 128  # 8 x 8 coefficients of two bytes


def buffered_bytes(file: BinaryIO) -> int:
    """Memory for the coefficients of a picture that comes in several scans, 0 for one that comes in one.

    However small such a picture is wanted, its decoder keeps them all until the last scan. Reads headers
    only; 0, too, where they make no sense, which is the decoder's to tell.
    """
    file.seek(2)
    frame, is_progressive = b"", False
    try:
        while True:
            marker = 0xFF
            while marker == 0xFF:
                marker = file.read(1)[0]
            (length,) = struct.unpack(">H", file.read(2))
            if marker == _SCAN:
                comes_in_one = not is_progressive and file.read(1)[0] == frame[5]
                return 0 if comes_in_one else _coefficients(frame)
            if marker in _FRAMES:
                is_progressive = marker == _PROGRESSIVE
                frame = file.read(length - 2)
            else:
                file.seek(length - 2, os.SEEK_CUR)
    except (struct.error, IndexError, ValueError, ZeroDivisionError):
        return 0


def _coefficients(frame: bytes) -> int:
    height, width, components = struct.unpack_from(">HHB", frame, 1)
    samplings = [(at >> 4, at & 15) for at in frame[7 : 6 + 3 * components : 3]]
    across, down = max(h for h, _ in samplings), max(v for _, v in samplings)
    blocks = (_blocks(width, h, across) * _blocks(height, v, down) for h, v in samplings)
    return _BLOCK_BYTES * sum(blocks)


def _blocks(pixels: int, sampling: int, most: int) -> int:
    return -(-pixels * sampling // (8 * most))
