"""Out of the program: clipboard, file manager, printer."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QProcess, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDrag, QGuiApplication, QImage, QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from facegen_gui.domain.failures import FaceGenError
from facegen_gui.domain.job import Picture
from facegen_gui.models.gallery_model import GalleryModel
from facegen_gui.models.job_store import JobStore
from facegen_gui.services.decoding import decode
from facegen_gui.storage.profile import Profile
from facegen_gui.widgets.main_window import MainWindow
from facegen_gui.widgets.printing import PrintPreview
from facegen_gui.widgets.viewer.viewer import Viewer
from facegen_gui.widgets.wording import caption
from facegen_gui.wiring.fetching import can_be_retried
from facegen_gui.wiring.selection import Selection

PRINT_MARGINS = QMarginsF(12, 12, 12, 12)


class HandingOn(QObject):
    def __init__(
        self,
        window: MainWindow,
        store: JobStore,
        model: GalleryModel,
        selection: Selection,
        profile: Profile,
        viewer: Viewer,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._store = store
        self._model = model
        self._selection = selection
        self._profile = profile
        commands = window.commands
        commands.copy.triggered.connect(self.copy_pictures)
        commands.copy_ids.triggered.connect(lambda: _copy_lines(selection.job_ids()))
        commands.copy_failed_ids.triggered.connect(self.copy_failed_ids)
        commands.show_in_folder.triggered.connect(self.show_in_folder)
        commands.print.triggered.connect(self.print_pictures)
        viewer.drag_requested.connect(lambda _key: self.drag_picture(viewer))

    def copy_pictures(self) -> None:
        """Files and, of a single picture, the bitmap: whatever the other program wants to paste."""
        tiles = [tile for tile in self._selection.tiles() if tile.is_kept]
        if tiles:
            QGuiApplication.clipboard().setMimeData(self._model.mime_of(tiles))

    def drag_picture(self, source: QWidget) -> None:
        """Runs a drag of the picture that is shown large."""
        tiles = [tile for tile in self._selection.tiles() if tile.is_kept]
        if tiles:
            drag = QDrag(source)
            drag.setMimeData(self._model.mime_of(tiles))
            # Copies only: a program that moves files would take the original away.
            drag.exec(Qt.DropAction.CopyAction)

    def copy_failed_ids(self) -> None:
        failed = [job.id for job in self._store if can_be_retried(job)]
        if failed:
            _copy_lines(failed)
        else:
            self._window.news.tell_none_failed()

    def show_in_folder(self) -> None:
        """The saved copy if there is one, else the program's own file."""
        for key in self._selection.pictures()[:1]:
            picture = self._store.picture(key)
            if picture is not None:
                saved = Path(picture.saved_to) if picture.saved_to else None
                show_file(saved if saved and saved.is_file() else self._profile.absolute(picture.file))

    def print_pictures(self) -> None:
        keys = self._selection.pictures_or_all()
        pictures = [p for p in map(self._store.picture, keys) if p and p.is_image]
        if not pictures:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageMargins(PRINT_MARGINS, QPageLayout.Unit.Millimeter)
        preview = PrintPreview(pictures, self._caption, self._read, printer, self._window)
        preview.finished.connect(preview.deleteLater)
        preview.open()

    def _caption(self, picture: Picture) -> str:
        job = self._store.job(picture.key.job_id)
        return picture.key.job_id if job is None else caption(job, picture)

    def _read(self, picture: Picture, edge: int) -> QImage | None:
        try:
            return decode(self._profile.absolute(picture.file), picture.media_type, edge)
        except (FaceGenError, ValueError):
            return None


def show_file(path: Path) -> None:
    """Show a file, selected where the system's file manager can do that, else its folder."""
    match QGuiApplication.platformName():
        case "windows":
            # Explorer wants the comma and the path in one argument.
            QProcess.startDetached("explorer.exe", [f"/select,{path}"])
        case "cocoa":
            QProcess.startDetached("open", ["-R", str(path)])
        case _:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _copy_lines(lines: Sequence[str]) -> None:
    if lines:
        QGuiApplication.clipboard().setText("\n".join(lines))
