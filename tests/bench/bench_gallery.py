"""The gallery at 10,000 and 100,000 pictures: how long the GUI thread is away while it is worked with."""

import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from facegen_gui.domain.preferences import Grouping, SortOrder
from facegen_gui.models.gallery_model import GalleryModel
from facegen_gui.models.job_store import JobStore
from facegen_gui.models.quiet_collector import QuietCollector
from facegen_gui.models.tallies import Tallies
from facegen_gui.models.tiles import TileFilter
from facegen_gui.practice.faces import draw_face
from facegen_gui.resources import resource_path
from facegen_gui.services.decoding import inspect
from facegen_gui.services.events import JobsChanged, LibraryLoaded
from facegen_gui.services.thumbnails import Thumbnails
from facegen_gui.storage.picture_files import PictureFiles
from facegen_gui.storage.profile import Profile
from facegen_gui.widgets import wording
from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.gallery.gallery_panel import GalleryPanel
from tests.bench.figures import Figure, Heartbeat, peak_memory_mb
from tests.unit.models.samples import START, many, ready

SERVER = "http://localhost"
FACES = 24
FRAME = 16.7  # milliseconds


class Bench:
    def __init__(self, count: int, folder: Path) -> None:
        self.count = count
        self.profile = Profile.at(folder)
        self.pool = QThreadPool()
        self.store = JobStore()
        self.thumbnails = Thumbnails(self.profile, SERVER, self.pool)
        self.model = GalleryModel(
            self.store,
            say=lambda tile: wording.tile_sentence(tile.job, tile.picture, START),
            caption=lambda tile: wording.caption(tile.job, tile.picture),
            search_words=lambda tile: wording.search_words(tile.job, tile.picture, START),
            file_of=lambda picture: self.profile.absolute(picture.file),
        )
        self.panel = GalleryPanel(
            self.model, Tallies(self.store), self.store, self.thumbnails, Icons(resource_path("icons"))
        )
        self.panel.resize(1400, 1000)
        self.panel.show()
        self.panel.activateWindow()
        self.heart = Heartbeat()

    def fill(self) -> None:
        """In chunks, as the worker tells of a library; every picture has a thumbnail of a drawn face."""
        files = PictureFiles(self.profile, SERVER)
        faces = [self._face(number) for number in range(FACES)]
        jobs = list(many(self.count))
        for place, job in enumerate(jobs):
            path = files.thumbnail_path(job.pictures[0].key)
            path.parent.mkdir(parents=True, exist_ok=True)
            os.link(faces[place % FACES], path)
        self.heart.restart()
        chunks = [jobs[max(0, end - 500) : end] for end in range(len(jobs), 0, -500)]

        def feed() -> None:
            if chunks:
                self.store.apply([JobsChanged(tuple(chunks.pop(0)))])

        self.beat(feed, lambda: not chunks and self.model.is_settled)
        self.store.apply([LibraryLoaded()])
        self.settle()

    def _face(self, number: int) -> Path:
        drawn = draw_face(str(number), 1, "png")
        source = self.profile.root / f"face{number}.png"
        source.write_bytes(drawn.data)
        thumbnail = self.profile.root / f"thumbnail{number}.webp"
        inspect(source, drawn.media_type, thumbnail)
        return thumbnail

    def beat(self, step: Callable[[], None], is_done: Callable[[], bool]) -> None:
        """Runs `step` between frames until done."""
        loop, timer = QEventLoop(), QTimer()

        def on_timeout() -> None:
            step()
            if is_done():
                loop.quit()

        timer.timeout.connect(on_timeout)
        timer.start(8)
        loop.exec()

    def settle(self) -> None:
        self.wait(300)
        self.beat(lambda: None, lambda: self.model.is_settled)
        self.wait(300)

    def wait(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def block(self, name: str, act: Callable[[], object]) -> Figure:
        """The longest block of the GUI thread from the act until all of it is painted."""
        self.heart.restart()
        act()
        self.settle()
        return Figure(f"{self.count:,} pictures: {name}", max(self.heart.gaps_ms), "ms", FRAME)

    def figures(self) -> Iterator[Figure]:
        panel, model, view = self.panel, self.model, self.panel.view
        self.fill()
        yield Figure(f"{self.count:,} pictures: loading, longest block", max(self.heart.gaps_ms), "ms", 50)
        new = iter(range(self.count, self.count + 100))

        def one_more() -> None:
            number = next(new)
            self.store.apply([JobsChanged((ready(number, batch=10_000_000 + number),))])

        yield self.block("one more", one_more)
        changed = ready(self.count // 2, batch=1 + self.count // 100)
        yield self.block(
            "one changes", lambda: self.store.apply([JobsChanged((replace(changed, label="x"),))])
        )
        yield self.block("resize", lambda: panel.resize(900, 800))
        yield self.block("larger tiles", lambda: panel.zoom(3))
        panel.zoom(0)
        yield self.block("filter, to none", lambda: panel.show_only(TileFilter.starred))
        yield self.block("filter, to all", lambda: panel.show_only(TileFilter.all))
        yield self.block("search", lambda: model.search("7"))
        yield self.block("search ends", lambda: model.search(""))
        for order in (SortOrder.id, SortOrder.label, SortOrder.oldest, SortOrder.newest):
            yield self.block(f"sort by {order.value}", lambda o=order: panel.arrange(o, Grouping.none))
        yield self.block("select all", panel.select_all)
        yield self.block("one more, all selected", one_more)
        yield self.block("sort, all selected", lambda: panel.arrange(SortOrder.id, Grouping.none))
        view.clearSelection()
        yield self.block("group by paste", lambda: panel.arrange(SortOrder.newest, Grouping.batch))
        yield self.block("one more, by paste", one_more)
        yield self.block("group by job", lambda: panel.arrange(SortOrder.newest, Grouping.job))
        yield self.block("one more, by job", one_more)
        yield self.block("resize, by job", lambda: panel.resize(1400, 1000))
        panel.arrange(SortOrder.newest, Grouping.none)
        self.settle()
        yield from self.scroll()

    def scroll(self) -> Iterator[Figure]:
        bar = self.panel.view.verticalScrollBar()
        bar.setValue(0)
        self.settle()
        # Half a window at a time, but at most 600 steps in all.
        step = max(bar.pageStep() // 2, bar.maximum() // 600)
        self.heart.restart()
        self.beat(lambda: bar.setValue(bar.value() + step), lambda: bar.value() >= bar.maximum())
        yield from self.heart.figures(f"{self.count:,} pictures: scrolled end to end")


def figures() -> Iterator[Figure]:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    collector = QuietCollector(application)
    before = peak_memory_mb()
    for count in (10_000, 100_000):
        with tempfile.TemporaryDirectory() as folder:
            bench = Bench(count, Path(folder))
            yield from bench.figures()
            bench.panel.close()
            bench.thumbnails.want([], 1)
            bench.pool.waitForDone()
            # Of pictures and models together; the bench memory measures the whole program.
            yield Figure(f"{count:,} pictures: memory so far", peak_memory_mb() - before, "MB")
    collector.stop()
