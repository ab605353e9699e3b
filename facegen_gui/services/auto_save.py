"""Saves what arrives at once, when somebody has switched that on. How it is saved is `tasks`'."""

import asyncio

from facegen_gui.domain.file_names import file_name, folder_name
from facegen_gui.domain.job import Job, Picture
from facegen_gui.domain.media import extension_for, is_raster
from facegen_gui.domain.saves import SaveFormat, SaveItem, SaveOptions
from facegen_gui.services.ledger import Ledger
from facegen_gui.services.tasks import Tasks
from facegen_gui.storage.profile import Profile

# Pictures that arrive within this many seconds are saved, and told of, together.
_TOGETHER = 0.5


class AutoSave:
    """Belongs to the worker's loop."""

    def __init__(self, ledger: Ledger, tasks: Tasks, profile: Profile) -> None:
        self._ledger = ledger
        self._tasks = tasks
        self._profile = profile
        self._items: list[SaveItem] = []
        self.options: SaveOptions | None = None  # None: switched off

    def arrived(self, job: Job, picture: Picture) -> None:
        if self.options is None:
            return
        if not self._items:
            asyncio.get_running_loop().call_later(_TOGETHER, self._save)
        self._items.append(self._item(job, picture, self.options))

    def _save(self) -> None:
        items, self._items = self._items, []
        if self.options is not None:
            self._tasks.save(0, items, self.options, automatic=True)

    def _item(self, job: Job, picture: Picture, options: SaveOptions) -> SaveItem:
        media_type = picture.media_type
        if options.format is not SaveFormat.as_received and is_raster(media_type):
            media_type = f"image/{options.format.value}"
        batch = self._ledger.batch(job.batch)
        name = file_name(
            options.pattern,
            job_id=job.id,
            number=picture.key.number,
            label=job.label,
            when=picture.fetched_at or job.added_at,
            batch=batch.name if batch else "",
            extension=extension_for(media_type),
        )
        if options.batch_folders and batch is not None:
            name = f"{folder_name(batch.name, batch.created_at)}/{name}"
        source = self._profile.absolute(picture.file)
        return SaveItem(picture.key, source, name, picture.sha256, picture.media_type)
