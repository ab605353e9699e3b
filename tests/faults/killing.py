"""Starts the worker in processes that are killed, and holds it to everything it ever said."""

import contextlib
import itertools
import os
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from facegen_gui.practice.drawn import Drawn
from facegen_gui.practice.server import PracticeService
from facegen_gui.storage.disk import sha256_of
from facegen_gui.storage.library import Library
from facegen_gui.storage.profile import Profile
from tests.faults.run import KEY
from tests.pictures import made

# Ready at once with one or two pictures; polled; 404 at first; base64; half a picture at first; mirrors.
JOB_IDS = (*map(str, range(12_000, 12_035)), "104", "121", "122", "125", "127")


def quick_face(job_id: str, number: int) -> Drawn:
    """Drawn faster than the practice service does, and of some size on the wire."""
    image_format = ("png", "jpeg", "webp")[int(job_id) % 3]
    data = made.face(image_format, 300, 400, seed=int(job_id) * 10 + number)
    extension = ".jpg" if image_format == "jpeg" else f".{image_format}"
    return Drawn(data, f"image/{image_format}", extension, 300, 400)


def quick_service() -> PracticeService:
    return PracticeService(key=KEY, draw=quick_face)


class Victim:
    """`with Victim(url) as victim`: `start`, then `listen` until something is said, then `kill`."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._process: subprocess.Popen[bytes] | None = None
        self._unread = b""
        self._pid = 0
        self.said: list[tuple[str, ...]] = []  # since the last start

    def __enter__(self) -> "Victim":
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.starts"],
            cwd=Path(__file__).parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process is not None
        self.kill()
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(60)

    def start(self, folder: Path, job_ids: tuple[str, ...] = JOB_IDS) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        self.said = []
        os.write(self._process.stdin.fileno(), "\t".join((str(folder), self._url, *job_ids)).encode() + b"\n")
        self.listen(lambda said: said[0] == "pid", 60)
        self._pid = int(self.said[0][1])

    def listen(self, until: Callable[[tuple[str, ...]], bool], seconds: float) -> bool:
        """Hears what is said, until something is or so many seconds have passed; which of the two."""
        assert self._process is not None
        assert self._process.stdout is not None
        output = self._process.stdout.fileno()
        deadline = time.monotonic() + seconds
        while True:
            line, found, rest = self._unread.partition(b"\n")
            if found:
                self._unread = rest
                self.said.append(tuple(line.decode().split()))
                if until(self.said[-1]):
                    return True
                continue
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([output], [], [], left)[0]:
                return False
            data = os.read(output, 1 << 16)
            assert data, "the process that starts the others has ended"
            self._unread += data

    def finish(self) -> None:
        """Let it run until all jobs are ready, and kill it then, too."""
        waited_for = set(JOB_IDS) - {said[1] for said in self.said if said[0] == "job" and said[2] == "ready"}

        def all_ready(said: tuple[str, ...]) -> bool:
            if said[0] == "job" and said[2] == "ready":
                waited_for.discard(said[1])
            return not waited_for

        assert not waited_for or self.listen(all_ready, 60), waited_for
        self.kill()

    def kill(self) -> None:
        """kill -9, and what it still had said."""
        if self._pid:
            os.kill(self._pid, signal.SIGKILL)
            assert self.listen(lambda said: said[0] == "dead", 60)
            self._pid = 0


class Promises:
    """What was said, over all starts with one profile."""

    def __init__(self, profile: Profile, url: str) -> None:
        self.profile = profile
        self._url = url
        self.ids: set[str] = set()
        self.kept: dict[tuple[str, int], str] = {}
        self.ready: set[str] = set()

    def hear(self, said: list[tuple[str, ...]]) -> None:
        for words in said:
            match words:
                case ("job", job_id, state):
                    self.ids.add(job_id)
                    if state == "ready":
                        self.ready.add(job_id)
                case ("kept", job_id, number, sha256):
                    assert self.kept.setdefault((job_id, int(number)), sha256) == sha256

    def check(self) -> None:
        """Everything is as it was said. Looked at in a copy: the next start shall find what the kill left."""
        rows, pictures = _read_copy(self.profile)
        assert self.ids <= rows, "an ID that was acknowledged is gone"
        assert self.kept.items() <= pictures.items(), "a picture that was there is gone"
        files = {path.stem: path for path in self.profile.pictures.rglob("*") if path.is_file()}
        for (job_id, number), sha256 in self.kept.items():
            assert sha256_of(files[f"{job_id}_{number}"]) == sha256

    def check_the_end(self, job_ids: tuple[str, ...]) -> None:
        """All that was asked for is there, once, and nothing else."""
        with Library.open(self.profile, self._url) as library:
            assert library.set_aside is None
            jobs = list(itertools.chain.from_iterable(library.jobs()))
            assert sorted(job.id for job in jobs) == sorted(job_ids)
            assert all(job.is_delivered for job in jobs)
            assert len({job.sequence for job in jobs}) == len(jobs)
            kept = {self.profile.absolute(picture.file) for job in jobs for picture in job.kept}
        assert self.temporary_files() == [], "temporary files stayed"
        assert {path for path in self.profile.pictures.rglob("*") if path.is_file()} == kept

    def temporary_files(self) -> list[str]:
        return [path.name for path in self.profile.root.rglob("*") if path.suffix in (".tmp", ".part")]


def _read_copy(profile: Profile) -> tuple[set[str], dict[tuple[str, int], str]]:
    """IDs and checksums, as SQLite finds them after a crash."""
    source = profile.library_file
    with tempfile.TemporaryDirectory() as place:
        for name in (source.name, f"{source.name}-wal"):
            with contextlib.suppress(FileNotFoundError):
                shutil.copyfile(source.with_name(name), Path(place) / name)
        with contextlib.closing(sqlite3.connect(Path(place) / source.name)) as library:
            assert library.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            if not library.execute("SELECT count(*) FROM sqlite_master WHERE name = 'jobs'").fetchone()[0]:
                return set(), {}
            rows = {id for (id,) in library.execute("SELECT id FROM jobs")}
            pictures = library.execute("SELECT job_id, number, sha256 FROM pictures WHERE sha256 != ''")
            return rows, {(id, number): sha256 for id, number, sha256 in pictures}
