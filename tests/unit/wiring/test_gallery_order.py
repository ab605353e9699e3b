"""The viewer's way through the gallery: from picture to picture, over what is none."""

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from facegen_gui.domain.job import PictureKey
from facegen_gui.domain.preferences import SortOrder
from facegen_gui.models.gallery_model import GalleryModel
from facegen_gui.models.job_store import JobStore
from facegen_gui.services.events import JobsChanged
from facegen_gui.wiring.gallery_order import GalleryOrder
from tests.unit.models.samples import failed, ready, waiting


def test_pictures_are_counted_and_not_the_tiles_that_wait_or_have_failed(qtbot: QtBot) -> None:
    store = JobStore()
    model = GalleryModel(
        store, say=str, caption=str, search_words=lambda tile: (), file_of=lambda p: Path(p.file)
    )
    order = GalleryOrder(model, store)
    store.apply([JobsChanged((failed(1), ready(2, pictures=2), waiting(3), ready(4)))])
    model.arrange(replace(model.arrangement, sort=SortOrder.oldest))
    qtbot.waitUntil(lambda: model.is_settled)
    shown = [PictureKey(ready(2).id, 1), PictureKey(ready(2).id, 2), PictureKey(ready(4).id, 1)]
    assert [order.position(key) for key in shown] == [(1, 3), (2, 3), (3, 3)]
    assert order.position(PictureKey(failed(1).id, 0)) == (0, 3)
    assert order.position(PictureKey("999", 1)) == (0, 3)
