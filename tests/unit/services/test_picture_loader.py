"""Pictures for the viewer: something at once, more when it is needed, never more than there is room for."""

import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from facegen_gui.domain.failures import FailureKind
from facegen_gui.domain.job import Picture, PictureKey
from facegen_gui.services.decoding import THUMBNAIL_EDGE, decode, inspect
from facegen_gui.services.picture_loader import SCREEN_EDGE, PictureLoader

KEYS = [PictureKey(str(n), 1) for n in range(1, 6)]


@pytest.fixture
def pool() -> Iterator[QThreadPool]:
    pool = QThreadPool()
    yield pool
    pool.waitForDone()


def picture(
    folder: Path, key: PictureKey, width: int, height: int = 300, *, thumbnail: bool = True
) -> Picture:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    path = folder / f"{key.job_id}.jpg"
    assert image.save(str(path))
    inspect(path, "image/jpeg", folder / f"{key.job_id}.thumb" if thumbnail else None)
    return Picture(key, file=path.name, media_type="image/jpeg", width=width, height=height)


def loader_of(folder: Path, pool: QThreadPool, budget: int = 256 * 1024 * 1024) -> PictureLoader:
    return PictureLoader(
        lambda file: folder / file, decode, pool, lambda key: folder / f"{key.job_id}.thumb", budget
    )


def width_of(loader: PictureLoader, key: PictureKey, edge: int = 0) -> int:
    image = loader.image(key, edge)
    return 0 if image is None else image.width()


def test_of_a_large_picture_the_thumbnail_comes_first_then_what_a_screen_shows_then_every_pixel(
    tmp_path: Path, pool: QThreadPool, qtbot: QtBot
) -> None:
    loader = loader_of(tmp_path, pool)
    large = picture(tmp_path, KEYS[0], 5000)
    widths: list[int] = []
    loader.loaded.connect(lambda key: widths.append(width_of(loader, key, 5000)))
    loader.want([large])
    qtbot.waitUntil(lambda: len(widths) == 2)
    loader.want([large], whole=1)
    qtbot.waitUntil(lambda: len(widths) == 3)
    assert widths == [THUMBNAIL_EDGE, SCREEN_EDGE, 5000]
    # The least that is enough, so that painting stays quick.
    assert width_of(loader, KEYS[0], 1000) == SCREEN_EDGE


def test_a_small_picture_is_decoded_at_once_and_whole(
    tmp_path: Path, pool: QThreadPool, qtbot: QtBot
) -> None:
    loader = loader_of(tmp_path, pool)
    small = picture(tmp_path, KEYS[0], 640)
    with qtbot.waitSignal(loader.loaded):
        loader.want([small])
    assert width_of(loader, KEYS[0], 640) == 640


def test_neighbours_are_decoded_for_the_screen_only(tmp_path: Path, pool: QThreadPool, qtbot: QtBot) -> None:
    loader = loader_of(tmp_path, pool)
    pictures = [picture(tmp_path, key, 3000) for key in KEYS[:3]]
    loader.want(pictures, whole=1)
    qtbot.waitUntil(lambda: width_of(loader, KEYS[2], 3000) == SCREEN_EDGE)
    assert [width_of(loader, key, 3000) for key in KEYS[:3]] == [3000, SCREEN_EDGE, SCREEN_EDGE]


def test_a_picture_without_a_thumbnail_is_shown_all_the_same(
    tmp_path: Path, pool: QThreadPool, qtbot: QtBot
) -> None:
    loader = loader_of(tmp_path, pool)
    with qtbot.waitSignal(loader.loaded):
        loader.want([picture(tmp_path, KEYS[0], 3000, thumbnail=False)])
    assert width_of(loader, KEYS[0]) == SCREEN_EDGE


def test_a_failure_is_told_once_and_remembered_until_the_file_is_another(
    tmp_path: Path, pool: QThreadPool, qtbot: QtBot
) -> None:
    loader = loader_of(tmp_path, pool)
    good = picture(tmp_path, KEYS[0], 200)
    gone = Picture(KEYS[0], file="gone.jpg", media_type="image/jpeg", width=200, height=300)
    with qtbot.waitSignal(loader.failed) as told:
        loader.want([gone])
    assert told.args[1].kind is FailureKind.file_unreadable
    assert loader.failure(gone) is told.args[1]
    with qtbot.assertNotEmitted(loader.failed):
        loader.want([gone])
    with qtbot.waitSignal(loader.loaded):
        loader.want([good])
    assert loader.failure(good) is None


def test_memory_stays_within_its_bound(tmp_path: Path, pool: QThreadPool, qtbot: QtBot) -> None:
    pictures = [picture(tmp_path, key, 400) for key in KEYS]
    loader = loader_of(tmp_path, pool, budget=2 * 400 * 300 * 4)
    for wanted in pictures:
        with qtbot.waitSignal(loader.loaded):
            loader.want([wanted])
    assert [loader.image(key) is not None for key in KEYS] == [False, False, False, True, True]


def test_a_picture_that_fails_by_an_error_does_not_end_the_others(
    tmp_path: Path, pool: QThreadPool, qtbot: QtBot
) -> None:
    def absolute(file: str) -> Path:
        if file == "bad.jpg":
            raise ValueError(file)
        return tmp_path / file

    loader = PictureLoader(absolute, decode, pool)
    bad = Picture(KEYS[0], file="bad.jpg", media_type="image/jpeg", width=200, height=300)
    with qtbot.waitSignals([loader.failed, loader.loaded]):
        loader.want([bad, picture(tmp_path, KEYS[1], 200)])


def test_a_picture_of_the_former_server_is_not_shown_as_one_of_the_next(
    tmp_path: Path, pool: QThreadPool, qtbot: QtBot
) -> None:
    loader = loader_of(tmp_path, pool)
    with qtbot.assertNotEmitted(loader.failed):
        loader.want([picture(tmp_path, KEYS[0], 200)])
        loader.forget_all()
        loader.want([picture(tmp_path, KEYS[1], 300)])
        with qtbot.waitSignal(loader.loaded) as loaded:
            pool.waitForDone()
    assert loaded.args == [KEYS[1]]
    assert loader.image(KEYS[0]) is None


def test_the_pool_does_not_keep_it_alive(tmp_path: Path, qtbot: QtBot) -> None:
    """What dies in a pool thread, while an answer to it is on its way, takes the process with it."""
    decoding, go_on = threading.Event(), threading.Event()

    def slowly(*_: object) -> QImage:
        decoding.set()
        go_on.wait()
        return QImage(1, 1, QImage.Format.Format_RGB32)

    pool = QThreadPool()
    loader = PictureLoader(lambda file: tmp_path / file, slowly, pool)
    gone = weakref.ref(loader)
    loader.want([picture(tmp_path, KEYS[0], 640)])
    qtbot.waitUntil(decoding.is_set)
    del loader
    is_held = gone() is not None
    go_on.set()
    pool.waitForDone()
    assert not is_held
