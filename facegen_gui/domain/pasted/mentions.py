"""Numbers and codes within a sentence: which of them are meant as job IDs, by the words right before them."""

import re
from collections.abc import Generator
from datetime import date
from typing import TypeGuard

from facegen_gui.domain.pasted.shapes import is_size, is_strong, read_token
from facegen_gui.domain.pasted.values import THINGS_A_STEP, Findings, IsKey, RefusalReason
from facegen_gui.domain.pasted.words import RANGE_JOINS, SEVERAL, Named, Word, counts, name, read_word

Token = tuple[str, int, int]

_HAS_DIGIT = re.compile(r"[0-9]")
_MAY_BE_GROUPED = re.compile(r"[0-9] [0-9]")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+")
_DATE = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})")
_NEXT_ITEM = re.compile(r"[\s'\"]*[,;&+/][\s'\"#,;&+/]*")
_END_OF_SENTENCE = re.compile(r"[.!?]\s")
_LONGEST_ABBREVIATION = 4  # letters before a full stop that ends no sentence, as in "Tel."
ENOUGH_DIGITS = 5  # a number of so many digits in a sentence may be an ID; a smaller one counts things
_LONGEST_NUMBER = 9  # digits of an ID that no word names: known ones reach 168 million, telephones more
_POSTCODE_DIGITS = 5
_LONGEST_COUNT = 5  # characters, as in "10-12"
_WIDEST_GAP = 2  # blanks between a number and its word
_STATE = re.compile(r"(?:\b[A-Z]{2} |\b[A-Z][a-z]+, ?)\Z")  # "CA 94105", "Berlin, 10115"
# "A4", "mp3", "1st", "30x": codes that every text has.
_SHORT_CODE = re.compile(r"[A-Za-z]{1,3}[0-9]{1,2}|[0-9]{1,4}[A-Za-z]{1,3}")
# "IDs: 101 102 103" names several; a single number would begin with one or two digits, or be one job.
_SEVERAL = re.compile(r"\b(?:jobs|ids|aufträge)\W*\Z", re.IGNORECASE)
_JOB = (Named.job, Named.job_if_long)


class MentionReader:
    """Reads the sentences of one text. What no word names is an ID only if no ID in the text is named, and if
    it is like those that stand in lists.
    """

    def __init__(self, findings: Findings, is_key: IsKey) -> None:
        self._findings = findings
        self._is_key = is_key
        self._unnamed: list[tuple[str, int, int, bool]] = []  # ID, place, whether it begins its line
        self._names_jobs = False
        self._words: dict[str, Word] = {}  # as they are written, because words repeat

    def finish(self) -> Generator[None, None, None]:
        """Decides about the numbers and codes that no word names."""
        listed = self._findings.listed if self._unnamed else []
        shapes: set[tuple[int, str]] = set()
        lengths: set[int] = set()
        for count, job_id in enumerate(listed, 1):
            shapes.add(_shape(job_id))
            if job_id.isdecimal():
                lengths.update((len(job_id) - 1, len(job_id), len(job_id) + 1))
            if count % THINGS_A_STEP == 0:
                yield
        for count, (job_id, start, end, leads) in enumerate(self._unnamed, 1):
            alike = not listed or _shape(job_id) in shapes
            labelled = leads and (len(job_id) in lengths or not job_id.isdecimal())
            if self._names_jobs or not (alike or labelled):
                self._findings.refuse(start, end, RefusalReason.code_in_sentence)
            else:
                self._findings.find(job_id, start, end)
            if count % THINGS_A_STEP == 0:
                yield

    def read(self, line: str, tokens: list[Token], offset: int) -> Generator[None, None, None]:
        groups = (yield from self._groups(line, tokens)) if _MAY_BE_GROUPED.search(line) else {}
        words, plain, nothing = self._words, Word.plain, Named.nothing
        named = nothing
        direct = False  # nothing but links stands since the name
        several = False  # several were named, as by "jobs"
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
                if word is Word.join:
                    join, direct = text.lower(), False
                else:
                    before, join = None, ""
                    named, direct = name(word, named, direct)
                    if direct and word is not Word.link and word is not Word.number_link:
                        several = text in SEVERAL or text.lower() in SEVERAL
                    if named is Named.other_thing and _ends_sentence(line, text, end):
                        named, direct = nothing, False
                continue
            if before is not None and not _goes_on(line, before, token, join, several=several):
                named = Named.nothing
            if line[start - 1 : start] == "#" and named is not Named.other_thing:
                named, direct = Named.job, True
            if place in groups:
                expected = groups[place]
                before = tokens[expected - 1]
                self._names_jobs |= direct and named in _JOB and not self._findings.in_signature
                self._findings.refuse(offset + start, offset + before[2], RefusalReason.grouped_number)
            else:
                after = tokens[place + 1] if place + 1 < len(tokens) else None
                # Only small numbers and postcodes depend on it.
                small = len(text) <= ENOUGH_DIGITS
                behind = after[0] if small and _is_word_behind(after, line, end) else ""
                self._read_one(line, token, behind, named, direct, offset, leads=place == 0)
                before = token
            direct, join = False, ""

    def _word(self, text: str) -> Word:
        """What `text` does; kept, unless it is a key, which is to be met each time."""
        word = read_word(text.lower())
        if len(text) < 8 or not self._is_key(text):
            self._words[text] = word
        return word

    def _read_one(
        self, line: str, token: Token, behind: str, named: Named, direct: bool, offset: int, *, leads: bool
    ) -> None:
        """One number or code; `behind` is the word right behind it, `leads` whether it begins the line."""
        text, start, end = token
        read = read_token(text, self._is_key)
        reason: RefusalReason | None
        is_job = named in _JOB
        if len(text) <= _LONGEST_COUNT and behind and counts(text, behind):
            # "job 5 pictures" and "jobs 5 and 6 pictures" may mean either.
            is_count = not is_job or (direct and named is Named.job_if_long)
            reason = None if is_count else RefusalReason.small_number
        elif not isinstance(read, str):
            reason = read
        elif named is Named.job or (len(read) >= ENOUGH_DIGITS if read.isdecimal() else is_strong(read)):
            self._names_jobs |= direct and is_job and not self._findings.in_signature
            town = not direct and len(read) == _POSTCODE_DIGITS and _is_postcode(line, start, behind)
            reason = _no_id(read, named, is_postcode=town)
            if reason is None:
                if is_job or self._findings.in_signature:
                    self._findings.find(read, offset + start, offset + end)
                else:
                    self._unnamed.append((read, offset + start, offset + end, leads))
        else:
            reason = _unclear(read, named)
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
    near = after is not None and after[1] - end <= _WIDEST_GAP  # a thing that was blanked out is wider
    return near and after is not None and not _HAS_DIGIT.search(after[0]) and not line[end : after[1]].strip()


def _is_next_group(line: str, one: Token, other: Token) -> bool:
    together = other[1] - one[2] == 1 and line[one[2]] == " "
    if not together or len(one[0]) > ENOUGH_DIGITS or len(other[0]) > ENOUGH_DIGITS:
        return False
    return one[0].isdecimal() and other[0].isdecimal()


def _goes_on(line: str, before: Token, token: Token, join: str, *, several: bool) -> bool:
    """Whether an enumeration goes on from one item to the next."""
    if join and join not in RANGE_JOINS:
        return True
    between = line[before[2] : token[1]]
    if not join and _NEXT_ITEM.fullmatch(between):
        return True
    # Blanks alone, or "to", join only what is alike, or what a word said to be several.
    alike = several or abs(len(before[0]) - len(token[0])) <= 1
    return alike and (bool(join) or not between.strip(" #"))


def _ends_sentence(line: str, word: str, end: int) -> bool:
    mark = _END_OF_SENTENCE.match(line, end)
    return mark is not None and (mark[0][0] != "." or len(word) > _LONGEST_ABBREVIATION)


def _no_id(job_id: str, named: Named, *, is_postcode: bool) -> RefusalReason | None:
    """Why what may be an ID by its shape is none in a sentence."""
    if named is Named.other_thing:
        return RefusalReason.code_in_sentence
    if not job_id.isdecimal():
        return None
    unlikely = named is Named.nothing and len(job_id) > _LONGEST_NUMBER
    if job_id[0] == "0" or is_postcode or unlikely:
        return RefusalReason.code_in_sentence
    day = _DATE.fullmatch(job_id) if len(job_id) == 8 else None
    if day:
        try:
            date(int(day[1]), int(day[2]), int(day[3]))
        except ValueError:
            return None
        return RefusalReason.date_or_time
    return None


def _unclear(text: str, named: Named) -> RefusalReason | None:
    """Why something of an ID's letters is not taken in a sentence; None for "A4", "1st" and their like."""
    if text.isdecimal():
        return RefusalReason.small_number
    usual = named is Named.nothing and (_SHORT_CODE.fullmatch(text) or is_size(text))
    return None if usual else RefusalReason.code_in_sentence


def _is_postcode(line: str, start: int, behind: str) -> bool:
    return behind[:1].isupper() or _STATE.search(line, max(0, start - 30), start) is not None


def _shape(job_id: str) -> tuple[int, str]:
    """IDs of one batch follow each other: they have so many characters, and begin alike."""
    return len(job_id), job_id[: len(job_id) // 2]
