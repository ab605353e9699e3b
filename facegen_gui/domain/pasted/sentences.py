"""Lines that are lists of IDs, and lines that are sentences, which `mentions` reads."""

import re
from collections.abc import Generator
from itertools import accumulate, pairwise

from facegen_gui.domain.pasted.mentions import MentionReader, Token
from facegen_gui.domain.pasted.rows import is_header
from facegen_gui.domain.pasted.shapes import read_token
from facegen_gui.domain.pasted.things import find_things, may_be_passed_over, windows
from facegen_gui.domain.pasted.values import THINGS_A_STEP, Findings, IsKey, RefusalReason, blanked
from facegen_gui.domain.pasted.words import JOINS

_KEY_GIVEN = re.compile(
    r"\b(?:api[ _-]?key|key|token|secret|password)(?:\s+is)?\s*[:=]\s*[\"']?([^\s\"',;&]{6,})", re.IGNORECASE
)
_SPLIT = re.compile(r"([^\s,;|\"'`()\[\]{}<>=&+•·*#!?:/\\—…]+)")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_LIST_GAP = re.compile(r"[,;\t|]")
_BULLET = re.compile(r"\s{0,7}[0-9]{1,3}[.)]\s+(?=\S*[0-9])")
_HAS_DIGIT = re.compile(r"[0-9]")
_AT_ONCE = 8_000  # characters, a few milliseconds
# Scripts that leave no blanks between words and numbers, and what stands around both.
_UNSPACED = r"\u0e00-\u0e7f\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f"
_SYMBOLS = r"\u2190-\u2bff\u3008-\u301f\U0001f000-\U0001faff"
_SPLIT_WIDE = re.compile(rf"([{_UNSPACED}]+|[^\s,;|\"'`()\[\]{{}}<>=&+•·*#!?:/\\—…{_SYMBOLS}{_UNSPACED}]+)")
_ABBREVIATED = re.compile(r"([^\W\d_]+\.)([0-9]+)")  # "Nr.12202888"


class LineReader:
    """Reads lines that are no rows of a table."""

    def __init__(self, findings: Findings, is_key: IsKey) -> None:
        self._findings = findings
        self._is_key = is_key
        self._mentions = MentionReader(findings, is_key)
        self._single_words: list[tuple[int, int]] = []
        self._is_letter = False
        self.has_words = False  # beside a header

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
        self.has_words |= bool(words) and not is_header(line)

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
        rest, things = yield from find_things(line)
        tokens = yield from _tokens(rest)
        is_list = yield from self._is_list(rest, tokens)
        for count, thing in enumerate(things, 1):
            start, end, reason = thing
            if is_list or not may_be_passed_over(line[start:end], reason, rest, start):
                self._findings.refuse(offset + start, offset + end, reason)
            if count % THINGS_A_STEP == 0:
                yield
        if is_list:
            yield from self._read_list(tokens, offset)
        else:
            self._is_letter = self.has_words = True
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
                self._findings.find_listed(read, offset + start, offset + end)
            else:
                self._findings.refuse(offset + start, offset + end, read)


def _tokens(line: str) -> Generator[None, None, list[Token]]:
    split = _SPLIT if line.isascii() else _SPLIT_WIDE
    if len(line) < _AT_ONCE:
        return _plain_tokens(split.split(line), 0)
    # Not to be waited for where a line has no end.
    tokens: list[Token] = []
    for start, end in windows(line):
        tokens += _plain_tokens(split.split(line[start:end]), start)
        yield
    return tokens


def _plain_tokens(parts: list[str], offset: int) -> list[Token]:
    """Of what stands between tokens and the tokens, by turns, the tokens; without full stops around them."""
    # Loops in C, because thousands of sentences are to be read at once.
    places = list(accumulate(map(len, parts), initial=offset))
    words = parts[1::2]
    tokens = list(zip(words, places[1::2], places[2::2], strict=False))
    odd = [place for place, text in enumerate(words) if not text.isalnum()]
    for place in reversed(odd):
        text, _, last = tokens[place]
        text = text.rstrip(".-")
        last -= len(words[place]) - len(text)
        text = text.lstrip(".-")
        start = last - len(text)
        parts_of_one = _ABBREVIATED.fullmatch(text)
        if parts_of_one:
            name, number = parts_of_one.groups()
            tokens[place : place + 1] = [
                (name[:-1], start, start + len(name) - 1),
                (number, last - len(number), last),
            ]
        elif _LETTER_OR_DIGIT.search(text):
            tokens[place] = (text, start, last)
        else:
            del tokens[place]
    return tokens
