"""Pasted text with everything odd made plain, and the way back to places in the original.

Other scripts' digits, full-width forms, typographic quotes and dashes become their ASCII relatives one for
one; invisible characters are left out.
"""

import unicodedata
from dataclasses import dataclass

HARD_SPACE = "\u00a0"  # kept apart from the blank: between digits it groups a number

_SAME_AS = {
    **dict.fromkeys("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
    **dict.fromkeys("“”„‟«»″＂", '"'),
    **dict.fromkeys("‘’‚‛‹›′", "'"),
    **dict.fromkeys("‐‑‒–−﹣", "-"),
    **dict.fromkeys("―⸺", "—"),
    **dict.fromkeys("、،﹐٬", ","),
    **dict.fromkeys("؛﹔", ";"),
    **dict.fromkeys("٫。", "."),
    **dict.fromkeys("\u202f\u2007\u2009", HARD_SPACE),
    **{chr(c): " " for c in range(32) if chr(c) not in "\t\n\r\v\f\x1c\x1d\x1e"},
    "\x7f": " ",
    "№": "#",
}
_PLAIN = str.maketrans({c: to for c, to in _SAME_AS.items() if c.isascii()})


@dataclass(frozen=True, slots=True)
class CleanText:
    """`places[i]` is where character i of `text` stands in the original; None: at i itself."""

    text: str
    places: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1


def clean(original: str) -> CleanText:
    if original.isascii():
        return CleanText(original.translate(_PLAIN))
    table: dict[int, str] = dict(_PLAIN)
    invisible = set()
    for character in set(original):
        if character.isascii():
            continue
        plain = _plain(character)
        if plain == "":
            invisible.add(character)
        elif plain != character:
            table[ord(character)] = plain
    if not invisible:
        return CleanText(original.translate(table))
    places = tuple(i for i, character in enumerate(original) if character not in invisible)
    table |= {ord(character): "" for character in invisible}
    return CleanText(original.translate(table), places)


def _plain(character: str) -> str:
    """One character for `character`, or none for an invisible one."""
    if character in _SAME_AS:
        return _SAME_AS[character]
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    if "\uff01" <= character <= "\uff5e":  # full-width forms of ! to ~
        return chr(ord(character) - 0xFEE0)
    if "\ufe00" <= character <= "\ufe0f":  # variation selectors
        return ""
    match unicodedata.category(character):
        case "Cf":
            return ""
        case "Zs":
            return HARD_SPACE if character == HARD_SPACE else " "
        case _:
            return character
