"""Real pictures, and a disk that fills up."""

import contextlib
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from facegen_gui.domain.job import PictureKey
from facegen_gui.domain.saves import SaveItem


@pytest.fixture
def pictures(tmp_path: Path) -> list[SaveItem]:
    folder = tmp_path / "profile"
    folder.mkdir()
    items = []
    for number in range(1, 4):
        path = folder / f"{number}.png"
        image = QImage(64, 96, QImage.Format.Format_RGB32)
        image.fill(QColor.fromHsv(number * 70, 200, 220))
        assert image.save(str(path))
        checksum = hashlib.sha256(path.read_bytes()).hexdigest()
        items.append(SaveItem(PictureKey("12202888", number), path, f"a_{number}.png", checksum, "image/png"))
    return items


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@contextlib.contextmanager
def full_disk(size: int) -> Iterator[None]:
    """Meanwhile no file can grow beyond that many bytes, not even one that the tests print into."""
    resource = pytest.importorskip("resource", reason="this system has no limit of file sizes")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def no_progress(_done: int, _total: int) -> None:
    pass


def never() -> bool:
    return False
