"""Pictures that are fine are verified and scaled down; pictures that attack are refused before they cost."""

import errno
import resource
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QColorSpace, QImage

from facegen_gui.domain.failures import FaceGenError, FailureKind
from facegen_gui.domain.media import sniff
from facegen_gui.services.decoding import (
    EXACT_ALPHA,
    MAX_BYTES,
    PAINTED_ALPHA,
    Decoded,
    decode,
    inspect,
    read_thumbnail,
)
from tests.pictures import made


@pytest.fixture
def write(tmp_path: Path) -> Callable[[bytes], Path]:
    def write(data: bytes) -> Path:
        path = tmp_path / "picture"
        path.write_bytes(data)
        return path

    return write


def refusal(path: Path, media_type: str) -> FailureKind:
    with pytest.raises(FaceGenError) as caught:
        inspect(path, media_type, path.with_name("thumbnail"))
    assert not path.with_name("thumbnail").exists()
    return caught.value.failure.kind


@pytest.mark.parametrize("name", ["png", "jpeg", "webp", "bmp"])
def test_a_picture_is_measured_and_gets_a_thumbnail(write: Callable[[bytes], Path], name: str) -> None:
    path = write(made.face(name, 600, 800))
    thumbnail = path.with_name("thumbnails") / "thumbnail"
    assert inspect(path, f"image/{name}", thumbnail) == Decoded(600, 800)
    image = read_thumbnail(thumbnail, 384)
    assert (image.width(), image.height()) == (288, 384)
    assert read_thumbnail(thumbnail, 100).height() == 100
    assert [entry.name for entry in thumbnail.parent.iterdir()] == ["thumbnail"]


def test_a_small_picture_is_not_blown_up(write: Callable[[bytes], Path]) -> None:
    path = write(made.face("png", 30, 20))
    inspect(path, "image/png", path.with_name("thumbnail"))
    assert read_thumbnail(path.with_name("thumbnail"), 384).width() == 30


def test_a_see_through_picture_has_a_see_through_thumbnail(write: Callable[[bytes], Path]) -> None:
    image = QImage(500, 500, QImage.Format.Format_ARGB32)
    image.fill(QColor(255, 0, 0, 0))
    path = write(made.encoded(image, "png"))
    inspect(path, "image/png", path.with_name("thumbnail"))
    assert read_thumbnail(path.with_name("thumbnail"), 384).pixelColor(5, 5).alpha() == 0


def test_a_turned_photograph_is_measured_and_shown_upright(write: Callable[[bytes], Path]) -> None:
    path = write(made.jpeg_with_orientation())
    assert inspect(path, "image/jpeg", path.with_name("thumbnail")) == Decoded(80, 120)
    assert read_thumbnail(path.with_name("thumbnail"), 384).height() == 120
    assert decode(path, "image/jpeg", 60).height() == 60


@pytest.mark.parametrize("name", ["png", "jpeg", "webp", "bmp"])
def test_a_picture_cut_off_at_any_kilobyte_is_damaged(write: Callable[[bytes], Path], name: str) -> None:
    data = made.face(name, 120, 150)
    assert len(data) > 2048
    for cut in range(0, len(data), 1024):
        assert refusal(write(data[:cut]), f"image/{name}") is FailureKind.picture_damaged


def test_a_decompression_bomb_is_refused_by_its_header(write: Callable[[bytes], Path]) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert refusal(write(made.bomb()), "image/png") is FailureKind.too_large
    assert refusal(write(made.bomb(9_990, 9_990)), "image/png") is FailureKind.too_large_to_show
    header = b"BM" + struct.pack("<IHHI", 2_000_000_054, 0, 0, 54)
    claim = header + struct.pack("<IiiHHIIiiII", 40, 30_000, 22_000, 1, 24, 0, 0, 0, 0, 0, 0)
    assert refusal(write(claim + bytes(1000)), "image/bmp") is FailureKind.picture_damaged
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


def test_a_format_that_is_decoded_as_a_whole_has_a_tighter_bound(write: Callable[[bytes], Path]) -> None:
    deep = made.png(6_000, 6_000, 16, 2, bytes(1000))
    assert MAX_BYTES < 6_000 * 6_000 * 8
    assert refusal(write(deep), "image/png") is FailureKind.too_large_to_show


def test_a_jpeg_of_several_scans_that_takes_too_much_is_too_large_and_not_damaged(
    write: Callable[[bytes], Path],
) -> None:
    data = made.plain("jpeg", progressive=True)
    assert refusal(write(made.claiming(data, 9_999, 9_999)), "image/jpeg") is FailureKind.too_large_to_show


@pytest.mark.parametrize("data", [made.SVG, made.PDF, made.MP4, made.HTML])
def test_what_is_no_raster_picture_never_reaches_a_decoder(
    write: Callable[[bytes], Path], data: bytes
) -> None:
    assert refusal(write(data), sniff(data)) is FailureKind.not_a_picture


@pytest.mark.qt_log_ignore("libpng|Not a JPEG|gui.imageio|jpeg")
def test_a_picture_is_never_decoded_as_a_format_it_does_not_have(write: Callable[[bytes], Path]) -> None:
    data = made.face("png")
    for other in ("jpeg", "webp", "gif", "bmp"):
        assert refusal(write(data), f"image/{other}") is FailureKind.picture_damaged


def test_an_empty_file_is_damaged(write: Callable[[bytes], Path]) -> None:
    assert refusal(write(b""), "image/png") is FailureKind.picture_damaged


def test_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone", "image/png") is FailureKind.file_unreadable


def test_the_first_frame_of_an_animation_is_shown(write: Callable[[bytes], Path]) -> None:
    path = write(made.gif())
    assert inspect(path, "image/gif", path.with_name("thumbnail")) == Decoded(2, 2)


def test_sixteen_bits_cmyk_and_colour_profiles_become_plain_thumbnails(
    write: Callable[[bytes], Path],
) -> None:
    wide = QImage(50, 50, QImage.Format.Format_RGB32)
    wide.fill(QColor(10, 200, 30))
    wide.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3))
    for data in (made.sixteen_bit_png(), made.cmyk_jpeg(), made.encoded(wide, "png")):
        path = write(data)
        inspect(path, sniff(data), path.with_name("thumbnail"))
        image = decode(path, sniff(data))
        assert image.depth() == 32
        assert not read_thumbnail(path.with_name("thumbnail"), 384).isNull()
    assert image.colorSpace() == QColorSpace(QColorSpace.NamedColorSpace.SRgb)


@pytest.mark.parametrize(
    ("depth", "painted", "exact"),
    [
        (QImage.Format.Format_Grayscale8, QImage.Format.Format_RGB32, QImage.Format.Format_RGB32),
        (QImage.Format.Format_Indexed8, QImage.Format.Format_RGB32, QImage.Format.Format_RGB32),
        (QImage.Format.Format_RGBA64, PAINTED_ALPHA, EXACT_ALPHA),
        (QImage.Format.Format_ARGB32, PAINTED_ALPHA, EXACT_ALPHA),
    ],
)
def test_what_is_decoded_need_not_be_converted_before_it_is_painted(
    write: Callable[[bytes], Path], depth: QImage.Format, painted: QImage.Format, exact: QImage.Format
) -> None:
    image = QImage(500, 700, EXACT_ALPHA if painted is PAINTED_ALPHA else QImage.Format.Format_RGB32)
    image.fill(QColor(200, 150, 120, 90))
    path = write(made.encoded(image.convertToFormat(depth), "png"))
    assert decode(path, "image/png").format() == painted
    assert decode(path, "image/png", see_through=EXACT_ALPHA).format() == exact


def test_a_polyglot_is_a_picture_and_nothing_else(write: Callable[[bytes], Path]) -> None:
    data = made.face("jpeg") + b"PK\3\4" + made.HTML
    assert inspect(write(data), sniff(data), None) == Decoded(160, 200)


@pytest.mark.parametrize("read", [inspect, decode])
def test_a_disk_that_fails_is_told_of_as_a_file_that_cannot_be_read(
    write: Callable[[bytes], Path], monkeypatch: pytest.MonkeyPatch, read: Callable[..., object]
) -> None:
    path = write(made.face("webp", 60, 60))

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    for name in ("is_file", "open"):
        monkeypatch.setattr(Path, name, fail)
    with pytest.raises(FaceGenError) as caught:
        read(path, "image/webp", None if read is inspect else 0)
    assert caught.value.failure.kind is FailureKind.file_unreadable


def test_only_raster_formats_are_ever_asked_for_a_thumbnail(tmp_path: Path) -> None:
    drawing = tmp_path / "thumbnail"
    drawing.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    )
    assert read_thumbnail(drawing, 384).isNull()
