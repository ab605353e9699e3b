"""The words of the files that are made for others, in the language of whoever makes them."""

from datetime import datetime
from pathlib import PurePosixPath

from PySide6.QtCore import QDateTime, QLocale

from facegen_gui.domain.job import Job, Picture
from facegen_gui.exports.contact_sheet import SheetWords
from facegen_gui.exports.delivery_note import NoteRow, NoteWords
from facegen_gui.exports.measuring import NoteFile
from facegen_gui.widgets.wording.failures import failure_sentence
from facegen_gui.widgets.wording.media import size_text
from facegen_gui.widgets.wording.states import state_text
from facegen_gui.widgets.wording.text import Context, fill

Exports = Context("Exports")


def sheet_words(pictures: int, now: datetime) -> SheetWords:
    return SheetWords(
        title=Exports.tr("Contact sheet"),
        subtitle=fill(Exports.tr("%n picture(s), {when}", None, pictures), when=_local(now)),
        page=Exports.tr("Page {page} of {pages}"),
        unreadable=Exports.tr("This picture cannot be shown"),
    )


def note_words(jobs: int, pictures: int, missing: int, now: datetime) -> NoteWords:
    """`missing` counts the jobs of which something is missing."""
    summary = fill(
        Exports.tr("{pictures} of {jobs}"),
        pictures=Exports.tr("%n picture(s)", None, pictures),
        jobs=Exports.tr("%n job(s)", None, jobs),
    )
    if missing:
        # Not within the f-string: lupdate does not look into those.
        lacking = Exports.tr("%n job(s) not complete", None, missing)
        summary = f"{summary} · {lacking}"
    return NoteWords(
        language=QLocale().bcp47Name(),
        title=Exports.tr("Delivery note"),
        made=fill(Exports.tr("Made {when} with Face Gen Viewer"), when=_local(now)),
        summary=summary,
        job_id=Exports.tr("Job ID"),
        label=Exports.tr("Label"),
        file_name=Exports.tr("File"),
        size=Exports.tr("Size"),
        size_in_bytes=Exports.tr("Size in bytes"),
        sha256=Exports.tr("SHA-256"),
        trouble=Exports.tr("Remarks"),
        gone=Exports.tr("The saved copy is no longer where it was saved."),
        changed=Exports.tr("Changed after it was saved."),
        unreadable=Exports.tr("The program's own file of it cannot be read."),
        size_text=size_text,
    )


def note_row(job: Job, picture: Picture | None, file: NoteFile | None, now: datetime) -> NoteRow:
    """One line of the delivery note: a picture with its file, or a job without any."""
    if picture is None or file is None:
        failure = job.failure if picture is None else picture.failure
        trouble = failure_sentence(failure) if failure is not None else state_text(job, now)
        return NoteRow(job.id, job.label, trouble=trouble)
    name = file.saved_to.name if file.saved_to else PurePosixPath(file.item.name).name
    return NoteRow(job.id, job.label, name, file=file)


def _local(when: datetime) -> str:
    moment = QDateTime.fromSecsSinceEpoch(int(when.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
