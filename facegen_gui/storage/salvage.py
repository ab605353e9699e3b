"""Reads what can still be read of a damaged library, row by row. Knows nothing of what replaces it."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

# Rows asked for at once behind a damaged page, and how many such windows may be empty before giving up.
_WINDOW = 16
_EMPTY_WINDOWS = 2000

# Steps of SQLite's machine between two looks at whether to stop: about a millisecond.
_STEPS = 20_000

# SQLite takes a shorter file for an empty one, whatever is in it.
SMALLEST = 512

Record = dict[str, Any]


def readable_rows(file: Path, table: str, is_cancelled: Callable[[], bool]) -> list[Record]:
    """Rows of `table` by column name, as far as SQLite can reach them; none where it cannot read a page."""
    rows: dict[int, Record] = {}

    def read(connection: sqlite3.Connection, condition: str, values: Sequence[int] = ()) -> tuple[int, bool]:
        """How many rows were read, and whether that was all of them."""
        found = 0
        try:
            cursor = connection.execute(f"SELECT rowid, * FROM {table} {condition} ORDER BY rowid", values)
            names = [column[0] for column in cursor.description[1:]]
            for row in cursor:
                rows[row[0]] = dict(zip(names, row[1:], strict=True))
                found += 1
        except sqlite3.Error:
            return found, False
        return found, True

    if file.stat().st_size < SMALLEST:
        return []  # SQLite would delete the log beside it
    try:
        connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
        # Without this SQLite refuses a file that is shorter than its header says.
        connection.execute("PRAGMA writable_schema = ON")
    except sqlite3.Error:
        return []
    with closing(connection):
        connection.set_progress_handler(is_cancelled, _STEPS)
        connection.text_factory = lambda data: data.decode(errors="replace")
        _, complete = read(connection, "")
        # Behind a damaged page there are others that are whole, and SQLite finds its way to them by number.
        start, empty = max(rows, default=0) + 1, 0
        while not complete and empty < _EMPTY_WINDOWS and not is_cancelled():
            found, _ = read(connection, "WHERE rowid BETWEEN ? AND ?", (start, start + _WINDOW - 1))
            empty = 0 if found else empty + 1
            start += _WINDOW
    return list(rows.values())
