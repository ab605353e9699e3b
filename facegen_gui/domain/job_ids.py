"""What pasted text means: which job IDs stand in it, with which labels, and what in it is not understood.

**The rule.** An ID is 1 to 64 of the characters `A-Z a-z 0-9 _ -` with at least one digit, so that no word
is ever one; `id` in a service's answer and the end of a `…/fetch/…` link are IDs even without a digit.
Digits joined by dashes alone are a date, a phone number or a range, never an ID. Around IDs, blanks,
commas, quotes, brackets, bullets and invisible characters mean nothing. Each line is one of these:

- *a row of a table* (tab, `|`, `;`, `,`, ` - `, `: ` or two blanks between the columns): the first cell is
  an ID, the second is its label; a header row may say otherwise. Further columns are not read.
- *a list*: no words except "and" and its like, or items between commas. Every number and code is an ID,
  however small; everything else in it, words too, is refused. So is a line of one word, except in a letter,
  that is, in a text with sentences.
- *a sentence*: it has words, and they are passed over. A number is an ID from five digits on, a code when
  letters and digits are mixed as in `abc123-def456`; right after "job", "jobs", "id" or "#" any number and
  code is, after "fetch", "Auftrag", "Nr." and "the ID is" any long one. If such a word names an ID anywhere
  in the text, only what is named, or joined to it ("jobs 1, 2 and 3"), is an ID in its sentences. Never one
  there are numbers with a leading zero, days as in 20261123, digits in groups ("12 202 888"), five digits
  before a town, and what other words name, as "Tel.", "Zoom meeting ID", "seed", "invoice" or "order no.".
  All these are refused. Dates, times, prices, phone numbers, mail addresses, versions and counts
  ("2 pictures") are passed over like words; any other small number and unclear code is refused, not dropped.

An answer of the service, whole, cut off or within other text, gives its `id`. Numbers that lost digits in a
spreadsheet are refused. What is the stored key or has a key's shape is refused wherever it stands, in
labels, links and answers too, and is never found. Refused means reported with its place and a reason.
"""

import re
from collections.abc import Generator

from facegen_gui.domain.pasted.answers import AnswerReader
from facegen_gui.domain.pasted.clean_text import clean
from facegen_gui.domain.pasted.links import has_link, read_links
from facegen_gui.domain.pasted.rows import RowReader
from facegen_gui.domain.pasted.sentences import LineReader
from facegen_gui.domain.pasted.shapes import ID, looks_like_key, read_token
from facegen_gui.domain.pasted.values import (
    Findings,
    FoundId,
    IsKey,
    ParsedText,
    RefusalReason,
    RefusedText,
)

__all__ = [
    "FoundId",
    "ParsedText",
    "RefusalReason",
    "RefusedText",
    "looks_like_key",
    "parse_in_steps",
    "parse_job_ids",
]

# The two commonest lines by far, so that thousands of them take milliseconds.
_NUMBER = re.compile(r"[ \"'(\[#*•·]*([0-9]{1,64})(?:\.0+)?[ \"')\],;]*")
_NUMBER_AND_WORDS = re.compile(r"([0-9]{5,20})[\t;,] ?([^\W\d_][^\d\t;,:|\"/@=]{0,60})")
_HAS_DIGIT = re.compile(r"[0-9]")
LINES_A_STEP = 50


def _no_key(_text: str) -> bool:
    return False


def parse_job_ids(text: str, is_key: IsKey = _no_key) -> ParsedText:
    """Reads `text`; `is_key` tells whether a piece of it is the stored key.

    Takes time in proportion to the length, whatever the text. Places are offsets in `text`.
    """

    reading = parse_in_steps(text, is_key)
    while True:
        try:
            next(reading)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]  # what the generator returns


def parse_in_steps(text: str, is_key: IsKey = _no_key) -> Generator[None, None, ParsedText]:
    """The same in steps of about a millisecond, for a thread that has other things to do in between."""
    known: dict[str, bool] = {}

    def guarded(piece: str) -> bool:
        # Keys are ASCII; asking costs a hash, and words repeat.
        answer = known.get(piece)
        if answer is None:
            answer = known[piece] = piece.isascii() and is_key(piece)
        return answer

    cleaned = clean(text)
    findings = Findings(text, cleaned)
    rest = yield from AnswerReader(cleaned.text, findings, guarded).read()
    yield from _read_lines(rest, findings, guarded)
    return (yield from findings.result())


def _read_lines(text: str, findings: Findings, is_key: IsKey) -> Generator[None, None, None]:
    rows = RowReader(findings, is_key)
    lines = LineReader(findings, is_key)
    offset = -1
    end = -1
    for count, line in enumerate(text.split("\n")):
        if count % LINES_A_STEP == 0:
            yield
        offset, end = end + 1, end + 1 + len(line)
        number = _NUMBER.fullmatch(line)
        if number and not is_key(number[1]):
            findings.find(number[1], offset + number.start(1), offset + number.end(1))
            continue
        pair = _NUMBER_AND_WORDS.fullmatch(line)
        if pair and not any(is_key(piece) for piece in (line, *pair.groups(), *pair[2].split())):
            findings.find(pair[1], offset, offset + pair.end(1), " ".join(pair[2].split()))
            continue
        stripped = line.strip()
        if not stripped:
            continue
        if ID.fullmatch(stripped) and _HAS_DIGIT.search(stripped) and stripped.strip("-") == stripped:
            start = offset + line.index(stripped)
            read = read_token(stripped, is_key)
            if isinstance(read, str):
                findings.find(read, start, start + len(stripped))
                continue
        if is_key(stripped):
            start = offset + line.index(stripped)
            findings.refuse(start, start + len(stripped), RefusalReason.looks_like_key)
            continue
        if (yield from rows.read(line, offset)):
            continue
        if has_link(line):
            line = read_links(line, offset, findings, is_key)
        if _HAS_DIGIT.search(line):
            yield from lines.read(line, offset)
        else:
            yield from lines.read_words(line, offset)
    yield from lines.finish()
