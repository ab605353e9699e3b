"""`kill -9` at any moment: what was acknowledged is there, and the library opens."""

import random
import subprocess
import sys
from pathlib import Path

from facegen_gui.storage.disk import sha256_of
from facegen_gui.storage.library import Library
from facegen_gui.storage.picture_files import PictureFiles
from facegen_gui.storage.profile import Profile
from tests.unit.storage.samples import SERVER, all_jobs

# Says on its standard output what has been promised, once it has been promised.
WORKER = """
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from facegen_gui.domain.job import JobState, NewJob
from facegen_gui.storage.library import Library
from facegen_gui.storage.profile import Profile
from tests.unit.storage.samples import SERVER, keep_picture

profile = Profile.at(Path(sys.argv[1]))
library = Library.open(profile, SERVER)
start = int(sys.argv[2])
for number in range(start, start + 1_000_000):
    ids = [f"{number}-{each}" for each in "abc"]
    jobs = library.add([NewJob(id) for id in ids], datetime.now(UTC)).jobs
    print("added", *ids, flush=True)
    for job in jobs:
        picture = keep_picture(profile, job.id, data=job.id.encode() * 1000)
        library.put([replace(job, state=JobState.ready, pictures=(picture,))])
        print("kept", job.id, picture.sha256, flush=True)
"""


def _run_until_killed(root: Path, start: int, seconds: float) -> list[list[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(root), str(start)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    )
    assert process.stdout is not None
    with process.stdout:
        first = process.stdout.readline()
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
        rest = process.stdout.read()
    process.wait()
    # A line without its end was not yet said.
    return [line.split() for line in (first + rest).decode().split("\n")[:-1]]


def test_what_was_acknowledged_is_there_after_twenty_kills(tmp_path: Path) -> None:
    profile = Profile.at(tmp_path)
    seed = random.randrange(1_000_000)
    print("seed", seed)
    moments = random.Random(seed)
    added: set[str] = set()
    kept: dict[str, str] = {}
    for run in range(20):
        for word, id, *rest in _run_until_killed(tmp_path, run * 1_000_000, moments.uniform(0, 0.12)):
            if word == "added":
                added |= {id, *rest}
            else:
                kept[id] = rest[0]
        with Library.open(profile, SERVER) as library:
            jobs = all_jobs(library)
            known = {picture.file for job in jobs.values() for picture in job.kept}
            strays = PictureFiles(profile, SERVER).strays(known)
        assert added <= set(jobs)
        assert len(set(jobs) - added) <= 3 * (run + 1)
        # Between the disk and the library lies one picture at most.
        assert len(strays) <= run + 1
    assert len(kept) > 20
    for id, checksum in kept.items():
        (picture,) = jobs[id].pictures
        assert picture.sha256 == checksum == sha256_of(profile.absolute(picture.file))
    PictureFiles(profile, SERVER).sweep()
    assert not list(profile.pictures.rglob("*.tmp"))
    assert not list(tmp_path.glob("*.damaged-*"))
