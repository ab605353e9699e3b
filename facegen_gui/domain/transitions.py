"""Which state follows which: pure functions from a Job to the Job after something happened.

Every function takes a job in any state. None but `files_lost` ever loses a picture that is kept, none a mark
or a label.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import Choice, Job, JobState, Picture, PictureKey
from facegen_gui.domain.picture_plan import is_data_uri


def asked(job: Job, now: datetime) -> Job:
    return replace(job, asked_at=now, next_ask_at=None)


def ask_planned(job: Job, at: datetime | None) -> Job:
    return replace(job, next_ask_at=at)


def being_made(job: Job, now: datetime) -> Job:
    """The service said that it is still at it."""
    since = job.being_made_since or now
    if job.pictures:
        # It was ready before: its pictures are still awaited, whatever the service says now.
        return _settled(replace(job, state=JobState.downloading, being_made_since=since, failure=None))
    return replace(job, state=JobState.being_made, being_made_since=since, failure=None)


def named(job: Job, urls: Sequence[str], meta: str, now: datetime) -> Job:
    """The service named the pictures: `urls[0]` is that of picture 1. Data URIs are not remembered.

    What it names no more is forgotten, unless it is kept or a person has marked it.
    """
    before = {picture.key.number: picture for picture in job.pictures}
    pictures = []
    for number in range(
        1, max([len(urls), *(n for n, p in before.items() if p.is_kept or _is_marked(p))]) + 1
    ):
        picture = before.get(number) or Picture(PictureKey(job.id, number))
        if not picture.is_kept and number <= len(urls):
            picture = replace(picture, url="" if is_data_uri(urls[number - 1]) else urls[number - 1])
        pictures.append(picture)
    return _settled(
        replace(
            job,
            state=JobState.downloading,
            failure=None,
            meta=meta or job.meta,
            first_ready_at=job.first_ready_at or now,
            being_made_since=None,
            pictures=tuple(pictures),
        )
    )


def picture_kept(job: Job, kept: Picture) -> Job:
    """A picture is on disk. What a person has marked meanwhile stays."""

    def arrive(picture: Picture) -> Picture:
        return replace(
            kept,
            url=picture.url,
            failure=None,
            starred=picture.starred,
            choice=picture.choice,
            saved_at=picture.saved_at,
            saved_to=picture.saved_to,
        )

    before, job = job, with_picture(job, kept.key.number, arrive)
    if not before.is_unfinished and job.kept:
        # It came after all, when it had been given up.
        return given_up(job, before.failure or Failure(FailureKind.picture_gone))
    return _settled(job)


def picture_troubled(job: Job, number: int, failure: Failure) -> Job:
    """A picture could not be fetched this time; it will be tried again."""
    return with_picture(job, number, lambda p: p if p.is_kept else replace(p, failure=failure))


def given_up(job: Job, failure: Failure) -> Job:
    """What is not here now will not come by itself. `failure` is for pictures that have none of their own."""
    if not job.kept:
        own = next((p.failure for p in job.pictures if p.failure), failure)
        return replace(job, state=JobState.failed, failure=own, next_ask_at=None)
    pictures = tuple(p if p.is_kept else replace(p, failure=p.failure or failure) for p in job.pictures)
    return replace(job, state=JobState.ready, failure=None, next_ask_at=None, pictures=pictures)


def files_lost(job: Job, lost: Mapping[int, Failure], *, may_be_had: bool) -> Job:
    """Files of kept pictures, by their numbers, are gone from the disk. Fetched anew if they `may_be_had`."""
    pictures = tuple(
        replace(p, file="", failure=lost[p.key.number]) if p.is_kept and p.key.number in lost else p
        for p in job.pictures
    )
    if pictures == job.pictures:
        return job
    before, job = job, replace(job, pictures=pictures)
    if may_be_had or before.is_unfinished:
        return replace(job, state=JobState.downloading, failure=None, next_ask_at=None)
    return given_up(job, next(iter(lost.values())))


def refused(job: Job, failure: Failure) -> Job:
    """The service's last word on this job."""
    if job.kept:
        return given_up(job, failure)
    return replace(job, state=JobState.failed, failure=failure, next_ask_at=None)


def troubled(job: Job, failure: Failure) -> Job:
    """An ask told nothing about the job; it will be asked again."""
    return replace(job, failure=failure) if job.is_unfinished else job


def overdue(job: Job) -> Job:
    """Still being made after a day."""
    failure = Failure(FailureKind.not_ready_in_time)
    if job.pictures:
        return given_up(job, failure)
    return replace(job, state=JobState.overdue, failure=failure, next_ask_at=None)


def asked_again(job: Job) -> Job:
    """A person wants to know anew: failed, overdue and incomplete jobs go on from the beginning."""
    if job.is_unfinished or job.is_delivered:
        return job
    pictures = tuple(p if p.is_kept else replace(p, failure=None) for p in job.pictures)
    state = JobState.downloading if pictures else JobState.waiting
    return replace(
        job,
        state=state,
        failure=None,
        pictures=pictures,
        being_made_since=None,
        next_ask_at=None,
        dismissed=False,
    )


def marked(job: Job, number: int, starred: bool, choice: Choice) -> Job:
    return with_picture(job, number, lambda p: replace(p, starred=starred, choice=choice))


def saved(job: Job, number: int, path: str, now: datetime) -> Job:
    return with_picture(job, number, lambda p: replace(p, saved_at=now, saved_to=path))


def save_undone(job: Job, number: int, path: str) -> Job:
    """The copy at `path` is gone, and that is remembered. A later copy elsewhere still counts."""
    return with_picture(job, number, lambda p: replace(p, saved_at=None) if p.saved_to == path else p)


def with_picture(job: Job, number: int, change: Callable[[Picture], Picture]) -> Job:
    """The job with one picture changed; the same job when it has no such picture."""
    pictures = tuple(change(p) if p.key.number == number else p for p in job.pictures)
    return replace(job, pictures=pictures)


def _is_marked(picture: Picture) -> bool:
    return picture.starred or picture.choice is not Choice.none


def _settled(job: Job) -> Job:
    if job.pictures and all(picture.is_kept for picture in job.pictures):
        return replace(job, state=JobState.ready, failure=None, next_ask_at=None)
    return job
