"""Jobs and pictures as the worker would tell of them, for tests and benchmarks of what shows them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import Job, JobState, Picture, PictureKey

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def kept(job_id: str, number: int = 1) -> Picture:
    return Picture(
        PictureKey(job_id, number),
        file=f"pictures/{job_id}_{number}.png",
        sha256="0" * 64,
        bytes=1000,
        media_type="image/png",
        width=512,
        height=512,
        fetched_at=START,
    )


def waiting(sequence: int, *, batch: int = 1, label: str = "", job_id: str = "") -> Job:
    return Job(
        job_id or str(12_000_000 + sequence),
        sequence,
        batch,
        START + timedelta(seconds=sequence),
        label=label,
    )


def ready(sequence: int, *, batch: int = 1, pictures: int = 1, label: str = "", job_id: str = "") -> Job:
    job = waiting(sequence, batch=batch, label=label, job_id=job_id)
    return replace(job, state=JobState.ready, pictures=tuple(kept(job.id, n) for n in range(1, pictures + 1)))


def failed(sequence: int, *, batch: int = 1, kind: FailureKind = FailureKind.unknown_id) -> Job:
    return replace(waiting(sequence, batch=batch), state=JobState.failed, failure=Failure(kind))


def many(count: int, *, batch_size: int = 50) -> Iterator[Job]:
    """Ready jobs of one picture each, in batches, oldest first."""
    return (ready(i, batch=1 + i // batch_size) for i in range(count))
