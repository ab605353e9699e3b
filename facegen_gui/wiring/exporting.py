"""Files for others, made in the background of what is selected, or else of everything that is shown."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facegen_gui.domain.job import Job, Picture, PictureKey
from facegen_gui.domain.saves import SaveItem
from facegen_gui.exports.contact_sheet import PageSize, SheetPicture, contact_sheet
from facegen_gui.exports.delivery_note import delivery_note
from facegen_gui.exports.measuring import NoteFile, measured
from facegen_gui.exports.zip_files import zip_files
from facegen_gui.models.job_store import JobStore
from facegen_gui.services.converting import convert
from facegen_gui.services.decoding import decode
from facegen_gui.storage.profile import Profile
from facegen_gui.widgets.dialogs.contact_sheet_dialog import ContactSheetDialog
from facegen_gui.widgets.dialogs.questions import ask_new_file
from facegen_gui.widgets.main_window import MainWindow
from facegen_gui.widgets.wording import caption
from facegen_gui.widgets.wording.exports import note_row, note_words, sheet_words
from facegen_gui.wiring.preferring import Preferring
from facegen_gui.wiring.saving import Saving
from facegen_gui.wiring.selection import Selection
from facegen_gui.wiring.task_numbers import TaskNumbers
from facegen_gui.wiring.worker_owner import WorkerOwner

if TYPE_CHECKING:
    from facegen_gui.services.tasks import Run  # which brings the worker's room along


class Exporting(QObject):
    def __init__(
        self,
        window: MainWindow,
        store: JobStore,
        owner: WorkerOwner,
        preferring: Preferring,
        selection: Selection,
        saving: Saving,
        profile: Profile,
        tasks: TaskNumbers,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._store = store
        self._owner = owner
        self._preferring = preferring
        self._selection = selection
        self._saving = saving
        self._profile = profile
        self._tasks = tasks
        window.commands.export_zip.triggered.connect(self.export_zip)
        window.commands.contact_sheet.triggered.connect(self.export_contact_sheet)
        window.commands.delivery_note.triggered.connect(self.export_delivery_note)

    def export_zip(self) -> None:
        """The very files that a save would write."""
        options = self._preferring.preferences.save
        items = self._saving.items(self._selection.pictures_or_all(), options)
        if items:
            self._ask(
                self.tr("Export as ZIP"),
                self.tr("pictures") + ".zip",
                self.tr("ZIP (*.zip)"),
                lambda file: zip_files(items, file, options, convert),
            )

    def export_contact_sheet(self) -> None:
        dialog = ContactSheetDialog(self._window)
        dialog.chosen.connect(self._ask_sheet)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export_delivery_note(self) -> None:
        now = datetime.now(UTC)
        jobs = [job for job in map(self._store.job, self._selection.job_ids_or_all()) if job is not None]
        kept = [picture for job in jobs for picture in job.kept]
        options = self._preferring.preferences.save
        items = {item.key: item for item in self._saving.items([picture.key for picture in kept], options)}
        rows = [
            note_row(job, picture, _file_of(picture, items), now)
            for job in jobs
            for picture in (job.pictures or (None,))
        ]
        words = note_words(len(jobs), len(kept), sum(not job.is_delivered for job in jobs), now)
        measure = partial(measured, options=options, convert=convert)
        self._ask(
            self.tr("Delivery note"),
            self.tr("delivery-note") + ".html",
            self.tr("Web page (*.html)"),
            lambda file: delivery_note(rows, file, words, measure),
        )

    def _ask_sheet(self, columns: int, page_size: PageSize) -> None:
        pictures = [
            self._sheet_picture(job, picture)
            for key in self._selection.pictures_or_all()
            if (job := self._store.job(key.job_id)) and (picture := self._store.picture(key))
        ]
        words = sheet_words(len(pictures), datetime.now(UTC))
        self._ask(
            self.tr("Contact sheet"),
            self.tr("contact-sheet") + ".pdf",
            self.tr("PDF (*.pdf)"),
            lambda file: contact_sheet(
                pictures, file, words, decode=decode, columns=columns, page_size=page_size
            ),
        )

    def _ask(self, title: str, name: str, filters: str, run_for: "Callable[[Path], Run]") -> None:
        """Ask where to, then start what `run_for` makes of that file."""

        def start(file: Path) -> None:
            self._preferring.remember_folder(file.parent)
            self._owner.worker.start_task(self._tasks.start(title), run_for(file), file.parent)

        ask_new_file(self._window, title, self._preferring.last_folder() / name, filters, start)

    def _sheet_picture(self, job: Job, picture: Picture) -> SheetPicture:
        captions = (caption(job, picture), job.id) if job.label else (caption(job, picture),)
        path = self._profile.absolute(picture.file)
        return SheetPicture(path, picture.media_type, picture.width, picture.height, captions)


def _file_of(picture: Picture | None, items: dict[PictureKey, SaveItem]) -> NoteFile | None:
    """Its saved copy, or what a save would write now; None where there is neither."""
    item = items.get(picture.key) if picture is not None else None
    if picture is None or item is None:
        return None
    if picture.saved_at is None:
        return NoteFile(item)
    return NoteFile(item, Path(picture.saved_to), picture.saved_at)
