"""What kind of failure the service's words and codes mean, and how long it asks us to wait.

Knows nothing of pictures; the words themselves never reach a person, only `Failure.detail`.
"""

import math
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from facegen_gui.domain.failures import FailureKind

DEFAULT_PAUSE = 30.0  # seconds: the length of the service's own spam filter
LONGEST_PAUSE = 24 * 3600.0  # an absurd wish must not silence the program for days

_MESSAGE_KEYS = ("message", "messege", "error", "errors", "error_message", "msg", "detail")
_DEEPEST = 6

# The first row that matches decides. "Rate limit exceeded" must be seen before "limit exceeded", and what
# surely speaks of the key before "credit", because "API key has no credits" is about the credits.
_WORDS: tuple[tuple[FailureKind, tuple[str, ...]], ...] = (
    (FailureKind.rate_limited, ("rate limit", "spam filter", "too many", "queued requests allowed")),
    (
        FailureKind.key_rejected,
        ("invalid api", "invalid key", "key required", "key is required", "key field is required"),
    ),
    (FailureKind.no_credit, ("credit", "recharge", "insufficient", "balance")),
    (FailureKind.plan, ("premium", "your plan", "current plan")),
    (FailureKind.no_credit, ("subscription", "limit exceeded", "payment required")),
    (FailureKind.key_rejected, ("api key", "unauthenticated", "unauthorized")),
    (FailureKind.unknown_id, ("not found", "does not exist")),
)

_CODES = {
    401: FailureKind.key_rejected,
    402: FailureKind.no_credit,
    403: FailureKind.plan,
    404: FailureKind.unknown_id,
    407: FailureKind.proxy,
    408: FailureKind.timed_out,
    410: FailureKind.unknown_id,
    429: FailureKind.rate_limited,
}
# Here the code is more exact than any words that come with it.
_CERTAIN_CODES = frozenset({401, 402, 407, 429})

_WAIT = re.compile(
    r"(?:again|retry|wait)\D{0,24}?(\d{1,6}(?:\.\d{1,3})?)\s*(s\b|sec|m\b|min|h\b|hour)", re.IGNORECASE
)
_UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0}


def error_text(answer: Mapping[str, object]) -> str:
    """The answer's own words about what is wrong, from wherever it put them; never its `tip`s."""
    return "; ".join(word for key in _MESSAGE_KEYS if key in answer for word in _texts(answer[key]))[:1000]


def _texts(value: object, depth: int = 0) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    match value:
        case str():
            if text := " ".join(value.split()):
                yield text
        case list():
            for item in value[:20]:
                yield from _texts(item, depth + 1)
        case dict():
            # {"prompt": ["The prompt field is required."]}: the sentences name the field themselves.
            for key, item in list(value.items())[:20]:
                if not str(key).lower().startswith("tip"):
                    yield from _texts(item, depth + 1)
        case _:
            return


def kind_by_words(text: str) -> FailureKind | None:
    text = text.lower()
    for kind, words in _WORDS:
        if any(word in text for word in words):
            return kind
    return None


def kind_by_code(status: int, text: str) -> FailureKind | None:
    """What an HTTP code with these words means; None where the code says nothing by itself (2xx)."""
    if status in _CERTAIN_CODES:
        return _CODES[status]
    if status < 300:
        return None
    by_code = _CODES.get(status, FailureKind.service_trouble)
    by_words = kind_by_words(text) if status >= 400 else None
    if by_words is None:
        return by_code
    # "Not found" on a 500 is about something of the service's own, and on a 404 "please check your
    # subscription" is advice: only the key and the pause outweigh a 404.
    if status >= 500 and by_words is FailureKind.unknown_id:
        return by_code
    if by_code is FailureKind.unknown_id:
        return by_words if by_words in {FailureKind.key_rejected, FailureKind.rate_limited} else by_code
    return by_words


def retry_after(
    answer: Mapping[str, object], headers: Mapping[str, str], text: str, now: datetime
) -> float | None:
    """Seconds the service asked us to wait: from the body, else the header, else its words."""
    for key in ("retry_after", "retryAfter", "retry-after"):
        if (seconds := number(answer.get(key))) is not None:
            return _bounded(seconds)
    if (seconds := header_wait(headers.get("retry-after", ""), now)) is not None:
        return seconds
    if found := _WAIT.search(text):
        return _bounded(float(found[1]) * _UNITS[found[2][0].lower()])
    return None


def header_wait(value: str, now: datetime) -> float | None:
    """A Retry-After header in seconds: a number or an HTTP date."""
    if (seconds := number(value)) is not None:
        return _bounded(seconds)
    try:
        date = parsedate_to_datetime(value)
        if date.tzinfo is None:
            date = date.replace(tzinfo=UTC)
        return _bounded((date - now).total_seconds())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _bounded(seconds: float) -> float:
    return min(max(seconds, 1.0), LONGEST_PAUSE)


def number(value: object) -> float | None:
    """A finite number of 0 or more, also when it came as text."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        result = float(value)
    except (ValueError, OverflowError):
        return None
    return result if math.isfinite(result) and result >= 0 else None
