"""One note by the desktop when a batch has come in and the window is not in front."""

from functools import partial

from PySide6.QtCore import QObject, Qt, QThreadPool, Slot
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from facegen_gui.domain.job import Job, JobState
from facegen_gui.identity import NAME
from facegen_gui.models.job_store import JobStore
from facegen_gui.services.desktop_notes import notify


class BatchNote(QObject):
    """Counts what came in since the last quiet moment, and tells it once nothing is under way any more."""

    def __init__(self, store: JobStore, window: QWidget, application: QGuiApplication) -> None:
        super().__init__(window)
        self._store = store
        self._window = window
        self._application = application
        self._unfinished: set[str] = set()
        self._ready: set[str] = set()
        self._failed: set[str] = set()
        self._pictures = 0
        self.enabled = True
        store.jobs_added.connect(self._on_added)
        store.jobs_changed.connect(self._on_changed)
        store.jobs_removed.connect(self._on_removed)

    @Slot(object)
    def _on_added(self, jobs: list[Job]) -> None:
        self._unfinished.update(job.id for job in jobs if job.is_unfinished)
        self._show_badge()

    @Slot(object)
    def _on_changed(self, changes: list[tuple[Job, Job]]) -> None:
        for _, job in changes:
            if job.is_unfinished:
                self._unfinished.add(job.id)
            elif job.id in self._unfinished:
                self._unfinished.discard(job.id)
                if job.state is JobState.ready:
                    self._ready.add(job.id)
                    self._pictures += len(job.kept)
                else:
                    self._failed.add(job.id)
        self._show_badge()
        if not self._unfinished and (self._ready or self._failed):
            self._tell()

    @Slot(object)
    def _on_removed(self, jobs: list[Job]) -> None:
        self._unfinished.difference_update(job.id for job in jobs)
        self._show_badge()

    def _show_badge(self) -> None:
        # Docks and launchers that show numbers show how much is still under way; others ignore it.
        self._application.setBadgeNumber(len(self._unfinished))

    def _tell(self) -> None:
        parts = []
        if self._pictures:
            parts.append(self.tr("%n picture(s) ready.", "", self._pictures))
        if self._failed:
            parts.append(self.tr("%n job(s) without a picture.", "", len(self._failed)))
        self._ready.clear()
        self._failed.clear()
        self._pictures = 0
        if self.enabled and not self._window.isActiveWindow():
            show_note(self._window, NAME, " ".join(parts), self._application.windowIcon())


def show_note(parent: QObject, title: str, text: str, icon: QIcon) -> None:
    """Ask the desktop for a note. It may be switched off there; nothing depends on it."""
    if QGuiApplication.platformName() in ("xcb", "wayland"):
        QThreadPool.globalInstance().start(partial(notify, title, text))
    elif QSystemTrayIcon.supportsMessages():
        tray = QSystemTrayIcon(icon, parent)
        tray.messageClicked.connect(tray.deleteLater)
        tray.show()
        tray.showMessage(title, text, icon)


def bring_to_front(window: QWidget) -> None:
    """Raise the window as far as the desktop lets a program do that."""
    window.setWindowState(
        (window.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive
    )
    window.show()
    window.raise_()
    window.activateWindow()
