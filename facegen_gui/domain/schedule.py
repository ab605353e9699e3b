"""When to ask again: how long each wait is, and who is due next. Pure; seconds of the caller's own clock.

The figures follow what is known of the service: asking one job more often than every 3 s may trip its spam
filter, its `eta` is optimistic, three in ten links work only some seconds after success, and links last about
24 hours.
"""

import heapq
import itertools
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from facegen_gui.domain.job import Job

FASTEST_ASK = 3.0
_SLOWEST_EAGER_ASK = 15.0
LONGER_THAN_USUAL = 5 * 60.0
_MUCH_LONGER = 45 * 60.0
OVERDUE = 24 * 3600.0

# Waits before each of the eight further tries of a picture whose link does not work yet: 45 s together.
PICTURE_WAITS = (2.0, 4.0, 5.0, 6.0, 7.0, 7.0, 7.0, 7.0)
# The same once the job was asked for fresh links: the picture has had its time by then.
FRESH_PICTURE_WAITS = (5.0, 10.0)
# Waits before the job is asked for fresh links, once the old ones were tried in vain.
FRESH_LINK_WAITS = (0.0, 60.0)

# How long links probably last, counted from when they were first seen. An estimate.
LINK_LIFETIME = timedelta(hours=24)
_RUNS_OUT_SOON = timedelta(hours=20)

# Time that passed unnoticed beyond this means that the machine slept or its clock was set.
JUMP = 20.0


def ask_wait(age: float, eta: float | None = None) -> float:
    """Seconds until a job that has been in the making for `age` seconds is asked again."""
    if age >= _MUCH_LONGER:
        return 600.0
    if age >= LONGER_THAN_USUAL:
        return 60.0
    wait = max(0.4 * age, eta or 0.0)
    return min(max(wait, FASTEST_ASK), _SLOWEST_EAGER_ASK)


def trouble_wait(tries: int, asked_for: float = 0.0) -> float:
    """Seconds until the next try after `tries` answers in a row that told nothing about the job."""
    wait = FASTEST_ASK * 2.0 ** min(tries - 1, 8)
    return max(min(wait, 60.0 if tries < 40 else 600.0), asked_for)


def unreached_wait(tries: int) -> float:
    """Seconds until a picture is tried again whose host cannot be reached, after all quick tries."""
    return 60.0 if tries <= 5 else 600.0


def with_jitter(wait: float, dice: float) -> float:
    """`wait` shortened by up to an eighth for `dice` in [0, 1), so that many do not come due together."""
    return max(min(wait, FASTEST_ASK), wait - wait / 8 * dice)


def runs_out_soon(job: Job, now: datetime) -> bool:
    """Whether pictures that are not here yet will probably be deleted within a few hours."""
    return _link_age(job, now) >= _RUNS_OUT_SOON


def has_run_out(job: Job, now: datetime) -> bool:
    """Whether the job's links have probably been deleted."""
    return _link_age(job, now) >= LINK_LIFETIME


def _link_age(job: Job, now: datetime) -> timedelta:
    return now - job.first_ready_at if job.first_ready_at else timedelta()


Order = tuple[int, int, int]


def order_of(job: Job) -> Order:
    """Who goes first when two are due: older batches, then within a batch the older picture.

    IDs are given out in sequence, so the lowest number is the one that is deleted first. Other IDs follow
    in the order they were pasted in.
    """
    if job.id.isascii() and job.id.isdigit():
        return job.batch, 0, int(job.id)
    return job.batch, 1, job.sequence


def jumped(monotonic: float, wall: float, expected: float) -> bool:
    """Whether time passed unnoticed: both clocks' advance since the last look, and how long that should be.

    Some systems' monotonic clock stands still in sleep, others' goes on; the wall clock always goes on, and
    is sometimes set. A wall clock set back concerns nobody.
    """
    return monotonic - expected > JUMP or wall - monotonic > JUMP


K = TypeVar("K")


@dataclass(slots=True)
class _Entry(Generic[K]):
    key: K
    due: float
    urgent: bool
    order: Order


class DueQueue(Generic[K]):
    """Who is due when. One entry per key; among those that are due, urgent ones and then the longest due."""

    def __init__(self) -> None:
        self._entries: dict[K, _Entry[K]] = {}
        self._later: list[tuple[float, Order, int, _Entry[K]]] = []
        self._due: list[tuple[bool, float, Order, int, _Entry[K]]] = []
        self._ticket = itertools.count()  # keeps heaps from comparing entries

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, key: K) -> bool:
        return key in self._entries

    def put(self, key: K, due: float, order: Order, urgent: bool = False) -> None:
        """Adds `key` or, if it is there, moves it."""
        entry = self._entries[key] = _Entry(key, due, urgent, order)
        heapq.heappush(self._later, (due, order, next(self._ticket), entry))

    def discard(self, key: K) -> None:
        self._entries.pop(key, None)

    def due(self, key: K) -> float | None:
        entry = self._entries.get(key)
        return entry.due if entry else None

    def pop(self, now: float) -> K | None:
        """The next key that is due, or None."""
        self._sort(now)
        if not self._due:
            return None
        entry = heapq.heappop(self._due)[-1]
        del self._entries[entry.key]
        return entry.key

    def next_due(self, now: float) -> float | None:
        """When `pop` will have something: `now` or later; None when it is empty."""
        self._sort(now)
        if self._due:
            return now
        return self._later[0][0] if self._later else None

    def in_order(self) -> list[K]:
        """All keys in the order they come due."""
        entries = sorted(self._entries.values(), key=lambda entry: (entry.due, entry.order))
        return [entry.key for entry in entries]

    def spread(self, now: float, step: float) -> None:
        """All keys come due from now on one after the other, `step` seconds apart, or earlier than before."""
        for place, key in enumerate(self.in_order()):
            entry = self._entries[key]
            start = now + place * step
            self.put(key, start if entry.due <= now else min(entry.due, start), entry.order, entry.urgent)

    def _sort(self, now: float) -> None:
        """Moves what has come due from one heap to the other and drops what was moved or discarded."""
        while self._later:
            due, order, ticket, entry = self._later[0]
            if self._entries.get(entry.key) is entry:
                if due > now:
                    break
                heapq.heappush(self._due, (not entry.urgent, due, order, ticket, entry))
            heapq.heappop(self._later)
        while self._due and self._entries.get(self._due[0][-1].key) is not self._due[0][-1]:
            heapq.heappop(self._due)
