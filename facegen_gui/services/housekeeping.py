"""What the worker sees to by itself, beside the fetching: the disk is to hold what the library says, no more
and no less. Pictures that a rebuilt library has not looked into are looked into here."""

import asyncio
import contextlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from facegen_gui.domain import schedule, transitions
from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.job import Job, Picture, PictureKey
from facegen_gui.services.daemon_threads import in_daemon_thread
from facegen_gui.services.events import TroubleEnded, TroubleFound
from facegen_gui.services.ledger import Ledger
from facegen_gui.services.pictures import Pictures
from facegen_gui.services.tasks import move_to_trash
from facegen_gui.storage.halves import sweep_halves
from facegen_gui.storage.picture_files import PictureFiles
from facegen_gui.storage.profile import Profile

# Seconds until a pictures folder that is out of reach is looked for again.
_LOOK_AGAIN = 60.0


class Housekeeping:
    """Belongs to the worker's loop; disks are looked at in threads, since they may be slow or far away."""

    def __init__(
        self,
        profile: Profile,
        ledger: Ledger,
        files: PictureFiles,
        pictures: Pictures,
        fetch_anew: Callable[[Job], None],
        now: Callable[[], datetime],
    ) -> None:
        """`fetch_anew` is given jobs of which kept pictures are wanted once more."""
        self._profile = profile
        self._ledger = ledger
        self._files = files
        self._pictures = pictures
        self._fetch_anew = fetch_anew
        self._now = now
        self._lost: set[PictureKey] = set()  # told of, and not back yet
        self._told: set[FailureKind] = set()

    async def purge(self) -> None:
        """What was removed in an earlier run can no longer be brought back there: off to the trash."""
        with self._ledger.telling_refusals():
            files = self._ledger.purge()
            if files:
                await in_daemon_thread(lambda: self._throw_away(files))

    async def run(self) -> None:
        """Once, when all that is remembered has been loaded."""
        known = self._ledger.known_files()
        await in_daemon_thread(lambda: self._files.sweep_thumbnails(known))
        await in_daemon_thread(lambda: sweep_halves(self._profile.save_folder))
        await self.look_for_files()
        await self._take_back()
        await self._measure()

    async def look_for_files(self, suspects: Collection[PictureKey] = ()) -> None:
        """Kept pictures whose files vanished are told of, and fetched anew while their links may live.

        So are `suspects` whose files are damaged; nobody else's are read, which would take long.
        """
        is_told = False
        jobs = filter(None, map(self._ledger.get, {key.job_id for key in suspects}))
        suspected = [picture for job in jobs for picture in job.kept if picture.key in suspects]
        await in_daemon_thread(lambda: self._files.set_aside_damaged(suspected))
        while True:
            known = self._ledger.known_files()
            try:
                gone = await in_daemon_thread(lambda known=known: self._files.missing(known))  # type: ignore[misc]
            except FaceGenError as error:
                if not is_told:
                    self._ledger.outbox.tell(TroubleFound(error.failure))
                is_told = True
                await asyncio.sleep(_LOOK_AGAIN)
            else:
                break
        if gone:
            for job in self._ledger:
                self._lose(job, gone)
            failure = self._told_of(gone)
            self._told.add(failure.kind)
            self._ledger.outbox.tell(TroubleFound(failure))

    def kept(self, picture: Picture) -> None:
        """It arrived. Once all that were lost are back, there is nothing left to tell of."""
        self._lost.discard(picture.key)
        if self._told and not self._lost:
            for kind in self._told:
                self._ledger.outbox.tell(TroubleEnded(kind))
            self._told.clear()

    def _lose(self, job: Job, gone: Collection[str]) -> None:
        lost = {p.key.number: self._vanished(p.file) for p in job.kept if p.file in gone}
        if not lost:
            return
        self._lost.update(PictureKey(job.id, number) for number in lost)
        has_run_out = schedule.has_run_out(job, self._now())
        job = transitions.files_lost(job, lost, may_be_had=not has_run_out)
        self._ledger.change(job)
        if job.is_unfinished:
            self._fetch_anew(job)

    def _vanished(self, file: str) -> Failure:
        return Failure(FailureKind.file_unreadable, path=str(self._profile.absolute(file)))

    def _told_of(self, gone: Collection[str]) -> Failure:
        paths = sorted(str(self._profile.absolute(file)) for file in gone)
        if len(paths) == 1:
            return Failure(FailureKind.file_unreadable, path=paths[0])
        folder = str(Path(paths[0]).parent)
        return Failure(FailureKind.files_vanished, path=folder, detail="\n".join(paths)[:2000])

    async def _take_back(self) -> None:
        """A file that was missing at an earlier start may be there again, with the disk it is on."""
        if not any(_lacks_file(picture) for job in self._ledger for picture in job.pictures):
            return
        known = self._ledger.known_files()
        strays = await in_daemon_thread(lambda: self._files.strays(known))
        for job in self._ledger:
            for picture in job.pictures:
                if _lacks_file(picture) and picture.key in strays and not job.is_unfinished:
                    await self._look_into(replace(picture, file=strays[picture.key]))

    async def _measure(self) -> None:
        """Look into the pictures that a rebuilt library knows only as files."""
        with self._ledger.telling_refusals():
            for picture in self._ledger.unmeasured():
                await self._look_into(picture)

    async def _look_into(self, picture: Picture) -> None:
        measured = await self._pictures.measure(picture)
        job = self._ledger.get(picture.key.job_id)
        if measured is not None and job is not None:
            fetched_at = picture.fetched_at or measured.fetched_at
            self._ledger.change(transitions.picture_kept(job, replace(measured, fetched_at=fetched_at)))

    def _throw_away(self, files: Sequence[Path]) -> None:
        """To the trash; where a disk has none, for good, since nobody could find these files again."""
        self._files.drop_thumbnails(files)
        for file in files:
            with contextlib.suppress(OSError):
                if file.exists() and not move_to_trash(file):
                    file.unlink()


def _lacks_file(picture: Picture) -> bool:
    failure = picture.failure
    return not picture.is_kept and failure is not None and failure.kind is FailureKind.file_unreadable
