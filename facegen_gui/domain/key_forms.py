"""The forms in which an API key may travel: as it is pasted, and by which it is found in any text."""

import base64
import html
import json
import unicodedata
from urllib.parse import quote, quote_plus

# Fewer characters would take ordinary words apart and protect nothing.
SHORTEST_KEY = 4


# Spaces and line ends, and what is not seen at all: marks of direction, soft hyphens, a file's first mark.
_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})


def trimmed_key(text: str) -> str:
    """The key without what came along with it at either end; nothing is asked of its shape."""
    first, end = 0, len(text)
    while first < end and unicodedata.category(text[first]) in _INVISIBLE:
        first += 1
    while end > first and unicodedata.category(text[end - 1]) in _INVISIBLE:
        end -= 1
    return text[first:end]


def forms_of(key: str) -> frozenset[str]:
    """The key as it is, percent-encoded, inside JSON, HTML, a Python literal, and in base64 at any offset."""
    if len(key) < SHORTEST_KEY:
        return frozenset()
    encoded = {quote(key, safe=""), quote(key), quote_plus(key)}
    return frozenset(
        {
            key,
            *encoded,
            *(form.lower() for form in encoded if form != key),
            json.dumps(key)[1:-1],
            json.dumps(key, ensure_ascii=False)[1:-1],
            repr(key)[1:-1],
            html.escape(key),
            *_base64_forms(key.encode()),
        }
    )


def _base64_forms(raw: bytes) -> frozenset[str]:
    """What is always the same of `raw` in base64, wherever it begins in what was encoded ("user:key")."""
    forms = set()
    for before in range(3):
        whole = base64.b64encode(bytes(before) + raw).decode()
        # Characters that hold bits of what stands before or after the key differ from case to case.
        first = (before * 8 + 5) // 6
        last = (before + len(raw)) * 8 // 6
        for form in (whole[first:last], whole[first:last].replace("+", "-").replace("/", "_")):
            if len(form) >= SHORTEST_KEY:
                forms.add(form)
    return frozenset(forms)
