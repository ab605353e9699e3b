"""A few real pictures on disk, in an order, as the gallery would give them to a viewer."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap

from facegen_gui.domain.failures import Failure
from facegen_gui.domain.job import Batch, Job, JobState, Picture, PictureKey
from facegen_gui.services.decoding import decode
from facegen_gui.services.picture_loader import PictureLoader

WHEN = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
COLOURS = ("red", "green", "blue", "yellow", "cyan")


class FixedOrder:
    """Jobs of one picture each, in the order they are listed."""

    def __init__(self, jobs: list[Job]) -> None:
        self.jobs = {job.id: job for job in jobs}
        self.hidden: set[str] = set()  # by the gallery's filter

    def picture(self, key: PictureKey) -> Picture | None:
        job = self.jobs.get(key.job_id)
        return job.pictures[key.number - 1] if job is not None else None

    def job(self, job_id: str) -> Job | None:
        return self.jobs.get(job_id)

    def batch(self, batch_id: int) -> Batch | None:
        return Batch(batch_id, WHEN, "Monday")

    def neighbour(self, key: PictureKey, step: int) -> Picture | None:
        ids = self._shown()
        if key.job_id not in ids:
            return None
        place = ids.index(key.job_id) + step
        return self.jobs[ids[place]].pictures[0] if 0 <= place < len(ids) else None

    def end(self, last: bool) -> Picture | None:
        return list(self.jobs.values())[-1 if last else 0].pictures[0]

    def position(self, key: PictureKey) -> tuple[int, int]:
        ids = self._shown()
        return (ids.index(key.job_id) + 1 if key.job_id in ids else 0), len(ids)

    def _shown(self) -> list[str]:
        return [job_id for job_id in self.jobs if job_id not in self.hidden]


@pytest.fixture
def order(tmp_path: Path, qapp: object) -> FixedOrder:
    jobs = []
    for number, colour in enumerate(COLOURS):
        job_id = str(1000 + number)
        image = QImage(300, 400, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        image.setPixelColor(0, 0, QColor("white"))
        assert image.save(str(tmp_path / f"{job_id}.png"))
        picture = Picture(
            PictureKey(job_id, 1),
            file=f"{job_id}.png",
            sha256="ab" * 32,
            bytes=1234,
            media_type="image/png",
            width=300,
            height=400,
            fetched_at=WHEN,
        )
        jobs.append(
            Job(
                job_id,
                sequence=number,
                batch=1,
                added_at=WHEN,
                state=JobState.ready,
                label=f"Face <{number}>",
                meta='{"seed": 7}',
                pictures=(picture,),
            )
        )
    return FixedOrder(jobs)


@pytest.fixture
def loader(tmp_path: Path, qapp: object) -> Iterator[PictureLoader]:
    pool = QThreadPool()
    yield PictureLoader(lambda file: tmp_path / file, decode, pool)
    pool.waitForDone()


def plain_icon(_name: str) -> QIcon:
    pixmap = QPixmap(24, 24)
    pixmap.fill(QColor("gray"))
    return QIcon(pixmap)


def say(failure: Failure) -> str:
    return f"Failed: {failure.kind.value}"
