"""The tiles of the gallery: filtered, searched, ordered and grouped. The words are passed in."""

import contextlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, QUrl

from facegen_gui.domain.failures import FaceGenError
from facegen_gui.domain.job import Job, Picture, PictureKey
from facegen_gui.models.job_store import JobStore
from facegen_gui.models.ordered_model import Index, OrderedModel
from facegen_gui.models.ordered_rows import Entry
from facegen_gui.models.search import is_found, terms_of
from facegen_gui.models.tiles import Arrangement, Tile, facets, sort_key
from facegen_gui.services.decoding import decode
from facegen_gui.services.plain_colours import bare

# A picture of more pixels is handed out as a file only: decoding it would hold up the window.
BITMAP_PIXELS = 16_000_000


class GalleryModel(OrderedModel):
    """One row per tile.

    `say` gives a tile's spoken sentence, `caption` what stands below it, `search_words` the words besides ID
    and label by which `search` finds it, and `file_of` the absolute path of a kept picture.
    """

    def __init__(
        self,
        store: JobStore,
        *,
        say: Callable[[Tile], str],
        caption: Callable[[Tile], str],
        search_words: Callable[[Tile], Iterable[str]],
        file_of: Callable[[Picture], Path],
        parent: QObject | None = None,
    ) -> None:
        self._say = say
        self._caption = caption
        self._search_words = search_words
        self._file_of = file_of
        super().__init__(store, parent)

    def entries_of(self, job: Job, arrangement: Arrangement) -> list[Entry]:
        wanted = int(arrangement.filter)
        if not job.pictures:
            # Number 1 as its first picture will have: the tile stays in place when that arrives.
            if facets(job, None) & wanted and (not arrangement.terms or self._found(Tile(job), arrangement)):
                return [(sort_key(job, 1, arrangement), Tile(job))]
            return []
        entries = []
        for picture in job.pictures:
            if facets(job, picture) & wanted:
                tile = Tile(job, picture)
                if not arrangement.terms or self._found(tile, arrangement):
                    entries.append((sort_key(job, picture.key.number, arrangement), tile))
        return entries

    def text(self, tile: Tile, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._caption(tile)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._say(tile)
        return None

    # What is shown

    def search(self, text: str) -> None:
        """Show only what is found by this text, as `models.search` has it."""
        self.arrange(replace(self.arrangement, terms=terms_of(text)))

    @property
    def picture_count(self) -> int:
        """How many pictures on disk are shown; known without counting."""
        return self._rows.kept

    def picture_place(self, key: PictureKey) -> int:
        """Which of the shown pictures on disk this is, counted from 1; 0 if it is none of them."""
        row = self.row_of(key)
        return self._rows.kept_before(row) + 1 if row >= 0 and self.tile(row).is_kept else 0

    def picture_keys(self) -> list[PictureKey]:
        """All pictures on disk that are shown, in the order shown."""
        return [tile.picture.key for tile in self._rows.tiles if tile.picture and tile.picture.file]

    # Out of the program

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.tile(index.row()).is_kept:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list", "text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return self.mime_of([self.tile(index.row()) for index in indexes])

    def mime_of(self, tiles: Sequence[Tile]) -> QMimeData:
        """File URLs of the kept pictures, the IDs as text, and the bitmap where it is a single one."""
        data = QMimeData()
        kept = [tile.picture for tile in tiles if tile.picture is not None and tile.picture.file]
        data.setText("\n".join(dict.fromkeys(tile.job.id for tile in tiles)))
        data.setUrls([QUrl.fromLocalFile(str(self._file_of(picture))) for picture in kept])
        if len(kept) == 1 and kept[0].is_image and kept[0].width * kept[0].height <= BITMAP_PIXELS:
            with contextlib.suppress(FaceGenError):  # the file itself is handed out all the same
                # Without the texts of the file, which would come along where it is pasted.
                data.setImageData(bare(decode(self._file_of(kept[0]), kept[0].media_type), opaque=False))
        return data

    def _found(self, tile: Tile, arrangement: Arrangement) -> bool:
        return is_found(arrangement.terms, tile.job, lambda: self._search_words(tile))
