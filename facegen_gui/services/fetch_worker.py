"""The crossing between the window and the worker's thread: commands go down, lists of events come up.

Nothing else happens here; what a command does stands in `worker_loop`.
"""

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QThread, QThreadPool, Signal

from facegen_gui.api.timeouts import Timeouts
from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.job import Choice, NewJob, PictureKey
from facegen_gui.domain.network import NetworkSettings
from facegen_gui.domain.saves import SaveItem, SaveOptions, SaveReport
from facegen_gui.services.daemon_threads import DaemonExecutor
from facegen_gui.services.events import Event, TroubleFound
from facegen_gui.services.tasks import Run
from facegen_gui.services.worker_loop import WorkerLoop, WorkerSetup
from facegen_gui.storage.key_store import KeyStore
from facegen_gui.storage.profile import Profile

log = logging.getLogger(__name__)

Command = Callable[[WorkerLoop], None]

# A library that could not be opened is tried again after so many seconds.
_OPEN_AGAIN = 10.0


def _utc_now() -> datetime:
    return datetime.now(UTC)


class FetchWorker(QThread):
    """Lives in the GUI thread; its `run` is the worker's. Every command returns at once."""

    events = Signal(object)  # list[Event], at most 60 a second, delivered in the GUI thread

    def __init__(
        self,
        profile: Profile,
        network: NetworkSettings,
        pool: QThreadPool,
        *,
        previous_key_store: str = "",
        now: Callable[[], datetime] = _utc_now,
        make_key_store: Callable[[], KeyStore] | None = None,
        keyring_time_out: float = 10.0,
        timeouts: Timeouts | None = None,
        make_loop: Callable[[], asyncio.AbstractEventLoop] = asyncio.new_event_loop,
        parent: QObject | None = None,
    ) -> None:
        """`previous_key_store` is the name of the keyring in which the key was last kept.

        All waits are measured by the clock of the loop that `make_loop` makes, all dates come from `now`: for
        tests in which time goes faster, both must go alike.
        """
        super().__init__(parent)
        self._setup = WorkerSetup(
            profile,
            network,
            pool,
            self._emit,
            now,
            make_key_store or (lambda: KeyStore(network.server)),
            previous_key_store,
            keyring_time_out,
            timeouts,
        )
        self._make_loop = make_loop
        self._lock = threading.Lock()
        self._early: list[Command] = []  # given before there was a loop to take them
        self._loop: asyncio.AbstractEventLoop | None = None
        self._work: WorkerLoop | None = None
        self._stopping: asyncio.Event | None = None
        self._stopped = False

    def stop(self) -> None:
        """Cancel everything and join. What was promised is on disk; the next start goes on."""
        with self._lock:
            self._stopped = True
            loop, stopping = self._loop, self._stopping
        if loop is not None and stopping is not None:
            with contextlib.suppress(RuntimeError):  # it has ended by itself
                loop.call_soon_threadsafe(stopping.set)
        # The second wait is for a disk that answers slowly: a thread that is left running would abort us.
        if not self.wait(500) and not self.wait(10_000):
            log.error("the worker's thread did not end")

    def add(self, entries: Sequence[NewJob], batch_name: str = "") -> None:
        self._post(lambda work: work.add(tuple(entries), batch_name))

    def ask_now(self, job_ids: Sequence[str]) -> None:
        """Also for what failed, is overdue or incomplete: it begins anew."""
        self._post(lambda work: work.ask_now(tuple(job_ids)))

    def resume(self) -> None:
        """Whatever made the whole queue wait may be over."""
        self._post(lambda work: work.resume())

    def network_returned(self) -> None:
        self._post(lambda work: work.network_returned())

    def set_key(self, key: str, keep: bool) -> None:
        self._post(lambda work: work.set_key(key.strip(), keep))

    def forget_key(self) -> None:
        self._post(lambda work: work.forget_key())

    def read_key(self) -> None:
        """Look into the keyring again, for instance after it was unlocked."""
        self._post(lambda work: work.read_key())

    def remove(self, job_ids: Sequence[str]) -> None:
        self._post(lambda work: work.remove(tuple(job_ids)))

    def restore(self, job_ids: Sequence[str]) -> None:
        self._post(lambda work: work.restore(tuple(job_ids)))

    def dismiss(self, job_ids: Sequence[str], dismissed: bool = True) -> None:
        self._post(lambda work: work.dismiss(tuple(job_ids), dismissed))

    def rename_batch(self, batch_id: int, name: str) -> None:
        self._post(lambda work: work.rename_batch(batch_id, name))

    def set_label(self, job_id: str, label: str) -> None:
        self._post(lambda work: work.set_label(job_id, label))

    def mark(self, changes: Sequence[tuple[PictureKey, bool, Choice]]) -> None:
        """Each with whether it is starred and what was decided."""
        self._post(lambda work: work.mark(tuple(changes)))

    def save(self, task: int, items: Sequence[SaveItem], options: SaveOptions) -> None:
        self._post(lambda work: work.tasks.save(task, tuple(items), options))

    def undo_save(self, report: SaveReport) -> None:
        self._post(lambda work: work.tasks.undo_save(report))

    def set_auto_save(self, options: SaveOptions | None) -> None:
        self._post(lambda work: work.set_auto_save(options))

    def start_task(self, task: int, run: Run) -> None:
        """`run(progress, cancelled)` in a thread of its own; it returns the file it made."""
        self._post(lambda work: work.tasks.start(task, run))

    def cancel_task(self, task: int) -> None:
        self._post(lambda work: work.tasks.cancel(task))

    def check_up(self, picture_host: str = "") -> None:
        self._post(lambda work: work.check_up(picture_host))

    def run(self) -> None:
        """In the worker's thread."""
        loop = self._make_loop()
        # Closing the loop never waits for a name look-up, nor does the end of the program.
        loop.set_default_executor(DaemonExecutor(1))
        try:
            asyncio.set_event_loop(loop)
            loop.run_until_complete(self._run())
        except Exception as error:
            log.exception("the worker ended by an error")
            self._emit([TroubleFound(Failure(FailureKind.internal, detail=type(error).__name__))])
        finally:
            with self._lock:
                self._loop = None
            loop.run_until_complete(loop.shutdown_asyncgens())
            asyncio.set_event_loop(None)
            loop.close()

    async def _run(self) -> None:
        stopping = asyncio.Event()
        with self._lock:
            if self._stopped:
                return
            self._loop, self._stopping = asyncio.get_running_loop(), stopping
        work = await self._open(stopping)
        if work is None:
            return
        with self._lock:
            self._work, early, self._early = work, self._early, []
        running = asyncio.create_task(work.run())
        for command in early:
            self._obey(command)
        ending = asyncio.create_task(stopping.wait())
        await asyncio.wait({running, ending}, return_when=asyncio.FIRST_COMPLETED)
        ending.cancel()
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running

    async def _open(self, stopping: asyncio.Event) -> WorkerLoop | None:
        """The worker's innards; a library that cannot be opened is told of once and tried again."""
        told: FailureKind | None = None
        while not stopping.is_set():
            try:
                return WorkerLoop(self._setup)
            except FaceGenError as error:
                if error.failure.kind is not told:
                    self._emit([TroubleFound(error.failure)])
                told = error.failure.kind
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stopping.wait(), _OPEN_AGAIN)
        return None

    def _post(self, command: Command) -> None:
        with self._lock:
            if self._loop is None or self._work is None:
                self._early.append(command)
                return
            loop = self._loop
        with contextlib.suppress(RuntimeError):  # it is closing, and nothing was promised
            loop.call_soon_threadsafe(self._obey, command)

    def _obey(self, command: Command) -> None:
        if self._work is not None:
            command(self._work)

    def _emit(self, events: list[Event]) -> None:
        self.events.emit(events)
