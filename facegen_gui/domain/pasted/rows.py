"""Lines that are rows of a table: an ID, and the label in the column beside it.

A row's first cell is an ID and its second is not, or a header row said which columns are which. Further
columns are not read. A row with more IDs like the first one is a list instead, and left to `sentences`.
"""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from facegen_gui.domain.pasted.links import fetch_id, has_link
from facegen_gui.domain.pasted.shapes import is_strong, looks_like_key, read_token
from facegen_gui.domain.pasted.values import THINGS_A_STEP, Findings, IsKey, RefusalReason
from facegen_gui.domain.pasted.words import names_other_thing

_DELIMITERS = ("\t", "|", ";", ",", "—")
_LOOSE = re.compile(r" - |: +| {2,}")
_CELL = re.compile(r'\s*"((?:[^"]|"")*)"\s*')
_LONG_NUMBER = re.compile(r"[0-9]{5}")
_POWER = re.compile(r"[0-9]+[eE][+-]?[0-9]+")  # the rest of 1,22E+07
_HAS_DIGIT = re.compile(r"[0-9]")
_ID_HEADERS = frozenset(
    """id,ids,job,jobs,job id,job ids,jobid,job nr,job number,request id,generation id,auftrag,aufträge,
    auftrags id,auftrags nr,auftragsnr,auftragsnummer,jobnr,jobnummer""".replace("\n    ", "").split(",")
)
_LABEL_HEADERS = frozenset(
    """label,name,title,person,caption,description,model,reference,customer,client,titel,bezeichnung,
    beschreibung,kunde,kundin,modell,referenz""".replace("\n    ", "").split(",")
)
_PIECE = re.compile(r"[^\s,;:=\"']+")
_AROUND = " \xa0'\"`()[]{}<>#*•·-✅✓✔☑★☆►▶➤"
_ROW_NUMBER = re.compile(r"([0-9]{1,4})[.)]?")
_NUMBERED = re.compile(r"\s*([0-9]{1,4}) +([0-9]{5,64})\s*")
_ONE_MORE = re.compile(r"[0-9]+\s+(?:and|or|und|oder|et|ou|y|sowie|&)\b|[0-9]+\s*&", re.IGNORECASE)
LOWEST_ID = 32  # of the IDs that are known; smaller numbers in a second column are labels


class _Cell(NamedTuple):  # made twice as fast as a dataclass, for every comma in the text
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Columns:
    delimiter: str
    id: int
    label: int


def is_header(text: str) -> bool:
    return _header_word(text) in _ID_HEADERS


class RowReader:
    """Reads rows one after the other; remembers what the last header row said."""

    def __init__(self, findings: Findings, is_key: IsKey) -> None:
        self._findings = findings
        self._is_key = is_key
        self._columns: _Columns | None = None
        self._row_number = 0  # that of the row before

    def read(self, line: str, offset: int) -> Generator[None, None, bool]:
        """Whether `line`, which stands at `offset`, was a row; if so, it is reported."""
        for delimiter in _DELIMITERS:
            if delimiter in line:
                break
        else:
            delimiter = ""
            numbered = _NUMBERED.fullmatch(line)
            if numbered and int(numbered[1]) == self._row_number + 1 and not self._is_key(numbered[2]):
                self._row_number += 1
                self._findings.find_listed(numbered[2], offset + numbered.start(2), offset + numbered.end(2))
                return True
        if self._columns is None and _is_clearly_no_row(line, delimiter):
            return False
        cells = yield from _split(line, delimiter)
        if len(cells) < 2:
            return False
        if self._columns and delimiter == self._columns.delimiter and self._read_known(cells, offset):
            return True
        if not _HAS_DIGIT.search(cells[0].text):
            # No header has a digit, and no ID is without one.
            if _HAS_DIGIT.search(line):
                return self._read_label_first(line, cells, delimiter, offset)
            return self._read_header(cells, delimiter)
        if self._read_numbered(cells, delimiter, offset):
            return True
        first = self._id(cells[0])
        if first is None or _POWER.fullmatch(cells[1].text):
            return False
        for count, cell in enumerate(cells[1:], 1):
            other = self._id(cell)
            if other and _alike(first[0], other[0]):
                return False
            if count % THINGS_A_STEP == 0:
                yield
        label = cells[1]
        if has_link(label.text) or (_LONG_NUMBER.search(label.text) and delimiter != "\t"):
            return False
        if delimiter == "," and _ONE_MORE.match(label.text):
            return False
        tight = bool(delimiter) and f"{delimiter} " not in line
        if label.text.isdecimal() and (len(cells) > 2 or not tight or int(label.text[:9]) >= LOWEST_ID):
            return False
        self._report(first, label, offset)
        self._guard(cells[2:], offset)
        return True

    def _read_numbered(self, cells: list[_Cell], delimiter: str, offset: int) -> bool:
        """A row whose first column counts the rows: it goes on counting, or is far smaller than the ID."""
        number = _ROW_NUMBER.fullmatch(cells[0].text)
        first = self._id(cells[1]) if number else None
        if number is None or first is None or not _LONG_NUMBER.match(first[0]):
            return False
        is_table = delimiter in ("\t", "|") or (len(cells) > 2 and not _HAS_DIGIT.search(cells[2].text))
        if int(number[1]) != self._row_number + 1 and not (is_table and len(number[1]) <= 2):
            return False
        if delimiter in (";", ",") and cells[1].start > cells[0].end + 1:
            return False  # more a list than a table
        self._row_number = int(number[1])
        others = [other for cell in cells[2:] if (other := self._id(cell)) and _alike(first[0], other[0])]
        label = cells[2] if len(cells) > 2 and not others and not has_link(cells[2].text) else _Cell("", 0, 0)
        self._report(first, label, offset)
        for job_id, start, end in others:
            self._findings.find_listed(job_id, offset + start, offset + end)
        if not others:
            self._guard(cells[3:], offset)
        return True

    def _read_known(self, cells: list[_Cell], offset: int) -> bool:
        columns = self._columns
        if columns is None or len(cells) <= columns.id:
            return False
        found = self._id(cells[columns.id])
        if found is None:
            return False
        label = cells[columns.label] if columns.label < len(cells) else _Cell("", 0, 0)
        self._report(found, label, offset)
        self._guard([c for i, c in enumerate(cells) if i not in (columns.id, columns.label)], offset)
        return True

    def _read_header(self, cells: list[_Cell], delimiter: str) -> bool:
        words = [_header_word(cell.text) for cell in cells]
        place = next((i for i, word in enumerate(words) if word in _ID_HEADERS), None)
        if place is None or not delimiter or any(_HAS_DIGIT.search(word) for word in words):
            return False
        beside = place + 1 if place + 1 < len(words) else place - 1
        label = next((i for i, word in enumerate(words) if word in _LABEL_HEADERS), beside)
        self._columns = _Columns(delimiter, place, label)
        return True

    def _read_label_first(self, line: str, cells: list[_Cell], delimiter: str, offset: int) -> bool:
        """`Anna<tab>12202888`, but not a sentence with a comma before an ID."""
        if len(cells) != 2 or not delimiter or (delimiter != "\t" and f"{delimiter} " in line):
            return False
        label, found = cells[0], self._id(cells[1])
        if found is None or not label.text or _HAS_DIGIT.search(label.text) or is_header(label.text):
            return False
        if names_other_thing(label.text):
            return False
        self._report(found, label, offset)
        return True

    def _id(self, cell: _Cell) -> tuple[str, int, int] | None:
        """The ID that is all of a cell."""
        text = cell.text.strip(_AROUND)
        if not text or " " in text:
            return None
        start = cell.start + cell.text.index(text)
        if has_link(text):
            found = fetch_id(text)
            read: str | RefusalReason = (
                found[0] if found and found[2] == len(text) else RefusalReason.other_link
            )
        else:
            read = read_token(text, self._is_key)
        if isinstance(read, RefusalReason):
            return None
        if read != text and isinstance(read_token(read, self._is_key), RefusalReason):
            return None
        return read, start, start + len(text)

    def _report(self, found: tuple[str, int, int], label: _Cell, offset: int) -> None:
        job_id, start, end = found
        text = "" if self._guard([label], offset) else " ".join(label.text.replace('""', '"').split())
        self._findings.find_listed(job_id, offset + start, offset + end, text)

    def _guard(self, cells: list[_Cell], offset: int) -> bool:
        """Refuses every key in cells that nothing else reads; whether there was one."""
        guilty = False
        for cell in cells:
            if len(cell.text) < 8 and not self._is_key(cell.text):
                continue
            pieces = [(m[0], m.start()) for m in _PIECE.finditer(cell.text)]
            for text, at in [(cell.text, 0), *pieces] if len(pieces) > 1 else pieces:
                if self._is_key(text) or looks_like_key(text):
                    start = offset + cell.start + at
                    self._findings.refuse(start, start + len(text), RefusalReason.looks_like_key)
                    guilty = True
                    break
        return guilty


def _is_clearly_no_row(line: str, delimiter: str) -> bool:
    """A sentence with a comma, found out before it is split: only a header would say otherwise."""
    if not delimiter or delimiter == "|" or '"' in line or not _HAS_DIGIT.search(line):
        return False
    first = line[: line.index(delimiter)].strip().strip(_AROUND)
    if _HAS_DIGIT.search(first):
        return " " in first
    return delimiter != "\t" and f"{delimiter} " in line


def _header_word(text: str) -> str:
    return " ".join(text.strip("# :.*\"'").lower().replace("_", " ").replace("-", " ").split())


def _alike(first: str, other: str) -> bool:
    """Whether both are IDs of one kind: numbers of like size, or codes that are no plain words."""
    if first.isdecimal():
        return (other.isdecimal() and len(other) >= len(first) - 2) or is_strong(other)
    if other.isdecimal():
        return len(other) >= 5
    return is_strong(other) == is_strong(first)


def _split(line: str, delimiter: str) -> Generator[None, None, list[_Cell]]:
    """The cells of a line, without quotes and surrounding blanks; empty ones at both ends left out."""
    if delimiter:
        pieces = _split_quoted(line, delimiter) if '"' in line else _split_plain(line, delimiter)
    else:
        if line[:1] == " " or not ("  " in line or ": " in line or " - " in line):
            return []
        parts = _LOOSE.split(line.rstrip(), maxsplit=1)
        if len(parts) < 2:
            return []
        pieces = iter([(parts[0], 0), (parts[1], len(line.rstrip()) - len(parts[1]))])
    cells = []
    for part, at in pieces:
        text = part.strip()
        start = at + len(part) - len(part.lstrip())
        cells.append(_Cell(text, start, start + len(text)))
        if len(cells) % THINGS_A_STEP == 0:
            yield
    while cells and not cells[-1].text:
        cells.pop()
    while delimiter == "|" and cells and not cells[0].text:
        cells.pop(0)
    return cells


def _split_plain(line: str, delimiter: str) -> Iterator[tuple[str, int]]:
    at = 0
    for part in line.split(delimiter):
        yield part, at
        at += len(part) + 1


def _split_quoted(line: str, delimiter: str) -> Iterator[tuple[str, int]]:
    at = 0
    while at <= len(line):
        quoted = _CELL.match(line, at)
        if quoted and (quoted.end() == len(line) or line[quoted.end()] == delimiter):
            yield quoted[1], quoted.start(1)
            at = quoted.end() + 1
            continue
        end = line.find(delimiter, at)
        end = len(line) if end < 0 else end
        yield line[at:end], at
        at = end + 1
