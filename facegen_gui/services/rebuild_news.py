"""Tells how far the rebuilding of a library is while the worker's loop stands still for it."""

import time
from collections.abc import Callable

from facegen_gui.services.events import REBUILDING, Event, TaskProgress
from facegen_gui.services.outbox import TICK
from facegen_gui.storage.watch import Watch


class RebuildNews:
    """Tells at most once a tick, and the end always."""

    def __init__(self, emit: Callable[[list[Event]], None]) -> None:
        self._emit = emit
        self._told_at = float("-inf")

    def watch(self, is_cancelled: Callable[[], bool]) -> Watch:
        return Watch(self._tell, is_cancelled)

    def _tell(self, done: int, total: int) -> None:
        now = time.monotonic()
        if done == total or now >= self._told_at + TICK:
            self._told_at = now
            self._emit([TaskProgress(REBUILDING, done, total)])
