"""Long things beside the fetching: saves, their undo and exports, in threads, with progress and cancel."""

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QFile

from facegen_gui.domain import transitions
from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.job import Job, PictureKey
from facegen_gui.domain.saves import SavedFile, SaveItem, SaveOptions, SaveReport
from facegen_gui.services.converting import convert
from facegen_gui.services.daemon_threads import in_daemon_thread
from facegen_gui.services.events import (
    RESUMED_SAVE,
    SaveFinished,
    SaveUndone,
    TaskFinished,
    TaskProgress,
    TroubleFound,
)
from facegen_gui.services.ledger import Ledger
from facegen_gui.storage.halves import drop_own_halves
from facegen_gui.storage.promised_saves import PromisedSave, PromisedSaves
from facegen_gui.storage.saving import save_copies, undo_save

log = logging.getLogger(__name__)

# More would only make the disk seek.
_AT_ONCE = 2

Run = Callable[[Callable[[int, int], None], Callable[[], bool]], Path]


class Tasks:
    """Belongs to the worker's loop. Task numbers are the caller's; 0 is what the program does by itself."""

    def __init__(
        self,
        ledger: Ledger,
        now: Callable[[], datetime],
        default_folder: Path,
        promises: PromisedSaves,
    ) -> None:
        self._ledger = ledger
        self._promises = promises
        self._promised: dict[int, PromisedSave] = {}  # by task
        self._folders: dict[int, Path] = {}  # by the task that writes into it
        self._is_stopping = False
        self._now = now
        self._default_folder = default_folder
        self._loop = asyncio.get_running_loop()
        self._places = asyncio.Semaphore(_AT_ONCE)
        self._cancelled: set[tuple[int, threading.Event]] = set()  # several have the number 0
        self._running: set[asyncio.Task[None]] = set()
        # Told when pictures' own files could not be read, or are not what was received.
        self.missed: Callable[[Sequence[PictureKey]], object] = lambda _keys: None

    def save(
        self, task: int, items: Sequence[SaveItem], options: SaveOptions, *, automatic: bool = False
    ) -> None:
        self._start(self._save(task, items, options, automatic))

    def resume(self, promised: PromisedSave, items: Sequence[SaveItem]) -> None:
        """Go on with a save that the end of the program interrupted: these items are left."""
        self._start(self._save(RESUMED_SAVE, items, promised.options, False, promised))

    def undo_save(self, report: SaveReport) -> None:
        self._start(self._undo(report))

    def start(self, task: int, run: Run, folder: Path | None = None) -> None:
        """`folder` is the one that `run` writes into."""
        self._start(self._run(task, run, folder))

    def cancel(self, task: int) -> None:
        """A person does not want it any more."""
        if task in self._promised:
            self._promised[task].forget()
        for number, cancelled in self._cancelled:
            if number == task:
                cancelled.set()

    async def stop(self) -> None:
        """Tell all to end, and wait a moment for them to clear up behind themselves."""
        self._is_stopping = True
        for _, cancelled in self._cancelled:
            cancelled.set()
        if self._running:
            await asyncio.wait(self._running, timeout=0.25)
        for task in self._running:
            task.cancel()
        # A large file that is just being written does not let itself be ended.
        folders = tuple(self._folders.values())
        if folders:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(in_daemon_thread(lambda: drop_own_halves(folders)), 0.15)

    def _start(self, coroutine: Coroutine[Any, Any, None]) -> None:
        task = self._loop.create_task(self._guarded(coroutine))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        """The outer edge of a task: what goes wrong in the program itself is told, and ends nothing else."""
        try:
            await work
        except Exception as error:
            log.exception("a task failed")
            failure = Failure(FailureKind.internal, detail=type(error).__name__)
            self._ledger.outbox.tell(TroubleFound(failure))

    async def _save(
        self,
        task: int,
        items: Sequence[SaveItem],
        options: SaveOptions,
        automatic: bool,
        promised: PromisedSave | None = None,
    ) -> None:
        cancelled = threading.Event()
        self._cancelled.add((task, cancelled))  # heard from the first moment on
        resumed = len(promised.names) if promised is not None else 0
        if promised is None and not automatic:
            now = self._now()
            promised = await in_daemon_thread(lambda: self._promises.keep(items, options, now))
        if promised is not None:
            self._promised[task] = promised
            self._folders[task] = options.folder

        def run(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> SaveReport:
            outcome = save_copies(
                items,
                options,
                progress=progress,
                cancelled=cancelled,
                convert=convert,
                default_folder=self._default_folder,
            )
            return SaveReport(
                task,
                options.folder,
                outcome.files,
                outcome.skipped,
                outcome.failure,
                outcome.cancelled,
                automatic,
                outcome.unsaved,
                tuple(items),
                options,
                resumed,
            )

        try:
            report = await self._in_thread(task, run, cancelled)
        except FaceGenError as error:
            report = SaveReport(task, options.folder, failure=error.failure, automatic=automatic)
        except Exception as error:
            # As in `_run`: whoever waits for the report gets one.
            log.exception("a save failed")
            failure = Failure(FailureKind.internal, detail=type(error).__name__)
            report = SaveReport(task, options.folder, failure=failure, automatic=automatic)
        if promised is not None:
            self._promised.pop(task, None)
            self._folders.pop(task, None)
            if not (report.cancelled and self._is_stopping):
                promised.forget()
        report = replace(report, files=tuple(map(self._remember, report.files)))
        self._ledger.outbox.tell(SaveFinished(report))
        unreadable = [each.key for each in report.unsaved if each.failure.kind is FailureKind.file_unreadable]
        if unreadable:
            self.missed(unreadable)

    def _remember(self, file: SavedFile) -> SavedFile:
        """The file with what the library knew before: undoing the save brings that back."""
        job = self._ledger.get(file.key.job_id)
        if job is None:
            return file
        before = next((p for p in job.pictures if p.key == file.key), None)
        self._ledger.change(transitions.saved(job, file.key.number, str(file.path), self._now()))
        if before is None or before.saved_at is None:
            return file
        return replace(file, former=before.saved_to, former_at=before.saved_at)

    async def _undo(self, report: SaveReport) -> None:
        written = [file for file in report.files if file.written]

        def undo() -> tuple[int, int, list[tuple[SavedFile, bool]]]:
            moved, left = undo_save(written, move_to_trash)
            gone = [file for file in written if not file.path.exists()]
            return moved, left, [(file, bool(file.former) and Path(file.former).is_file()) for file in gone]

        async with self._places:
            moved, left, gone = await in_daemon_thread(undo)
        for file, has_former in gone:
            job = self._ledger.get(file.key.job_id)
            if job is None:
                continue
            number = file.key.number
            if has_former and file.former_at and _is_saved_to(job, number, str(file.path)):
                # A copy that was saved before this one, by itself for instance, is still there.
                self._ledger.change(transitions.saved(job, number, file.former, file.former_at))
            else:
                self._ledger.change(transitions.save_undone(job, number, str(file.path)))
        self._ledger.outbox.tell(SaveUndone(moved, left))

    async def _run(self, task: int, run: Run, folder: Path | None) -> None:
        cancelled = threading.Event()
        if folder is not None:
            self._folders[task] = folder
        try:
            path = await self._in_thread(task, run, cancelled)
            finished = TaskFinished(task, str(path))
        except FaceGenError as error:
            finished = TaskFinished(task, failure=error.failure)
        except Exception as error:
            # The outer edge of a task: what goes wrong in the program itself is told, and ends nothing else.
            log.exception("a task failed")
            finished = TaskFinished(task, failure=Failure(FailureKind.internal, detail=type(error).__name__))
        if cancelled.is_set() and not await in_daemon_thread(lambda: Path(finished.path).is_file()):
            finished = TaskFinished(task)
        self._folders.pop(task, None)
        self._ledger.outbox.tell(finished)

    async def _in_thread(
        self,
        task: int,
        run: Callable[[Callable[[int, int], None], Callable[[], bool]], Any],
        cancelled: threading.Event,
    ) -> Any:
        self._cancelled.add((task, cancelled))

        def progress(done: int, total: int) -> None:
            try:
                self._loop.call_soon_threadsafe(self._ledger.outbox.tell, TaskProgress(task, done, total))
            except RuntimeError:
                cancelled.set()  # the program has ended meanwhile

        try:
            async with self._places:
                return await in_daemon_thread(lambda: run(progress, cancelled.is_set))
        finally:
            self._cancelled.discard((task, cancelled))


def _is_saved_to(job: Job, number: int, path: str) -> bool:
    return any(p.key.number == number and p.saved_to == path for p in job.pictures)


def move_to_trash(path: Path) -> bool:
    """Whether the system's trash has it now."""
    # The method, not the static function: what that one returns differs between PySide's stubs and its code.
    return QFile(str(path)).moveToTrash()
