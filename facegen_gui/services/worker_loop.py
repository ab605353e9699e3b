"""All that lives in the worker's thread, made, started and stopped in order; commands arrive here.

Everything in here runs in the worker's asyncio loop and needs no lock.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from typing import Any

from facegen_gui.api.client import ServiceClient
from facegen_gui.api.downloads import Downloader
from facegen_gui.domain import transitions
from facegen_gui.domain.failures import FaceGenError, FailureKind
from facegen_gui.domain.job import Choice, Job, NewJob, Picture, PictureKey
from facegen_gui.domain.saves import SaveOptions
from facegen_gui.services.adding import DISK_RETRY, Adding
from facegen_gui.services.auto_save import AutoSave
from facegen_gui.services.check_up import check_up
from facegen_gui.services.daemon_threads import in_daemon_thread
from facegen_gui.services.events import (
    AlreadyHere,
    CheckStepDone,
    CheckUpFinished,
    LibraryLoaded,
    TroubleEnded,
    TroubleFound,
)
from facegen_gui.services.fetch_job import FetchJob
from facegen_gui.services.fetch_queue import FetchQueue
from facegen_gui.services.gate import Gate
from facegen_gui.services.housekeeping import Housekeeping
from facegen_gui.services.keyring_thread import KeyringThread
from facegen_gui.services.keys import Keys
from facegen_gui.services.ledger import Ledger
from facegen_gui.services.outbox import TICK
from facegen_gui.services.pictures import Pictures
from facegen_gui.services.proxies import proxy_chooser
from facegen_gui.services.rebuild_news import RebuildNews
from facegen_gui.services.resumed_saves import items_left
from facegen_gui.services.tasks import Tasks
from facegen_gui.services.worker_setup import WorkerSetup
from facegen_gui.storage.key_store import KeyStore
from facegen_gui.storage.library import Added, Library
from facegen_gui.storage.picture_files import PictureFiles
from facegen_gui.storage.promised_saves import PromisedSave, PromisedSaves

log = logging.getLogger(__name__)


class WorkerLoop:
    """One run of the worker, from opening the library (raises FaceGenError) to closing it."""

    def __init__(self, setup: WorkerSetup, is_ending: Callable[[], bool]) -> None:
        """`is_ending` is asked while a library is rebuilt, which nothing else could interrupt."""
        self._setup = setup
        self._now = setup.now
        server = setup.network.server
        self._files = PictureFiles(setup.profile, server)
        self._ledger = Ledger(
            lambda: Library.open(setup.profile, server, RebuildNews(setup.emit).watch(is_ending)),
            setup.emit,
            lambda failure: self._queue.close_gate(failure),
        )
        tell = self._ledger.outbox.tell
        self._proxy_for = proxy_chooser(setup.network)
        self._client = ServiceClient(setup.network, self._proxy_for, timeouts=setup.timeouts)
        self._downloader = Downloader(setup.network, self._proxy_for, timeouts=setup.timeouts)
        self._pictures = Pictures(
            setup.profile,
            self._files,
            setup.pool,
            self._downloader.download,
            self._now,
            self._ledger.__contains__,
        )
        self._promises = PromisedSaves(setup.profile, server)
        self._tasks = Tasks(self._ledger, self._now, setup.profile.save_folder, self._promises)
        self._auto_save = AutoSave(self._ledger, self._tasks, setup.profile)
        self._fetch = FetchJob(self._ledger, self._client, self._pictures, self._now, self._on_kept)
        self._keyring = KeyringThread(setup.make_key_store or (lambda: KeyStore(server)))
        self._keys = Keys(
            self._keyring, tell, self._on_key_changed, setup.previous_key_store, setup.keyring_time_out
        )
        self._queue = FetchQueue(
            self._ledger,
            self._fetch,
            Gate(tell, self._now),
            self._keys,
            setup.network.concurrency,
            self._now,
        )
        self._housekeeping = Housekeeping(
            setup.profile, self._ledger, self._files, self._pictures, self._fetch_anew, self._now
        )
        # A job whose file is gone is to be fetched again, or can be asked for by hand.
        self._tasks.missed = self.look_for_files
        self._adding = Adding(self._ledger, self._now, self._on_added)
        self._background: set[asyncio.Task[None]] = set()
        self._check: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Load what is remembered, then fetch until cancelled."""
        try:
            await self._housekeeping.purge()
            # Looked for before this run can promise anything.
            promised = await in_daemon_thread(self._promises.kept)
            await self._load()
            self._erase_key_as_job()
            self._auto_save.catch_up(self._now())
            set_aside = self._ledger.set_aside
            self._ledger.outbox.tell(LibraryLoaded(str(set_aside) if set_aside else ""))
            self._ledger.outbox.flush()
            self._resume(promised)
            self._keys.read()
            await in_daemon_thread(self._files.sweep)
            unfinished = sorted(
                (job for job in self._ledger if job.is_unfinished), key=lambda job: job.sequence
            )
            if unfinished:
                known = self._ledger.known_files()
                self._pictures.expect_strays(await in_daemon_thread(lambda: self._files.strays(known)))
            self._queue.enqueue(unfinished)
            self._in_background(self._housekeeping.run())
            await self._queue.run()
        finally:
            await self._stop()

    # Commands

    def add(self, entries: Sequence[NewJob], batch_name: str) -> None:
        # The key may have been pasted among them before the keyring had said what it is.
        self._adding.add([entry for entry in entries if entry.id != self._keys.current], batch_name)

    def ask_now(self, job_ids: Sequence[str]) -> None:
        self._queue.ask_now(job_ids)
        self._keys.look_again(self._queue.want_key)

    def resume(self) -> None:
        self._adding.try_again()
        self._queue.try_again()

    def network_returned(self) -> None:
        self._queue.network_returned()

    def set_key(self, key: str, keep: bool) -> None:
        self._keys.set(key, keep)

    def forget_key(self) -> None:
        self._keys.forget()

    def read_key(self) -> None:
        self._keys.read()

    def remove(self, job_ids: Sequence[str]) -> None:
        with self._ledger.telling_refusals():
            self._ledger.remove(job_ids, self._now())
            self._queue.drop(job_ids)

    def restore(self, job_ids: Sequence[str]) -> None:
        with self._ledger.telling_refusals():
            self._queue.enqueue(self._ledger.restore(job_ids))

    def dismiss(self, job_ids: Sequence[str], dismissed: bool) -> None:
        for job_id in job_ids:
            if job := self._ledger.get(job_id):
                self._ledger.change(replace(job, dismissed=dismissed))

    def rename_batch(self, batch_id: int, name: str) -> None:
        with self._ledger.telling_refusals():
            self._ledger.rename_batch(batch_id, name)

    def set_label(self, job_id: str, label: str) -> None:
        if job := self._ledger.get(job_id):
            self._ledger.change(replace(job, label=label))

    def label_unnamed(self, entries: Sequence[NewJob]) -> None:
        for entry in entries:
            job = self._ledger.get(entry.id)
            if job is not None and entry.label and not job.label:
                self._ledger.change(replace(job, label=entry.label))

    def look_for_files(self, suspects: Sequence[PictureKey]) -> None:
        """These could not be read: what is gone or damaged is fetched again."""
        self._in_background(self._housekeeping.look_for_files(suspects))

    def mark(self, changes: Sequence[tuple[PictureKey, bool, Choice]]) -> None:
        for key, starred, choice in changes:
            if job := self._ledger.get(key.job_id):
                self._ledger.change(transitions.marked(job, key.number, starred, choice))

    @property
    def tasks(self) -> Tasks:
        return self._tasks

    def set_auto_save(self, options: SaveOptions | None) -> None:
        self._auto_save.options = options

    def check_up(self, picture_host: str) -> None:
        """Ends a former walk, whose steps would look like those of the new one."""
        if self._check is not None:
            self._check.cancel()
        self._check = self._in_background(self._check_up(picture_host))

    # The rest

    async def _load(self) -> None:
        """Until it has been read; a library that cannot be read now is told of once and tried again."""
        told: FailureKind | None = None
        while True:
            try:
                for _ in self._ledger.load():
                    self._ledger.outbox.flush()
                    # The window takes a chunk per frame and stays alive meanwhile.
                    await asyncio.sleep(TICK)
            except FaceGenError as error:
                if told is None:
                    # Until the key is known, what is pasted is not kept over the end of the program.
                    self._keys.read()
                if error.failure.kind is not told:
                    self._ledger.outbox.tell(TroubleFound(error.failure))
                told = error.failure.kind
                await asyncio.sleep(DISK_RETRY)
            else:
                if told is not None:
                    self._ledger.outbox.tell(TroubleEnded(told))
                return

    def _resume(self, promised: Sequence[PromisedSave]) -> None:
        for save in promised:
            if items := items_left(save, self._ledger, self._setup.profile):
                self._tasks.resume(save, items)
            else:
                save.forget()

    def _fetch_anew(self, job: Job) -> None:
        """From the beginning: what is under way knows of fewer pictures."""
        self._queue.drop((job.id,))
        self._queue.enqueue((job,))

    async def _check_up(self, picture_host: str) -> None:
        key = self._keys.current or ""
        try:
            async for step in check_up(self._setup.network, self._proxy_for, key, picture_host):
                self._ledger.outbox.tell(CheckStepDone(step))
        except Exception:
            # The outer edge: the dialog shows how far it came, and does not wait for more.
            log.exception("the check-up failed")
        self._ledger.outbox.tell(CheckUpFinished())

    def _on_key_changed(self) -> None:
        self._erase_key_as_job()
        self._queue.key_changed()

    def _erase_key_as_job(self) -> None:
        key = self._keys.current
        if key is not None and key in self._ledger:
            # Pasted as an ID before the keyring had said what the key is. Nothing was sent without a key.
            with self._ledger.telling_refusals():
                self._queue.drop((key,))
                self._ledger.erase(key)

    def _on_kept(self, job: Job, picture: Picture) -> None:
        self._auto_save.arrived(job, picture)
        self._housekeeping.kept(picture)

    def _on_added(self, entries: Sequence[NewJob], added: Added) -> None:
        if added.existing:
            self._ledger.outbox.tell(AlreadyHere(added.existing))
            self.label_unnamed(entries)
        self._queue.enqueue(added.jobs)
        self._keys.look_again(self._queue.want_key)

    def _in_background(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)
        return task

    async def _stop(self) -> None:
        """Within half a second, whatever hangs."""
        for task in self._background:
            task.cancel()
        await self._queue.stop()
        await self._tasks.stop()
        self._keyring.stop()
        try:
            async with asyncio.timeout(0.1):
                await self._client.aclose()
                await self._downloader.aclose()
        except TimeoutError:
            log.info("connections were left to the operating system")
        self._ledger.close()
