"""`kill -9` at random moments of a 40-job run: nothing that was said is ever taken back."""

import os
import random
from collections import Counter
from pathlib import Path

from facegen_gui.practice.server import PracticeService
from facegen_gui.storage.profile import Profile
from tests.faults.killing import JOB_IDS, Promises, Victim, quick_service

# All 100 take half a minute: the full number is for the run that a release must pass.
KILLS = int(os.environ.get("FACEGEN_KILLS", "20"))
# About as long as a whole run takes, its start included.
LONGEST_LIFE = 0.4


def test_nothing_that_was_acknowledged_is_missing_after_any_kill(tmp_path: Path) -> None:
    seed = random.randrange(1_000_000)
    print("seed", seed)
    moments = random.Random(seed)
    kills = 0
    with quick_service() as service, Victim(service.url) as victim:
        while kills < KILLS:
            promises = Promises(Profile.at(tmp_path / f"profile-{kills}"), service.url)
            while kills < KILLS and len(promises.ready) < len(JOB_IDS):
                victim.start(promises.profile.root)
                victim.listen(lambda said: False, moments.uniform(0, LONGEST_LIFE))
                victim.kill()
                kills += 1
                promises.hear(victim.said)
                promises.check()
            fetched, here = downloads(service), set(promises.kept)
            victim.start(promises.profile.root)
            victim.finish()
            promises.hear(victim.said)
            again = [path for path, times in downloads(service).items() if times > fetched[path]]
            assert not here & {picture_of(path) for path in again}, "fetched again what was here"
            promises.check()
            promises.check_the_end(JOB_IDS)


def downloads(service: PracticeService) -> Counter[str]:
    return Counter(request.path for request in service.requests if request.method == "GET")


def picture_of(path: str) -> tuple[str, int]:
    """Job and number of a link, in which numbers begin at 0."""
    job_id, _, number = Path(path).stem.rpartition("-")
    return job_id, int(number) + 1
