"""The words of the files that are made for others, in the language of whoever makes them."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale

from facegen_gui.domain.job import Job, Picture
from facegen_gui.exports.contact_sheet import SheetWords
from facegen_gui.exports.delivery_note import NoteRow, NoteWords
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
        trouble=Exports.tr("Missing"),
    )


def note_row(job: Job, picture: Picture | None, file_name: str, now: datetime) -> NoteRow:
    """One line of the delivery note: a picture, or a job without any."""
    if picture is None or not picture.is_kept:
        failure = job.failure if picture is None else picture.failure
        trouble = failure_sentence(failure) if failure is not None else state_text(job, now)
        return NoteRow(job.id, job.label, trouble=trouble)
    size = size_text(picture.bytes)
    return NoteRow(job.id, job.label, file_name, picture.bytes, size, picture.sha256)


def _local(when: datetime) -> str:
    moment = QDateTime.fromSecsSinceEpoch(int(when.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
