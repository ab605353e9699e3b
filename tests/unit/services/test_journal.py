"""What a support person reads in the log: a line for what happened, and no secrets."""

import asyncio
import logging
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool

from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.job import PictureKey
from facegen_gui.domain.key_status import KeyStatus
from facegen_gui.domain.saves import SaveReport
from facegen_gui.services.events import KeyChanged, SaveFinished
from facegen_gui.services.journal import note_event
from facegen_gui.services.pictures import Pictures, Received
from facegen_gui.storage.picture_files import PictureFiles
from facegen_gui.storage.profile import Profile
from tests.unit.services.warp import BEING_MADE, World, in_world, ready, refused


@pytest.fixture(autouse=True)
def at_info(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "facegen_gui")


def test_a_jobs_way_is_told_in_lines(caplog: pytest.LogCaptureFixture) -> None:
    async def scene(world: World) -> None:
        world.add("101", "102")
        await world.until(60)

    def answer(job_id: str, key: str, time: float) -> object:
        if job_id == "102":
            return refused(FailureKind.unknown_id, status=404)
        return BEING_MADE if time < 10 else ready(job_id)

    in_world(answer, scene)  # type: ignore[arg-type]
    told = [line for line in caplog.messages if line.startswith("job ")]
    assert told == [
        "job 101: waiting -> being_made",
        "job 102: waiting -> failed (unknown_id, HTTP 404)",
        "job 101: being_made -> downloading",
        "job 101: downloading -> ready",
    ]
    assert "good" not in caplog.text


def test_an_answer_that_told_nothing_is_logged_once_and_asks_are_for_debugging(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def scene(world: World) -> None:
        world.add("101")
        await world.until(60)

    in_world(lambda *_: refused(FailureKind.service_trouble, status=503), scene)
    assert caplog.text.count("job 101: waiting (service_trouble, HTTP 503)") == 1
    assert "is asked for" not in caplog.text
    caplog.set_level(logging.DEBUG, "facegen_gui")
    in_world(lambda *_: refused(FailureKind.service_trouble, status=503), scene)
    assert caplog.text.count("job 101 is asked for") > 1
    assert caplog.text.count("job 101: refused: service_trouble, HTTP 503") > 1


def test_a_pause_and_its_end_are_logged(caplog: pytest.LogCaptureFixture) -> None:
    async def scene(world: World) -> None:
        world.add("101")
        await world.until(60)

    in_world(
        lambda job_id, key, time: (
            refused(FailureKind.offline, host="faces.example") if time < 10 else ready(job_id)
        ),
        scene,
    )
    waits = [line for line in caplog.messages if line.startswith("the queue")]
    assert waits == ["the queue waits: offline, host faces.example", "the queue goes on"]


def test_keys_and_saves_are_logged_without_the_key_and_the_folder(caplog: pytest.LogCaptureFixture) -> None:
    locked = Failure(FailureKind.keyring_locked)
    note_event(KeyChanged(KeyStatus(True, False, "GNOME Keyring", "xy", b"abc", locked)))
    note_event(SaveFinished(SaveReport(1, Path("/home/anna/Faces"), failure=Failure(FailureKind.disk_full))))
    assert caplog.messages == [
        "key: there, not kept, store GNOME Keyring (keyring_locked)",
        "save: 0 files, 0 skipped, 0 not possible (disk_full)",
    ]


def test_a_download_that_failed_is_logged_with_its_kind_code_and_host(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    gone = Failure(FailureKind.picture_gone, status=410, host="pictures.example", detail="secret words")

    async def download(link: str, destination: Path, progress: object = None) -> Received:
        raise FaceGenError(gone)

    profile = Profile.at(tmp_path)
    files = PictureFiles(profile, "https://faces.example")
    pictures = Pictures(profile, files, QThreadPool(), download, lambda: datetime.now(UTC))
    with pytest.raises(FaceGenError):
        asyncio.run(pictures.fetch(PictureKey("101", 2), "https://pictures.example/x?signed", print))
    assert caplog.messages == ["picture 101/2 did not arrive: picture_gone, HTTP 410, host pictures.example"]
