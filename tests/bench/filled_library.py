"""A profile with many jobs and pictures, made through the library as the worker makes it."""

import hashlib
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from facegen_gui.domain.job import JobState, NewJob, Picture, PictureKey
from facegen_gui.practice.faces import draw_face
from facegen_gui.services.decoding import inspect
from facegen_gui.storage.library import Library
from facegen_gui.storage.picture_files import PictureFiles
from facegen_gui.storage.profile import Profile

DIFFERENT = 24
WHEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def fill(folder: Path, server: str, count: int, *, with_files: bool = True) -> None:
    """`count` ready jobs of one picture. Files are hard links to a few drawn faces: 10,000 take no time."""
    profile = Profile.at(folder)
    files = PictureFiles(profile, server)
    library = Library.open(profile, server)
    faces = []
    for number in range(DIFFERENT):
        drawn = draw_face(str(7000 + number), 1)
        path = folder / f"face-{number}{drawn.extension}"
        path.write_bytes(drawn.data)
        thumbnail = folder / f"face-{number}.thumbnail"
        inspect(path, drawn.media_type, thumbnail)
        faces.append((drawn, path, thumbnail))
    jobs = []
    for start in range(0, count, 5000):
        entries = [NewJob(str(100_000 + n)) for n in range(start, min(start + 5000, count))]
        jobs.extend(library.add(entries, WHEN).jobs)
    ready = []
    for place, job in enumerate(jobs):
        drawn, path, thumbnail = faces[place % DIFFERENT]
        key = PictureKey(job.id, 1)
        file = f"pictures/{job.id}_1{drawn.extension}"
        if with_files:
            temporary = files.temporary()
            temporary.unlink(missing_ok=True)
            temporary.hardlink_to(path)
            kept = profile.pictures / f"{job.id}_1{drawn.extension}"
            temporary.rename(kept)
            target = files.thumbnail_path(key)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(thumbnail, target)
        picture = Picture(
            key,
            file=file,
            sha256=hashlib.sha256(drawn.data).hexdigest(),
            bytes=len(drawn.data),
            media_type=drawn.media_type,
            width=drawn.width,
            height=drawn.height,
            fetched_at=WHEN,
        )
        ready.append(replace(job, state=JobState.ready, first_ready_at=WHEN, pictures=(picture,)))
    library.put(ready)
    library.close()
