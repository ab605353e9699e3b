"""Saving: turns wishes into a list of copies for the worker, and asks what only a person knows."""

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QUndoStack

from facegen_gui.domain.job import PictureKey
from facegen_gui.domain.media import extension_for
from facegen_gui.domain.preferences import Preferences
from facegen_gui.domain.save_names import save_name
from facegen_gui.domain.saves import Conflict, SaveFormat, SaveItem, SaveOptions
from facegen_gui.models.job_store import JobStore
from facegen_gui.models.undoable_saves import UndoableSaves
from facegen_gui.storage.profile import Profile
from facegen_gui.storage.saving import is_converted
from facegen_gui.widgets.dialogs.conflict_dialog import ConflictDialog
from facegen_gui.widgets.dialogs.questions import ask_folder, ask_new_file
from facegen_gui.widgets.gallery.gallery_panel import GalleryPanel
from facegen_gui.widgets.main_window import MainWindow
from facegen_gui.widgets.wording.acts import act_text
from facegen_gui.wiring.preferring import Preferring
from facegen_gui.wiring.selection import Selection
from facegen_gui.wiring.task_numbers import TaskNumbers
from facegen_gui.wiring.worker_owner import WorkerOwner

FORMAT_EXTENSIONS = {SaveFormat.png: ".png", SaveFormat.jpeg: ".jpg", SaveFormat.webp: ".webp"}


class Saving(QObject):
    def __init__(
        self,
        window: MainWindow,
        store: JobStore,
        owner: WorkerOwner,
        preferring: Preferring,
        selection: Selection,
        gallery: GalleryPanel,
        profile: Profile,
        tasks: TaskNumbers,
        undo_stack: QUndoStack,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._store = store
        self._owner = owner
        self._preferring = preferring
        self._selection = selection
        self._profile = profile
        self._tasks = tasks
        commands, news = window.commands, window.news
        gallery.save_requested.connect(self.save)
        commands.save_selected.triggered.connect(lambda: self.save(self._selection.pictures()))
        commands.save_all.triggered.connect(lambda: self.save(self._selection.shown_pictures()))
        commands.save_as.triggered.connect(lambda: self.save_as(self._selection.pictures()))
        commands.change_folder.triggered.connect(self.change_folder)
        commands.open_folder.triggered.connect(lambda: self._open_folder(preferring.preferences.save.folder))
        commands.auto_save.triggered.connect(self._on_auto_save)
        news.open_folder_requested.connect(self._open_folder)
        self._undoable = UndoableSaves(
            undo_stack,
            act_text,
            save=self._start,
            cancel=lambda task: owner.worker.cancel_task(task),
            take_back=lambda report: owner.worker.undo_save(report),
            parent=self,
        )
        self._folders = _folders_of(preferring.preferences)
        preferring.changed.connect(self._make_chosen_folders)
        store.save_finished.connect(self._undoable.on_finished)
        news.undo_save_requested.connect(self._undoable.undo)
        window.progress.cancel_requested.connect(lambda task: owner.worker.cancel_task(task))

    def save(self, keys: Sequence[PictureKey]) -> None:
        """Into the save folder, named and converted as the preferences say."""
        self._save(keys, self._preferring.preferences.save)

    def save_as(self, keys: Sequence[PictureKey]) -> None:
        """One picture under a name of its own; several into a folder of their own."""
        options = self._preferring.preferences.save
        if len(keys) > 1:
            ask_folder(
                self._window,
                self.tr("Save the pictures into"),
                self._preferring.last_folder(),
                lambda folder: self._save_into(folder, keys, options),
            )
            return
        for item in self.items(keys, options):
            suggestion = self._preferring.last_folder() / Path(item.name).name
            ask_new_file(
                self._window,
                self.tr("Save picture as"),
                suggestion,
                self.tr("As received (*{extension})").format(extension=suggestion.suffix)
                + ";;"
                + self.tr("PNG (*.png);;JPEG (*.jpg);;WebP (*.webp);;All files (*)"),
                partial(self._save_under, item, options),
            )

    def change_folder(self) -> None:
        options = self._preferring.preferences.save
        ask_folder(
            self._window,
            self.tr("Save pictures into"),
            options.folder,
            lambda folder: self._preferring.change(
                replace(self._preferring.preferences, save=replace(options, folder=folder))
            ),
        )

    def _make_chosen_folders(self, preferences: Preferences) -> None:
        """A folder that was typed just now and is not there is a new one; an earlier one has gone away."""
        before, self._folders = self._folders, _folders_of(preferences)
        for folder in self._folders - before:
            if folder.parent.is_dir():
                with contextlib.suppress(OSError):  # the save will tell what is wrong with it
                    folder.mkdir(exist_ok=True)

    def _on_auto_save(self, wanted: bool) -> None:
        preferences = self._preferring.preferences
        # Until a folder was chosen, or for good if none is, the check mark shows what holds.
        self._preferring.change(replace(preferences, auto_save_folder=None))
        if wanted:
            ask_folder(
                self._window,
                self.tr("Save everything that arrives into"),
                preferences.auto_save_folder or preferences.save.folder,
                lambda folder: self._preferring.change(
                    replace(self._preferring.preferences, auto_save_folder=folder)
                ),
            )

    def _save_into(self, folder: Path, keys: Sequence[PictureKey], options: SaveOptions) -> None:
        self._preferring.remember_folder(folder)
        self._save(keys, replace(options, folder=folder))

    def _save_under(self, item: SaveItem, options: SaveOptions, file: Path) -> None:
        self._preferring.remember_folder(file.parent)
        wanted, name = _format_for(file, item.media_type)
        # The person has just seen what is in that folder: what is there stays, the new one gets a free name.
        options = replace(options, folder=file.parent, format=wanted, conflict=Conflict.free_name)
        self._start([replace(item, name=name)], options)

    def _save(self, keys: Sequence[PictureKey], options: SaveOptions) -> None:
        items = self.items(keys, options)
        asks = options.conflict is Conflict.ask
        taken = [item for item in items if asks and self._is_taken(item, options)]
        if not items:
            return
        if not taken:
            self._start(items, replace(options, conflict=_settled(options.conflict)))
            return
        dialog = ConflictDialog(len(taken), taken[0].name, self._window)
        dialog.chosen.connect(lambda conflict: self._start(items, replace(options, conflict=conflict)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _start(self, items: Sequence[SaveItem], options: SaveOptions) -> int:
        task = self._tasks.start(self.tr("Saving"))
        self._owner.worker.save(task, items, options)
        return task

    def items(self, keys: Sequence[PictureKey], options: SaveOptions) -> list[SaveItem]:
        """These pictures, as far as they are on disk, with the names that the options give them."""
        found = []
        for key in keys:
            job, picture = self._store.job(key.job_id), self._store.picture(key)
            if job is not None and picture is not None and picture.is_kept:
                name = save_name(job, picture, self._store.batch(job.batch), options)
                source = self._profile.absolute(picture.file)
                found.append(SaveItem(key, source, name, picture.sha256, picture.media_type))
        return found

    def _is_taken(self, item: SaveItem, options: SaveOptions) -> bool:
        """Whether another file than the picture's own copy, as it was saved, has its name."""
        target = options.folder / item.name
        picture = self._store.picture(item.key)
        try:
            if not target.exists():
                return False
            if picture is None or picture.saved_at is None or picture.saved_to != str(target):
                return True
            found = target.stat()
        except OSError:
            return False  # the save will tell what is wrong with that folder
        has_other_size = not is_converted(item, options) and found.st_size != picture.bytes
        return has_other_size or found.st_mtime > picture.saved_at.timestamp()

    def _open_folder(self, folder: Path) -> None:
        """In the system's file manager; the nearest folder above it where it is not there yet."""
        there = next((path for path in (folder, *folder.parents) if path.is_dir()), folder)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(there))):
            words = self.tr("This computer has no file manager that answers. The folder is {path}.")
            self._window.news.tell(words.format(path=there))


def _folders_of(preferences: Preferences) -> set[Path]:
    return {
        folder for folder in (preferences.save.folder, preferences.auto_save_folder) if folder is not None
    }


def _settled(conflict: Conflict) -> Conflict:
    return Conflict.free_name if conflict is Conflict.ask else conflict


def _format_for(file: Path, media_type: str) -> tuple[SaveFormat, str]:
    """The format that the extension asks for, and the name with the extension that is true.

    A name without a known extension gets that of the bytes: a wrong extension is worse than a long name.
    """
    received = extension_for(media_type)
    suffix = file.suffix.lower().replace(".jpeg", ".jpg")
    if suffix == received:
        return SaveFormat.as_received, file.name
    for format_, extension in FORMAT_EXTENSIONS.items():
        if suffix == extension and media_type.startswith("image/"):
            return format_, file.name
    return SaveFormat.as_received, file.name + received
