"""The one thread in which the keyring is called, in order. An unlock prompt may block it for minutes."""

import asyncio
import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass

from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.storage.key_store import KeyStore

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KeyringAnswer:
    """What one call brought: the keyring's name in plain words, the key if it was read, or what failed."""

    store: str = ""
    key: str | None = None
    failure: Failure | None = None


KeyringCall = Callable[[KeyStore], str | None]


class KeyringThread:
    """Belongs to a loop, to which it brings the answers. A daemon, so that quitting never waits for it."""

    def __init__(self, make_store: Callable[[], KeyStore]) -> None:
        self._make_store = make_store
        self._loop = asyncio.get_running_loop()
        self._calls: queue.SimpleQueue[tuple[KeyringCall, Callable[[KeyringAnswer], None]] | None]
        self._calls = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="keyring", daemon=True)
        self._thread.start()

    def call(self, act: KeyringCall, done: Callable[[KeyringAnswer], None]) -> None:
        """Queue `act`; `done` is called in the loop with what came of it, whenever that is."""
        self._calls.put((act, done))

    def stop(self) -> None:
        self._calls.put(None)

    def _run(self) -> None:
        store: KeyStore | None = None
        while (call := self._calls.get()) is not None:
            act, done = call
            name, key, failure = "", None, None
            try:
                store = store or self._make_store()
                name = store.name()
                key = act(store)
            except FaceGenError as error:
                failure = error.failure
            except Exception as error:  # noqa: BLE001 -- a traceback may hold the key
                # The edge of a job: back ends are other people's. Their words may hold the key.
                log.warning("the keyring failed by a %s", type(error).__name__)
                failure = Failure(FailureKind.keyring_refused, detail=type(error).__name__)
            try:
                self._loop.call_soon_threadsafe(done, KeyringAnswer(name, key, failure))
            except RuntimeError:
                return  # the loop has ended meanwhile
