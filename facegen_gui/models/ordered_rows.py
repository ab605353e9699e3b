"""The rows of a model in their order: found by bisection, so that one more costs the same at any size.

No signals; `ordered_model` tells the views.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from facegen_gui.models.slices import BUCKET, sort_in_steps
from facegen_gui.models.tiles import SortKey, Tile

Entry = tuple[SortKey, Tile]


@dataclass(slots=True)
class Difference:
    """What a change of some jobs means for the rows. Runs are (first row, count) or (row, entries)."""

    removed: list[tuple[int, int]] = field(default_factory=list)  # last run first
    inserted: list[Entry] = field(default_factory=list)  # sorted
    changed: list[tuple[int, int]] = field(default_factory=list)  # rows as before anything was removed
    by_job: dict[str, tuple[SortKey, ...]] = field(default_factory=dict)
    replaced: list[tuple[int, Tile]] = field(default_factory=list)


class OrderedRows:
    """Sort keys and tiles side by side, and which keys belong to which job."""

    def __init__(self) -> None:
        self.keys: list[SortKey] = []
        self.tiles: list[Tile] = []
        self.by_job: dict[str, tuple[SortKey, ...]] = {}
        self.kept = 0  # tiles with a picture on disk
        self._is_kept = bytearray()  # of each tile, 1 or 0: counted in no time at any size
        self.group_keys: list[Any] = []
        self.group_counts: list[int] = []
        self._group_starts: list[int] | None = None

    def __len__(self) -> int:
        return len(self.tiles)

    def row(self, key: SortKey) -> int:
        """The row of this sort key, -1 if it is not shown."""
        row = bisect_left(self.keys, key)
        return row if row < len(self.keys) and self.keys[row] == key else -1

    def kept_before(self, row: int) -> int:
        """How many tiles above this row have a picture on disk."""
        return self._is_kept.count(1, 0, row)

    @property
    def group_starts(self) -> list[int]:
        """First row of each group, and the number of rows at the end."""
        if self._group_starts is None:
            self._group_starts = list(accumulate(self.group_counts, initial=0))
        return self._group_starts

    def group_of(self, row: int) -> int:
        return bisect_right(self.group_starts, row) - 1

    def difference(self, entries: dict[str, list[Entry]]) -> Difference:
        """What has to happen for each job to have exactly these entries."""
        result = Difference()
        gone: list[int] = []
        changed: list[int] = []
        for job_id, new in entries.items():
            old = self.by_job.get(job_id, ())
            result.by_job[job_id] = tuple(key for key, _ in new)
            if not old:
                result.inserted += new
                continue
            wanted = dict(new)
            for key in old:
                row = self.row(key)
                tile = wanted.pop(key, None)
                if tile is None:
                    gone.append(row)
                else:
                    changed.append(row)
                    result.replaced.append((row, tile))
            result.inserted += wanted.items()
        result.removed = _runs(gone)[::-1]
        result.changed = _runs(changed)
        result.inserted.sort()
        return result

    def inserted_runs(self, entries: Sequence[Entry]) -> list[tuple[int, Sequence[Entry]]]:
        """Sorted entries by the row they go to, last row first, so that rows stay true while inserting."""
        runs: list[tuple[int, Sequence[Entry]]] = []
        end = len(entries)
        while end:
            row = bisect_left(self.keys, entries[end - 1][0])
            # All that sort behind the row before stay together.
            start = 0 if row == 0 else bisect_left(entries, self.keys[row - 1], 0, end, key=_key_of)
            runs.append((row, entries[start:end]))
            end = start
        return runs

    def replace(self, row: int, tile: Tile) -> None:
        self.kept += tile.is_kept - self.tiles[row].is_kept
        self.tiles[row] = tile
        self._is_kept[row] = tile.is_kept

    def insert(self, row: int, entries: Sequence[Entry]) -> None:
        self.keys[row:row] = [key for key, _ in entries]
        self.tiles[row:row] = [tile for _, tile in entries]
        kept = bytes(tile.is_kept for _, tile in entries)
        self._is_kept[row:row] = kept
        self.kept += kept.count(1)
        self._count(entries, 1)

    def remove(self, row: int, count: int) -> None:
        self._count([(key, self.tiles[row]) for key in self.keys[row : row + count]], -1)
        self.kept -= self._is_kept.count(1, row, row + count)
        del self._is_kept[row : row + count]
        del self.keys[row : row + count]
        del self.tiles[row : row + count]

    def remember(self, by_job: dict[str, tuple[SortKey, ...]]) -> None:
        for job_id, keys in by_job.items():
            if keys:
                self.by_job[job_id] = keys
            else:
                self.by_job.pop(job_id, None)

    def _count(self, entries: Iterable[Entry], sign: int) -> None:
        self._group_starts = None
        amounts: dict[Any, int] = {}
        for key, _ in entries:
            amounts[key[0]] = amounts.get(key[0], 0) + sign
        for group, amount in amounts.items():
            place = bisect_left(self.group_keys, group)
            if place == len(self.group_keys) or self.group_keys[place] != group:
                self.group_keys.insert(place, group)
                self.group_counts.insert(place, 0)
            self.group_counts[place] += amount
            if not self.group_counts[place]:
                del self.group_keys[place]
                del self.group_counts[place]


def build_in_steps(
    ids: Sequence[str], entries_of: Callable[[str], list[Entry]]
) -> Generator[None, None, OrderedRows]:
    """Rows for all these jobs, made in small steps."""
    rows = OrderedRows()
    pairs: list[Entry] = []
    for start in range(0, len(ids), BUCKET):
        for job_id in ids[start : start + BUCKET]:
            new = entries_of(job_id)
            if new:
                pairs += new
                rows.by_job[job_id] = tuple(key for key, _ in new)
        yield
    pairs = yield from sort_in_steps(pairs)
    for start in range(0, len(pairs), BUCKET):
        rows.insert(len(rows), pairs[start : start + BUCKET])
        yield
    # Freed in steps as well.
    while pairs:
        del pairs[-BUCKET:]
        yield
    return rows


def _key_of(entry: Entry) -> SortKey:
    return entry[0]


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Rows as (first, count), ascending."""
    runs: list[tuple[int, int]] = []
    for row in sorted(rows):
        if runs and runs[-1][0] + runs[-1][1] == row:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((row, 1))
    return runs
