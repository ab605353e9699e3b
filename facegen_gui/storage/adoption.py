"""Gives picture files that no row of the library names their rows back: the way out of a lost library."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime

from facegen_gui.domain.job import Job, JobState, Picture, PictureKey
from facegen_gui.domain.media import HEAD_BYTES, sniff
from facegen_gui.storage.profile import Profile
from facegen_gui.storage.tables import Tables


def adopt(
    profile: Profile, kept: Iterable[tuple[PictureKey, str]], tables: Tables, on_file: Callable[[], None]
) -> None:
    """Rows for the kept files of one server, and ready jobs where there is none.

    Width, height and checksum stay empty, since the pictures are not read: `Library.unmeasured` lists them.
    `on_file` hears of each file before it is looked at.
    """
    files: defaultdict[str, dict[PictureKey, str]] = defaultdict(dict)
    for key, file in kept:
        files[key.job_id].setdefault(key, file)
    known = {job.id: job for job in tables.jobs_with_ids(files)}
    old: list[Job] = []
    new: list[Job] = []
    for id, found in files.items():
        job = known.get(id)
        pictures = {picture.key: picture for picture in job.pictures} if job else {}
        missing = {
            key: file for key, file in found.items() if key not in pictures or not pictures[key].is_kept
        }
        for key, file in found.items():
            on_file()
            if key in missing and (picture := _found(profile, pictures.get(key, Picture(key)), file)):
                pictures[key] = picture
        together = tuple(pictures[key] for key in sorted(pictures))
        if job is not None and together != job.pictures:
            old.append(replace(job, pictures=together))
        elif job is None and together:
            came = min(picture.fetched_at for picture in together if picture.fetched_at is not None)
            new.append(Job(id, 0, 0, came, JobState.ready, first_ready_at=came, pictures=together))
    tables.put([*old, *_one_batch(new, tables)])


def _one_batch(jobs: Iterable[Job], tables: Tables) -> list[Job]:
    """The jobs in the order in which their pictures came, as one batch."""
    ordered = sorted(jobs, key=lambda job: job.added_at)
    if not ordered:
        return []
    batch = tables.new_batch(ordered[-1].added_at, "")
    first = tables.last_sequence() + 1
    return [replace(job, sequence=first + place, batch=batch.id) for place, job in enumerate(ordered)]


def _found(profile: Profile, picture: Picture, file: str) -> Picture | None:
    """None for a file that cannot be read: it stays where it is."""
    path = profile.absolute(file)
    try:
        status = path.stat()
        with path.open("rb") as opened:
            media_type = sniff(opened.read(HEAD_BYTES))
    except OSError:
        return None
    fetched_at = datetime.fromtimestamp(status.st_mtime, UTC)
    return replace(
        picture,
        file=file,
        sha256="",
        bytes=status.st_size,
        media_type=media_type,
        fetched_at=fetched_at,
        failure=None,
    )
