"""What a JPEG's headers say of the memory that its decoder needs."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facegen_gui.domain.jpeg_layout import buffered_bytes
from tests.pictures import made

HEAD = b"\xff\xd8\xff\xe0\0\x04JF\xff"


def frame(marker: int, *samplings: int) -> bytes:
    """Of 100 x 60 pixels."""
    parts = b"".join(bytes([number, sampling, 0]) for number, sampling in enumerate(samplings))
    body = b"\x08\0\x3c\0\x64" + bytes([len(samplings)]) + parts
    return bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2, "big") + body


def scan(components: int) -> bytes:
    return b"\xff\xda\0\x08" + bytes([components]) + bytes(8)


@pytest.mark.parametrize(
    ("layout", "blocks"),
    [
        (frame(0xC0, 0x11) + scan(1), 0),
        (frame(0xC0, 0x11, 0x11, 0x11) + scan(3), 0),
        (frame(0xC0, 0x11, 0x11, 0x11) + scan(1), 3 * 13 * 8),
        (frame(0xC2, 0x11, 0x11, 0x11) + scan(3), 3 * 13 * 8),
        (frame(0xC2, 0x22, 0x11, 0x11) + scan(3), 13 * 8 + 2 * 7 * 4),
        (scan(1), 0),
        (frame(0xC2, 0x00) + scan(1), 0),
    ],
)
def test_only_a_picture_in_several_scans_is_kept_whole(layout: bytes, blocks: int) -> None:
    assert buffered_bytes(io.BytesIO(HEAD + layout)) == 128 * blocks


def test_real_files_are_told_apart() -> None:
    assert buffered_bytes(io.BytesIO(made.plain("jpeg"))) == 0
    assert buffered_bytes(io.BytesIO(made.plain("jpeg", progressive=True))) == 64 * 64 * 6


@given(st.binary(max_size=200))
def test_no_bytes_confuse_it(data: bytes) -> None:
    assert buffered_bytes(io.BytesIO(b"\xff\xd8" + data)) >= 0
