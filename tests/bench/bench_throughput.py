"""500 jobs of one picture of 1024 by 1024 pixels, from paste to verified files with thumbnails, beside what
curl and vipsthumbnail need for the same; and how long the window was kept from painting meanwhile."""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.figures import Figure, Heartbeat
from tests.bench.window import open_window

JOBS = 500
FIRST = 3001  # neither it nor its neighbours has more than one picture where it is not a multiple of three
IDS = [str(number) for number in range(FIRST, FIRST + 3 * JOBS) if number % 3][:JOBS]


@contextmanager
def picture_server() -> Iterator[tuple[str, str]]:
    """URL and key of a server in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.picture_server"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        url, key = process.stdout.readline().split()
        yield url, key
        process.stdin.close()


def with_the_program(url: str, key: str, heartbeat: Heartbeat) -> float:
    """Seconds from Fetch to the last picture."""
    with tempfile.TemporaryDirectory() as folder, open_window(Path(folder), url, key) as opened:
        heartbeat.restart()
        started = time.perf_counter()
        opened.application.take_over("\n".join(IDS), "")
        opened.wait_until(lambda: opened.ready() == JOBS, 120)
        return time.perf_counter() - started


def with_curl_and_vips(url: str, key: str) -> float:
    """Seconds for all posts, then all pictures, then all thumbnails."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "answers").mkdir()
        (folder / "pictures").mkdir()
        body = json.dumps({"key": key})
        posts = "".join(
            f'next\nurl = "{url}/face_gen/fetch/{job_id}"\noutput = "answers/{job_id}"\n'
            f"data = {json.dumps(body)}\n"
            for job_id in IDS
        ).removeprefix("next\n")
        started = time.perf_counter()
        run_curl(folder, posts)
        links = [json.loads((folder / "answers" / job_id).read_bytes())["output"][0] for job_id in IDS]
        run_curl(folder, "".join(f'url = "{u}"\noutput = "pictures/{i}.png"\n' for i, u in enumerate(links)))
        thumbnails = "xargs -P2 -n50 vipsthumbnail --size 384x384 -o thumb_%s.jpg"
        files = "\n".join(str(path) for path in (folder / "pictures").iterdir())
        subprocess.run(thumbnails.split(), input=files, text=True, cwd=folder, check=True)
        return time.perf_counter() - started


def run_curl(folder: Path, config: str) -> None:
    (folder / "config").write_text(config)
    command = [
        "curl",
        "--silent",
        "--no-progress-meter",
        "--fail",
        "--parallel",
        "--parallel-max",
        "8",
        "--config",
        "config",
    ]
    subprocess.run(command, cwd=folder, check=True, stdin=subprocess.DEVNULL)


def figures() -> Iterator[Figure]:
    from tests.bench.window import qt_application

    qt_application()
    heartbeat = Heartbeat()
    ours, theirs, gaps = [], [], []
    compare = bool(shutil.which("curl") and shutil.which("vipsthumbnail"))
    with picture_server() as (url, key):
        for _ in range(3):
            ours.append(with_the_program(url, key, heartbeat))
            gaps.append(list(heartbeat.gaps_ms))
            if compare:
                theirs.append(with_curl_and_vips(url, key))
    yield Figure(f"{JOBS} jobs, from paste to verified files with thumbnails", sorted(ours)[1], "s")
    if compare:
        yield Figure("the same with curl and vipsthumbnail", sorted(theirs)[1], "s")
        ratios = sorted(a / b for a, b in zip(ours, theirs, strict=True))
        yield Figure("ratio of the two", ratios[1], "", 1.25)
    else:
        print("curl or vipsthumbnail is not installed: no comparison", file=sys.stderr)
    heartbeat.gaps_ms = gaps[1]
    yield from heartbeat.figures("while they arrive")
