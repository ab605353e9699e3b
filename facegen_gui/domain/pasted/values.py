"""What reading pasted text yields, and the list that the readers write into."""

import enum
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from facegen_gui.domain.pasted.clean_text import CleanText

IsKey = Callable[[str], bool]

# What reads a text stops after every so many things, a millisecond or two, so that others may go on.
THINGS_A_STEP = 500


class RefusalReason(enum.Enum):
    """Why a piece of text with something in it was not taken for an ID."""

    looks_like_key = "looks_like_key"
    damaged_number = "damaged_number"  # 1.22E+07 or 12202888.5: digits are lost
    grouped_number = "grouped_number"  # 12,202,888 or 12 202 888: one number or three
    picture_link = "picture_link"
    other_link = "other_link"
    word = "word"  # letters only, where an ID was expected
    email_address = "email_address"
    date_or_time = "date_or_time"
    phone_number = "phone_number"
    price = "price"  # or a percentage
    version_number = "version_number"
    number_range = "number_range"  # 101-105, or any digits joined by dashes
    small_number = "small_number"  # in a sentence, where it might count things
    code_in_sentence = "code_in_sentence"  # or a number there: not clearly meant as an ID
    in_signature = "in_signature"  # below the line "--" of a mail
    unlike_others = "unlike_others"  # a number by itself in a letter, far longer than its other IDs
    too_long = "too_long"  # more than 64 characters
    no_id_in_answer = "no_id_in_answer"
    answer_cut_off = "answer_cut_off"  # the ID's last digits may be missing
    other_characters = "other_characters"


@dataclass(frozen=True, slots=True)
class FoundId:
    """An ID at `text[start:end]`, with the label that stood beside it; `repeated` if it was found before."""

    id: str
    label: str
    start: int
    end: int
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class RefusedText:
    """`text` is kept out of `repr`, because it may be a key."""

    text: str = field(repr=False)
    start: int
    end: int
    reason: RefusalReason


@dataclass(frozen=True)
class ParsedText:
    """Both lists are in the order of the text, and no two spans overlap."""

    found: tuple[FoundId, ...] = ()
    refused: tuple[RefusedText, ...] = ()

    @cached_property
    def unique(self) -> tuple[FoundId, ...]:
        """Each ID once, with the first label that stood beside it anywhere."""
        labels: dict[str, str] = {}
        for one in self.found:
            if one.label and not labels.get(one.id):
                labels[one.id] = one.label
        return tuple(
            one
            if one.label == labels.get(one.id, "")
            else FoundId(one.id, labels[one.id], one.start, one.end)
            for one in self.found
            if not one.repeated
        )

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Each ID once, in the order of the text."""
        return tuple(one.id for one in self.found if not one.repeated)


def blanked(text: str, spans: Sequence[tuple[int, int, object]]) -> str:
    """`text` with the spans, which are in order, replaced by blanks; every place stays."""
    pieces = []
    done = 0
    for start, end, _ in spans:
        pieces += [text[done:start], " " * (end - start)]
        done = end
    return "".join([*pieces, text[done:]]) if pieces else text


class Findings:
    """Collects what the readers find in the cleaned text, and tells it in places of the original."""

    def __init__(self, original: str, clean: CleanText) -> None:
        self._original = original
        self._clean = clean
        self._found: list[tuple[int, int, str, str]] = []
        self._refused: list[tuple[int, int, RefusalReason]] = []
        self.listed: list[str] = []  # the IDs found that stand in no sentence, link or answer
        self.in_signature = False  # while a mail's signature is read nothing is found

    def find(self, job_id: str, start: int, end: int, label: str = "") -> None:
        if self.in_signature:
            self.refuse(start, end, RefusalReason.in_signature)
        else:
            self._found.append((start, end, job_id, label))

    def find_listed(self, job_id: str, start: int, end: int, label: str = "") -> None:
        """An ID that stands alone on its line, in a list, or in a row of a table."""
        self.listed.append(job_id)
        self.find(job_id, start, end, label)

    def refuse(self, start: int, end: int, reason: RefusalReason) -> None:
        self._refused.append((start, end, reason))

    def found_numbers(self) -> list[str]:
        return [job_id for _, _, job_id, _ in self._found if job_id.isdecimal()]

    @property
    def count(self) -> int:
        return len(self._found) + len(self._refused)

    def result(self) -> Generator[None, None, ParsedText]:
        self._found.sort()
        self._refused.sort(key=lambda one: one[0])
        span = self._clean.span
        seen: set[str] = set()
        found = []
        for start, end, job_id, label in self._found:
            found.append(FoundId(job_id, label, *span(start, end), job_id in seen))
            seen.add(job_id)
            if len(found) % THINGS_A_STEP == 0:
                yield
        refused = []
        for start, end, reason in self._refused:
            start, end = span(start, end)
            refused.append(RefusedText(self._original[start:end], start, end, reason))
            if len(refused) % THINGS_A_STEP == 0:
                yield
        return ParsedText(tuple(found), tuple(refused))
