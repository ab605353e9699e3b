"""Web addresses in pasted text: a fetch link holds an ID, every other one is refused."""

import re

from facegen_gui.domain.pasted.shapes import looks_like_key
from facegen_gui.domain.pasted.values import Findings, IsKey, RefusalReason, blanked

# A link ends at a blank or at what stands between the items of a list.
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s,;|<>\"'`]+|[^\s,;|<>\"'`:]{0,100}/fetch/[^\s,;|<>\"'`]+", re.IGNORECASE
)
# JSON may write every slash with a backslash before it.
_FETCH = re.compile(r"/fetch\\?/([A-Za-z0-9_-]{1,64})(?:\\?/)?(?![A-Za-z0-9_./%-])", re.IGNORECASE)
_PICTURE = re.compile(
    r"\.(?:png|jpe?g|webp|gif|bmp|base64)\b|//(?:[\w-]+\.)*(?:r2\.dev|stablediffusionapi\.com)/|/generations/",
    re.IGNORECASE,
)
_PIECES = re.compile(r"[^/?&=#:@.]+")
_AFTER = ".:!?)]}"  # ends the sentence, not the link


def has_link(line: str) -> bool:
    """A quick look, so that the many lines without a link cost nothing."""
    return "://" in line or "/fetch/" in line or "www." in line


def fetch_id(link: str) -> tuple[str, int, int] | None:
    """The ID in a fetch link, and where it stands."""
    found = _FETCH.search(link)
    return (found[1], *found.span(1)) if found else None


def read_links(line: str, offset: int, findings: Findings, is_key: IsKey) -> str:
    """Reports every link of `line` and gives the line back with them blanked out."""
    spans = []
    for match in _LINK.finditer(line):
        start = match.start()
        link = match[0].rstrip(_AFTER)
        if link:
            spans.append((start, start + len(link), None))
            _read_link(link, offset + start, findings, is_key)
    return blanked(line, spans)


def _read_link(link: str, start: int, findings: Findings, is_key: IsKey) -> None:
    found = fetch_id(link)
    head = found[2] if found else 0
    for piece in _PIECES.finditer(link, head):
        named = link[max(0, piece.start() - 4) : piece.start()].lower() == "key="
        if named or is_key(piece[0]) or (found and looks_like_key(piece[0])):
            span = piece.span() if found else (0, len(link))
            findings.refuse(start + span[0], start + span[1], RefusalReason.looks_like_key)
            if not found:
                return
    if found is None:
        picture = _PICTURE.search(link)
        reason = RefusalReason.picture_link if picture else RefusalReason.other_link
        findings.refuse(start, start + len(link), reason)
    elif is_key(found[0]) or looks_like_key(found[0]):
        findings.refuse(start + found[1], start + found[2], RefusalReason.looks_like_key)
    else:
        findings.find(found[0], start, start + found[2])
