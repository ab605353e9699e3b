"""The service's answers inside pasted text: JSON, whole, in pieces, or cut off at either end.

Only `id` (or `fetch_result`, which ends in it) names a job; everything else in an answer is passed over. What
stands under `key` is a key, whatever it looks like.
"""

import re
from collections.abc import Generator
from dataclasses import dataclass

from facegen_gui.domain.pasted.links import fetch_id
from facegen_gui.domain.pasted.shapes import ID, looks_like_key, read_token
from facegen_gui.domain.pasted.values import THINGS_A_STEP, Findings, IsKey, RefusalReason

_START = re.compile(r"""\{\s*["']|"\w{1,40}"\s*:\s*["'\d\[{tfn-]""")
# An array of strings that may be IDs, whole.
_ITEM = r"""\s*(?:"[A-Za-z0-9_-]{1,64}"|'[A-Za-z0-9_-]{1,64}'|[0-9]{1,64})\s*"""
_STRINGS = re.compile(rf"\[(?:{_ITEM},)*+(?:{_ITEM})?\]")
_STRING = re.compile(r"[A-Za-z0-9_-]+")
_NO_LETTERS = re.compile(r"[^a-z]")
_HAS_DIGIT = re.compile(r"[0-9]")
_TOKEN = re.compile(
    r"""\s*(?:(?P<text>"(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+')|(?P<open>["'][^\n]*)"""
    r"""|(?P<number>-?[0-9][0-9.eE+-]*)|(?P<literal>true|false|null|None|True|False)\b|(?P<mark>[][{}:,]))"""
)
_ID_NAMES = frozenset({"id", "ids", "jobid", "jobids", "jobs"})
_KEY_NAMES = frozenset({"key", "apikey", "enterpriseapikey", "token", "secret", "authorization", "password"})
_LINKS = frozenset({"output", "links", "proxylinks", "futurelinks"})


@dataclass(slots=True)
class _Level:
    """One open object or array. `takes` is whether plain values in it are IDs."""

    is_object: bool
    passed_over: bool
    holds_links: bool = False
    takes: bool = False
    name: str = ""
    wants: str = "name"  # in objects: name, colon, value, comma


class AnswerReader:
    """Reads the answers out of one text."""

    def __init__(self, text: str, findings: Findings, is_key: IsKey) -> None:
        self._text = text
        self._findings = findings
        self._is_key = is_key
        self._last = len(text.rstrip())
        self._start = 0
        self._names: dict[str, str] = {}  # as they are written, because they repeat

    def read(self) -> Generator[None, None, str]:
        """Reports every answer and gives the text back with them blanked out; at least one step an answer."""
        if "[" in self._text:
            self._text = yield from self._without_arrays()
        if "{" not in self._text and '":' not in self._text and '" :' not in self._text:
            return self._text
        pieces = []
        done = 0
        while match := _START.search(self._text, done):
            pieces.append(self._text[done : match.start()])
            end = yield from self._read_answer(match.start())
            pieces.append(" " * (end - match.start()))
            done = end
            yield
        pieces.append(self._text[done:])
        return "".join(pieces)

    def _without_arrays(self) -> Generator[None, None, str]:
        """Reads the arrays of strings: in one with a digit, or that is all there is, words are IDs, too."""
        pieces = []
        done = 0
        whole = len(self._text.strip())
        for array in _STRINGS.finditer(self._text):
            if not ('"' in array[0] or "'" in array[0]):
                continue
            if not _HAS_DIGIT.search(array[0]) and len(array[0]) < whole:
                continue
            if self._text[max(0, array.start() - 20) : array.start()].rstrip()[-1:] in (":", "["):
                continue  # part of an answer
            pieces += [self._text[done : array.start()], re.sub(r"[^\n]", " ", array[0])]
            done = array.end()
            for count, item in enumerate(_STRING.finditer(array[0]), 1):
                start, end = array.start() + item.start(), array.start() + item.end()
                read = read_token(item[0], self._is_key)
                if isinstance(read, str) or read is RefusalReason.word:
                    self._findings.find(item[0] if read is RefusalReason.word else str(read), start, end)
                else:
                    self._findings.refuse(start, end, read)
                if count % THINGS_A_STEP == 0:
                    yield
            yield
        return "".join([*pieces, self._text[done:]])

    def _read_answer(self, start: int) -> Generator[None, None, int]:
        """Reads from `start` on and returns where the answer ends; always beyond `start`."""
        before = self._findings.count
        self._start = start
        levels: list[_Level] = []
        if self._text[start] != "{":
            levels.append(_Level(is_object=True, passed_over=False))
        at = end = start
        tokens = 0
        while match := _TOKEN.match(self._text, at):
            if match.lastgroup == "open":
                self._cut_off(levels, match.start("open"), match.end())
                end = match.end()
                break
            if not self._take(levels, match):
                break
            at = end = match.end()
            if not levels:
                break
            tokens += 1
            if tokens % THINGS_A_STEP == 0:
                yield
        if self._findings.count == before:
            self._findings.refuse(start, end, RefusalReason.no_id_in_answer)
        return end

    def _take(self, levels: list[_Level], match: re.Match[str]) -> bool:
        """Takes one token; False when it cannot belong to the answer any more."""
        kind, token = str(match.lastgroup), match[str(match.lastgroup)]
        level = levels[-1] if levels else None
        if kind == "mark":
            return self._take_mark(levels, level, token)
        if level is None:
            return False
        if level.is_object and level.wants == "name" and kind == "text":
            name = self._names.get(token)
            if name is None:
                name = self._names[token] = _NO_LETTERS.sub("", token.lower())
            level.name = name
            level.wants = "colon"
            return True
        if level.is_object and level.wants != "value":
            return False
        if not level.is_object and level.wants == "comma":
            return False
        if kind == "number" and level.holds_links and not level.is_object:
            return False  # the answer was cut off within its links, and this is the next thing pasted
        level.wants = "comma"
        if kind in ("text", "number"):
            start, end = match.span(kind)
            if kind == "text":
                start, end = start + 1, end - 1
            self._take_value(level, start, end)
        return True

    def _take_mark(self, levels: list[_Level], level: _Level | None, mark: str) -> bool:
        if mark in "{[":
            if level is not None and level.wants != "value" and (level.is_object or level.wants == "comma"):
                return False
            links = level is not None and (level.holds_links or level.name in _LINKS)
            passed_over = links or (level is not None and (level.passed_over or level.name == "meta"))
            takes = level is not None and level.is_object and level.name in _ID_NAMES
            if level is not None:
                level.wants = "comma"
            levels.append(_Level(mark == "{", passed_over, links, takes and mark == "["))
            return True
        if level is None:
            return False
        if mark == ":":
            expected = level.is_object and level.wants == "colon"
            level.wants = "value"
            return expected
        if mark == ",":
            level.wants = "name"
            return True
        levels.pop()
        return True

    def _take_value(self, level: _Level, start: int, end: int) -> None:
        value = self._text[start:end]
        if not value:
            return
        find, refuse = self._findings.find, self._findings.refuse
        if (level.is_object and level.name in _KEY_NAMES) or self._is_key(value):
            refuse(start, end, RefusalReason.looks_like_key)
        elif level.passed_over:
            return
        elif level.takes or (level.is_object and level.name in _ID_NAMES):
            if self._is_last(end):
                refuse(start, end, RefusalReason.answer_cut_off)
                return
            read = read_token(value, self._is_key)
            # Under `id` even letters alone are meant as one.
            if read is RefusalReason.word and ID.fullmatch(value):
                read = value
            if isinstance(read, str):
                find(read, start, end)
            else:
                refuse(start, end, read)
        elif level.is_object and level.name == "fetchresult":
            found = fetch_id(value)
            if found and not looks_like_key(found[0]):
                find(found[0], start + found[1], start + found[2])

    def _is_last(self, end: int) -> bool:
        """Whether the text ends with this number, so that digits may be missing.

        A single `"id": 12202888`, as copied from one line of an answer, is whole.
        """
        return end == self._last and (self._text[self._start] == "{" or "," in self._text[self._start : end])

    def _cut_off(self, levels: list[_Level], start: int, end: int) -> None:
        """A string without its end: what stands under `key` is still a key, an ID would lack digits."""
        level = levels[-1] if levels else None
        if level is None or not level.is_object or level.wants != "value":
            return
        if level.name in _KEY_NAMES and end > start + 1:
            self._findings.refuse(start + 1, end, RefusalReason.looks_like_key)
        elif level.name in _ID_NAMES:
            self._findings.refuse(start, end, RefusalReason.answer_cut_off)
