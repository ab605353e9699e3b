"""The one command that is told of when it cannot be obeyed: its IDs would otherwise be out of sight.

Light to import, so that the window need not wait for it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facegen_gui.domain.job import NewJob

if TYPE_CHECKING:
    from facegen_gui.services.worker_loop import WorkerLoop


@dataclass(frozen=True, slots=True)
class Add:
    """Remember these IDs and fetch them."""

    entries: tuple[NewJob, ...]
    batch_name: str = ""

    def __call__(self, work: "WorkerLoop") -> None:
        work.add(self.entries, self.batch_name)
