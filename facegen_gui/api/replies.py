"""The wire format: what one answer of the fetch call means.

Pure: never raises, whatever the bytes are. The words it understands stand in `reply_errors`, the links in
`reply_links`.
"""

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from facegen_gui.api.reply_errors import (
    DEFAULT_PAUSE,
    error_text,
    kind_by_code,
    kind_by_words,
    number,
    retry_after,
)
from facegen_gui.api.reply_links import PictureLink, picture_links
from facegen_gui.domain.failures import Failure, FailureKind

__all__ = ["BeingMade", "PictureLink", "Ready", "Refused", "Reply", "parse_reply"]

_WAITING = frozenset({"processing", "queued", "pending", "in_queue", "in_progress", "starting", "waiting"})
_DONE = frozenset({"success", "completed", "complete", "ok", "done", "succeeded", "finished"})
_FAILED = frozenset({"failed", "failure"})
# With these codes even "processing" is not an answer about the job.
_NOT_ABOUT_THE_JOB = frozenset({401, 402, 403, 407, 429})
_SECRETS = ("key", "token", "secret", "password", "authorization")
_LARGEST_META = 65_536


@dataclass(frozen=True, slots=True)
class Ready:
    """The pictures exist, or soon will: a link may still be 404 at first."""

    links: tuple[PictureLink, ...]
    meta: str = ""  # a JSON object in ASCII, without anything that is named like a key; "" if there was none
    differing_id: str = ""  # the answer's `id` where it is not the one asked for: worth a log line


@dataclass(frozen=True, slots=True)
class BeingMade:
    eta: float | None = None  # seconds, a hint


@dataclass(frozen=True, slots=True)
class Refused:
    failure: Failure


Reply = Ready | BeingMade | Refused


def parse_reply(
    status: int, headers: Mapping[str, str], body: bytes, now: datetime, *, job_id: str = ""
) -> Reply:
    """What the answer means. HTTP code and body both count, since errors often come inside HTTP 200."""
    headers = {name.lower(): value for name, value in headers.items()}
    answer = _as_object(_json(body, headers))
    if answer is None:
        return _unreadable(status, headers, body, now)
    word = answer.get("status")
    word = word.strip().lower() if isinstance(word, str) else ""
    text = error_text(answer)
    if word in _WAITING and status not in _NOT_ABOUT_THE_JOB:
        return BeingMade(number(answer.get("eta")))
    if (kind := kind_by_code(status, text)) is not None:
        return _refused(kind, status, answer, headers, text, now)
    if word in _DONE or word not in _FAILED | {"error"}:
        if links := picture_links(answer):
            return Ready(links, _meta(answer), _differing(answer.get("id"), job_id))
        if word in _DONE:
            return _refused(FailureKind.no_pictures, status, answer, headers, text, now)
        if _sounds_like_waiting(answer, text):
            return BeingMade(number(answer.get("eta")))
    kind = kind_by_words(text)
    if kind is None:
        # An unexplained `error` may pass; `failed` is the service's last word on a job.
        kind = FailureKind.generation_failed if word in _FAILED else FailureKind.service_trouble
    return _refused(kind, status, answer, headers, text, now)


def _sounds_like_waiting(answer: Mapping[str, object], text: str) -> bool:
    return (
        "future_links" in answer
        or number(answer.get("eta")) is not None
        or text.lower().rstrip(".!") in {"try again", "processing"}
    )


def _refused(
    kind: FailureKind,
    status: int,
    answer: Mapping[str, object],
    headers: Mapping[str, str],
    text: str,
    now: datetime,
) -> Refused:
    wait = retry_after(answer, headers, text, now) or 0.0
    if kind is FailureKind.rate_limited:
        wait = wait or DEFAULT_PAUSE
    elif kind not in {FailureKind.service_trouble, FailureKind.timed_out}:
        wait = 0.0
    return Refused(Failure(kind, status=status, retry_after=wait, detail=_detail(status, answer, text)))


def _detail(status: int, answer: Mapping[str, object], text: str) -> str:
    word = answer.get("status")
    parts = [f"HTTP {status}"]
    if isinstance(word, str):
        parts.append(f"status {word[:40]!r}")
    if text:
        parts.append(text)
    return _printable(", ".join(parts))


def _unreadable(status: int, headers: Mapping[str, str], body: bytes, now: datetime) -> Refused:
    """Not the service's own words: a proxy's or a web server's page, half an answer, or nothing."""
    head = body[:4096].decode("latin-1")
    is_page = bool(re.match(r"\s*<", head)) or "text/html" in headers.get("content-type", "").lower()
    kind = kind_by_code(status, "") or FailureKind.service_trouble
    # A page about "401" or "404" comes from something in between that knows neither keys nor jobs.
    if is_page and kind not in {FailureKind.rate_limited, FailureKind.proxy, FailureKind.timed_out}:
        kind = FailureKind.service_trouble
    # Of the text only a title is told: the rest may be advertising, or half an answer.
    title = re.search(r"<title[^>]*>([^<]{1,200})", head, re.IGNORECASE) if is_page else None
    what = headers.get("content-type", "")[:80] or "no content type"
    detail = f"HTTP {status}, {what}, {len(body)} bytes, no JSON"
    if title:
        detail += ", page " + repr(" ".join(title[1].split()))
    refused = _refused(kind, status, {}, headers, "", now)
    return Refused(
        Failure(kind, status=status, retry_after=refused.failure.retry_after, detail=_printable(detail))
    )


def _json(body: bytes, headers: Mapping[str, str]) -> object:
    """The JSON value; None where there is none. Wrong charsets spoil letters, never the answer."""
    charset = re.search(r"charset=[\"']?([\w.:-]+)", headers.get("content-type", ""), re.IGNORECASE)
    guesses = ["utf-8-sig", json.detect_encoding(body), charset[1] if charset else "", "latin-1"]
    for guess in guesses:
        try:
            text = body.decode(guess)
            return json.loads(text, parse_constant=lambda _: None, parse_int=_whole_number)
        except (LookupError, UnicodeError, ValueError, RecursionError):
            continue
    return None


def _whole_number(digits: str) -> int | float:
    """An absurd number must not spoil the rest of an answer: beyond 4,300 digits Python refuses."""
    return int(digits) if len(digits) <= 1000 else float(digits)


def _as_object(value: object) -> Mapping[str, object] | None:
    match value:
        case dict():
            return value
        case list() if value and isinstance(value[0], dict) and "output" in value[0]:
            return value[0]
        case list():
            return {"output": value}
        case str() if value.strip():
            return {"output": value, "message": value}
        case _:
            return None


def _differing(value: object, job_id: str) -> str:
    if not job_id or isinstance(value, bool) or not isinstance(value, int | str):
        return ""
    try:
        text = str(value).strip()
    except ValueError:  # more digits than Python is willing to print
        return ""
    return _printable(text)[:64] if text and text != job_id else ""


def _meta(answer: Mapping[str, object]) -> str:
    meta = answer.get("meta")
    facts: dict[str, object] = dict(meta) if isinstance(meta, dict) else {}
    for name in ("generationTime", "nsfw_content_detected"):
        if answer.get(name) is not None:
            facts.setdefault(name, answer[name])
    clean = _clean(facts)
    try:
        text = json.dumps(clean, allow_nan=False) if clean else ""
    except ValueError:  # an integer of more digits than Python is willing to print
        return ""
    return text if len(text) <= _LARGEST_META else ""


def _clean(value: object, depth: int = 0) -> object:
    """Without secrets, without what JSON cannot say, and not too deep to be shown."""
    match value:
        case dict() if depth < 6:
            return {
                name: _clean(item, depth + 1)
                for name, item in value.items()
                if not any(secret in name.lower() for secret in _SECRETS)
                and not name.lower().startswith("tip")
            }
        case list() if depth < 6:
            return [_clean(item, depth + 1) for item in value]
        case float():
            return value if math.isfinite(value) else None
        case str() | bool() | int():
            return value
        case _:
            return None


def _printable(text: str) -> str:
    text = "".join(letter if letter.isprintable() else " " for letter in text)
    return text.encode("utf-8", "replace").decode()[:2000]
