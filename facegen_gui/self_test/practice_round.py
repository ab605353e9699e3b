"""The whole program played through once: a window, the practice service, real fetching, files and saving."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from facegen_gui.domain.file_names import file_name
from facegen_gui.domain.job import Job, PictureKey
from facegen_gui.domain.media import extension_for
from facegen_gui.domain.saves import SaveItem, SaveOptions, SaveReport
from facegen_gui.models.job_store import JobStore
from facegen_gui.practice.faces import draw_face
from facegen_gui.self_test.check import CheckFailedError
from facegen_gui.services.fetch_worker import FetchWorker
from facegen_gui.storage.profile import Profile

# One and two pictures, every format, every way in which pictures are handed over.
JOB_IDS = ("12202888", "12202889", "12202890", "101", "102", "103", "108", "122", "123")
PATIENCE = 60.0  # seconds
TASK = 1_000_000  # a number that the window does not come to
WINDOW_SIZE = (1280, 800)
# A window that shows faces has thousands of colours at these points, an empty one a handful.
GRID = 8
COLOURS_OF_FACES = 200


class Program(Protocol):
    """What is needed of the composed program."""

    @property
    def window(self) -> QWidget: ...
    @property
    def store(self) -> JobStore: ...
    @property
    def worker(self) -> FetchWorker: ...
    def start(self, text: str) -> None: ...


class PracticeRound:
    """Its checks build on one another: fetch, then save, then look."""

    def __init__(self, compose: Callable[[], Program], profile: Profile, save_folder: Path) -> None:
        self._compose = compose
        self._started: Program | None = None
        self._profile = profile
        self._folder = save_folder

    @property
    def _program(self) -> Program:
        if self._started is None:
            raise CheckFailedError("the program did not start, see above")
        return self._started

    def find_fetching(self) -> str:
        """Starts, pastes the IDs into the window, and waits until all their pictures are kept."""
        self._started = self._compose()
        self._program.window.resize(*WINDOW_SIZE)
        self._program.window.show()
        self._program.start("\n".join(JOB_IDS))
        if not wait_until(self._all_delivered, PATIENCE):
            raise CheckFailedError(
                f"after {PATIENCE:.0f} seconds not all is here: {', '.join(self._missing())}"
            )
        for key, file in self._kept().items():
            if file.read_bytes() != draw_face(key.job_id, key.number).data:
                raise CheckFailedError(f"{file.name} differs from what was sent")
        return f"{len(self._kept())} pictures of {len(JOB_IDS)} jobs, byte for byte as they were sent"

    def find_saving(self) -> str:
        """Saves all, and compares the copies with what the service sent."""
        self._folder.mkdir(parents=True, exist_ok=True)
        reports: list[SaveReport] = []
        self._program.store.save_finished.connect(reports.append)
        items = [self._item(job, key) for job in self._jobs() for key in (p.key for p in job.kept)]
        self._program.worker.save(TASK, items, SaveOptions(self._folder))
        if not wait_until(lambda: any(report.task == TASK for report in reports), PATIENCE):
            raise CheckFailedError(f"saving did not end after {PATIENCE:.0f} seconds")
        self._program.store.save_finished.disconnect(reports.append)
        report = next(report for report in reports if report.task == TASK)
        if report.failure is not None:
            raise CheckFailedError(
                f"{report.failure.kind.value} {report.failure.path} {report.failure.detail}"
            )
        for saved in report.files:
            if saved.path.read_bytes() != draw_face(saved.key.job_id, saved.key.number).data:
                raise CheckFailedError(f"{saved.path} differs from what was sent")
        if len(report.files) != len(items):
            raise CheckFailedError(f"only {len(report.files)} of {len(items)} pictures were saved")
        return f"{len(report.files)} files, read back and compared"

    def find_window(self, screenshot: Path | None) -> str:
        """Looks at the window until the faces are in it."""
        window = self._program.window
        if not wait_until(lambda: _colours(window.grab().toImage()) > COLOURS_OF_FACES, PATIENCE):
            raise CheckFailedError("the window stays empty. Update the driver of the graphics card.")
        image = window.grab().toImage()
        if screenshot is not None and not image.save(str(screenshot)):
            raise CheckFailedError(f"the screenshot {screenshot} cannot be written")
        return f"painted, {image.width()} x {image.height()}"

    def _jobs(self) -> list[Job]:
        found = (self._program.store.job(job_id) for job_id in JOB_IDS)
        return [job for job in found if job is not None]

    def _all_delivered(self) -> bool:
        jobs = self._jobs()
        return len(jobs) == len(JOB_IDS) and all(job.is_delivered for job in jobs)

    def _missing(self) -> list[str]:
        here = {job.id: job for job in self._jobs()}
        return [_told(job_id, here.get(job_id)) for job_id in JOB_IDS if not _is_delivered(here.get(job_id))]

    def _kept(self) -> dict[PictureKey, Path]:
        return {p.key: self._profile.absolute(p.file) for job in self._jobs() for p in job.kept}

    def _item(self, job: Job, key: PictureKey) -> SaveItem:
        picture = next(picture for picture in job.kept if picture.key == key)
        name = file_name(
            SaveOptions(self._folder).pattern,
            job_id=job.id,
            number=key.number,
            when=datetime.now(UTC),
            extension=extension_for(picture.media_type),
        )
        source = self._profile.absolute(picture.file)
        return SaveItem(key, source, name, picture.sha256, picture.media_type)


def wait_until(is_so: Callable[[], bool], seconds: float) -> bool:
    """Runs the event loop until `is_so`; False when that took too long."""
    loop = QEventLoop()
    owner = QObject()
    QTimer.singleShot(int(seconds * 1000), owner, loop.quit)
    looking = QTimer(owner)
    looking.timeout.connect(lambda: loop.quit() if is_so() else None)
    looking.start(50)
    loop.exec()
    looking.stop()
    return is_so()


def _is_delivered(job: Job | None) -> bool:
    return job is not None and job.is_delivered


def _told(job_id: str, job: Job | None) -> str:
    if job is None:
        return f"{job_id} unknown"
    failures = [job.failure, *(picture.failure for picture in job.pictures)]
    kinds = [failure.kind.value for failure in failures if failure is not None]
    return " ".join((job_id, job.state.value, *kinds))


def _colours(image: QImage) -> int:
    return len(
        {image.pixel(x, y) for x in range(0, image.width(), GRID) for y in range(0, image.height(), GRID)}
    )
