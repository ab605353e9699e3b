"""Owns the fetch worker: starts it, joins it, and replaces it when the server or the network changed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from facegen_gui.domain.network import NetworkSettings
from facegen_gui.models.job_store import JobStore
from facegen_gui.services.events import Event, JobsRemoved
from facegen_gui.services.fetch_worker import FetchWorker


class WorkerOwner(QObject):
    """`worker` is the one that runs now. Others ask for it each time and never keep it."""

    def __init__(
        self,
        make: Callable[[NetworkSettings], FetchWorker],
        network: NetworkSettings,
        store: JobStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._store = store
        self.network = network
        self._is_started = False
        self.worker = self._made()

    def start(self) -> None:
        self._is_started = True
        self.worker.start()

    def stop(self) -> None:
        self.worker.stop()

    def use(self, network: NetworkSettings) -> None:
        """Another server has another library of jobs: what is shown is cleared and told anew."""
        self.worker.events.disconnect(self._on_events)
        self.worker.stop()
        self.worker.deleteLater()
        self._store.apply([JobsRemoved(tuple(self._store.ids()))])
        self.network = network
        self.worker = self._made()
        if self._is_started:
            self.worker.start()

    def _made(self) -> FetchWorker:
        worker = self._make(self.network)
        worker.events.connect(self._on_events)
        return worker

    @Slot(list)
    def _on_events(self, events: list[Event]) -> None:
        self._store.apply(events)
