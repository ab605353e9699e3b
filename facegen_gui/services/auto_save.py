"""Saves what arrives at once, when somebody has switched that on. How it is saved is `tasks`'."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

from facegen_gui.domain.job import Job, Picture, PictureKey
from facegen_gui.domain.save_names import save_name
from facegen_gui.domain.saves import SaveItem, SaveOptions
from facegen_gui.services.ledger import Ledger
from facegen_gui.services.tasks import Tasks
from facegen_gui.storage.profile import Profile

# Pictures that arrive within this many seconds are saved, and told of, together.
_TOGETHER = 0.5
# What quitting kept from being saved is saved at the next start, unless that is later than this.
_CATCH_UP = timedelta(hours=24)


class AutoSave:
    """Belongs to the worker's loop."""

    def __init__(self, ledger: Ledger, tasks: Tasks, profile: Profile) -> None:
        self._ledger = ledger
        self._tasks = tasks
        self._profile = profile
        self._arrived: list[PictureKey] = []
        self.options: SaveOptions | None = None  # None: switched off

    def arrived(self, _job: Job, picture: Picture) -> None:
        if self.options is None:
            return
        if not self._arrived:
            asyncio.get_running_loop().call_later(_TOGETHER, self._save_arrived)
        self._arrived.append(picture.key)

    def catch_up(self, now: datetime) -> None:
        """Save what arrived lately and was not saved, because the program ended before.

        What was saved and taken back stays so: `saved_to` remembers it.
        """
        self._save(
            [
                picture.key
                for job in self._ledger
                for picture in job.kept
                if not picture.saved_to and picture.fetched_at and now - picture.fetched_at < _CATCH_UP
            ]
        )

    def _save_arrived(self) -> None:
        keys, self._arrived = self._arrived, []
        self._save(keys)

    def _save(self, keys: Sequence[PictureKey]) -> None:
        if self.options is None:
            return
        # Named only now: by what holds at the moment of saving.
        items = [item for key in keys if (item := self._item(key, self.options)) is not None]
        if items:
            self._tasks.save(0, items, self.options, automatic=True)

    def _item(self, key: PictureKey, options: SaveOptions) -> SaveItem | None:
        """None for a picture that is gone again."""
        job = self._ledger.get(key.job_id)
        picture = next((one for one in job.kept if one.key == key), None) if job is not None else None
        if job is None or picture is None:
            return None
        name = save_name(job, picture, self._ledger.batch(job.batch), options)
        source = self._profile.absolute(picture.file)
        return SaveItem(key, source, name, picture.sha256, picture.media_type)
