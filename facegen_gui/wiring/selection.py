"""What a command applies to: the large picture while one is shown, else what is selected in the gallery."""

from PySide6.QtCore import QObject, Signal

from facegen_gui.domain.job import PictureKey
from facegen_gui.models.gallery_model import GalleryModel
from facegen_gui.models.job_store import JobStore
from facegen_gui.models.tiles import Tile
from facegen_gui.widgets.gallery.gallery_panel import GalleryPanel
from facegen_gui.widgets.viewer.compare import Compare
from facegen_gui.widgets.viewer.viewer import Viewer


class Selection(QObject):
    changed = Signal()

    def __init__(
        self,
        store: JobStore,
        gallery: GalleryPanel,
        model: GalleryModel,
        viewer: Viewer,
        compare: Compare,
    ) -> None:
        super().__init__(gallery)
        self._store = store
        self._gallery = gallery
        self._model = model
        self._viewer = viewer
        self._compare = compare
        gallery.selection_changed.connect(self.changed)
        gallery.shown_changed.connect(self.changed)
        for page in (viewer, compare):
            page.shown.connect(lambda _key: self.changed.emit())

    @property
    def large(self) -> PictureKey | None:
        """The picture that is shown large or active in a comparison."""
        return self._viewer.current or self._compare.current

    def tiles(self) -> list[Tile]:
        """In the order shown."""
        if self.large is None:
            return self._gallery.selected_tiles()
        row = self._model.row_of(self.large)
        return [self._model.tile(row)] if row >= 0 else []

    def pictures(self) -> list[PictureKey]:
        """Keys of what is selected and on disk."""
        large = self.large
        if large is None:
            return self._gallery.selected_pictures()
        # Its file may have been lost since it was opened.
        picture = self._store.picture(large)
        return [large] if picture is not None and picture.is_kept else []

    def job_ids(self) -> list[str]:
        return self._gallery.selected_jobs() if self.large is None else [self.large.job_id]

    def pictures_or_all(self) -> list[PictureKey]:
        """What is selected, or else everything that is shown."""
        return self.pictures() or self.shown_pictures()

    def job_ids_or_all(self) -> list[str]:
        """The selected jobs, or else all that are shown."""
        if selected := self.job_ids():
            return selected
        tiles = self._model.tiles(0, self._model.rowCount())
        return list(dict.fromkeys(tile.job.id for tile in tiles))

    def shown_pictures(self) -> list[PictureKey]:
        """Everything that the gallery shows now and that is on disk."""
        return self._gallery.shown_pictures()
