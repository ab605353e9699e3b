"""Jobs, pictures and times that the tests of storage share."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import Choice, Job, JobState, NewJob, Picture, PictureKey
from facegen_gui.storage.library import Library
from facegen_gui.storage.picture_files import PictureFiles
from facegen_gui.storage.profile import Profile

SERVER = "https://modelslab.com/api/v1/enterprise"
NOW = datetime(2026, 3, 1, 12, 30, 15, 123456, UTC)
# The smallest PNG head that tells what it is; storage never decodes.
PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)
FAILURE = Failure(
    FailureKind.rate_limited,
    status=429,
    host="modelslab.com:8443",
    path="/tmp/ä",
    retry_after=2.5,
    detail='said "slow down"\nüber',
)


def entries(*ids: str) -> list[NewJob]:
    return [NewJob(id, f"label of {id}") for id in ids]


def full_picture(id: str, number: int = 1) -> Picture:
    """With a value in every field."""
    return Picture(
        PictureKey(id, number),
        url=f"https://pub.example.r2.dev/{id}-{number}.png",
        file=f"pictures/server/{id}_{number}.png",
        sha256="ab" * 32,
        bytes=12345,
        media_type="image/png",
        width=512,
        height=768,
        fetched_at=NOW,
        failure=FAILURE,
        saved_at=NOW,
        saved_to="/home/anna/Bilder/é.png",
        starred=True,
        choice=Choice.maybe,
    )


def full_job(job: Job) -> Job:
    """`job` with a value in every field and two pictures, one of which has not come."""
    return replace(
        job,
        state=JobState.ready,
        failure=FAILURE,
        asked_at=NOW,
        next_ask_at=NOW,
        being_made_since=NOW,
        first_ready_at=NOW,
        dismissed=True,
        meta='{"prompt": "ein Gesicht"}',
        pictures=(full_picture(job.id), Picture(PictureKey(job.id, 2), url="https://example.com/2.png")),
    )


def keep_picture(profile: Profile, id: str, data: bytes = PNG, server: str = SERVER) -> Picture:
    """A picture as the worker leaves it: its file on the disk, its facts in the value."""
    files = PictureFiles(profile, server)
    temporary = files.temporary()
    temporary.write_bytes(data)
    key = PictureKey(id, 1)
    return Picture(
        key,
        file=files.keep(temporary, key, ".png"),
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        media_type="image/png",
        width=8,
        height=8,
        fetched_at=NOW,
    )


def all_jobs(library: Library) -> dict[str, Job]:
    return {job.id: job for chunk in library.jobs() for job in chunk}


def file_of(profile: Profile, picture: Picture) -> Path:
    return profile.absolute(picture.file)
