"""From the process to the first paint: the frozen program that build.py made, beside the source tree."""

import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from facegen_gui import __version__
from tests.bench.bench_start import RUNS, program
from tests.bench.figures import Figure

ROOT = Path(__file__).resolve().parent.parent.parent
FROZEN = ROOT / "build" / "linux" / f"frozen-{__version__}" / "facegen-gui" / "facegen-gui"


def figures() -> Iterator[Figure]:
    """Nothing where no frozen program was built."""
    if not FROZEN.exists():
        print(f"no frozen program: run packaging/build.py first ({FROZEN})", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder)
        frozen, source = [str(FROZEN)], [sys.executable, "-m", "facegen_gui"]
        program(frozen, profile)
        program(source, profile)
        pairs = [(program(frozen, profile), program(source, profile)) for _ in range(RUNS)]
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    yield Figure("first paint of the frozen program", ours * 1000, "ms")
    yield Figure("first paint of the source tree", theirs * 1000, "ms")
    yield Figure("ratio of the two", statistics.median(a / b for a, b in pairs), "", 1.3)
