"""Numbers and codes within a sentence: which of them are meant as job IDs, by the words right before them."""

import enum
import re
from collections.abc import Generator
from datetime import date
from typing import TypeGuard

from facegen_gui.domain.pasted.shapes import is_size, is_strong, read_token
from facegen_gui.domain.pasted.values import THINGS_A_STEP, Findings, IsKey, RefusalReason

Token = tuple[str, int, int]

_HAS_DIGIT = re.compile(r"[0-9]")
_LONG_NUMBER = re.compile(r"[0-9]{5}")
_MAY_BE_GROUPED = re.compile(r"[0-9] [0-9]")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+")
_DATE = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})")
_NEXT_ITEM = re.compile(r"[\s'\"]*[,;&+/][\s'\"#,;&+/]*")
_END_OF_SENTENCE = re.compile(r"[.!?]\s")
JOINS = frozenset({"and", "or", "und", "oder", "et", "ou", "y", "e", "o", "as", "well", "to", "-", "–"})
_RANGE_JOINS = frozenset({"to", "bis", "-", "–"})
_JOB_WORDS = "job jobs jobid jobids job-id job-ids job_id job_ids"
# After these only long numbers and codes are IDs: "Nr. 5" and "fetch 3" count things.
_WEAK_JOB_WORDS = """
fetch auftrag aufträge aufträgen auftrags auftrags-id auftrags-nr auftragsnr auftragsnummer auftragsnummern
job-nr jobnr job-nummer jobnummer jobnummern
"""
_LINKS = "is are was were ist sind lautet lauten no nos number numbers nummer nummern"
_OTHER_THINGS = """
tel telefon telephone phone mobile mobil handy fax whatsapp zoom meeting webinar passcode passwort kenncode
pin seed seeds invoice invoices rechnung rechnungen rechnungs plz postcode postleitzahl zip order orders
bestellung bestellungen bestell customer kunde kunden account konto iban ticket room raum zimmer tracking
sendung sendungs
"""
_LONGEST_ABBREVIATION = 4  # letters before a full stop that ends no sentence, as in "Tel."
ENOUGH_DIGITS = 5  # a number of so many digits in a sentence may be an ID; a smaller one counts things
_POSTCODE_DIGITS = 5
# "IDs: 101 102 103" names several; a single number would begin with one or two digits, or be one job.
_SEVERAL = re.compile(r"\b(?:jobs|ids|aufträge)\W*\Z", re.IGNORECASE)


class _Named(enum.Enum):
    """What the words before a number say it is."""

    nothing = enum.auto()
    job = enum.auto()
    job_if_long = enum.auto()
    other_thing = enum.auto()


class _Word(enum.Enum):
    """What a word does to the number behind it."""

    plain = enum.auto()
    join = enum.auto()
    job = enum.auto()
    job_if_long = enum.auto()
    id = enum.auto()  # a job's, or that of another thing that was named just before
    number = enum.auto()  # the same, but only of a job if it is long
    link = enum.auto()  # stands between a name and its number
    other_thing = enum.auto()


_JOB = (_Named.job, _Named.job_if_long)
_WORDS = {
    **dict.fromkeys(_OTHER_THINGS.split(), _Word.other_thing),
    **dict.fromkeys(_LINKS.split(), _Word.link),
    **dict.fromkeys(_JOB_WORDS.split(), _Word.job),
    **dict.fromkeys(_WEAK_JOB_WORDS.split(), _Word.job_if_long),
    **dict.fromkeys(("id", "ids"), _Word.id),
    **dict.fromkeys(("nr", "nrn"), _Word.number),
    **dict.fromkeys((*JOINS, *_RANGE_JOINS, "sowie"), _Word.join),
}


class MentionReader:
    """Reads the sentences of one text. What no word names is an ID only if no ID in the text is named."""

    def __init__(self, findings: Findings, is_key: IsKey) -> None:
        self._findings = findings
        self._is_key = is_key
        self._unnamed: list[tuple[str, int, int]] = []
        self._names_jobs = False
        self._words: dict[str, _Word] = {}  # as they are written, because words repeat

    def finish(self) -> Generator[None, None, None]:
        """Decides about the numbers and codes that no word names."""
        for count, (job_id, start, end) in enumerate(self._unnamed, 1):
            if self._names_jobs:
                self._findings.refuse(start, end, RefusalReason.code_in_sentence)
            else:
                self._findings.find(job_id, start, end)
            if count % THINGS_A_STEP == 0:
                yield

    def read(self, line: str, tokens: list[Token], offset: int) -> Generator[None, None, None]:
        groups = (yield from self._groups(line, tokens)) if _MAY_BE_GROUPED.search(line) else {}
        words, plain, nothing = self._words, _Word.plain, _Named.nothing
        named = nothing
        direct = False  # nothing but links stands since the name
        before: Token | None = None  # the item before in an enumeration
        join = ""
        expected = 0  # the place behind the one read last; plain words, which end all that, are skipped
        pause = THINGS_A_STEP
        for place, token in enumerate(tokens):
            if place == pause:
                pause += THINGS_A_STEP
                yield
            text, start, end = token
            word = words.get(text)
            if word is plain or place < expected:
                continue
            if word is None and not _HAS_DIGIT.search(text):
                word = self._word(text)
                if len(text) >= 8 and self._is_key(text):
                    self._findings.refuse(offset + start, offset + end, RefusalReason.looks_like_key)
                if word is plain:
                    continue
            if place > expected:
                named, direct, before, join = nothing, False, None, ""
            expected = place + 1
            if word is not None:
                if word is _Word.join:
                    join, direct = text.lower(), False
                else:
                    before, join = None, ""
                    named, direct = _name(word, named, direct)
                    if named is _Named.other_thing and _ends_sentence(line, text, end):
                        named, direct = nothing, False
                continue
            if before is not None and not _goes_on(line, before, token, join):
                named = _Named.nothing
            if line[start - 1 : start] == "#" and named is not _Named.other_thing:
                named, direct = _Named.job, True
            if place in groups:
                expected = groups[place]
                before = tokens[expected - 1]
                self._names_jobs |= direct and named in _JOB
                self._findings.refuse(offset + start, offset + before[2], RefusalReason.grouped_number)
            else:
                after = tokens[place + 1] if place + 1 < len(tokens) else None
                self._read_one(line, token, after, named, direct, offset)
                before = token
            direct, join = False, ""

    def _word(self, text: str) -> _Word:
        """What `text` does; kept, unless it is a key, which is to be met each time."""
        word = _read_word(text.lower())
        if len(text) < 8 or not self._is_key(text):
            self._words[text] = word
        return word

    def _read_one(
        self, line: str, token: Token, after: Token | None, named: _Named, direct: bool, offset: int
    ) -> None:
        text, start, end = token
        counts = len(text) < 3 and _is_word_behind(after, line, end) and after[0].lower() not in JOINS
        read = read_token(text, self._is_key)
        reason: RefusalReason | None
        if isinstance(read, str):
            clear = len(read) >= ENOUGH_DIGITS if read.isdecimal() else is_strong(read)
            if clear or (named is _Named.job and (direct or not counts)):
                is_job = named in _JOB
                self._names_jobs |= direct and is_job
                town = (
                    not direct
                    and len(read) == _POSTCODE_DIGITS
                    and _is_word_behind(after, line, end)
                    and after[0][0].isupper()
                )
                reason = _no_id(read, named, is_postcode=town)
                if reason is None and is_job:
                    self._findings.find(read, offset + start, offset + end)
                elif reason is None:
                    self._unnamed.append((read, offset + start, offset + end))
            else:
                reason = None if counts else _unclear(read)
        elif read in (RefusalReason.other_characters, RefusalReason.number_range):
            reason = read if _LONG_NUMBER.search(text) else None
        else:
            reason = read
        if reason is not None:
            self._findings.refuse(offset + start, offset + end, reason)

    def _groups(self, line: str, tokens: list[Token]) -> Generator[None, None, dict[int, int]]:
        """The runs of tokens that look like one number with blanks in it: first token, and the one behind."""
        groups = {}
        first = 0
        for place in range(1, len(tokens) + 1):
            if place % THINGS_A_STEP == 0:
                yield
            if place < len(tokens) and _is_next_group(line, tokens[place - 1], tokens[place]):
                continue
            if place - first > 1 and self._is_grouped(line, tokens[first:place]):
                groups[first] = place
            first = place
        return groups

    def _is_grouped(self, line: str, run: list[Token]) -> bool:
        lengths = [len(text) for text, _, _ in run]
        if min(lengths) >= ENOUGH_DIGITS:
            return False
        if set(lengths) == {3} and _SEVERAL.search(line, max(0, run[0][1] - 20), run[0][1]):
            return False
        whole = line[run[0][1] : run[-1][2]]
        if sum(lengths) < ENOUGH_DIGITS and not _THOUSANDS.fullmatch(whole):
            return False
        return not any(self._is_key(text) for text, _, _ in run)


def _is_word_behind(after: Token | None, line: str, end: int) -> TypeGuard[Token]:
    return after is not None and not _HAS_DIGIT.search(after[0]) and not line[end : after[1]].strip()


def _is_next_group(line: str, one: Token, other: Token) -> bool:
    together = other[1] - one[2] == 1 and line[one[2]] == " "
    return together and one[0].isdecimal() and other[0].isdecimal()


def _goes_on(line: str, before: Token, token: Token, join: str) -> bool:
    """Whether an enumeration goes on from one item to the next."""
    if join and join not in _RANGE_JOINS:
        return True
    between = line[before[2] : token[1]]
    if not join and _NEXT_ITEM.fullmatch(between):
        return True
    # Blanks alone, or "to", join only what is alike.
    return abs(len(before[0]) - len(token[0])) <= 1 and (bool(join) or not between.strip(" #"))


def _read_word(word: str) -> _Word:
    known = _WORDS.get(word)
    if known is not None:
        return known
    parts = re.split("[-_]", word)
    if word.endswith("nummer") or "nr" in parts[1:] or any(_WORDS.get(p) is _Word.other_thing for p in parts):
        return _Word.other_thing
    return _Word.plain


def _name(word: _Word, named: _Named, direct: bool) -> tuple[_Named, bool]:
    """What is named after one more word that is not plain, and whether a number right behind it is meant."""
    other = direct and named is _Named.other_thing
    match word:
        case _Word.other_thing:
            return _Named.other_thing, True
        case _Word.job:
            return _Named.job, True
        case _Word.job_if_long:
            return _Named.job_if_long, True
        case _Word.id:
            return (_Named.other_thing if other else _Named.job), True
        case _Word.number:
            return (_Named.other_thing if other else _Named.job_if_long), True
        case _Word.link if direct:
            return (_Named.other_thing if other else _Named.job_if_long), True
    return _Named.nothing, False


def _ends_sentence(line: str, word: str, end: int) -> bool:
    mark = _END_OF_SENTENCE.match(line, end)
    return mark is not None and (mark[0][0] != "." or len(word) > _LONGEST_ABBREVIATION)


def _no_id(job_id: str, named: _Named, *, is_postcode: bool) -> RefusalReason | None:
    """Why what may be an ID by its shape is none in a sentence."""
    if named is _Named.other_thing:
        return RefusalReason.code_in_sentence
    if not job_id.isdecimal():
        return None
    if job_id[0] == "0" or is_postcode:
        return RefusalReason.code_in_sentence
    day = _DATE.fullmatch(job_id) if len(job_id) == 8 else None
    if day:
        try:
            date(int(day[1]), int(day[2]), int(day[3]))
        except ValueError:
            return None
        return RefusalReason.date_or_time
    return None


def _unclear(text: str) -> RefusalReason | None:
    """Why something of an ID's letters is not taken in a sentence; None for "A4", "1st" and their like."""
    if text.isdecimal():
        return RefusalReason.small_number
    long = len(text) >= 8 and sum(c.isdecimal() for c in text) >= 3
    return RefusalReason.code_in_sentence if long and not is_size(text) else None
