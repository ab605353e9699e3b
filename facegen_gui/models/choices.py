"""What a person decides about pictures and jobs, with undo for all of it. Asks the worker by signals.

Nothing is changed here: the store changes when the worker's event comes back.
"""

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from facegen_gui.domain.job import Choice, Job, Picture, PictureKey
from facegen_gui.models.job_store import JobStore


class Act(enum.Enum):
    """What an entry of the undo stack did; worded by the widgets."""

    star = "star"
    unstar = "unstar"
    keep = "keep"
    maybe = "maybe"
    reject = "reject"
    clear_choice = "clear_choice"
    remove = "remove"
    save = "save"


_ACTS = {
    Choice.keep: Act.keep,
    Choice.maybe: Act.maybe,
    Choice.no: Act.reject,
    Choice.none: Act.clear_choice,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Everything a person said of one picture."""

    key: PictureKey
    starred: bool
    choice: Choice


class Choices(QObject):
    """`describe` gives the undo entry's text for an act on so many pictures or jobs."""

    marks_requested = Signal(object)  # list[tuple[PictureKey, bool starred, Choice]]
    removal_requested = Signal(object)  # list[str] job IDs
    restore_requested = Signal(object)  # list[str]
    undone = Signal(object)  # list[PictureKey]: their marks are as before again
    removal_undone = Signal(object)  # list[str] job IDs

    def __init__(
        self, store: JobStore, describe: Callable[[Act, int], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._describe = describe
        # Asked for and not yet told back: a star and then a verdict within a moment must not undo each other.
        self._asked: dict[PictureKey, Mark] = {}
        self.undo_stack = QUndoStack(self)
        store.jobs_changed.connect(self._on_changed)
        # The worker takes no mark of a job that it has no more, nor does another server's.
        store.jobs_removed.connect(self._on_removed)

    def star(self, keys: Sequence[PictureKey], starred: bool = True) -> None:
        marks = [(mark, Mark(mark.key, starred, mark.choice)) for mark in self._marks(keys)]
        self._push(Act.star if starred else Act.unstar, marks)

    def toggle_star(self, keys: Sequence[PictureKey]) -> None:
        """Stars all of them, or takes the stars away where all have one."""
        marks = self._marks(keys)
        self.star(keys, not (marks and all(mark.starred for mark in marks)))

    def choose(self, keys: Sequence[PictureKey], choice: Choice) -> None:
        marks = [(mark, Mark(mark.key, mark.starred, choice)) for mark in self._marks(keys)]
        self._push(_ACTS[choice], marks)

    def remove(self, job_ids: Sequence[str]) -> None:
        ids = [job_id for job_id in dict.fromkeys(job_ids) if self._store.knows(job_id)]
        if ids:
            self.undo_stack.push(_Remove(self, ids, self._describe(Act.remove, len(ids))))

    def _marks(self, keys: Sequence[PictureKey]) -> list[Mark]:
        pictures = [self._store.picture(key) for key in keys]
        return [self._asked.get(p.key) or _mark_of(p) for p in pictures if p is not None]

    def _ask(self, marks: Sequence[Mark]) -> None:
        self._asked.update((mark.key, mark) for mark in marks)
        self.marks_requested.emit([(mark.key, mark.starred, mark.choice) for mark in marks])

    def _on_changed(self, changes: Sequence[tuple[Job, Job]]) -> None:
        if not self._asked:
            return
        for _, job in changes:
            for picture in job.pictures:
                if self._asked.get(picture.key) == _mark_of(picture):
                    del self._asked[picture.key]

    def _on_removed(self, jobs: Sequence[Job]) -> None:
        for picture in (picture for job in jobs for picture in job.pictures if self._asked):
            self._asked.pop(picture.key, None)

    def _push(self, act: Act, marks: Sequence[tuple[Mark, Mark]]) -> None:
        changed = [(old, new) for old, new in marks if old != new]
        if changed:
            self.undo_stack.push(_Remark(self, changed, self._describe(act, len(changed))))


def _mark_of(picture: Picture) -> Mark:
    return Mark(picture.key, picture.starred, picture.choice)


class _Remark(QUndoCommand):
    def __init__(self, choices: Choices, marks: Sequence[tuple[Mark, Mark]], text: str) -> None:
        super().__init__(text)
        self._choices = choices
        self._marks = marks

    def redo(self) -> None:
        self._choices._ask([new for _, new in self._marks])

    def undo(self) -> None:
        self._choices._ask([old for old, _ in self._marks])
        self._choices.undone.emit([old.key for old, _ in self._marks])


class _Remove(QUndoCommand):
    def __init__(self, choices: Choices, job_ids: list[str], text: str) -> None:
        super().__init__(text)
        self._choices = choices
        self._job_ids = job_ids

    def redo(self) -> None:
        self._choices.removal_requested.emit(self._job_ids)

    def undo(self) -> None:
        self._choices.restore_requested.emit(self._job_ids)
        self._choices.removal_undone.emit(self._job_ids)
