"""Breaks endless lines: an editor lays out each as a whole, and 400,000 letters take it seconds a key."""

import re

LONGEST_LINE = 2_000
# Where a line is broken, the best first: between the values of an answer, the items of a list, words.
_GAPS = tuple(re.compile(gap) for gap in (r"[}\]],", r'(?<!\\)",', r"[;|]", r",\s", r",", r"\t", r"\s(?=\S)"))
_LINES = re.compile(r"[^\n\r]+|[\n\r]+")


def broken(text: str) -> str:
    """`text` with line breaks behind gaps of its endless lines; nothing is left out."""
    if len(text) <= LONGEST_LINE:
        return text
    pieces: list[str] = []
    for line in _LINES.finditer(text):
        start, end = line.span()
        while end - start > LONGEST_LINE:
            stop = start + LONGEST_LINE
            gaps = (_last(gap, text, start + LONGEST_LINE // 2, stop) for gap in _GAPS)
            cut = next((at for at in gaps if at), stop)
            pieces += (text[start:cut], "\n")
            start = cut
        pieces.append(text[start:end])
    return "".join(pieces)


def _last(gap: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where the last such gap ends; 0 if there is none."""
    return max((match.end() for match in gap.finditer(text, start, end)), default=0)
