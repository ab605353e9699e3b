"""Paints viewer and comparison into a folder, in a process of its own for the scale of its screen.

`QT_SCALE_FACTOR=2 python -m tests.unit.widgets.viewer.painted FOLDER`
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QSize, QThreadPool
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from facegen_gui.domain.job import Choice, Job, JobState, Picture, PictureKey
from facegen_gui.practice.faces import draw_face
from facegen_gui.resources import resource_path
from facegen_gui.services.decoding import decode
from facegen_gui.services.picture_loader import PictureLoader
from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.palettes import dark_palette, light_palette
from facegen_gui.widgets.viewer.compare import Compare
from facegen_gui.widgets.viewer.viewer import Viewer
from tests.unit.widgets.viewer.conftest import FixedOrder, say

IDS = ("12202905", "12202906", "12202908")
SIZE = QSize(720, 420)
WHEN = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
PATIENCE_MS = 60_000


def drawn_jobs(folder: Path) -> list[Job]:
    """A starred and kept one, a rejected one, and one of another shape."""
    marks = ({"starred": True, "choice": Choice.keep}, {"choice": Choice.no}, {"choice": Choice.maybe})
    jobs = []
    for number, (job_id, mark) in enumerate(zip(IDS, marks, strict=True)):
        face = draw_face(job_id, 1)
        (folder / job_id).write_bytes(face.data)
        picture = Picture(
            PictureKey(job_id, 1),
            file=job_id,
            media_type=face.media_type,
            width=face.width,
            height=face.height,
        )
        state = JobState.ready
        jobs.append(Job(job_id, number, 1, WHEN, state=state, pictures=(replace(picture, **mark),)))
    return jobs


def wait(app: QApplication, condition: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not condition():
        assert not deadline.hasExpired()
        app.processEvents()


def paint(app: QApplication, folder: Path, scheme: str, palette: QPalette) -> None:
    app.setPalette(palette)
    icons = Icons(resource_path("icons"))
    order = FixedOrder(drawn_jobs(folder))
    keys = [PictureKey(job_id, 1) for job_id in IDS]
    pool = QThreadPool()
    loader = PictureLoader(lambda file: folder / file, decode, pool)
    ratio = round(app.devicePixelRatio())

    def grab(widget: QWidget, what: str) -> None:
        app.processEvents()
        assert widget.grab().save(str(folder / f"{what}_{scheme}_{ratio}x.png"))

    viewer = Viewer(order, loader, icons, say)
    compare = Compare(order, loader, icons, say)
    for page in (viewer, compare):
        page.setMinimumSize(1, 1)
        page.resize(SIZE)
        page.show()
    viewer.open(keys[0])
    wait(app, lambda: viewer.canvas.has_image)
    grab(viewer, "viewer")
    compare.open(keys)
    wait(app, lambda: all(loader.image(key) is not None for key in keys))
    grab(compare, "compare")
    compare.tools.over.setChecked(True)
    grab(compare, "overlay")
    viewer.hide()
    compare.hide()
    pool.waitForDone()


def main() -> None:
    app = QApplication([])
    app.setStyle("fusion")
    app.setFont(QFont("DejaVu Sans", 9))
    for scheme, palette in (("light", light_palette()), ("dark", dark_palette())):
        paint(app, Path(sys.argv[1]), scheme, palette)


if __name__ == "__main__":
    main()
