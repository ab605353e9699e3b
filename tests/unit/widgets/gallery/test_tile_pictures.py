"""Tiles in every state beside reference pictures, light and dark, at 100 % and 200 %.

How they are written anew stands in tests/pictures/references.py.
"""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from facegen_gui.domain.failures import FailureKind
from facegen_gui.domain.job import Choice, JobState, Picture, PictureKey
from facegen_gui.services.events import TransferProgress
from facegen_gui.widgets.palettes import dark_palette, light_palette
from tests.pictures.references import assert_looks_like
from tests.unit.models.samples import START, failed, ready, waiting

State = QStyle.StateFlag
COLUMNS = 6


def jobs(gallery):
    """One of each state, in the order in which they are painted."""
    faces = [gallery.with_faces(ready(i, pictures=1, label="Anna" if i == 3 else "")) for i in range(1, 6)]

    def marked(job, **changes):
        return replace(job, pictures=(replace(job.pictures[0], **changes),))

    downloading = replace(waiting(7), state=JobState.downloading)
    return [
        faces[0],
        marked(faces[1], saved_at=START, starred=True, choice=Choice.keep),
        marked(faces[2], choice=Choice.no),
        marked(faces[3], choice=Choice.maybe),
        marked(faces[4], media_type="video/mp4", width=0, height=0, bytes=1_000_000),
        waiting(6, label="Bruno"),
        replace(waiting(8), state=JobState.being_made),
        replace(waiting(9), state=JobState.being_made, being_made_since=START - timedelta(days=1)),
        replace(downloading, pictures=(Picture(PictureKey(downloading.id, 1)),)),
        replace(failed(10, kind=FailureKind.unknown_id), label="Clara"),
        replace(waiting(11), state=JobState.overdue),
    ]


def painted(gallery, view, ratio):
    """All tiles beside each other: plain, then the first two pointed at, selected and focused."""
    size = view.painter.geometry.size
    states = [State.State_Enabled] * view.tiles.rowCount()
    extra = [(0, State.State_MouseOver), (1, State.State_Selected | State.State_HasFocus)]
    shown = [*enumerate(states), *extra]
    lines = -(-len(shown) // COLUMNS)
    pixels = QSize(size.width() * COLUMNS, size.height() * lines) * ratio
    image = QImage(pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(view.painter.colours.base)
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    painter = QPainter(image)
    for place, (row, state) in enumerate(shown):
        line, column = divmod(place, COLUMNS)
        option.rect = QRect(column * size.width(), line * size.height(), size.width(), size.height())
        option.state = state | State.State_Enabled
        view.painter.paint(painter, option, view.tiles.index(row))
    painter.end()
    return image


def cells(view, ratio):
    """Where each tile is in the painted picture, in its pixels."""
    size = view.painter.geometry.size * ratio
    count = view.tiles.rowCount() + 2
    for place in range(count):
        line, column = divmod(place, COLUMNS)
        yield QRect(column * size.width(), line * size.height(), size.width(), size.height())


@pytest.mark.screen
@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_tiles_in_every_state_look_like_their_reference(qtbot, gallery, scheme, ratio):
    view = gallery.view()
    qtbot.addWidget(view)
    view.setPalette(light_palette() if scheme == "light" else dark_palette())
    told = jobs(gallery)
    gallery.tell(*told)
    gallery.store.apply([TransferProgress(PictureKey(told[8].id, 1), 400_000, 1_000_000)])
    pictures = [job.pictures[0] for job in told[:4]]
    edge = round(view.edge * ratio)
    gallery.thumbnails.want(pictures, edge)
    qtbot.waitUntil(lambda: all(gallery.thumbnails.pixmap(p, edge) for p in pictures))
    view.painter.make_room(4_000_000)
    image = painted(gallery, view, ratio)
    assert_looks_like(image, f"tiles_{scheme}_{ratio}x.png", cells(view, ratio))
