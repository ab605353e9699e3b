"""Makes each object once, connects them, and starts and stops them in order."""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QApplication

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import PictureKey
from facegen_gui.domain.key_status import KeyStatus
from facegen_gui.domain.network import NetworkSettings
from facegen_gui.domain.preferences import Preferences
from facegen_gui.domain.saves import SaveOptions
from facegen_gui.domain.scrubbing import KnownKeys
from facegen_gui.models.choices import Choices
from facegen_gui.models.gallery_model import GalleryModel
from facegen_gui.models.job_list_model import JobListModel
from facegen_gui.models.job_store import JobStore
from facegen_gui.models.quiet_collector import QuietCollector
from facegen_gui.models.tallies import Tallies
from facegen_gui.resources import resource_path
from facegen_gui.services.decoding import decode
from facegen_gui.services.fetch_worker import FetchWorker
from facegen_gui.services.picture_loader import PictureLoader
from facegen_gui.services.thumbnails import Thumbnails
from facegen_gui.storage.draft import Draft
from facegen_gui.storage.key_store import KeyStore, NoKeyStore
from facegen_gui.storage.profile import Profile
from facegen_gui.storage.settings import Settings
from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.desktop_note import BatchNote
from facegen_gui.widgets.furniture import furniture
from facegen_gui.widgets.gallery.gallery_panel import GalleryPanel
from facegen_gui.widgets.job_list_view import JobListView
from facegen_gui.widgets.main_window import MainWindow, Parts
from facegen_gui.widgets.paste.panel import PastePanel
from facegen_gui.widgets.viewer.compare import Compare
from facegen_gui.widgets.viewer.viewer import Viewer
from facegen_gui.widgets.wording import caption, failure_sentence, job_sentence, search_words, tile_sentence
from facegen_gui.widgets.wording.acts import act_text
from facegen_gui.wiring.arranging import Arranging
from facegen_gui.wiring.default_folder import DefaultFolder
from facegen_gui.wiring.drafting import Drafting
from facegen_gui.wiring.exporting import Exporting
from facegen_gui.wiring.fetching import Fetching
from facegen_gui.wiring.gallery_order import GalleryOrder
from facegen_gui.wiring.handing_on import HandingOn
from facegen_gui.wiring.looking import Looking
from facegen_gui.wiring.offering import Offering
from facegen_gui.wiring.preferring import Preferring
from facegen_gui.wiring.saving import Saving
from facegen_gui.wiring.selection import Selection
from facegen_gui.wiring.supporting import Supporting
from facegen_gui.wiring.task_numbers import TaskNumbers
from facegen_gui.wiring.worker_owner import WorkerOwner


class Application(QObject):
    """The whole program behind one window. `start` and `stop` it once each."""

    crashed = Signal(str)  # scrubbed traceback, from any thread

    def __init__(
        self,
        qt: QApplication,
        window: MainWindow,
        profile: Profile,
        settings: Settings,
        keys: KnownKeys,
        *,
        server: str = "",
    ) -> None:
        """Furnishes `window`, which may be shown already.

        `server` (checked) replaces the one of the settings for this run, unless IT has locked that.
        """
        super().__init__()
        self._qt = qt
        self.window = window
        self._profile = profile
        self._keys = keys
        self._is_practice = False
        self._preferring = Preferring(settings, server, self)
        preferences = self._preferring.preferences
        self._collector = QuietCollector(qt, self)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(os.cpu_count() or 2)
        self._make_models(preferences)
        self._make_widgets(preferences)
        self._connect()
        for failure in settings.failures:
            self.store.trouble_found.emit(failure)

    @property
    def worker(self) -> FetchWorker:
        """The worker that runs now; another one after the server was changed."""
        return self.owner.worker

    def start(self, text: str) -> None:
        """Start the worker; `text` is fetched at once."""
        self.owner.start()
        if not self._is_practice:  # whose service is on this computer
            self._fetching.watch_network()
        self._fetching.fetch_text(text)

    def stop(self) -> None:
        """Remember the window's place, end the worker and the pools. What was promised is on disk."""
        self._preferring.remember(self.window.remembered(self._preferring.preferences))
        self._drafting.keep()
        self._choices.undo_stack.blockSignals(True)  # nobody is left to be told what can be undone
        self.window.close()
        self.owner.stop()
        self._pool.clear()
        self._pool.waitForDone()
        self._collector.stop()

    def start_practice(self) -> Callable[[], None]:
        """Use the practice service instead of the real one, its key for this session only.

        Before `start`. What is given back ends the service.
        """
        # Imported here: an ordinary start needs neither its server nor its drawing.
        from facegen_gui.practice.server import PracticeService

        service = PracticeService()
        service.start()
        self._is_practice = True
        self._use_network(NetworkSettings(service.url))
        self.worker.set_key(service.key, keep=False)
        return service.stop

    def offer_practice(self, job_ids: Iterable[str]) -> None:
        """Say that this is practice, and lay these IDs ready to be fetched."""
        self.window.news.tell_practice()
        self.window.commands.practice.setVisible(False)
        self._paste.insert_text("\n".join(job_ids))

    @Slot(str, str)
    def take_over(self, text: str, _token: str = "") -> None:
        """A second start hands over what it was given."""
        self.window.bring_to_front()
        self._fetching.fetch_text(text)

    def open_picture(self, key: PictureKey) -> None:
        """Show this picture large."""
        self._looking.open(key)

    def _make_models(self, preferences: Preferences) -> None:
        profile = self._profile
        self.store = JobStore(self)
        self.owner = WorkerOwner(self._made_worker, preferences.network, self.store, self)
        self._thumbnails = Thumbnails(profile, preferences.network.server, self._pool, parent=self)
        self._loader = PictureLoader(profile.absolute, decode, self._pool, self._thumbnails.path, parent=self)
        self._loader.failed.connect(self._on_unreadable)
        self._gallery_model = GalleryModel(
            self.store,
            say=lambda tile: tile_sentence(tile.job, tile.picture, datetime.now(UTC)),
            caption=lambda tile: caption(tile.job, tile.picture),
            search_words=lambda tile: search_words(tile.job, tile.picture, datetime.now(UTC)),
            file_of=lambda picture: profile.absolute(picture.file),
            parent=self,
        )
        self._job_list_model = JobListModel(
            self.store,
            say=lambda job: job_sentence(job, datetime.now(UTC), self.store.pause),
            parent=self,
        )
        self._choices = Choices(self.store, act_text, self)

    def _made_worker(self, network: NetworkSettings) -> FetchWorker:
        store = NoKeyStore if self._is_practice else KeyStore
        worker = FetchWorker(
            self._profile,
            network,
            self._pool,
            make_key_store=lambda: store(network.server, self._keys.add),
            previous_key_store=self._preferring.preferences.key_store,
            parent=self,
        )
        worker.set_auto_save(_auto_save(self._preferring.preferences))
        return worker

    def _make_widgets(self, preferences: Preferences) -> None:
        self._icons = Icons(resource_path("icons"))
        self._paste = PastePanel(self.store.knows)
        tallies = Tallies(self.store, self)
        self._gallery = GalleryPanel(self._gallery_model, tallies, self.store, self._thumbnails, self._icons)
        self._jobs = JobListView(self._job_list_model, self._icons)
        order = GalleryOrder(self._gallery_model, self.store)
        self._viewer = Viewer(order, self._loader, self._icons, failure_sentence)
        self._compare = Compare(order, self._loader, self._icons, failure_sentence)
        parts = Parts(self._paste, self._jobs, self._gallery, (self._viewer, self._compare))
        pieces = furniture(self.window, self.store, self._icons, self._choices.undo_stack)
        typed = self.window.furnish(pieces, parts, preferences)
        if typed:
            self._paste.insert_text(typed)

    def _connect(self) -> None:
        window, store, owner, preferring = self.window, self.store, self.owner, self._preferring
        profile, gallery, model = self._profile, self._gallery, self._gallery_model
        selection = Selection(store, gallery, model, self._viewer, self._compare)
        tasks = TaskNumbers(window.progress)
        Arranging(window, gallery, preferring)
        self._drafting = Drafting(self._paste, store, Draft(profile))
        self._fetching = Fetching(window, store, owner, self._paste, gallery, selection)
        self._fetching.text_held.connect(self._drafting.hold)
        Offering(
            window, self._paste, self._fetching, store.knows, lambda: preferring.preferences.offer_clipboard
        )
        DefaultFolder(window, preferring, profile.save_folder)
        stack = self._choices.undo_stack
        saving = Saving(window, store, owner, preferring, selection, gallery, profile, tasks, stack)
        Exporting(window, store, owner, preferring, selection, saving, profile, tasks)
        self._looking = Looking(
            window,
            store,
            owner,
            gallery,
            self._viewer,
            self._compare,
            self._choices,
            selection,
            self._jobs,
        )
        HandingOn(window, store, model, selection, profile, self._viewer)
        supporting = Supporting(window, store, owner, preferring, profile, self._keys, self._icons)
        self.crashed.connect(supporting.on_crash)
        note = BatchNote(window, self._qt)
        window.progress.finished.connect(note.tell_finished)
        preferring.changed.connect(self._on_preferences)
        preferring.failed.connect(store.trouble_found)
        window.key.key_entered.connect(lambda key, _keep: self._keys.add(key))
        store.key_changed.connect(self._on_key)
        self._on_preferences(preferring.preferences)

    def _on_preferences(self, preferences: Preferences) -> None:
        if preferences.network != self.owner.network and not self._is_practice:
            self._use_network(preferences.network)
        self.worker.set_auto_save(_auto_save(preferences))

    def _use_network(self, network: NetworkSettings) -> None:
        self._thumbnails.set_server(network.server)
        self._loader.forget_all()
        self._choices.undo_stack.clear()
        self.owner.use(network)

    def _on_unreadable(self, key: PictureKey, failure: Failure) -> None:
        if failure.kind in (FailureKind.file_unreadable, FailureKind.picture_damaged):
            self.worker.look_for_files((key,))

    def _on_key(self, status: KeyStatus) -> None:
        """Remember in which keyring the key is, so that another one does not look like no key."""
        preferences = self._preferring.preferences
        if status.kept and status.store != preferences.key_store:
            self._preferring.remember(replace(preferences, key_store=status.store))


def _auto_save(preferences: Preferences) -> SaveOptions | None:
    folder = preferences.auto_save_folder
    return None if folder is None else replace(preferences.save, folder=folder)
