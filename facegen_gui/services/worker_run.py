"""One run of the worker's thread: the asyncio loop, what it takes to open the library, and an orderly end."""

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable

from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.services.add import Add
from facegen_gui.services.daemon_threads import DaemonExecutor
from facegen_gui.services.events import NotTaken, TroubleEnded, TroubleFound
from facegen_gui.services.journal import in_log
from facegen_gui.services.keyring_thread import KeyringThread
from facegen_gui.services.keys import Keys
from facegen_gui.services.worker_loop import WorkerLoop
from facegen_gui.services.worker_setup import WorkerSetup
from facegen_gui.storage.key_store import KeyStore

log = logging.getLogger(__name__)

Command = Callable[[WorkerLoop], None]

# A library that could not be opened is tried again after so many seconds.
_OPEN_AGAIN = 10.0


class WorkerRun:
    """Made and executed in the worker's thread; `post` and `end` may be called from any other."""

    def __init__(self, setup: WorkerSetup) -> None:
        self._setup = setup
        self._loop = (setup.make_loop or asyncio.new_event_loop)()
        # Closing the loop never waits for a name look-up, nor does the end of the program.
        self._loop.set_default_executor(DaemonExecutor(1))
        self._stopping = asyncio.Event()
        self._is_ending = threading.Event()  # the same for what the loop stands still for
        self._early: list[Command] = []  # given while the library was not open yet
        self._refusal: Failure | None = None  # why it could not be opened so far
        self._work: WorkerLoop | None = None

    def post(self, command: Command) -> None:
        """Obey `command` in the loop, in order; dropped when the loop has ended."""
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._obey, command)

    def end(self) -> None:
        self._is_ending.set()
        with contextlib.suppress(RuntimeError):  # it has ended by itself
            self._loop.call_soon_threadsafe(self._stopping.set)

    def execute(self) -> None:
        """Until `end`."""
        try:
            asyncio.set_event_loop(self._loop)
            self._loop.run_until_complete(self._run())
        except Exception as error:
            log.exception("the worker ended by an error")
            failure = Failure(FailureKind.internal, detail=type(error).__name__)
            self._setup.emit([TroubleFound(failure)])
        finally:
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            asyncio.set_event_loop(None)
            self.close()

    def close(self) -> None:
        self._loop.close()

    async def _run(self) -> None:
        self._work = await self._open()
        if self._work is None:
            return
        running = asyncio.create_task(self._work.run())
        for command in self._early:
            self._obey(command)
        ending = asyncio.create_task(self._stopping.wait())
        await asyncio.wait({running, ending}, return_when=asyncio.FIRST_COMPLETED)
        ending.cancel()
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running

    async def _open(self) -> WorkerLoop | None:
        """A library that cannot be opened is told of once and tried again."""
        told: FailureKind | None = None
        while not self._is_ending.is_set():
            try:
                work = WorkerLoop(self._setup, self._is_ending.is_set)
            except FaceGenError as error:
                if self._is_ending.is_set():
                    break
                if error.failure.kind is not told:
                    log.warning("the library cannot be opened: %s", in_log(error.failure))
                    self._setup.emit([TroubleFound(error.failure)])
                    self._refusal = error.failure
                    for command in self._early:
                        self._tell_refused(command)
                if told is None:
                    self._read_key()
                told = error.failure.kind
            else:
                if told is not None:
                    log.info("the library is open")
                    self._setup.emit([TroubleEnded(told)])
                return work
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), _OPEN_AGAIN)
        return None

    def _read_key(self) -> None:
        """Tell the key's state: until it is known, nothing that is pasted is kept over the program's end."""
        setup = self._setup
        keyring = KeyringThread(setup.make_key_store or (lambda: KeyStore(setup.network.server)))
        Keys(
            keyring,
            lambda event: setup.emit([event]),
            lambda: None,
            setup.previous_key_store,
            setup.keyring_time_out,
        ).read()
        keyring.stop()  # after it has answered

    def _tell_refused(self, command: Command) -> None:
        """IDs that wait for the library have no row: without a word they would be out of sight."""
        if self._refusal is not None and isinstance(command, Add):
            self._setup.emit([NotTaken(command.entries, self._refusal)])

    def _obey(self, command: Command) -> None:
        if self._work is None:
            self._tell_refused(command)
            if not (isinstance(command, Add) and command in self._early):
                self._early.append(command)
            return
        try:
            command(self._work)
        except Exception as error:
            # The outer edge of a command: the others are obeyed all the same.
            log.exception("a command failed")
            failure = Failure(FailureKind.internal, detail=type(error).__name__)
            self._setup.emit([TroubleFound(failure)])
