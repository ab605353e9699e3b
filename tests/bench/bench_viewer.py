"""The viewer: from the key for the next picture to its pixels, and the window's liveness while it is held."""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from facegen_gui.domain.job import PictureKey
from facegen_gui.widgets.viewer.viewer import Viewer
from tests.bench.bench_start import SERVER
from tests.bench.figures import Figure, Heartbeat
from tests.bench.filled_library import fill
from tests.bench.window import open_window

COUNT = 10_000
STEPS = 60
FRAME = 16.7
LOOK_MS = 250  # how long somebody looks at one before wanting the next
HELD_MS = 33  # a key that is held repeats some 30 times a second


def every(milliseconds: int, steps: int, act: Callable[[], None]) -> None:
    loop, timer = QEventLoop(), QTimer()
    left = iter(range(steps))

    def on_timeout() -> None:
        if next(left, None) is None:
            loop.quit()
        else:
            act()

    timer.timeout.connect(on_timeout)
    timer.start(milliseconds)
    loop.exec()


def press_right(viewer: Viewer) -> None:
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(viewer, QKeyEvent(kind, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier))


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder), SERVER, COUNT)
        with open_window(Path(folder), SERVER) as opened:
            viewer = opened.application.window.findChild(Viewer)
            assert isinstance(viewer, Viewer)
            newest = max(opened.application.store, key=lambda job: job.sequence)
            opened.application.open_picture(PictureKey(newest.id, 1))
            times: list[float] = []

            def step() -> None:
                started = time.perf_counter()
                press_right(viewer)
                viewer.canvas.repaint()
                times.append((time.perf_counter() - started) * 1000)

            every(LOOK_MS, 1, step)  # the first one makes what the others need
            times.clear()
            every(LOOK_MS, STEPS, step)
            middle = statistics.median(times)
            yield Figure("next picture, after a look at each: median to its pixels", middle, "ms", FRAME)
            yield Figure("next picture, after a look at each: slowest", max(times), "ms")
            heartbeat = Heartbeat()
            heartbeat.restart()
            every(HELD_MS, 3 * STEPS, lambda: press_right(viewer))
            yield from heartbeat.figures("next picture, the key held")
