"""What was delivered, and what was not and why: a page to read or print, and a table for a spreadsheet."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

from facegen_gui.exports.measuring import FileState, Measure, Measured, NoteFile
from facegen_gui.exports.whole_file import CANCELLED, Cancelled, Progress, Run, make_whole

# A spreadsheet takes a cell that begins so for a formula, and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_STYLE = """
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0; }
p { margin: .25rem 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #8886; }
th { border-bottom-width: 2px; }
td.size { text-align: end; white-space: nowrap; }
td.sum { font: 12px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
tr.missing td { font-weight: 600; }
@media print { body { margin: 0; max-width: none; font-size: 11px; } tr { break-inside: avoid; } }
"""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One picture, or a job without any. `trouble` says in words why something is missing.

    Where `file` is given, size and sum are measured while the note is made.
    """

    job_id: str
    label: str
    file_name: str = ""
    size: int = 0  # bytes
    size_text: str = ""
    sha256: str = ""
    trouble: str = ""
    file: NoteFile | None = None


@dataclass(frozen=True, slots=True)
class NoteWords:
    """`language` is a BCP 47 tag; `size_in_bytes` heads the table's column, where sizes are plain numbers."""

    language: str
    title: str
    made: str
    summary: str
    job_id: str
    label: str
    file_name: str
    size: str
    size_in_bytes: str
    sha256: str
    trouble: str
    gone: str = ""
    changed: str = ""
    unreadable: str = ""
    size_text: Callable[[int], str] = str


def delivery_note(
    unmeasured: Sequence[NoteRow], destination: Path, words: NoteWords, measure: Measure
) -> Run:
    """Writes the page to `destination`, the table beside it as .csv under a free name; returns the page.

    Progress counts pictures.
    """

    def run(progress: Progress, cancelled: Cancelled) -> Path:
        total = len(unmeasured) + 2
        rows: list[NoteRow] = []
        for row in unmeasured:
            progress(len(rows), total)
            if cancelled():
                return CANCELLED
            rows.append(row if row.file is None else _with(row, measure(row.file, destination.parent), words))
        table = _table(rows, words)
        page = _page(rows, words)
        progress(total - 2, total)

        def write_page(temporary: Path) -> bool:
            temporary.write_text(page, encoding="utf-8", newline="\n")
            return not cancelled()

        def write_table(temporary: Path) -> bool:
            # The mark makes Excel read UTF-8.
            temporary.write_text(table, encoding="utf-8-sig", newline="")
            return not cancelled()

        beside = _free(destination.with_suffix(".csv"))
        made = make_whole(beside, write_table)
        if made != beside:
            return made
        progress(total - 1, total)
        try:
            made = make_whole(destination, write_page)
        finally:
            if made != destination:
                beside.unlink(missing_ok=True)
        progress(total, total)
        return made

    return run


def _with(row: NoteRow, found: Measured, words: NoteWords) -> NoteRow:
    match found.state:
        case FileState.as_saved:
            trouble = row.trouble
        case FileState.changed:
            trouble = words.changed
        case FileState.gone:
            trouble = words.gone
        case FileState.unreadable:
            trouble = words.unreadable
    size = words.size_text(found.size) if found.sha256 else ""
    return replace(row, size=found.size, size_text=size, sha256=found.sha256, trouble=trouble)


def _free(path: Path) -> Path:
    """`path`, numbered if there is such a file: nobody was asked whether it may be replaced."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem} ({number})")
    return free


def _table(rows: Sequence[NoteRow], words: NoteWords) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    heads = (words.job_id, words.label, words.file_name, words.size_in_bytes, words.sha256, words.trouble)
    writer.writerow([_guarded(head) for head in heads])
    for row in rows:
        size = str(row.size) if row.size else ""
        cells = (row.job_id, row.label, row.file_name, size, row.sha256, row.trouble)
        writer.writerow([_guarded(cell) for cell in cells])
    return text.getvalue()


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _page(rows: Sequence[NoteRow], words: NoteWords) -> str:
    heads = (words.job_id, words.label, words.file_name, words.size, words.sha256, words.trouble)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(words.language)}">',
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        f"<title>{escape(words.title)}</title><style>{_STYLE}</style></head>",
        f"<body><h1>{escape(words.title)}</h1>",
        f"<p>{escape(words.made)}<br><strong>{escape(words.summary)}</strong></p>",
        "<table><thead><tr>",
        *(f'<th scope="col">{escape(head)}</th>' for head in heads),
        "</tr></thead><tbody>",
        *(_page_row(row) for row in rows),
        "</tbody></table></body></html>",
    ]
    return "\n".join(lines) + "\n"


def _page_row(row: NoteRow) -> str:
    cells = "".join(
        (
            f"<td>{escape(row.job_id)}</td>",
            f"<td>{escape(row.label)}</td>",
            f"<td>{escape(row.file_name)}</td>",
            f'<td class="size">{escape(row.size_text)}</td>',
            f'<td class="sum">{escape(row.sha256)}</td>',
            f"<td>{escape(row.trouble)}</td>",
        )
    )
    return f'<tr class="missing">{cells}</tr>' if row.trouble else f"<tr>{cells}</tr>"
