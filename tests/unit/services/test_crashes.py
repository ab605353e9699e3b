"""Killed at random moments, again and again: no ID and no finished picture is ever missing, none is doubled.

`FACEGEN_KILLS=100` kills that often; a test run that is to be quick does so a few times.
"""

import hashlib
import os
import random
import subprocess
import sys
import time
from pathlib import Path

from facegen_gui.domain.job import JobState
from facegen_gui.practice.server import PracticeService
from facegen_gui.storage.library import Library
from facegen_gui.storage.profile import Profile

KILLS = int(os.environ.get("FACEGEN_KILLS", "4"))
IDS = [str(number) for number in range(90_001, 90_041)]


def begin(profile: Profile, service: PracticeService) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.unit.services.crash_run", str(profile.root), service.url]
    return subprocess.Popen(
        [*command, service.key, *IDS], stdout=subprocess.PIPE, text=True, env=dict(os.environ)
    )


def pictures_of(service: PracticeService) -> list[str]:
    return [r.path for r in service.requests if r.method == "GET"]


def check(profile: Profile, service: PracticeService) -> int:
    """The library opens and is true to the disk; returns how many pictures are kept."""
    with Library.open(profile, service.url) as library:
        assert library.set_aside is None
        jobs = {job.id: job for chunk in library.jobs() for job in chunk}
    assert set(jobs) == set(IDS)
    kept = [picture for job in jobs.values() for picture in job.kept]
    for picture in kept:
        data = profile.absolute(picture.file).read_bytes()
        assert hashlib.sha256(data).hexdigest() == picture.sha256
    return len(kept)


def test_killed_at_random_moments_nothing_is_lost_and_nothing_fetched_twice(tmp_path: Path) -> None:
    dice = random.Random(3)
    killed, most = 0, 0.5
    with PracticeService() as service:
        round_number = 0
        while killed < KILLS:
            profile = Profile.at(tmp_path / str(round_number))
            fetched_before, kept = len(pictures_of(service)), 0
            while True:
                run = begin(profile, service)
                assert run.stdout is not None
                with run.stdout:
                    assert run.stdout.readline() == "added\n"
                    begun = time.monotonic()
                    try:
                        assert run.wait(dice.uniform(0.0, most)) == 0
                        ended = True
                    except subprocess.TimeoutExpired:
                        ended = False
                        run.kill()
                        run.wait()
                        killed += 1
                now = check(profile, service)
                assert now >= kept
                kept = now
                if ended:
                    break
                if killed >= KILLS:
                    most = 60.0  # let the last run come to its end
            most = 0.5 + (time.monotonic() - begun) / 4
            with Library.open(profile, service.url) as library:
                assert all(job.state is JobState.ready for chunk in library.jobs() for job in chunk)
            assert not list(profile.pictures.rglob("*.tmp"))
            # Every picture was fetched once, but for those that were on their way when a run was killed.
            fetched = len(pictures_of(service)) - fetched_before
            assert fetched <= kept + 8 * killed
            round_number += 1
