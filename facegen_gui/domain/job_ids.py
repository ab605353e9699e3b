"""What pasted text means: which job IDs stand in it, with which labels, and what in it is not understood.

**The rule.** An ID is 1 to 64 of the characters `A-Z a-z 0-9 _ -` with at least one digit, so that no word
is ever one; `id` in a service's answer, the strings of a JSON array, and the end of a `…/fetch/…` link are
IDs even without a digit. Digits joined by dashes alone are a date, a phone number or a range, never an ID.
Around IDs, blanks, commas, quotes, brackets, bullets, symbols and invisible characters mean nothing. Each
line is one of these:

- *a row of a table* (tab, `|`, `;`, `,`, ` - `, `: ` or two blanks between the columns): the first cell is
  an ID, the second is its label; a header row may say otherwise, and a first column that counts the rows is
  passed over. Further columns are not read.
- *a list*: no words except "and" and its like, or items between commas. Every number and code is an ID,
  however small; everything else in it, words too, is refused. So is a line of one word, except in a letter,
  that is, in a text with sentences. In a letter with shorter IDs a line of ten and more digits is refused.
- *a sentence*: it has words, and they are passed over. A number is an ID from five to nine digits on, a
  code when letters and digits are mixed as in `abc123-def456`; behind "job", "jobs", "id" or "#" any number
  and code is, behind "fetch", "Auftrag", "Nr." and "the ID is" any long one, and so is what is joined to
  them ("jobs 1, 2 and 3"). If such a word names an ID anywhere in the text, nothing else in its sentences
  is one. If none does but IDs stand in lists or rows, then only what is like those, of as many characters
  with the same first half, or what begins its line with about as many. Never one there are numbers with a
  leading zero, days as in 20261123, digits in groups ("12 202 888"), five digits beside a town, and what
  other words name, as "Tel.", "Zoom meeting ID", "seed", "invoice" or "order no.". All these are refused.
- *a signature*: from a line "-- " to the next mail or named job nothing is found.

Nothing with a digit is dropped but these: in sentences dates, times, prices and percentages of up to four
digits in a row, telephone numbers with "+", brackets or dashes, mail addresses, versions, counts of one or
two digits right before what is often counted ("2 pictures"), sizes and short codes ("A4", "1st") — unless a
word or a list before them says that they are meant as IDs; everywhere the number of a bullet or row, the
zeros of "12202888.0", further columns, links beside their ID, and what else is in an answer of the service.
All other is refused.

An answer of the service, whole, cut off or within other text, gives its `id`. Numbers that lost digits in a
spreadsheet are refused. What is the stored key, in any case or broken in two lines, or has the shape of a
key or of a long piece of one, is refused wherever it stands, in labels, links and answers too, and is never
found. Refused means reported with its place and a reason.
"""

import re
from collections.abc import Generator

from facegen_gui.domain.pasted.answers import AnswerReader
from facegen_gui.domain.pasted.clean_text import clean
from facegen_gui.domain.pasted.letters import begins_signature, broken_key, decoded, ends_signature
from facegen_gui.domain.pasted.links import has_link, read_links
from facegen_gui.domain.pasted.rows import RowReader
from facegen_gui.domain.pasted.sentences import LineReader
from facegen_gui.domain.pasted.shapes import ID, looks_like_key, read_token
from facegen_gui.domain.pasted.values import (
    THINGS_A_STEP,
    Findings,
    FoundId,
    IsKey,
    ParsedText,
    RefusalReason,
    RefusedText,
    blanked,
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
_NUMBER = re.compile(r"[ \"'(\[#*•·]*([0-9]{1,64})(?:\.0+|(?<=[0-9]{5}),0{1,2})?[ \"')\],;]*")
_NUMBER_AND_WORDS = re.compile(r"([0-9]{5,20})[\t;,] ?([^\W\d_][^\d\t;,:|\"/@=]{0,60})")
_HAS_DIGIT = re.compile(r"[0-9]")
_DIGITS_OF_A_TELEPHONE = 10
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
    reader = LineReader(findings, is_key)
    telephones: list[tuple[str, int, int]] = []
    lines = text.split("\n")
    offset = -1
    end = -1
    for count, line in enumerate(lines):
        if count % LINES_A_STEP == 0:
            yield
        offset, end = end + 1, end + 1 + len(line)
        line = lines[count]  # as the line before may have left it
        number = _NUMBER.fullmatch(line)
        if number and not is_key(number[1]):
            if len(number[1]) >= _DIGITS_OF_A_TELEPHONE and not findings.in_signature:
                telephones.append((number[1], offset + number.start(1), offset + number.end(1)))
            else:
                findings.find_listed(number[1], offset + number.start(1), offset + number.end(1))
            continue
        pair = _NUMBER_AND_WORDS.fullmatch(line)
        if pair and not any(is_key(piece) for piece in (line, *pair.groups(), *pair[2].split())):
            findings.find_listed(pair[1], offset, offset + pair.end(1), " ".join(pair[2].split()))
            continue
        stripped = line.strip()
        if not stripped:
            continue
        if count + 1 < len(lines) and (parts := broken_key(line, lines[count + 1], is_key)):
            for at, span in zip((offset, end + 1), parts, strict=True):
                findings.refuse(at + span[0], at + span[1], RefusalReason.looks_like_key)
            line = blanked(line, [(*parts[0], None)])
            lines[count + 1] = blanked(lines[count + 1], [(*parts[1], None)])
            stripped = line.strip()
        if ID.fullmatch(stripped) and _HAS_DIGIT.search(stripped) and stripped.strip("-") == stripped:
            start = offset + line.index(stripped)
            read = read_token(stripped, is_key)
            if isinstance(read, str):
                findings.find_listed(read, start, start + len(stripped))
                continue
        if is_key(stripped):
            start = offset + line.index(stripped)
            findings.refuse(start, start + len(stripped), RefusalReason.looks_like_key)
            continue
        if stripped[:2] == "--" and begins_signature(
            line, lines[count + 1] if count + 1 < len(lines) else ""
        ):
            findings.in_signature = True
        elif findings.in_signature and ends_signature(line):
            findings.in_signature = False
        if "%" in line or ",0" in line:
            line = decoded(line)
        if not findings.in_signature and (yield from rows.read(line, offset)):
            continue
        if has_link(line):
            line = read_links(line, offset, findings, is_key)
            if line.isspace():
                continue
        if _HAS_DIGIT.search(line):
            yield from reader.read(line, offset)
        else:
            yield from reader.read_words(line, offset)
    findings.in_signature = False
    yield from _tell_telephones(telephones, findings, is_letter=reader.has_words)
    yield from reader.finish()


def _tell_telephones(
    numbers: list[tuple[str, int, int]], findings: Findings, *, is_letter: bool
) -> Generator[None, None, None]:
    """Finds long numbers that stand alone on their lines, unless they are in a letter with shorter IDs."""
    others = findings.found_numbers() if is_letter and numbers else ()
    is_other_thing = any(len(job_id) < _DIGITS_OF_A_TELEPHONE for job_id in others)
    for count, (job_id, start, end) in enumerate(numbers):
        if count % THINGS_A_STEP == 0:
            yield
        if is_other_thing:
            findings.refuse(start, end, RefusalReason.unlike_others)
        else:
            findings.find_listed(job_id, start, end)
