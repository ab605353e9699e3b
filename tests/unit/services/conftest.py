"""A worker on the practice service, watched from the window's side."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from facegen_gui.domain.failures import FaceGenError, Failure
from facegen_gui.domain.job import Batch, Job
from facegen_gui.domain.key_status import KeyStatus
from facegen_gui.domain.network import NetworkSettings
from facegen_gui.practice.server import PracticeService
from facegen_gui.services.events import BatchesChanged, Event, JobsChanged, JobsRemoved, KeyChanged
from facegen_gui.services.fetch_worker import FetchWorker
from facegen_gui.storage.profile import Profile


class StoreInMemory:
    """A key store of the test's own; `before` runs ahead of every call, in the keyring's thread."""

    def __init__(self, key: str | None = None) -> None:
        self.key = key
        self.before: Callable[[], None] = lambda: None
        self.failure: Failure | None = None

    def name(self) -> str:
        return "Test Keyring"

    def read(self) -> str | None:
        self._enter()
        return self.key

    def write(self, key: str) -> None:
        self._enter()
        self.key = key

    def forget(self) -> None:
        self._enter()
        self.key = None

    def _enter(self) -> None:
        self.before()
        if self.failure is not None:
            raise FaceGenError(self.failure)


class Watched:
    """A worker and what it has told."""

    def __init__(self, profile: Profile, server: str, store: StoreInMemory, **options: object) -> None:
        self.pool = QThreadPool()
        self.pool.setMaxThreadCount(2)
        self.worker = FetchWorker(
            profile,
            NetworkSettings(server),
            self.pool,
            make_key_store=lambda: store,  # type: ignore[arg-type,return-value]
            **options,  # type: ignore[arg-type]
        )
        self.events: list[Event] = []
        self.lists = 0
        self.jobs: dict[str, Job] = {}
        self.batches: dict[int, Batch] = {}
        self.key = KeyStatus()
        self.worker.events.connect(self._on_events)

    def _on_events(self, events: list[Event]) -> None:
        self.lists += 1
        self.events += events
        for event in events:
            match event:
                case JobsChanged(jobs):
                    self.jobs |= {job.id: job for job in jobs}
                case JobsRemoved(job_ids):
                    for job_id in job_ids:
                        self.jobs.pop(job_id, None)
                case BatchesChanged(batches):
                    self.batches |= {batch.id: batch for batch in batches}
                case KeyChanged(status):
                    self.key = status

    def told(self, kind: type) -> list[Event]:
        return [event for event in self.events if isinstance(event, kind)]


@pytest.fixture(scope="session")
def practice() -> Iterator[PracticeService]:
    with PracticeService() as service:
        yield service


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile.at(tmp_path / "profile")


@pytest.fixture
def store(practice: PracticeService) -> StoreInMemory:
    return StoreInMemory(practice.key)


@pytest.fixture
def start(
    qtbot: QtBot, profile: Profile, practice: PracticeService, store: StoreInMemory
) -> Iterator[Callable[..., Watched]]:
    """Starts a worker; all of them are stopped at the end."""
    started: list[Watched] = []

    def start(server: str = "", **options: object) -> Watched:
        watched = Watched(profile, server or practice.url, store, **options)
        started.append(watched)
        watched.worker.start()
        return watched

    yield start
    for watched in started:
        watched.worker.stop()
        watched.pool.waitForDone()
