"""Owns the fetch worker: starts it, joins it, and replaces it when the server or the network changed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from facegen_gui.domain.network import NetworkSettings
from facegen_gui.models.job_store import JobStore
from facegen_gui.services.events import Event
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
        former = self.worker
        former.stop()
        self.network = network
        self.worker = self._made()
        former.deleteLater()
        self._store.clear()
        if self._is_started:
            self.worker.start()

    def _made(self) -> FetchWorker:
        worker = self._make(self.network)
        worker.events.connect(partial(self._on_events, worker))
        return worker

    def _on_events(self, worker: FetchWorker, events: list[Event]) -> None:
        # What a former worker has said may still be on its way.
        if worker is self.worker:
            self._store.apply(events)
