"""What a viewer must know of the gallery: which picture comes next, and what is known of it."""

from typing import Protocol

from facegen_gui.domain.job import Batch, Job, Picture, PictureKey


class PictureOrder(Protocol):
    """The pictures as the gallery shows them now, filtered and sorted."""

    def picture(self, key: PictureKey) -> Picture | None: ...

    def job(self, job_id: str) -> Job | None: ...

    def batch(self, batch_id: int) -> Batch | None: ...

    def neighbour(self, key: PictureKey, step: int) -> Picture | None:
        """The picture `step` places on (negative: back), past tiles without one; None past either end."""
        ...

    def end(self, last: bool) -> Picture | None:
        """The first or the last picture."""
        ...

    def position(self, key: PictureKey) -> tuple[int, int]:
        """Place counted from 1, and how many there are; (0, n) if it is not among them."""
        ...
