"""Saves on the undo stack, in turn and out of turn."""

from pathlib import Path

import pytest
from PySide6.QtGui import QUndoCommand, QUndoStack

from facegen_gui.domain.job import PictureKey
from facegen_gui.domain.saves import SavedFile, SaveOptions, SaveReport
from facegen_gui.models.undoable_saves import UndoableSaves

OPTIONS = SaveOptions(Path("/x"))


class Asked:
    """What was asked of the worker; `finish` reports a save as the worker would."""

    def __init__(self, qapp):
        self.log = []
        self.stack = QUndoStack()
        self.saves = UndoableSaves(
            self.stack,
            lambda act, count: f"{act.value} {count}",
            save=self.save,
            cancel=lambda task: self.log.append(("cancel", task)),
            take_back=lambda report: self.log.append(("take back", report.task)),
        )
        self.tasks = 10

    def save(self, items, options):
        assert options is OPTIONS
        self.tasks += 1
        self.log.append(("save", self.tasks))
        return self.tasks

    def finish(self, task, written=2, **facts):
        files = tuple(SavedFile(PictureKey("1", n), Path(f"/x/{n}"), "", n <= written) for n in (1, 2))
        report = SaveReport(task, OPTIONS.folder, files, options=OPTIONS, **facts)
        self.saves.on_finished(report)
        return report


@pytest.fixture
def asked(qapp):
    asked = Asked(qapp)
    yield asked
    asked.stack.blockSignals(True)  # as at the end of the program: a stack that is destroyed tells once more
    asked.stack.clear()


def test_a_save_is_undone_and_done_again_by_the_stack(asked):
    asked.finish(1)
    assert (asked.log, asked.stack.undoText()) == ([], "save 2")
    asked.stack.undo()
    asked.stack.redo()
    asked.finish(11)
    assert (asked.stack.count(), asked.stack.index()) == (1, 1)
    asked.stack.undo()
    assert asked.log == [("take back", 1), ("save", 11), ("take back", 11)]


def test_what_wrote_nothing_or_was_saved_by_itself_is_no_entry(asked):
    asked.finish(1, written=0)
    asked.finish(0, automatic=True)
    assert asked.stack.count() == 0


def test_undoing_while_it_is_saved_again_ends_that_and_takes_back_what_it_wrote(asked):
    asked.finish(1)
    asked.stack.undo()
    asked.stack.redo()
    asked.stack.undo()
    asked.finish(11, written=1, cancelled=True)
    assert asked.log == [("take back", 1), ("save", 11), ("cancel", 11), ("take back", 11)]


def test_a_save_can_be_undone_out_of_turn_and_takes_no_further_undo(asked):
    asked.stack.push(QUndoCommand("before"))
    report = asked.finish(1)
    asked.stack.push(QUndoCommand("after"))
    asked.saves.undo(report)
    asked.saves.undo(report)
    assert (asked.log, asked.stack.undoText()) == ([("take back", 1)], "after")
    asked.stack.undo()
    assert (asked.log, asked.stack.undoText()) == ([("take back", 1)], "before")
    asked.stack.redo()
    assert asked.stack.undoText() == "after"


def test_a_save_can_be_undone_after_the_stack_was_emptied(asked):
    report = asked.finish(1)
    asked.stack.clear()
    asked.saves.undo(report)
    assert asked.log == [("take back", 1)]
