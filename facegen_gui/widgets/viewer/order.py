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


class Surroundings:
    """The pictures around the one shown, remembered: it may be removed, or no longer match the filter."""

    # Pictures of the same job go with it, and whoever presses Delete quickly removes several.
    REACH = 6

    def __init__(self, order: PictureOrder) -> None:
        self._order = order
        self._after: list[Picture] = []
        self._before: list[Picture] = []

    def stand_at(self, key: PictureKey) -> None:
        if self._is_shown(key):
            self._after = self._on_side(key, 1)
            self._before = self._on_side(key, -1)
        else:
            self._after = [picture for picture in self._after if picture.key != key]
            self._before = [picture for picture in self._before if picture.key != key]

    def neighbour(self, key: PictureKey, step: int) -> Picture | None:
        """The next or previous picture, also from one that the gallery no longer shows."""
        if self._is_shown(key):
            return self._order.neighbour(key, step)
        return self._first_left(self._after if step > 0 else self._before)

    def ahead(self, direction: int) -> list[Picture]:
        """The neighbours in the order in which they will probably be looked at."""
        forth, back = (self._after, self._before) if direction > 0 else (self._before, self._after)
        return [*forth[:2], *back[:1]]

    def remaining(self) -> Picture | None:
        """Where to go from a picture that was removed."""
        return self._first_left(self._after) or self._first_left(self._before)

    def _is_shown(self, key: PictureKey) -> bool:
        return self._order.position(key)[0] > 0

    def _on_side(self, key: PictureKey, direction: int) -> list[Picture]:
        found: list[Picture] = []
        for _ in range(self.REACH):
            neighbour = self._order.neighbour(found[-1].key if found else key, direction)
            if neighbour is None:
                break
            found.append(neighbour)
        return found

    def _first_left(self, pictures: list[Picture]) -> Picture | None:
        for picture in pictures:
            fresh = self._order.picture(picture.key)
            if fresh is not None and fresh.is_kept:
                return fresh
        return None
