"""Thumbnails arrive for what is wanted, stay within their bound of memory, and are made anew when lost."""

import threading
import weakref
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QThreadPool
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from facegen_gui.domain.job import Picture, PictureKey
from facegen_gui.services import thumbnails
from facegen_gui.services.decoding import inspect
from facegen_gui.services.thumbnails import Thumbnails
from facegen_gui.storage.picture_files import PictureFiles
from facegen_gui.storage.profile import Profile
from tests.pictures import made

SERVER = "http://127.0.0.1:1/api"


@pytest.fixture
def pool() -> Iterator[QThreadPool]:
    """Parent of what is made in a test, so that nothing of it dies while it is still being read for."""
    pool = QThreadPool()
    yield pool
    pool.waitForDone()


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile.at(tmp_path)


def kept(profile: Profile, number: int, edge: int = 600) -> Picture:
    files = PictureFiles(profile, SERVER)
    key = PictureKey("101", number)
    temporary = files.temporary()
    temporary.write_bytes(made.face("jpeg", edge, edge, number))
    inspect(temporary, "image/jpeg", files.thumbnail_path(key))
    file = files.keep(temporary, key, ".jpg")
    return Picture(key, file=file, media_type="image/jpeg", width=edge, height=edge)


def test_a_wanted_thumbnail_is_loaded_at_the_wanted_size(
    qtbot: QtBot, profile: Profile, pool: QThreadPool
) -> None:
    thumbnails = Thumbnails(profile, SERVER, pool, parent=pool)
    picture = kept(profile, 1)
    assert thumbnails.pixmap(picture, 180) is None
    with qtbot.waitSignal(thumbnails.loaded) as loaded:
        thumbnails.want([picture], 180)
    assert loaded.args == [picture.key]
    pixmap = thumbnails.pixmap(picture, 180)
    assert pixmap is not None
    assert pixmap.width() == 180


def test_a_larger_tile_is_read_from_the_original(qtbot: QtBot, profile: Profile, pool: QThreadPool) -> None:
    thumbnails = Thumbnails(profile, SERVER, pool, parent=pool)
    picture = kept(profile, 1)
    with qtbot.waitSignal(thumbnails.loaded):
        thumbnails.want([picture], 180)
    with qtbot.waitSignal(thumbnails.loaded):
        thumbnails.want([picture], 500)
    pixmap = thumbnails.pixmap(picture, 500)
    assert pixmap is not None
    assert pixmap.width() == 500


def test_a_lost_thumbnail_is_made_anew(qtbot: QtBot, profile: Profile, pool: QThreadPool) -> None:
    thumbnails = Thumbnails(profile, SERVER, pool, parent=pool)
    picture = kept(profile, 1)
    file = PictureFiles(profile, SERVER).thumbnail_path(picture.key)
    file.unlink()
    with qtbot.waitSignal(thumbnails.loaded):
        thumbnails.want([picture], 180)
    assert file.exists()


def test_a_lost_picture_is_asked_for_once(qtbot: QtBot, profile: Profile, pool: QThreadPool) -> None:
    thumbnails = Thumbnails(profile, SERVER, pool, parent=pool)
    lost, there = kept(profile, 1), kept(profile, 2)
    profile.absolute(lost.file).unlink()
    PictureFiles(profile, SERVER).thumbnail_path(lost.key).unlink()
    with qtbot.waitSignal(thumbnails.loaded) as loaded:
        thumbnails.want([lost, there], 180)
    assert loaded.args == [there.key]
    assert thumbnails.pixmap(lost, 180) is None


def test_memory_is_bounded_by_bytes(qtbot: QtBot, profile: Profile, pool: QThreadPool) -> None:
    one = 180 * 180 * 4
    thumbnails = Thumbnails(profile, SERVER, pool, parent=pool, budget_bytes=3 * one)
    pictures = [kept(profile, number, 200) for number in range(1, 7)]
    arrived: list[PictureKey] = []
    thumbnails.loaded.connect(arrived.append)
    thumbnails.want(pictures, 180)
    qtbot.waitUntil(lambda: len(arrived) == 6)
    assert thumbnails.bytes_used == 3 * one
    assert sum(thumbnails.pixmap(picture, 180) is not None for picture in pictures) == 3


def test_what_is_no_longer_wanted_is_given_up(qtbot: QtBot, profile: Profile, pool: QThreadPool) -> None:
    thumbnails = Thumbnails(profile, SERVER, pool, parent=pool)
    pictures = [kept(profile, number, 200) for number in range(1, 7)]
    arrived: list[PictureKey] = []
    thumbnails.loaded.connect(arrived.append)
    thumbnails.want(pictures, 180)
    thumbnails.want(pictures[5:], 180)
    qtbot.waitUntil(lambda: pictures[5].key in arrived)
    assert len(arrived) <= 3


def test_a_picture_of_the_former_server_is_not_shown_as_one_of_the_next(
    qtbot: QtBot, profile: Profile, pool: QThreadPool
) -> None:
    thumbnails = Thumbnails(profile, SERVER, pool, parent=pool)
    of_first, other = kept(profile, 1), kept(profile, 2)
    PictureFiles(profile, SERVER).thumbnail_path(of_first.key).unlink()
    thumbnails.want([of_first], 180)
    thumbnails.set_server("http://127.0.0.1:2/api")
    thumbnails.want([other], 180)
    with qtbot.waitSignal(thumbnails.loaded) as loaded:
        pool.waitForDone()
    assert loaded.args == [other.key]
    assert thumbnails.pixmap(of_first, 180) is None
    assert not PictureFiles(profile, "http://127.0.0.1:2/api").thumbnail_path(of_first.key).exists()
    with qtbot.waitSignal(thumbnails.loaded):
        thumbnails.want([of_first], 180)


def test_a_picture_that_was_fetched_again_into_the_same_file_is_shown(
    qtbot: QtBot, profile: Profile, pool: QThreadPool
) -> None:
    thumbnails = Thumbnails(profile, SERVER, pool, parent=pool)
    picture = kept(profile, 1)
    PictureFiles(profile, SERVER).thumbnail_path(picture.key).unlink()
    data = profile.absolute(picture.file).read_bytes()
    profile.absolute(picture.file).unlink()
    thumbnails.want([picture], 180)
    pool.waitForDone()
    QCoreApplication.processEvents()
    profile.absolute(picture.file).write_bytes(data)
    again = replace(picture, fetched_at=datetime(2026, 3, 1, tzinfo=UTC))
    with qtbot.waitSignal(thumbnails.loaded):
        thumbnails.want([again], 180)


def test_thumbnails_that_fail_by_an_error_do_not_end_the_others(
    qtbot: QtBot, profile: Profile, pool: QThreadPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    thumbnails_of = thumbnails.read_thumbnail
    bad = {PictureFiles(profile, SERVER).thumbnail_path(PictureKey("101", number)) for number in (1, 2, 3)}

    def read(path: Path, edge: int) -> QImage:
        if path in bad:
            raise OSError(5, "Input/output error")
        return thumbnails_of(path, edge)

    monkeypatch.setattr(thumbnails, "read_thumbnail", read)
    shown = Thumbnails(profile, SERVER, pool, parent=pool)
    pictures = [kept(profile, number) for number in range(1, 5)]
    with qtbot.waitSignal(shown.loaded) as loaded:
        shown.want(pictures, 180)
    assert loaded.args == [pictures[3].key]


def test_the_pool_does_not_keep_them_alive(
    qtbot: QtBot, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What dies in a pool thread, while an answer to it is on its way, takes the process with it."""
    reading, go_on = threading.Event(), threading.Event()

    def slowly(*_: object) -> QImage:
        reading.set()
        go_on.wait()
        return QImage(1, 1, QImage.Format.Format_RGB32)

    monkeypatch.setattr(thumbnails, "read_thumbnail", slowly)
    pool = QThreadPool()
    made_for = Thumbnails(profile, SERVER, pool)
    gone = weakref.ref(made_for)
    made_for.want([kept(profile, 1)], 180)
    qtbot.waitUntil(reading.is_set)
    del made_for
    is_held = gone() is not None
    go_on.set()
    pool.waitForDone()
    assert not is_held
