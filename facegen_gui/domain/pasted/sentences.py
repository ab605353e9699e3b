"""Lines that are lists of IDs, and lines that are sentences, which `mentions` reads."""

import re
from collections.abc import Generator, Iterator
from itertools import pairwise

from facegen_gui.domain.pasted.mentions import JOINS, MentionReader, Token
from facegen_gui.domain.pasted.rows import is_header
from facegen_gui.domain.pasted.shapes import read_token
from facegen_gui.domain.pasted.values import THINGS_A_STEP, Findings, IsKey, RefusalReason, blanked

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_CURRENCY = r"(?:EUR|USD|GBP|CHF)"
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+")
# Whole things with digits in them that are no IDs. Every count is bounded or starts at the head of its run,
# so that no text takes longer than its length. The order decides where two could match; the first letter is
# looked at before all else, because most places in a sentence start none of these, nor does any place
# within a word or number, nor a long number before a small word.
_THINGS = re.compile(
    rf"""
    (?=(?<!\w)(?:[vVA-Z]|\d(?!\d{{4,}}(?:,?\s[a-z]|$)))|[$€£¥(+])(?:
    (?P<damaged_number>(?<![\w.,+-])\d+(?:[.,]\d+)?[eE][+-]\d+(?!\w) | (?<![\w.,+-])\d+[.,]\d+[eE]\d+(?!\w))
  | (?P<date_or_time>(?<![\w.:/+-])(?:
        \d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}
          (?:[T ]\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:\.\d{{1,9}})?)?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?
      | \d{{1,2}}[-./]\d{{1,2}}[-./](?:\d{{4}}|\d{{2}}|(?=\s|$))
      | \d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\s?[ap]\.?m\b)?
      | \d{{1,2}}/\d{{1,2}}
      | \d{{1,2}}(?:\.|st|nd|rd|th)?\s{_MONTH}(?:,?\s\d{{4}})?
      )(?![\w/-]) | \b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?(?!\w))
  | (?P<phone_number>(?<![\w+])\+\d[\d ()./-]{{5,20}}\d(?!\w)
      | \(0?\d{{3}}\)\s?\d{{3}}[ .-]\d{{4}}(?!\w)
      | (?<![\w-])(?:\d{{3}}[-.])?\d{{3}}[-.]\d{{4}}(?![\w-])
      | (?<![\w-])0\d{{2,5}}[ /-]\d{{4,}}(?![\w-]))
  | (?P<price>[$€£¥]\s?\d[\d.,]* | (?<![\w.,])\d[\d.,]*\s?(?:[$€£¥%]|{_CURRENCY}\b)
      | \b{_CURRENCY}\s?\d[\d.,]*)
  | (?P<grouped_number>(?<![\w.,'\xa0-])(?:\d{{1,2}}(?:,\d{{3}})+
      | \d{{1,3}}(?:,\d{{3}})*,0\d{{2}}(?:,\d{{3}})*
      | \d{{1,2}}(?:\xa0\d{{3}})+ | \d{{1,3}}(?:\.\d{{3}})+ | \d{{1,3}}(?:'\d{{3}})+)(?![\w,'\xa0-]|\.\d))
  | (?P<version_number>(?<![\w.-])(?:[vV]\d+(?:\.\d+)+|\d+(?:\.\d+){{2,}})(?!\w))
    )""",
    re.VERBOSE,
)
# In sentences these are as plain as words; lost or grouped digits are not.
_PLAIN_IN_SENTENCE = frozenset(
    {
        RefusalReason.email_address,
        RefusalReason.date_or_time,
        RefusalReason.phone_number,
        RefusalReason.price,
        RefusalReason.version_number,
    }
)
_KEY_GIVEN = re.compile(
    r"\b(?:api[ _-]?key|key|token|secret|password)(?:\s+is)?\s*[:=]\s*[\"']?([^\s\"',;&]{6,})", re.IGNORECASE
)
_TOKEN = re.compile(r"[^\s,;|\"'`()\[\]{}<>=&+•·*#!?:/\\—…]+")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_LIST_GAP = re.compile(r"[,;\t|]")
_MAY_HOLD_THINGS = re.compile(
    r"[0-9].?[-.,:/'\xa0$€£¥%]|[0-9] [0-9]|[-+.(]|[$€£¥]\s?[0-9]|[0-9](?:st|nd|rd|th|EUR|USD|GBP|CHF)|[A-Z]"
)
_BULLET = re.compile(r"\s*[0-9]{1,3}[.)]\s+(?=\S*[0-9])")
_HAS_DIGIT = re.compile(r"[0-9]")
_WINDOW = 8_000  # characters, a few milliseconds
_GAPS = (re.compile(r"[;\t|\"]"), re.compile(r", "), re.compile(r","), re.compile(r"\s"))


class LineReader:
    """Reads lines that are no rows of a table."""

    def __init__(self, findings: Findings, is_key: IsKey) -> None:
        self._findings = findings
        self._is_key = is_key
        self._mentions = MentionReader(findings, is_key)
        self._single_words: list[tuple[int, int]] = []
        self._is_letter = False

    def read_words(self, line: str, offset: int) -> Generator[None, None, None]:
        """A line without any digit: more than one word are a sentence, one waits for `finish`."""
        tokens = yield from _tokens(line)
        words = []
        for count, token in enumerate(tokens, 1):
            if any(c.isalpha() for c in token[0]):
                words.append(token)
            if count % THINGS_A_STEP == 0:
                yield
        for count, (text, start, end) in enumerate(words, 1):
            if count % THINGS_A_STEP == 0:
                yield
            if len(text) >= 8 and self._is_key(text):
                self._findings.refuse(offset + start, offset + end, RefusalReason.looks_like_key)
            elif len(words) == 1 and not is_header(line):
                self._single_words.append((offset + start, offset + end))
        self._is_letter |= len(words) > 1

    def finish(self) -> Generator[None, None, None]:
        """Refuses the lines of one word; in a letter they greet and sign, and are passed over."""
        yield from self._mentions.finish()
        if not self._is_letter:
            for start, end in self._single_words:
                self._findings.refuse(start, end, RefusalReason.word)

    def read(self, line: str, offset: int) -> Generator[None, None, None]:
        line = self._without_given_keys(line, offset)
        bullet = _BULLET.match(line)
        if bullet:
            line = " " * bullet.end() + line[bullet.end() :]
        things = (
            []
            if "@" not in line
            else [(*m.span(), RefusalReason.email_address) for m in _EMAIL.finditer(line)]
        )
        rest = blanked(line, things)
        if _MAY_HOLD_THINGS.search(rest):
            more = []
            for start, end in _windows(rest) if len(rest) > 2 * _WINDOW else ((0, len(rest)),):
                for match in _THINGS.finditer(rest, start, end):
                    more.append((*match.span(), RefusalReason[str(match.lastgroup)]))
                    if len(more) % THINGS_A_STEP == 0:
                        yield
                if end < len(rest):
                    yield
            rest = blanked(rest, more)
            things += more
        tokens = yield from _tokens(rest)
        is_list = yield from self._is_list(rest, tokens)
        for start, end, reason in things:
            if is_list or reason not in _PLAIN_IN_SENTENCE:
                self._findings.refuse(offset + start, offset + end, reason)
        if is_list:
            yield from self._read_list(tokens, offset)
        else:
            self._is_letter = True
            yield from self._mentions.read(rest, tokens, offset)

    def _without_given_keys(self, line: str, offset: int) -> str:
        """Blanks out what somebody calls a key, whatever it looks like."""
        lower = line.lower()
        if not ("key" in lower or "token" in lower or "secret" in lower or "password" in lower):
            return line
        spans = [(*match.span(1), RefusalReason.looks_like_key) for match in _KEY_GIVEN.finditer(line)]
        for start, end, reason in spans:
            self._findings.refuse(offset + start, offset + end, reason)
        return blanked(line, spans)

    def _is_list(self, line: str, tokens: list[Token]) -> Generator[None, None, bool]:
        """No words but joining ones, or single words and IDs with a comma between any two."""
        for count, (text, _, _) in enumerate(tokens, 1):
            if not _HAS_DIGIT.search(text) and text.lower() not in JOINS:
                break
            if count % THINGS_A_STEP == 0:
                yield
        else:
            return True
        for count, (one, next_one) in enumerate(pairwise(tokens), 1):
            if not _LIST_GAP.search(line, one[2], next_one[1]):
                return False
            if count % THINGS_A_STEP == 0:
                yield
        ids = 0
        for count, (text, _, _) in enumerate(tokens, 1):
            ids += isinstance(read_token(text, self._is_key), str)
            if ids > 1:
                return True
            if count % THINGS_A_STEP == 0:
                yield
        return False

    def _read_list(self, tokens: list[Token], offset: int) -> Generator[None, None, None]:
        for count, (text, start, end) in enumerate(tokens, 1):
            if count % THINGS_A_STEP == 0:
                yield
            if text.lower() in JOINS:
                continue
            read = read_token(text, self._is_key)
            if isinstance(read, str):
                self._findings.find(read, offset + start, offset + end)
            else:
                self._findings.refuse(offset + start, offset + end, read)


def _windows(line: str) -> Iterator[tuple[int, int]]:
    """An endless line in parts that are searched one by one, cut where hardly a thing goes on."""
    start = 0
    while len(line) - start > 2 * _WINDOW:
        end = start + 2 * _WINDOW
        gaps = (gap.search(line, start + _WINDOW, end) for gap in _GAPS)
        end = next((gap.end() for gap in gaps if gap), end)
        yield start, end
        start = end
    yield start, len(line)


def _tokens(line: str) -> Generator[None, None, list[Token]]:
    tokens: list[Token] = []
    end = 0
    # All at once is twice as fast, but not to be waited for where a line has no end.
    words = _TOKEN.findall(line) if len(line) < _WINDOW else (m[0] for m in _TOKEN.finditer(line))
    for count, text in enumerate(words, 1):
        if count % THINGS_A_STEP == 0:
            yield
        start = line.index(text, end)
        end = start + len(text)
        if text.isalnum():  # nearly every word
            tokens.append((text, start, end))
            continue
        text = text.rstrip(".-")
        last = start + len(text)
        text = text.lstrip(".-")
        if _LETTER_OR_DIGIT.search(text):
            tokens.append((text, last - len(text), last))
    return tokens
