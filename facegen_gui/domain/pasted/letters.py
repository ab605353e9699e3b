"""What mail programs and web pages do to pasted text: signatures, broken lines, encoded blanks."""

import re

from facegen_gui.domain.pasted.values import IsKey

_ENDS_SIGNATURE = re.compile(
    r"\s*(?:>|(?:from|von|de|date|datum|sent|gesendet|subject|betreff|to|an)\s*:|(?:hi|hello|hallo|hey|dear|liebe[rs]?"
    r"|sehr geehrte[rs]?|guten|good)\b)|.*(?:\b(?:jobs?|auftrag|aufträge)\b[\s\w.:#-]{0,12}[0-9]|/fetch/)",
    re.IGNORECASE,
)
_ENCODED = re.compile(r"(?<=[0-9A-Za-z])%(?:20|2C|3B|0[9AD])", re.IGNORECASE)
_MEANT = {"%2C": ",  ", "%3B": ";  "}
_DECIMALS = re.compile(r"(?<![\w.,])([0-9]{5,}),0{1,2}(?![\w.])")
_LONGEST_KEY = 128
_SHORTEST_PIECE = 3
_AROUND = ".,;:=!?()\"'"
_KEY_LETTERS = re.compile(r"[A-Za-z0-9_-]+")
_HAS_DIGIT = re.compile(r"[0-9]")

Span = tuple[int, int]


def begins_signature(line: str, next_line: str) -> bool:
    return line == "-- " or (line.strip() == "--" and not next_line.strip().isdecimal())


def ends_signature(line: str) -> bool:
    """Whether another mail, or one that was quoted, begins here, or a job is named."""
    return _ENDS_SIGNATURE.match(line) is not None


def decoded(line: str) -> str:
    """Percent-encoded separators, and a whole number's decimals behind a comma, made blank; places stay."""
    if "://" not in line:
        line = _ENCODED.sub(lambda match: _MEANT.get(match[0].upper(), "   "), line)
    return _DECIMALS.sub(lambda match: match[1].ljust(len(match[0])), line)


def broken_key(line: str, next_line: str, is_key: IsKey) -> tuple[Span, Span] | None:
    """Where the stored key stands, if a mail program broke it between these two lines."""
    start_of_line = line.rstrip(" =")
    tail = start_of_line.rpartition(" ")[2].lstrip(_AROUND)
    rest_of_line = next_line.lstrip("> ")
    head = rest_of_line.partition(" ")[0].rstrip(_AROUND)
    if len(tail) + len(head) > _LONGEST_KEY or min(len(tail), len(head)) < _SHORTEST_PIECE:
        return None
    joined = tail + head
    # Neither words alone nor a row's last cell and the next row's number can be one.
    if head.isdecimal() or not _HAS_DIGIT.search(joined) or not _KEY_LETTERS.fullmatch(joined):
        return None
    if not is_key(joined):
        return None
    start = len(next_line) - len(rest_of_line)
    return (len(start_of_line) - len(tail), len(start_of_line)), (start, start + len(head))
