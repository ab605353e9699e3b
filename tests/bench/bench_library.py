"""What the library needs for many IDs and pictures."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from facegen_gui.domain.job import NewJob
from facegen_gui.storage.library import Library
from facegen_gui.storage.profile import Profile
from tests.bench.figures import Figure, median_seconds
from tests.bench.filled_library import WHEN, fill

SERVER = "http://127.0.0.1:9/api/v1/enterprise"


def figures() -> Iterator[Figure]:
    for count in (10_000, 100_000):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            fill(folder, SERVER, count, with_files=False)
            yield from _figures(Profile.at(folder), f"{count:,} pictures")


def _figures(profile: Profile, what: str) -> Iterator[Figure]:
    opened = median_seconds(lambda: Library.open(profile, SERVER).close())
    yield Figure(f"library of {what}: opened", opened * 1000, "ms")
    with Library.open(profile, SERVER) as library:
        loaded = median_seconds(lambda: sum(map(len, library.jobs())), 3)
        yield Figure(f"library of {what}: all read", loaded * 1000, "ms")
        first = iter(range(10_000_000, 20_000_000, 5000))
        added = median_seconds(lambda: library.add([NewJob(str(number)) for number in _next(first)], WHEN), 3)
        yield Figure(f"library of {what}: 5,000 IDs added", added * 1000, "ms")
        job = next(library.jobs())[0]
        put = median_seconds(lambda: library.put([replace(job, asked_at=WHEN)]), 20)
        yield Figure(f"library of {what}: one job written", put * 1000, "ms")


def _next(starts: Iterator[int]) -> range:
    start = next(starts)
    return range(start, start + 5000)
