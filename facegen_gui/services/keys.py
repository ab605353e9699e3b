"""Which key is used, whether it is kept, and what the window may know of it. The keyring's own calls run in
its thread; a key that is being replaced stays until the new one was accepted."""

import asyncio
import os
from collections.abc import Callable
from dataclasses import dataclass

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.key_status import KeyStatus, fingerprint
from facegen_gui.services.events import Event, KeyChanged
from facegen_gui.services.keyring_thread import KeyringAnswer, KeyringThread
from facegen_gui.storage.key_store import KeyStore

_HINT_FROM_LENGTH = 12


@dataclass(slots=True)
class _Held:
    key: str
    keep: bool  # it is to be in the keyring
    kept: bool = False  # it is
    rejected: bool = False


class Keys:
    """Belongs to the worker's loop. The key itself is never logged."""

    def __init__(
        self,
        keyring: KeyringThread,
        tell: Callable[[Event], None],
        changed: Callable[[], None],
        previous_store: str = "",
        time_out: float = 10.0,
    ) -> None:
        """`changed` hears when there is another key to try, or when it is known that there is none.

        A keyring that has not answered after `time_out` seconds is told of; its answer still counts later.
        """
        self._keyring = keyring
        self._tell = tell
        self._changed = changed
        self._previous_store = previous_store
        self._time_out = time_out
        self._salt = os.urandom(16)
        self._held: _Held | None = None
        self._candidate: _Held | None = None
        self._store = ""
        self._generation = 0  # answers to what was asked before the last change of mind do not count
        self._last_call = 0  # its generation; an answer to an earlier one is not told
        self.failure: Failure | None = None
        self.is_known = False  # whether the keyring has said, or a person has

    @property
    def current(self) -> str | None:
        """The key to ask with."""
        held = self._candidate or self._held
        return held.key if held else None

    @property
    def is_rejected(self) -> bool:
        held = self._candidate or self._held
        return held is not None and held.rejected

    @property
    def is_wanted(self) -> bool:
        """Whether there is none that the service might take."""
        return self.current is None or self.is_rejected

    @property
    def is_unverified(self) -> bool:
        """Whether a new key waits for the service's verdict."""
        return self._candidate is not None

    def read(self) -> None:
        """Look into the keyring, now or again."""
        self._call(lambda store: store.read(), self._on_read)

    def look_again(self, still_none: Callable[[], None]) -> None:
        """Before a person is asked for a key: one may have been put into the keyring meanwhile."""
        if self.failure is not None or not self.is_known or not self.is_wanted:
            still_none()
            return
        self.is_known = self.current is not None

        def on_read(answer: KeyringAnswer) -> None:
            self._on_read(answer)
            if self.is_wanted:
                still_none()

        self._call(lambda store: store.read(), on_read)

    def set(self, key: str, keep: bool) -> None:
        new = _Held(key, keep)
        self.is_known = True
        if self._held is None or self._held.key == key:
            # There is nothing to be lost, and a person should not have to type it again.
            self._held, self._candidate = new, None
            self._write(new)
        else:
            self._candidate = new
            self._tell_status()
        self._changed()

    def accepted(self, key: str) -> None:
        """The service took `key`."""
        if self._candidate is not None and self._candidate.key == key:
            self._held, self._candidate = self._candidate, None
            self._write(self._held)
        elif self._held is not None and self._held.key == key:
            self._held.rejected = False

    def rejected(self, key: str) -> None:
        """The service refused `key`. A candidate is dropped, the key that was to be replaced is back."""
        if self._candidate is not None and self._candidate.key == key:
            self._candidate = None
            self._tell_status()
        elif self._held is not None and self._held.key == key:
            self._held.rejected = True

    def forget(self) -> None:
        self._held = self._candidate = None
        self.is_known = True
        self._previous_store = ""
        # Told once the keyring has answered: until then the key is still there for other programs.
        self._call(lambda store: store.forget(), self._on_forgotten)

    def status(self) -> KeyStatus:
        held = self._candidate or self._held
        moved = held is None and self._previous_store != self._store
        return KeyStatus(
            present=held is not None,
            kept=held is not None and held.kept,
            store=self._store,
            hint=held.key[-2:] if held is not None and len(held.key) >= _HINT_FROM_LENGTH else "",
            fingerprint=fingerprint(held.key, self._salt) if held is not None else b"",
            failure=self.failure,
            previous_store=self._previous_store if moved else "",
            unverified=self._candidate is not None,
        )

    def _write(self, held: _Held) -> None:
        """Told once the keyring has answered: until then it is not known whether the key is kept."""
        if not held.keep:
            self._generation += 1
            self._tell_status()
            return

        def on_written(answer: KeyringAnswer) -> None:
            held.kept = answer.failure is None
            if held.kept:
                self._previous_store = answer.store

        key = held.key
        self._call(lambda store: store.write(key), on_written)

    def _on_read(self, answer: KeyringAnswer) -> None:
        first = not self.is_known
        self.is_known = True
        if answer.key is not None:
            self._previous_store = answer.store
            if self._held is None or (self._held.kept and self._held.key != answer.key):
                self._held = _Held(answer.key, True, True)
                first = True
            elif self._held.key == answer.key:
                self._held.kept = True
        if first or answer.failure is not None:
            self._changed()

    def _on_forgotten(self, answer: KeyringAnswer) -> None:
        """The status that follows tells all there is to tell."""

    def _call(self, act: Callable[[KeyStore], str | None], done: Callable[[KeyringAnswer], None]) -> None:
        self._generation += 1
        generation = self._last_call = self._generation

        def on_slow() -> None:
            if generation == self._generation:
                self.failure = Failure(FailureKind.keyring_timed_out)
                self._tell_status()
                self._changed()

        slow = asyncio.get_running_loop().call_later(self._time_out, on_slow)

        def on_answer(answer: KeyringAnswer) -> None:
            slow.cancel()
            self._store = answer.store or self._store
            if generation == self._generation:
                self.failure = answer.failure
                done(answer)
            if generation == self._last_call:
                self._tell_status()

        self._keyring.call(act, on_answer)

    def _tell_status(self) -> None:
        self._tell(KeyChanged(self.status()))
