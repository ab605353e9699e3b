"""Time that goes faster: an event loop and a wall clock whose seconds are shorter than real ones.

The worker's waits, time-outs and dates stay what they are in the product; only the seconds shrink.
"""

import asyncio
import selectors
import time
from datetime import UTC, datetime, timedelta


class Pace:
    """`factor` seconds pass in one real second, for the loop and for the wall clock alike."""

    def __init__(self, factor: float) -> None:
        self.factor = factor
        self._since = (time.monotonic(), 0.0, factor)
        self._date = datetime.now(UTC)

    def passed(self) -> float:
        """Seconds since the beginning."""
        since, seconds, factor = self._since
        return seconds + (time.monotonic() - since) * factor

    def become_real(self) -> None:
        """From now on a second is a second: for an end that must be as orderly as in the product."""
        self._since = (time.monotonic(), self.passed(), 1.0)

    def now(self) -> datetime:
        return self._date + timedelta(seconds=self.passed())

    def make_loop(self) -> asyncio.AbstractEventLoop:
        return _PacedLoop(self)

    def real(self, seconds: float) -> float:
        """So many of our seconds, from now on, as real ones."""
        return seconds / self._since[2]

    def paced(self, real_seconds: float) -> float:
        """So many real seconds as ours: for time-outs that must be long enough for a busy machine."""
        return real_seconds * self.factor


class _PacedLoop(asyncio.SelectorEventLoop):
    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        super().__init__(_PacedSelector(pace))

    def time(self) -> float:
        return self._pace.passed()


class _PacedSelector(selectors.DefaultSelector):  # type: ignore[misc, valid-type]
    def __init__(self, pace: Pace) -> None:
        super().__init__()
        self._pace = pace

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        return super().select(timeout if timeout is None else self._pace.real(timeout))
