"""What came of saving, undoing, removing and exporting, in sentences."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from PySide6.QtCore import QDir

from facegen_gui.domain.saves import SaveReport, UnsavedFile
from facegen_gui.services.events import SaveUndone
from facegen_gui.widgets.wording.failures import failure_sentence
from facegen_gui.widgets.wording.text import Context, fill, joined

Saves = Context("Saves")

_MOST_NAMED = 3
_PAGES = frozenset({".html", ".htm"})  # a delivery note, which comes with a table


def saved_sentence(report: SaveReport) -> str:
    """How many were saved, where, and what was not: everything a notice says of one save."""
    written = report.written
    there = len(report.files) - written
    folder = QDir.toNativeSeparators(str(report.folder))
    parts: list[str] = []
    if written:
        text = Saves.tr("Saved %n file(s) in {folder}.", None, written)
        parts.append(fill(text, folder=folder))
    if there:
        text = Saves.tr("%n file(s) were already in {folder}.", None, there)
        parts.append(fill(text, folder=folder))
    if report.skipped:
        skipped = len(report.skipped)
        parts.append(Saves.tr("Left out %n file(s), because another file has that name.", None, skipped))
    if report.unsaved:
        parts.append(_unsaved_sentences(report.unsaved))
    if report.resumed and not report.cancelled:
        text = Saves.tr(
            "That is what was left of %n file(s) when the program was closed.", None, report.resumed
        )
        parts.append(text)
    if report.cancelled:
        parts.append(Saves.tr("Saving was cancelled."))
    if report.failure is not None:
        parts.append(Saves.tr("Not everything could be saved."))
        parts.append(failure_sentence(report.failure, retrying=False))
        parts.append(Saves.tr("The pictures are still in the program."))
    if not parts:
        parts.append(Saves.tr("There was nothing to save."))
    return " ".join(parts)


def _unsaved_sentences(unsaved: Sequence[UnsavedFile]) -> str:
    """How many, which, why the first of them, and what can be done."""
    first = unsaved[0]
    why = failure_sentence(replace(first.failure, path=first.name), retrying=False)
    count = Saves.tr("%n picture(s) could not be saved.", None, len(unsaved))
    if len(unsaved) == 1 and first.name in why:
        return f"{count} {why}"
    names = joined(*(each.name for each in unsaved[:_MOST_NAMED]))
    if len(unsaved) > _MOST_NAMED:
        listed = Saves.tr("%n picture(s) could not be saved, among them {names}.", None, len(unsaved))
    else:
        listed = Saves.tr("%n picture(s) could not be saved: {names}.", None, len(unsaved))
    return f"{fill(listed, names=names)} {why}"


def saving_text(done: int, total: int) -> str:
    """While a save runs."""
    return Saves.tr("Saving: %1 of %n file(s)", None, total).replace("%1", str(done))


def undone_sentence(event: SaveUndone) -> str:
    """What undoing a save did."""
    parts: list[str] = []
    if event.moved:
        parts.append(Saves.tr("Moved %n file(s) to the trash.", None, event.moved))
    if event.left:
        parts.append(
            Saves.tr(
                "Left %n file(s) where they are, because they were changed or moved.",
                None,
                event.left,
            )
        )
    return " ".join(parts) or Saves.tr("There was nothing to undo.")


def removed_sentence(jobs: int, unsaved: int) -> str:
    """After jobs were taken out of the program, of whose pictures so many were never saved."""
    removed = Saves.tr("Removed %n job(s). Saved copies stay where they are.", None, jobs)
    if not unsaved:
        return removed
    lost = Saves.tr(
        "%n picture(s) of them were never saved and go to the trash at the next start.", None, unsaved
    )
    return f"{removed} {lost}"


def exported_sentence(path: str) -> str:
    """After a ZIP, contact sheet or delivery note was made."""
    made = fill(Saves.tr("Made {path}."), path=QDir.toNativeSeparators(path))
    if PurePath(path).suffix.lower() not in _PAGES:
        return made
    beside = Saves.tr("The same list as a table for spreadsheets (CSV) is in that folder, too.")
    return f"{made} {beside}"
