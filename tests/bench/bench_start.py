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


def bare() -> float:
    started = time.time()
    command = [sys.executable, "-m", "tests.bench.bare_window"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return float(done.stdout) - started


def program(command: list[str], profile: Path) -> float:
    """Seconds to the log's line about the first paint; the program is closed after it."""
    log = profile / "logs" / "facegen-gui.log"
    log.unlink(missing_ok=True)
    started = time.time()
    process = subprocess.Popen(
        [*command, "--profile", str(profile), "--server", SERVER],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ,
    )
    while True:
        line = _first_paint_line(log)
        if line:
            break
        assert process.poll() is None, "the program ended before it painted"
        time.sleep(0.01)
    process.send_signal(signal.SIGTERM)
    process.wait(10)
    moment = datetime.strptime(line[:23], "%Y-%m-%d %H:%M:%S,%f")
    return moment.timestamp() - started


def _first_paint_line(log: Path) -> str:
    if not log.exists():
        return ""
    return next((line for line in log.read_text().splitlines() if line.endswith(FIRST_PAINT)), "")


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder)
        fill(profile, SERVER, 10_000, with_files=False)
        command = [sys.executable, "-m", "facegen_gui"]
        program(command, profile)
        bare()
        pairs = [(program(command, profile), bare()) for _ in range(RUNS)]
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    yield Figure("first paint with 10,000 pictures in the library", ours * 1000, "ms")
    yield Figure("first paint of a bare window with a list view", theirs * 1000, "ms")
    yield Figure("ratio of the two", statistics.median(a / b for a, b in pairs), "", 1.5)
