"""Who hears how far the rebuilding of a library is, and may stop it."""

from collections.abc import Callable
from dataclasses import dataclass

from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind


@dataclass(frozen=True, slots=True)
class Watch:
    """`progress(done, total)` hears of every picture file; `is_cancelled` is asked at every step."""

    progress: Callable[[int, int], None]
    is_cancelled: Callable[[], bool]

    def check(self) -> None:
        """Raises FaceGenError(library_damaged), for it still is, when somebody wants to stop."""
        if self.is_cancelled():
            raise FaceGenError(Failure(FailureKind.library_damaged, detail="its rebuilding was stopped"))


NOBODY = Watch(lambda _done, _total: None, lambda: False)
