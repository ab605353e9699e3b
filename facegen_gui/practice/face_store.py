"""Keeps pictures that were drawn, so that each is drawn once, within a bounded amount of memory."""

import threading
from collections import OrderedDict
from collections.abc import Callable

from facegen_gui.practice.drawn import Drawn

LARGEST_TOTAL = 128 * 1024 * 1024


class FaceStore:
    """Safe to be used from several threads. A picture that had to go is drawn again, with the same bytes."""

    def __init__(self, draw: Callable[[str, int], Drawn]) -> None:
        self._draw = draw
        self._kept: OrderedDict[tuple[str, int], Drawn] = OrderedDict()
        self._total = 0
        self._lock = threading.Lock()

    def known(self, job_id: str, number: int) -> Drawn | None:
        """The picture if it was drawn already; never draws."""
        with self._lock:
            drawn = self._kept.get((job_id, number))
            if drawn is not None:
                self._kept.move_to_end((job_id, number))
            return drawn

    def get(self, job_id: str, number: int) -> Drawn:
        """The picture, drawn now if need be."""
        drawn = self.known(job_id, number)
        if drawn is not None:
            return drawn
        drawn = self._draw(job_id, number)
        with self._lock:
            if (job_id, number) not in self._kept:
                self._kept[job_id, number] = drawn
                self._total += len(drawn.data)
            while self._total > LARGEST_TOTAL and len(self._kept) > 1:
                _, gone = self._kept.popitem(last=False)
                self._total -= len(gone.data)
        return drawn
