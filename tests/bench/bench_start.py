"""From the process to the first paint: the program with 10,000 pictures, beside a bare window."""

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from tests.bench.figures import Figure
from tests.bench.filled_library import fill

RUNS = 7
SERVER = "http://127.0.0.1:9/api/v1/enterprise"  # nobody answers there, and no job is unfinished
FIRST_PAINT = "First paint"
FURNISHED = "Window furnished"


def bare() -> float:
    started = time.time()
    command = [sys.executable, "-m", "tests.bench.bare_window"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return float(done.stdout) - started


def program(command: list[str], profile: Path) -> float:
    """Seconds from the process to its first paint; the program is closed after it."""
    return starts(command, profile)[0]


def starts(command: list[str], profile: Path) -> tuple[float, float]:
    """Seconds to the log's lines about the first paint and the furnished window, which is closed then."""
    log = profile / "logs" / "facegen-gui.log"
    log.unlink(missing_ok=True)
    (profile / "settings.ini").write_text(f"[network]\nserver = {SERVER}\n")
    started = time.time()
    process = subprocess.Popen(
        [*command, "--profile", str(profile)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ,
    )
    while not (furnished := _moment(log, FURNISHED)):
        assert process.poll() is None, "the program ended before its window was furnished"
        time.sleep(0.01)
    process.send_signal(signal.SIGTERM)
    process.wait(10)
    return _moment(log, FIRST_PAINT) - started, furnished - started


def _moment(log: Path, words: str) -> float:
    """When the log's line that ends so was written; 0 while it is not there."""
    lines = log.read_text().splitlines() if log.exists() else []
    line = next((line for line in lines if line.endswith(words)), "")
    return datetime.strptime(line[:23], "%Y-%m-%d %H:%M:%S,%f").timestamp() if line else 0.0


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder)
        fill(profile, SERVER, 10_000, with_files=False)
        command = [sys.executable, "-m", "facegen_gui"]
        starts(command, profile)
        bare()
        runs = [(*starts(command, profile), bare()) for _ in range(RUNS)]
    painted, furnished, theirs = (statistics.median(column) for column in zip(*runs, strict=True))
    yield Figure("first paint with 10,000 pictures in the library", painted * 1000, "ms")
    yield Figure("first paint of a bare window with a list view", theirs * 1000, "ms")
    yield Figure("ratio of the two", statistics.median(a / b for a, _, b in runs), "", 1.5)
    yield Figure("from the first paint to the furnished window", (furnished - painted) * 1000, "ms")
