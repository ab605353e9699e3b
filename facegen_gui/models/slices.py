"""Long work in the GUI thread, cut into slices that leave every frame its time.

The work is a generator that yields often; between slices the event loop runs. Threads would not help:
what is sorted and filtered here are Python objects, and they hold the interpreter.
"""

import time
from bisect import bisect_left
from collections.abc import Callable, Generator, Iterator
from typing import Any

from PySide6.QtCore import QObject, QTimer

BUDGET = 0.004  # seconds; a frame has 16, and two of these may fall into one
PORTION = 100  # IDs of a backlog that are worked on together
BUCKET = 800  # items that are sorted in one step, well below a millisecond


class Slices(QObject):
    """Runs one generator at a time; starting another drops the one before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] | None = None
        self._done: Callable[[Any], None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_running(self) -> bool:
        return self._steps is not None

    def start(
        self, work: Generator[None, None, Any], done: Callable[[Any], None], *, at_once: bool = True
    ) -> None:
        """Works through `work` and gives what it returns to `done`. The first slice is done here and now,
        or after what waits for the event loop."""

        def steps() -> Iterator[None]:
            result = yield from work
            self._finish(result)

        self._steps = steps()
        self._done = done
        self._timer.start()
        if at_once:
            self._go_on()

    def _go_on(self) -> None:
        steps = self._steps
        end = time.perf_counter() + BUDGET
        while steps is not None and steps is self._steps:
            if next(steps, steps) is steps or time.perf_counter() >= end:
                break

    def _finish(self, result: Any) -> None:
        done = self._done
        self._steps = self._done = None
        self._timer.stop()
        if done is not None:
            done(result)


class Backlog(QObject):
    """IDs that wait for `work`, taken in small portions; an ID that comes twice is worked on once."""

    def __init__(self, work: Callable[[list[str]], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._ids: dict[str, None] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_empty(self) -> bool:
        return not self._ids

    def add(self, ids: list[str]) -> None:
        self._ids.update(dict.fromkeys(ids))
        if not self._timer.isActive():
            self._go_on()

    def _go_on(self) -> None:
        end = time.perf_counter() + BUDGET
        while self._ids and time.perf_counter() < end:
            if len(self._ids) <= PORTION:
                portion, self._ids = list(self._ids), {}
            else:
                portion = [i for i, _ in zip(self._ids, range(PORTION), strict=False)]
                for job_id in portion:
                    del self._ids[job_id]
            self._work(portion)
        if self._ids:
            self._timer.start()
        else:
            self._timer.stop()


def sort_in_steps(items: list[Any]) -> Generator[None, None, list[Any]]:
    """The items sorted: spread over buckets by a sample, then bucket by bucket."""
    if len(items) <= BUCKET:
        return sorted(items)
    wanted = len(items) // BUCKET
    stride = max(1, len(items) // (wanted * 16))
    sample = sorted(items[::stride])
    splitters = sample[16::16]
    yield
    buckets: list[list[Any]] = [[] for _ in range(len(splitters) + 1)]
    for start in range(0, len(items), BUCKET):
        for item in items[start : start + BUCKET]:
            buckets[bisect_left(splitters, item)].append(item)
        yield
    result: list[Any] = []
    for bucket in buckets:
        bucket.sort()
        result += bucket
        yield
    return result


def drop_in_steps(*containers: list[Any] | dict[Any, Any]) -> Generator[None, None, None]:
    """Empties what is no longer needed bit by bit: freeing 100,000 rows at once takes several frames."""
    for container in containers:
        while container:
            if isinstance(container, list):
                del container[-BUCKET:]
            else:
                for _ in range(min(BUCKET, len(container))):
                    container.popitem()
            yield
