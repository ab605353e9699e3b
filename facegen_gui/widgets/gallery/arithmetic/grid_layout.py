"""Where every tile is, by arithmetic alone: nothing is walked, however many tiles there are.

Content coordinates: y counts from the top of all tiles, and x from the leading edge. No Qt.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

Rect = tuple[int, int, int, int]  # x, y, width, height


@dataclass(frozen=True, slots=True)
class GridMetrics:
    tile_width: int  # 0: as wide as there is room, one column
    tile_height: int
    spacing: int = 8
    margin: int = 12
    header_height: int = 0  # above each group; 0: no headers


class GridLayout:
    """Groups of tiles below each other, each in lines of `columns` tiles."""

    def __init__(
        self, metrics: GridMetrics, width: int, counts: Sequence[int], starts: Sequence[int] = ()
    ) -> None:
        """`starts` may be given where it is known already: the first row of each group, and of none."""
        self.metrics = metrics
        room = max(1, width - 2 * metrics.margin)
        if metrics.tile_width:
            pitch = metrics.tile_width + metrics.spacing
            self.columns = max(1, (room + metrics.spacing) // pitch)
            self.tile_width = metrics.tile_width
        else:
            self.columns = 1
            self.tile_width = room
        used = self.columns * (self.tile_width + metrics.spacing) - metrics.spacing
        self.left = metrics.margin + max(0, (room - used) // 2)
        self._pitch = metrics.tile_height + metrics.spacing
        self._counts = counts
        self._starts = starts or list(accumulate(counts, initial=0))

    @cached_property
    def _lines(self) -> Sequence[int]:
        """Lines of tiles before each group, and all lines at the end."""
        columns = self.columns
        if max(self._counts, default=0) <= columns:
            return range(len(self._counts) + 1)
        return list(accumulate([-(-count // columns) for count in self._counts], initial=0))

    @property
    def count(self) -> int:
        return self._starts[-1]

    @property
    def groups(self) -> int:
        return len(self._counts)

    @property
    def height(self) -> int:
        if not self.count:
            return 0
        return self.group_top(self.groups) - self.metrics.spacing + self.metrics.margin

    def group_top(self, group: int) -> int:
        """Top of the group's header."""
        return self.metrics.margin + group * self.metrics.header_height + self._lines[group] * self._pitch

    def header_above(self, row: int) -> int:
        """Height of the header that stands right above this tile, 0 for none."""
        group = bisect_right(self._starts, row) - 1
        return self.metrics.header_height if row - self._starts[group] < self.columns else 0

    def rect(self, row: int) -> Rect:
        group = bisect_right(self._starts, row) - 1
        line, column = divmod(row - self._starts[group], self.columns)
        x = self.left + column * (self.tile_width + self.metrics.spacing)
        y = self.group_top(group) + self.metrics.header_height + line * self._pitch
        return (x, y, self.tile_width, self.metrics.tile_height)

    def row_at(self, x: int, y: int) -> int:
        """The tile at this point, -1 between tiles."""
        column, inside = divmod(x - self.left, self.tile_width + self.metrics.spacing)
        if not 0 <= column < self.columns or inside >= self.tile_width:
            return -1
        group, line, below = self._line_at(y)
        if group < 0 or line < 0 or below >= self.metrics.tile_height:
            return -1
        place = line * self.columns + column
        return self._starts[group] + place if place < self._counts[group] else -1

    def rows_between(self, top: int, bottom: int) -> range:
        """Tiles of all lines that have a part in top <= y < bottom."""
        if not self.count or bottom <= top:
            return range(0)
        return range(self._first_row_below(top), self._first_row_from(bottom))

    def rows_in(self, rect: Rect) -> list[range]:
        """Tiles that have a part in the rectangle, as runs of rows."""
        x, y, width, height = rect
        pitch = self.tile_width + self.metrics.spacing
        first = max(0, -((self.left + self.tile_width - 1 - x) // pitch))
        last = min(self.columns - 1, (x + width - 1 - self.left) // pitch)
        if first > last:
            return []
        runs: list[range] = []
        rows = self.rows_between(y, y + height)
        if first == 0 and last == self.columns - 1:
            return [rows] if rows else []
        row = rows.start
        while row < rows.stop:
            group = bisect_right(self._starts, row) - 1
            line_end = min(row + self.columns, self._starts[group + 1])
            run = range(row + first, min(row + last + 1, line_end))
            if run:
                runs.append(run)
            row = line_end
        return runs

    def groups_between(self, top: int, bottom: int) -> range:
        """Groups of which the header or a tile has a part in top <= y < bottom."""
        if not self.count:
            return range(0)
        first = max(0, self._group_at(top))
        return range(first, max(first, self._group_at(bottom - 1) + 1))

    def row_above(self, row: int, lines: int = 1) -> int:
        """The tile so many lines above (below, if negative), at the end of a line that is shorter."""
        for _ in range(abs(lines)):
            moved = self._line_above(row) if lines > 0 else self._line_below(row)
            if moved == row:
                break
            row = moved
        return row

    def lines_in(self, height: int) -> int:
        """Whole lines that such a window shows."""
        return max(1, height // self._pitch)

    def _line_above(self, row: int) -> int:
        group = bisect_right(self._starts, row) - 1
        line, column = divmod(row - self._starts[group], self.columns)
        if line:
            return row - self.columns
        if not group:
            return row
        last_line = (self._counts[group - 1] - 1) // self.columns
        place = min(last_line * self.columns + column, self._counts[group - 1] - 1)
        return self._starts[group - 1] + place

    def _line_below(self, row: int) -> int:
        group = bisect_right(self._starts, row) - 1
        line, column = divmod(row - self._starts[group], self.columns)
        if line < (self._counts[group] - 1) // self.columns:
            return min(row + self.columns, self._starts[group + 1] - 1)
        if group + 1 >= self.groups:
            return row
        return self._starts[group + 1] + min(column, self._counts[group + 1] - 1)

    def _group_at(self, y: int) -> int:
        return bisect_right(range(self.groups), y, key=self.group_top) - 1

    def _line_at(self, y: int) -> tuple[int, int, int]:
        """Group, line in it and distance below the line's top; line -1 in a header, group -1 above all."""
        group = self._group_at(y)
        if group < 0:
            return (-1, -1, 0)
        line, below = divmod(y - self.group_top(group) - self.metrics.header_height, self._pitch)
        return (group, max(-1, line), below)

    def _first_row_below(self, y: int) -> int:
        """First tile whose bottom is below y."""
        group, line, below = self._line_at(y)
        if group < 0:
            return 0
        if line >= 0 and below >= self.metrics.tile_height:
            line += 1
        return min(self._starts[group] + max(0, line) * self.columns, self._starts[group + 1])

    def _first_row_from(self, y: int) -> int:
        """First tile whose top is at y or below."""
        group, line, below = self._line_at(y)
        if group < 0:
            return 0
        if line < 0:
            return self._starts[group]
        place = (line + (1 if below > 0 else 0)) * self.columns
        return min(self._starts[group] + place, self._starts[group + 1])
