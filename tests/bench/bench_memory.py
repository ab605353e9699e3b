"""Peak memory of the whole program while 10,000 pictures are scrolled end to end, over a bare window's."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from facegen_gui.widgets.gallery.gallery_panel import GalleryPanel
from tests.bench.bench_start import SERVER
from tests.bench.figures import Figure, Heartbeat, peak_memory_mb
from tests.bench.window import Opened, open_window

COUNT = 10_000
STEPS = 600
BARE = "import runpy, resource; runpy.run_module('tests.bench.bare_window')\n"
PEAK = "from tests.bench.figures import peak_memory_mb; print(peak_memory_mb())"


def bare() -> float:
    done = subprocess.run([sys.executable, "-c", BARE + PEAK], stdout=subprocess.PIPE, text=True, check=True)
    return float(done.stdout.split()[-1])


def scroll(opened: Opened) -> None:
    """Each stop is painted, and its thumbnails are given time to arrive."""
    gallery = opened.application.window.findChild(GalleryPanel)
    assert isinstance(gallery, GalleryPanel)
    bar = gallery.view.verticalScrollBar()
    step = max(1, bar.maximum() // STEPS)
    loop, timer = QEventLoop(), QTimer()

    def on_timeout() -> None:
        bar.setValue(bar.value() + step)
        if bar.value() >= bar.maximum():
            loop.quit()

    timer.timeout.connect(on_timeout)
    timer.start(40)
    loop.exec()
    QTimer.singleShot(500, loop.quit)
    loop.exec()


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        # In a process of its own: drawing the faces takes memory that the program never needs.
        filling = "import sys, pathlib; from tests.bench.filled_library import fill; "
        filling += f"fill(pathlib.Path(sys.argv[1]), {SERVER!r}, {COUNT})"
        subprocess.run([sys.executable, "-c", filling, folder], check=True)
        with open_window(Path(folder), SERVER) as opened:
            heartbeat = Heartbeat()
            loaded = peak_memory_mb() - bare()
            heartbeat.restart()
            scroll(opened)
            yield from heartbeat.figures(f"the program, {COUNT:,} pictures scrolled")
            peak = peak_memory_mb() - bare()
    yield Figure(f"{COUNT:,} pictures loaded: peak memory over a bare window", loaded, "MB")
    yield Figure(f"{COUNT:,} pictures scrolled end to end: the same", peak, "MB", 200)
