"""One run of the real worker in a profile of its own: real thread, sockets, SQLite and files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool

from facegen_gui.api.timeouts import Timeouts
from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import Job, JobState, NewJob
from facegen_gui.domain.network import NetworkSettings, ProxyMode
from facegen_gui.services.events import (
    Event,
    JobsChanged,
    KeyWanted,
    LibraryLoaded,
    PauseChanged,
    TroubleFound,
)
from facegen_gui.services.fetch_worker import FetchWorker
from facegen_gui.storage.key_store import KeyStore
from facegen_gui.storage.profile import Profile
from tests.faults.paced import Pace

KEY = "a-key-for-tests-0123456789"


class EmptyKeyStore(KeyStore):
    """A keyring in which nothing is kept: the key comes from the test, for the session."""

    def name(self) -> str:
        return ""

    def read(self) -> str | None:
        return None


class Run(QObject):
    """`with Run(...) as run`. Remembers everything that the window would have been told."""

    def __init__(
        self,
        folder: Path,
        server: str,
        pace: Pace,
        *,
        connect: float = 10.0,
        read: float = 5.0,
        call: float = 10.0,
        extra_ca_file: str = "",
        proxy: str = "",
        concurrency: int = 4,
        key: str | None = KEY,
    ) -> None:
        """The time-outs are in real seconds: long enough for a busy machine where silence is not the case."""
        super().__init__()
        self.pace = pace
        self.profile = Profile.at(folder)
        self.jobs: dict[str, Job] = {}
        self.events: list[Event] = []
        self._pool = QThreadPool(maxThreadCount=2)
        self._key = key
        mode = ProxyMode.manual if proxy else ProxyMode.none
        network = NetworkSettings(server, concurrency, mode, proxy, extra_ca_file)
        self.worker = FetchWorker(
            self.profile,
            network,
            self._pool,
            now=pace.now,
            make_key_store=lambda: EmptyKeyStore(server),
            keyring_time_out=pace.paced(10.0),
            timeouts=Timeouts(*map(pace.paced, (connect, read, call))),
            make_loop=pace.make_loop,
        )
        self.worker.events.connect(self._on_events)

    def __enter__(self) -> "Run":
        self.worker.start()
        if self._key is not None:
            self.worker.set_key(self._key, keep=False)
        return self

    def __exit__(self, *_: object) -> None:
        self.pace.become_real()
        self.worker.stop()
        self._pool.waitForDone(10_000)

    def add(self, *job_ids: str) -> None:
        self.worker.add([NewJob(job_id) for job_id in job_ids])

    def failures(self, job_id: str) -> set[Failure]:
        """All that the job and its pictures were ever said to suffer from."""
        told = [job for job in self._told() if job.id == job_id]
        found = {job.failure for job in told} | {p.failure for job in told for p in job.pictures}
        return {failure for failure in found if failure is not None}

    def states(self) -> dict[str, JobState]:
        return {job.id: job.state for job in self.jobs.values()}

    @property
    def pauses(self) -> list[PauseChanged]:
        return [event for event in self.events if isinstance(event, PauseChanged)]

    @property
    def paused_by(self) -> FailureKind | None:
        failure = self.pauses[-1].failure if self.pauses else None
        return failure.kind if failure else None

    @property
    def keys_wanted(self) -> list[KeyWanted]:
        return [event for event in self.events if isinstance(event, KeyWanted)]

    @property
    def troubles(self) -> list[FailureKind]:
        return [event.failure.kind for event in self.events if isinstance(event, TroubleFound)]

    @property
    def said_to_fail(self) -> set[FailureKind]:
        """Everything that was told of the program as a whole."""
        return {*self.troubles, *(pause.failure.kind for pause in self.pauses if pause.failure)}

    @property
    def is_loaded(self) -> bool:
        return any(isinstance(event, LibraryLoaded) for event in self.events)

    def all_are(self, state: JobState) -> Callable[[], bool]:
        return lambda: bool(self.jobs) and set(self.states().values()) == {state}

    def files(self) -> set[str]:
        """Everything in the pictures folder, as paths relative to the profile."""
        return {self.profile.relative(path) for path in self.profile.pictures.rglob("*") if path.is_file()}

    def kept_files(self) -> set[str]:
        return {picture.file for job in self.jobs.values() for picture in job.kept}

    def _told(self) -> list[Job]:
        return [job for event in self.events if isinstance(event, JobsChanged) for job in event.jobs]

    def _on_events(self, events: list[Event]) -> None:
        self.events += events
        for event in events:
            if isinstance(event, JobsChanged):
                self.jobs.update((job.id, job) for job in event.jobs)
