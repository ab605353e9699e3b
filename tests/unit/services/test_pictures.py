"""What becomes of a picture on its way to the disk when nobody waits for it any more."""

import asyncio
import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool

from facegen_gui.domain.job import Picture, PictureKey
from facegen_gui.services.pictures import Pictures
from facegen_gui.storage.picture_files import PictureFiles
from facegen_gui.storage.profile import Profile
from tests.pictures import made

KEY = PictureKey("101", 1)
DATA = made.face("png", 40, 40)


@dataclass(frozen=True)
class Got:
    size: int = len(DATA)
    sha256: str = hashlib.sha256(DATA).hexdigest()
    final_host: str = "pictures.example"


async def download(link: str, destination: Path, progress: object = None) -> Got:
    await asyncio.to_thread(destination.write_bytes, DATA)
    return Got()


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile.at(tmp_path / "profile")


@pytest.fixture
def pool() -> Iterator[QThreadPool]:
    pool = QThreadPool()
    pool.setMaxThreadCount(1)
    yield pool
    pool.waitForDone()


def cancel_a_fetch(profile: Profile, pool: QThreadPool, arrived: threading.Event, wanted: bool) -> None:
    """As soon as it has `arrived`, or at once when it waits for the pool."""

    async def run() -> None:
        files = PictureFiles(profile, "http://127.0.0.1:1/api")
        now = datetime(2026, 3, 1, tzinfo=UTC)
        pictures = Pictures(profile, files, pool, download, lambda: now, lambda job_id: wanted)
        task = asyncio.create_task(pictures.fetch(KEY, "https://pictures.example/1.png", lambda *_: None))
        await asyncio.sleep(0)
        await asyncio.to_thread(arrived.wait)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(run())


def left(profile: Profile) -> list[str]:
    return [path.suffix for path in profile.pictures.rglob("*") if path.is_file()]


@pytest.mark.parametrize("wanted", [True, False])
def test_one_that_is_being_kept_stays_only_if_its_job_does(
    profile: Profile, pool: QThreadPool, monkeypatch: pytest.MonkeyPatch, wanted: bool
) -> None:
    arrived, go_on = threading.Event(), threading.Event()
    keep = PictureFiles.keep

    def slow(*arguments: object) -> str:
        arrived.set()
        go_on.wait()
        return keep(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(PictureFiles, "keep", slow)
    cancel_a_fetch(profile, pool, arrived, wanted)
    go_on.set()
    pool.waitForDone()
    assert left(profile) == ([".png"] if wanted else [])


def test_one_that_waits_for_the_pool_leaves_nothing(profile: Profile, pool: QThreadPool) -> None:
    go_on, arrived = threading.Event(), threading.Event()
    arrived.set()
    pool.start(go_on.wait)
    cancel_a_fetch(profile, pool, arrived, wanted=True)
    go_on.set()
    pool.waitForDone()
    assert left(profile) == []


def test_a_picture_within_the_limits_that_takes_too_much_memory_is_kept_as_a_file(
    profile: Profile, pool: QThreadPool
) -> None:
    data = made.png(4096, 4096, 16, 2, bytes(4096 * (1 + 4096 * 6)))

    async def received(link: str, destination: Path, progress: object = None) -> Got:
        await asyncio.to_thread(destination.write_bytes, data)
        return Got(len(data), hashlib.sha256(data).hexdigest())

    async def fetched() -> Picture:
        files = PictureFiles(profile, "http://127.0.0.1:1/api")
        pictures = Pictures(profile, files, pool, received, lambda: datetime(2026, 3, 1, tzinfo=UTC))
        return await pictures.fetch(KEY, "https://pictures.example/1.png", lambda *_: None)

    picture = asyncio.run(fetched())
    assert profile.absolute(picture.file).read_bytes() == data
    assert (picture.media_type, picture.is_kept, picture.is_image) == ("image/png", True, False)
