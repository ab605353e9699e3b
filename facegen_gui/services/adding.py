"""Gets new IDs into the library; what it refuses is told of, kept in memory and tried again."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.job import NewJob
from facegen_gui.services.events import NotTaken, TroubleEnded, TroubleFound
from facegen_gui.services.ledger import Ledger
from facegen_gui.storage.library import Added

# A disk that is full or gone is looked at again after so many seconds.
DISK_RETRY = 10.0

Entries = Sequence[NewJob]


class Adding:
    """Belongs to the worker's loop."""

    def __init__(
        self, ledger: Ledger, now: Callable[[], datetime], taken: Callable[[Entries, Added], None]
    ) -> None:
        """`taken` hears of what the library has, with the entries it was made from."""
        self._ledger = ledger
        self._now = now
        self._taken = taken
        self._refused: list[tuple[Entries, str]] = []
        self._kinds: set[FailureKind] = set()  # told of because of these
        self._next_retry: asyncio.TimerHandle | None = None

    def add(self, entries: Entries, batch_name: str) -> None:
        failure = self._add(entries, batch_name)
        if failure is not None:
            self._ledger.outbox.tell(NotTaken(tuple(entries), failure))

    def try_again(self) -> None:
        if self._next_retry is not None:  # "Try again" may have come before it
            self._next_retry.cancel()
            self._next_retry = None
        refused, self._refused = self._refused, []
        for entries, batch_name in refused:
            self._add(entries, batch_name)
        if not self._refused:
            for kind in self._kinds:
                self._ledger.outbox.tell(TroubleEnded(kind))
            self._kinds.clear()

    def _add(self, entries: Entries, batch_name: str) -> Failure | None:
        """Why the library does not take it."""
        try:
            added = self._ledger.add(entries, self._now(), batch_name)
        except FaceGenError as error:
            self._ledger.outbox.tell(TroubleFound(error.failure))
            if (entries, batch_name) not in self._refused:
                self._refused.append((entries, batch_name))
            self._kinds.add(error.failure.kind)
            if self._next_retry is None:
                self._next_retry = asyncio.get_running_loop().call_later(DISK_RETRY, self.try_again)
            return error.failure
        self._taken(entries, added)
        return None
