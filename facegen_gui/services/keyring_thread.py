"""The one thread in which the keyring is called, in order. An unlock prompt may block it for minutes."""

import asyncio
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass

from facegen_gui.domain.failures import FaceGenError, Failure
from facegen_gui.storage.key_store import KeyStore


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
        store = self._make_store()
        while (call := self._calls.get()) is not None:
            act, done = call
            name, key, failure = "", None, None
            try:
                name = store.name()
                key = act(store)
            except FaceGenError as error:
                failure = error.failure
            try:
                self._loop.call_soon_threadsafe(done, KeyringAnswer(name, key, failure))
            except RuntimeError:
                return  # the loop has ended meanwhile
