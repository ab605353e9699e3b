"""Saves as entries of the one undo stack: undoing one takes back the files it wrote, redoing saves again.

Nothing is saved or moved here: that is asked for, and told back by the report that ends every save.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from facegen_gui.domain.saves import SaveItem, SaveOptions, SaveReport
from facegen_gui.models.choices import Act

Save = Callable[[Sequence[SaveItem], SaveOptions], int]


class UndoableSaves(QObject):
    def __init__(
        self,
        stack: QUndoStack,
        describe: Callable[[Act, int], str],
        *,
        save: Save,
        cancel: Callable[[int], None],
        take_back: Callable[[SaveReport], None],
        parent: QObject | None = None,
    ) -> None:
        """`save` starts a save and returns its task, which `cancel` ends; `take_back` undoes it."""
        super().__init__(parent)
        self._stack = stack
        self._describe = describe
        self.save = save
        self.cancel = cancel
        self.take_back = take_back
        self.under_way: dict[int, _Save] = {}  # saved again, by task
        stack.indexChanged.connect(self._drop_taken_back)

    @Slot(object)
    def on_finished(self, report: SaveReport) -> None:
        """A save that wrote files can be undone from now on. What the program saves by itself is no entry."""
        again = self.under_way.pop(report.task, None)
        if again is not None:
            again.on_finished(report)
        elif report.written and not report.automatic:
            self._stack.push(_Save(self, report, self._describe(Act.save, report.written)))

    @Slot(object)
    def undo(self, report: SaveReport) -> None:
        """Undoes this save, also when something else was done since, which then stays."""
        for place in range(self._stack.count()):
            entry = self._stack.command(place)
            if not isinstance(entry, _Save) or entry.report is not report:
                continue
            if place == self._stack.index() - 1:
                self._stack.undo()
            elif place < self._stack.index() and not entry.isObsolete():
                entry.undo()
                entry.setObsolete(True)
            return
        self.take_back(report)  # the stack has been emptied meanwhile

    def _drop_taken_back(self) -> None:
        """An entry that was undone out of turn must not take a Ctrl+Z for nothing."""
        place = self._stack.index() - 1
        if place >= 0 and self._stack.command(place).isObsolete():
            self._stack.undo()


class _Save(QUndoCommand):
    """May outlive its place on the stack while it is saved again: then nothing of Qt's is called."""

    def __init__(self, saves: UndoableSaves, report: SaveReport, text: str) -> None:
        super().__init__(text)
        self._saves = saves
        self.report = report
        self._is_wanted = False
        self._task: int | None = report.task  # none but its push comes before the report

    def redo(self) -> None:
        self._is_wanted = True
        if self._task == self.report.task:
            self._task = None  # pushed: it has just been saved
        elif self._task is None and self.report.options is not None:
            self._task = self._saves.save(self.report.items, self.report.options)
            self._saves.under_way[self._task] = self

    def undo(self) -> None:
        self._is_wanted = False
        if self._task is None:
            self._saves.take_back(self.report)
        else:
            self._saves.cancel(self._task)

    def on_finished(self, report: SaveReport) -> None:
        self._task, self.report = None, report
        if not self._is_wanted:
            self._saves.take_back(report)
