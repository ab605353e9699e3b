"""Media types are told by bytes, and a truncated file is never taken for a whole one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facegen_gui.domain.media import RASTER, extension_for, is_kept_as_file, is_raster, is_whole, sniff
from tests.pictures import made

FORMATS = ["png", "jpeg", "webp", "bmp"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_picture_is_known_by_its_bytes_and_is_whole(name: str) -> None:
    data = made.face(name)
    assert sniff(data) == f"image/{name}"
    assert is_raster(sniff(data))
    assert is_whole(data, sniff(data))


def test_an_animated_gif_is_whole_only_with_its_last_byte() -> None:
    data = made.gif()
    assert sniff(data) == "image/gif"
    assert is_whole(data, "image/gif")
    assert not any(is_whole(data[:cut], "image/gif") for cut in range(len(data)))


@pytest.mark.parametrize("name", FORMATS)
def test_a_picture_cut_off_anywhere_is_not_whole(name: str) -> None:
    data = made.face(name, 60, 70)
    step = max(1, len(data) // 400)
    cuts = [*range(0, len(data) - 1, step), len(data) - 1]
    assert not any(is_whole(data[:cut], f"image/{name}") for cut in cuts)


@pytest.mark.parametrize("name", FORMATS)
def test_bytes_after_the_end_do_not_matter(name: str) -> None:
    assert is_whole(made.face(name) + b"<script>", f"image/{name}")


def test_a_flipped_bit_in_a_png_is_seen() -> None:
    data = bytearray(made.face("png"))
    data[len(data) // 2] ^= 1
    assert not is_whole(bytes(data), "image/png")


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (made.SVG, "image/svg+xml"),
        (b"\xef\xbb\xbf  <svg/>", "image/svg+xml"),
        (made.PDF, "application/pdf"),
        (made.MP4, "video/mp4"),
        (b"\0\0\0\x20ftypavif", "image/avif"),
        (b"\0\0\0\x20ftypqt  ", "video/quicktime"),
        (b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"),
        (b"ID3\x04", "audio/mpeg"),
        (b"\xff\xfb\x90\x44", "audio/mpeg"),
        (b"\x1a\x45\xdf\xa3....webm", "video/webm"),
        (b"OggS", "audio/ogg"),
        (b"PK\3\4", "application/zip"),
        (b"glTF\2\0\0\0", "model/gltf-binary"),
    ],
)
def test_other_media_are_kept_as_files_with_an_extension_of_their_own(data: bytes, media_type: str) -> None:
    assert sniff(data) == media_type
    assert is_kept_as_file(media_type)
    assert not is_raster(media_type)
    assert extension_for(media_type) != ".bin"


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (made.HTML, "text/html"),
        (b"\n\n<html>", "text/html"),
        (b'<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>', "application/xml"),
        (b'{"status":"error"}', "application/json"),
        (b"", ""),
        (b"BMW is a car maker from Munich", ""),
        (b"hello", ""),
        (b"\xff\xff\xff\xff", ""),
    ],
)
def test_error_pages_and_unknown_bytes_are_not_kept(data: bytes, media_type: str) -> None:
    assert sniff(data) == media_type
    assert not is_kept_as_file(media_type)
    assert not is_raster(media_type)


@given(st.binary(max_size=300), st.sampled_from(sorted(RASTER)))
def test_any_bytes_are_judged_without_an_error(data: bytes, media_type: str) -> None:
    sniff(data)
    assert is_whole(data, media_type) in (True, False)
