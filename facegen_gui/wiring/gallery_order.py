"""The gallery's order of pictures as the viewer asks for it."""

from facegen_gui.domain.job import Batch, Job, Picture, PictureKey
from facegen_gui.models.gallery_model import GalleryModel
from facegen_gui.models.job_store import JobStore


class GalleryOrder:
    """Implements `widgets.viewer.order.PictureOrder` on what is shown now."""

    def __init__(self, model: GalleryModel, store: JobStore) -> None:
        self._model = model
        self._store = store

    def picture(self, key: PictureKey) -> Picture | None:
        return self._store.picture(key)

    def job(self, job_id: str) -> Job | None:
        return self._store.job(job_id)

    def batch(self, batch_id: int) -> Batch | None:
        return self._store.batch(batch_id)

    def neighbour(self, key: PictureKey, step: int) -> Picture | None:
        row = self._model.row_of(key)
        if row < 0:
            return None
        direction = 1 if step > 0 else -1
        for _ in range(abs(step)):
            found = self._from(row + direction, direction)
            if found is None:
                return None
            row = found
        return self._model.tile(row).picture

    def end(self, last: bool) -> Picture | None:
        row = self._from(self._model.rowCount() - 1, -1) if last else self._from(0, 1)
        return None if row is None else self._model.tile(row).picture

    def position(self, key: PictureKey) -> tuple[int, int]:
        """Pictures only: a tile that waits or has failed is passed over, and counted by nobody who looks."""
        return self._model.picture_place(key), self._model.picture_count

    def _from(self, row: int, direction: int) -> int | None:
        """The first row from here on with a picture that is on disk."""
        while 0 <= row < self._model.rowCount():
            if self._model.tile(row).is_kept:
                return row
            row += direction
        return None
