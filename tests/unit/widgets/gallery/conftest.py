"""A real gallery over real picture files: the practice service's faces, thumbnails from the decode pool."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool

from facegen_gui.domain.job import Job
from facegen_gui.models.gallery_model import GalleryModel
from facegen_gui.models.job_store import JobStore
from facegen_gui.practice.faces import draw_face
from facegen_gui.resources import resource_path
from facegen_gui.services.events import JobsChanged
from facegen_gui.services.thumbnails import Thumbnails
from facegen_gui.storage.profile import Profile
from facegen_gui.widgets import wording
from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.gallery.grid_view import GridView
from tests.unit.models.samples import START


class Gallery:
    """Everything around a grid view, and the worker's voice."""

    def __init__(self, folder: Path, pool: QThreadPool) -> None:
        self.profile = Profile.at(folder)
        self.store = JobStore()
        self.thumbnails = Thumbnails(self.profile, "http://localhost", pool)
        self.icons = Icons(resource_path("icons"))
        self.model = GalleryModel(
            self.store,
            say=lambda tile: wording.tile_sentence(tile.job, tile.picture, START),
            caption=lambda tile: wording.caption(tile.job, tile.picture),
            search_words=lambda tile: wording.search_words(tile.job, tile.picture, START),
            file_of=lambda picture: self.profile.absolute(picture.file),
        )

    def view(self) -> GridView:
        return GridView(self.model, self.store, self.thumbnails, self.icons)

    def tell(self, *jobs: Job) -> None:
        self.store.apply([JobsChanged(jobs)])

    def with_faces(self, job: Job) -> Job:
        """The job with real files for its pictures."""
        pictures = []
        for picture in job.pictures:
            drawn = draw_face(job.id, picture.key.number)
            path = self.profile.absolute(picture.file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(drawn.data)
            pictures.append(
                replace(
                    picture,
                    media_type=drawn.media_type,
                    width=drawn.width,
                    height=drawn.height,
                    bytes=len(drawn.data),
                )
            )
        return replace(job, pictures=tuple(pictures))


@pytest.fixture
def gallery(qapp, tmp_path):
    pool = QThreadPool()
    yield Gallery(tmp_path, pool)
    pool.waitForDone()
