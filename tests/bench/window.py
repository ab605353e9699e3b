"""The program's own window in the bench's process, composed as a start composes it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from facegen_gui.app import make_application
from facegen_gui.domain.job import JobState
from facegen_gui.domain.scrubbing import KnownKeys
from facegen_gui.storage.profile import Profile
from facegen_gui.storage.settings import Settings
from facegen_gui.wiring.application import Application
from facegen_gui.wiring.opening import opened_window, show_until_painted


@cache
def qt_application() -> QApplication:
    return make_application()


@dataclass(frozen=True, slots=True)
class Opened:
    application: Application
    qt: QApplication

    def wait_until(self, condition: Callable[[], bool], seconds: float = 60) -> None:
        """Looks again whenever the store has changed, in the event loop that the program itself runs in."""
        loop, store = QEventLoop(), self.application.store

        def look() -> None:
            if condition():
                loop.quit()

        signals = (store.jobs_added, store.jobs_changed, store.loaded)
        for signal in signals:
            signal.connect(look)
        QTimer.singleShot(0, loop, look)
        QTimer.singleShot(int(seconds * 1000), loop, loop.quit)
        loop.exec()
        for signal in signals:
            signal.disconnect(look)
        if not condition():
            raise TimeoutError

    def ready(self) -> int:
        return sum(job.state is JobState.ready for job in self.application.store)


@contextmanager
def open_window(folder: Path, server: str, key: str = "") -> Iterator[Opened]:
    """A window on the profile in `folder`; closed and joined at the end."""
    qt = qt_application()
    profile = Profile.at(folder)
    window = opened_window(qt, profile)
    show_until_painted(window)
    application = Application(qt, window, profile, Settings(profile, []), KnownKeys(), server=server)
    opened = Opened(application, qt)
    try:
        application.start("")
        opened.wait_until(lambda: opened.application.store.is_loaded)
        if key:
            opened.application.owner.worker.set_key(key, False)
        yield opened
    finally:
        opened.application.stop()
