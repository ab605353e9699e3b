"""Whole things with digits in them that are no IDs: dates, telephone numbers, prices and their like."""

import re
from collections.abc import Generator, Iterator

from facegen_gui.domain.pasted.values import THINGS_A_STEP, RefusalReason, blanked
from facegen_gui.domain.pasted.words import is_meant_behind

Thing = tuple[int, int, RefusalReason]

_MONTH = (
    r"(?:Jan(?:uary?|uar)?|Feb(?:ruary?|ruar)?|Mar(?:ch)?|März|Apr(?:il)?|Ma[yi]|Jun[ei]?|Jul[yi]?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|O[ck]t(?:ober)?|Nov(?:ember)?|De[cz](?:ember)?)(?![^\W_])\.?"
)
_YEAR = r"(?:19|20)\d{2}"
_CURRENCY = r"(?:EUR|USD|GBP|CHF)"
# What comes next where a thing begins with digits.
_GOES_ON = r"(?:[-.,:/'\xa0eE][-+]?\d|\ \d|[.,]{0,3}\s?[$€£¥%]|(?:\.|st|nd|rd|th)?\s?[JFMASONDEUGC])"
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+")
# Every count is bounded or starts at the head of its run, so that no text takes longer than its length. The
# order decides where two could match; how each begins is looked at before all else, because most places in a
# sentence start none of these.
_THINGS = re.compile(
    rf"""
    (?=(?<!\w)(?:\d++{_GOES_ON}|[vV]\d|[JFMASOND][aeupcokä]|[EUGC][USBH][RDPF])|[$€£¥(+])(?:
    (?P<damaged_number>(?<![\w.,+-])\d+(?:[.,]\d+)?[eE][+-]\d+(?!\w) | (?<![\w.,+-])\d+[.,]\d+[eE]\d+(?!\w))
  | (?P<date_or_time>(?<![\w.:/+-])(?:
        \d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}
          (?:[T ]\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:\.\d{{1,9}})?)?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?
      | \d{{1,2}}[-./]\d{{1,2}}[-./](?:\d{{4}}|\d{{2}})
      | \d{{1,2}}\.\d{{1,2}}\.(?=\s|$)
      | \d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\s?[ap]\.?m\b)?
      | \d{{1,2}}/\d{{1,2}}
      | \d{{1,2}}(?:\.|st|nd|rd|th)?\s{_MONTH}(?:,?\s{_YEAR}(?!\d))?
      )(?![\w/-]) | \b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s{_YEAR})?(?!\w))
  | (?P<phone_number>(?<![\w+])\+\d[\d ()./-]{{5,20}}\d(?!\w)
      | \(0?\d{{3}}\)\s?\d{{3}}[ .-]\d{{4}}(?!\w)
      | (?<![\w-])(?:\d{{3}}[-.])?\d{{3}}[-.]\d{{4}}(?![\w-])
      | (?<![\w-])0\d{{2,5}}[ /-]\d{{4,}}(?![\w-]))
  | (?P<price>[$€£¥]\s?\d[\d.,]* | (?<![\w.,])\d[\d.,]*\s?(?:[$€£¥%](?!\d)|{_CURRENCY}\b)
      | \b{_CURRENCY}\s?\d[\d.,]*)
  | (?P<grouped_number>(?<![\w.,'\xa0-])(?:\d{{1,2}}(?:,\d{{3}})+(?:\.\d{{1,2}})?
      | \d{{1,3}}(?:,\d{{3}})*,0\d{{2}}(?:,\d{{3}})*
      | \d{{1,2}}(?:\xa0\d{{3}})+ | \d{{1,3}}(?:\.\d{{3}})+(?:,\d{{1,2}})?
      | \d{{1,3}}(?:'\d{{3}})+(?:[.,]\d{{1,2}})?)(?![\w,'\xa0-]|\.\d))
  | (?P<version_number>(?<![\w.-])(?:[vV]\d+(?:\.\d+)+|\d+(?:\.\d+){{2,}})(?!\w))
    )""",
    re.VERBOSE,
)
# Each begins with a set of letters, which `re` looks for much faster than for anything else.
_NUMBER_OF_A_THING = re.compile(
    rf"[0-9](?:[eE]\+|.?[-.,:/'\xa0$€£¥%]|\ [0-9]|st|nd|rd|th|\s?{_CURRENCY}|\s[JFMASOND][a-zä]{{1,8}})"
)
_BEFORE_A_NUMBER = re.compile(r"[+($€£¥JFMASONDEUGC](?!obs?\b)(?:[A-Za-zä]{2,8}\.?)?\s?[0-9]")
_REASONS = {name: RefusalReason[name] for name in _THINGS.groupindex}
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
_LONG_NUMBER = re.compile(r"[0-9]{5}")
_LETTER = re.compile(r"[^\W\d_]")
_PART_OF_TWO = re.compile(r"[0-9]+/[0-9]+")
_NAME_BEFORE = 30  # characters, more than any word for a job and what joins numbers
_WINDOW = 8_000  # characters, a few milliseconds
_GAPS = (re.compile(r"[;\t|\"]"), re.compile(r", "), re.compile(r","), re.compile(r"\s"))


def find_things(line: str) -> Generator[None, None, tuple[str, list[Thing]]]:
    """The things in `line`, and the line with them blanked out."""
    things: list[Thing] = []
    if "@" in line:
        things = [(*match.span(), RefusalReason.email_address) for match in _EMAIL.finditer(line)]
    rest = blanked(line, things)
    if _NUMBER_OF_A_THING.search(rest) or _BEFORE_A_NUMBER.search(rest):
        more: list[Thing] = []
        for start, end in windows(rest) if len(rest) > 2 * _WINDOW else ((0, len(rest)),):
            for match in _THINGS.finditer(rest, start, end):
                more.append((*match.span(), _REASONS[match.lastgroup or ""]))
                if len(more) % THINGS_A_STEP == 0:
                    yield
            if end < len(rest):
                yield
        rest = blanked(rest, more)
        things += more
    return rest, things


def may_be_passed_over(text: str, reason: RefusalReason, line: str, start: int) -> bool:
    """Whether a thing in a sentence surely is no ID; in `line` it is blanked out, and stood at `start`."""
    if reason not in _PLAIN_IN_SENTENCE:
        return False
    match reason:
        case RefusalReason.email_address:
            name, _, host = text.partition("@")
            return bool(_LETTER.search(name) and _LETTER.search(host))
        case RefusalReason.phone_number if text[0] in "+(":
            return True
        case RefusalReason.price:
            return _LONG_NUMBER.search(text) is None
    if ":" in text:
        return True
    if _LONG_NUMBER.search(text) or _PART_OF_TWO.fullmatch(text) or (text[0] == "0" and " " in text):
        return False
    return not is_meant_behind(line[max(0, start - _NAME_BEFORE) : start])


def windows(line: str) -> Iterator[tuple[int, int]]:
    """An endless line in parts that are searched one by one, cut where hardly a thing goes on."""
    start = 0
    while len(line) - start > 2 * _WINDOW:
        end = start + 2 * _WINDOW
        gaps = (gap.search(line, start + _WINDOW, end) for gap in _GAPS)
        end = next((gap.end() for gap in gaps if gap), end)
        yield start, end
        start = end
    yield start, len(line)
