"""How jobs, pictures and batches look as rows of the library, there and back."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import Batch, Choice, Job, JobState, Picture, PictureKey
from facegen_gui.storage.profile import is_inside

Row = tuple[Any, ...]

JOB_COLUMNS = (
    "id",
    "sequence",
    "batch",
    "added_at",
    "state",
    "label",
    "failure",
    "failure_facts",
    "asked_at",
    "next_ask_at",
    "being_made_since",
    "first_ready_at",
    "dismissed",
    "meta",
)
PICTURE_COLUMNS = (
    "job_id",
    "number",
    "url",
    "file",
    "sha256",
    "bytes",
    "media_type",
    "width",
    "height",
    "fetched_at",
    "failure",
    "failure_facts",
    "saved_at",
    "saved_to",
    "starred",
    "choice",
)
BATCH_COLUMNS = ("id", "created_at", "name")

_FACTS = ("status", "host", "path", "retry_after", "detail")


def job_row(job: Job) -> Row:
    return (
        job.id,
        job.sequence,
        job.batch,
        time_text(job.added_at),
        job.state.value,
        plain_text(job.label),
        *_failure_columns(job.failure),
        time_text(job.asked_at),
        time_text(job.next_ask_at),
        time_text(job.being_made_since),
        time_text(job.first_ready_at),
        int(job.dismissed),
        plain_text(job.meta),
    )


def job_from(row: Sequence[Any], pictures: tuple[Picture, ...]) -> Job:
    """Raises ValueError, TypeError or KeyError for a row that no job can be made of."""
    return Job(
        id=_text(row[0]),
        sequence=int(row[1]),
        batch=int(row[2]),
        added_at=datetime.fromisoformat(row[3]),
        state=JobState(row[4]),
        label=_text(row[5]),
        failure=_failure_from(row[6], row[7]),
        asked_at=_time_from(row[8]),
        next_ask_at=_time_from(row[9]),
        being_made_since=_time_from(row[10]),
        first_ready_at=_time_from(row[11]),
        dismissed=bool(row[12]),
        meta=_text(row[13]),
        pictures=pictures,
    )


def picture_row(picture: Picture) -> Row:
    return (
        picture.key.job_id,
        picture.key.number,
        plain_text(picture.url),
        plain_text(picture.file),
        picture.sha256,
        picture.bytes,
        picture.media_type,
        picture.width,
        picture.height,
        time_text(picture.fetched_at),
        *_failure_columns(picture.failure),
        time_text(picture.saved_at),
        plain_text(picture.saved_to),
        int(picture.starred),
        picture.choice.value,
    )


def picture_from(row: Sequence[Any]) -> Picture:
    """Raises ValueError, TypeError or KeyError for a row that no picture can be made of."""
    return Picture(
        key=PictureKey(_text(row[0]), int(row[1])),
        url=_text(row[2]),
        file=_file(row[3]),
        sha256=_text(row[4]),
        bytes=int(row[5]),
        media_type=_text(row[6]),
        width=int(row[7]),
        height=int(row[8]),
        fetched_at=_time_from(row[9]),
        failure=_failure_from(row[10], row[11]),
        saved_at=_time_from(row[12]),
        saved_to=_text(row[13]),
        starred=bool(row[14]),
        choice=Choice(row[15]),
    )


def batch_from(row: Sequence[Any]) -> Batch:
    """Raises ValueError or TypeError for a row that no batch can be made of."""
    return Batch(id=int(row[0]), created_at=datetime.fromisoformat(row[1]), name=_text(row[2]))


def time_text(time: datetime | None) -> str | None:
    return None if time is None else time.astimezone(UTC).isoformat()


def plain_text(text: str) -> str:
    """`text` as SQLite can take it: pasted text and file names may hold halves of surrogate pairs."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _time_from(value: Any) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value)


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise TypeError(f"not a text: {value!r}")


def _file(value: Any) -> str:
    if is_inside(_text(value)):
        return _text(value)
    raise ValueError(f"leads out of the profile: {value!r}")


def _failure_columns(failure: Failure | None) -> tuple[str | None, str | None]:
    if failure is None:
        return None, None
    facts = {name: value for name in _FACTS if (value := getattr(failure, name))}
    return failure.kind.value, json.dumps(facts)


def _failure_from(kind: Any, facts: Any) -> Failure | None:
    if kind is None:
        return None
    known = json.loads(facts) if facts else {}
    return Failure(
        FailureKind(kind),
        status=int(known.get("status", 0)),
        host=_text(known.get("host", "")),
        path=_text(known.get("path", "")),
        retry_after=float(known.get("retry_after", 0)),
        detail=_text(known.get("detail", "")),
    )
