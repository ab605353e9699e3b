"""What a benchmark gives: figures with units and, where one was set, the budget they are read against."""

import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value. `budget` is the most it should be, None where it is for information."""

    name: str
    value: float
    unit: str
    budget: float | None = None


def median_seconds(run: Callable[[], object], runs: int = 5) -> float:
    """Median wall time of `run` over `runs` calls, after one that is not counted."""
    run()
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        run()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def peak_memory_mb() -> float:
    """Peak resident memory of this process in megabytes (10^6 bytes)."""
    status = Path("/proc/self/status")
    if status.exists():
        # Not getrusage there: it counts what the parent had before this program replaced it.
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024 / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


class Heartbeat(QObject):
    """Measures how long the GUI thread was away: a zero-interval timer notes the gaps between its beats."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps_ms: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def restart(self) -> None:
        self.gaps_ms.clear()
        self._last = time.perf_counter()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps_ms.append((now - self._last) * 1000)
        self._last = now

    def figures(self, what: str) -> Iterable[Figure]:
        ordered = sorted(self.gaps_ms)
        yield Figure(f"{what}: longest block of the GUI thread", ordered[-1], "ms", 50)
        yield Figure(f"{what}: 99th percentile", ordered[int(len(ordered) * 0.99)], "ms", 16.7)
