"""The crossing between the window and the worker's thread: commands go down, lists of events come up.

Nothing else happens here; what a command does stands in `worker_loop`.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QThreadPool, Signal

from facegen_gui.domain.job import Choice, NewJob, PictureKey
from facegen_gui.domain.key_forms import trimmed_key
from facegen_gui.domain.network import NetworkSettings
from facegen_gui.domain.saves import SaveItem, SaveOptions, SaveReport
from facegen_gui.services.add import Add
from facegen_gui.services.events import Event
from facegen_gui.services.worker_setup import WorkerSetup
from facegen_gui.storage.profile import Profile

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

    from facegen_gui.api.timeouts import Timeouts
    from facegen_gui.services.tasks import Run
    from facegen_gui.services.worker_run import Command, WorkerRun
    from facegen_gui.storage.key_store import KeyStore

log = logging.getLogger(__name__)


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
        make_key_store: "Callable[[], KeyStore] | None" = None,
        keyring_time_out: float = 10.0,
        timeouts: "Timeouts | None" = None,
        make_loop: "Callable[[], AbstractEventLoop] | None" = None,
        parent: QObject | None = None,
    ) -> None:
        """`previous_key_store` is the name of the keyring in which the key was last kept.

        All waits are measured by the clock of the loop that `make_loop` makes, all dates come from `now`: for
        tests in which time goes faster, both must go alike.
        """
        super().__init__(parent)
        self.setObjectName("worker")  # in the log
        self._setup = WorkerSetup(
            profile,
            network,
            pool,
            self._emit,
            now,
            make_key_store,
            previous_key_store,
            keyring_time_out,
            timeouts,
            make_loop,
        )
        self._lock = threading.Lock()
        self._early: list[Command] = []  # given before there was a run to take them
        self._run: WorkerRun | None = None
        self._stopped = False

    def stop(self) -> None:
        """Cancel everything and join. What was promised is on disk; the next start goes on."""
        with self._lock:
            self._stopped = True
            if self._run is not None:
                self._run.end()
        # The second wait is for a disk that answers slowly: a thread that is left running would abort us.
        if not self.wait(500) and not self.wait(10_000):
            log.error("the worker's thread did not end")

    def add(self, entries: Sequence[NewJob], batch_name: str = "") -> None:
        self._post(Add(tuple(entries), batch_name))

    def ask_now(self, job_ids: Sequence[str]) -> None:
        """Also for what failed, is overdue or incomplete: it begins anew."""
        self._post(lambda work: work.ask_now(tuple(job_ids)))

    def resume(self) -> None:
        """Whatever made the whole queue wait may be over."""
        self._post(lambda work: work.resume())

    def network_returned(self) -> None:
        self._post(lambda work: work.network_returned())

    def set_key(self, key: str, keep: bool) -> None:
        self._post(lambda work: work.set_key(trimmed_key(key), keep))

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

    def label_unnamed(self, entries: Sequence[NewJob]) -> None:
        """Gives jobs that are here the labels that stood beside them now; a label that is there stays."""
        self._post(lambda work: work.label_unnamed(tuple(entries)))

    def look_for_files(self, suspects: Sequence[PictureKey]) -> None:
        """The files of these pictures could not be read: what is gone or damaged is fetched again."""
        self._post(lambda work: work.look_for_files(tuple(suspects)))

    def mark(self, changes: Sequence[tuple[PictureKey, bool, Choice]]) -> None:
        """Each with whether it is starred and what was decided."""
        self._post(lambda work: work.mark(tuple(changes)))

    def save(self, task: int, items: Sequence[SaveItem], options: SaveOptions) -> None:
        self._post(lambda work: work.tasks.save(task, tuple(items), options))

    def undo_save(self, report: SaveReport) -> None:
        self._post(lambda work: work.tasks.undo_save(report))

    def set_auto_save(self, options: SaveOptions | None) -> None:
        self._post(lambda work: work.set_auto_save(options))

    def start_task(self, task: int, run: "Run", folder: Path | None = None) -> None:
        """`run(progress, cancelled)` in a thread of its own; it returns the file it made, in `folder`."""
        self._post(lambda work: work.tasks.start(task, run, folder))

    def cancel_task(self, task: int) -> None:
        self._post(lambda work: work.tasks.cancel(task))

    def check_up(self, picture_host: str = "") -> None:
        self._post(lambda work: work.check_up(picture_host))

    def run(self) -> None:
        """In the worker's thread."""
        # Late on purpose: asyncio, SQLite and TLS take as long to import as a window takes to appear.
        from facegen_gui.services.worker_run import WorkerRun

        run = WorkerRun(self._setup)
        with self._lock:
            if self._stopped:
                run.close()
                return
            self._run, early, self._early = run, self._early, []
            # Under the lock, so that no later command overtakes them.
            for command in early:
                run.post(command)
        run.execute()

    def _post(self, command: "Command") -> None:
        with self._lock:
            if self._run is None:
                self._early.append(command)
            else:
                self._run.post(command)

    def _emit(self, events: list[Event]) -> None:
        self.events.emit(events)
