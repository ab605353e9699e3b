"""Tiles in every state beside reference pictures, light and dark, at 100 % and 200 %.

After a change of looks that is meant: FACEGEN_WRITE_REFERENCES=1, then look at what was written.
"""

import math
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from facegen_gui.domain.failures import FailureKind
from facegen_gui.domain.job import Choice, JobState, Picture, PictureKey
from facegen_gui.services.events import TransferProgress
from facegen_gui.widgets.palettes import dark_palette, light_palette
from tests.unit.models.samples import START, failed, ready, waiting

REFERENCES = Path(__file__).parents[3] / "pictures" / "references"
State = QStyle.StateFlag
# Of 255, per channel; fonts differ a little between machines, a missing badge differs by more.
TOLERANCE = 3.0
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
        waiting(6),
        replace(waiting(8), state=JobState.being_made),
        replace(waiting(9), state=JobState.being_made, being_made_since=START - timedelta(days=1)),
        replace(downloading, pictures=(Picture(PictureKey(downloading.id, 1)),)),
        failed(10, kind=FailureKind.unknown_id),
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


def difference(first, second):
    """Root mean square over coarse cells, so that the exact shape of letters does not decide."""
    assert first.size() == second.size()
    size = first.size() / 8
    smooth = Qt.TransformationMode.SmoothTransformation
    scaled = [
        image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth).convertToFormat(
            QImage.Format.Format_RGBX8888
        )
        for image in (first, second)
    ]
    pairs = zip(bytes(scaled[0].constBits()), bytes(scaled[1].constBits()), strict=True)
    squares = [(a - b) ** 2 for a, b in pairs]
    return math.sqrt(sum(squares) / len(squares))


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
    reference = REFERENCES / f"tiles_{scheme}_{ratio}x.png"
    if os.environ.get("FACEGEN_WRITE_REFERENCES"):
        assert image.save(str(reference))
    expected = QImage(str(reference))
    assert expected.size() == image.size()
    for cell in cells(view, ratio):
        assert difference(image.copy(cell), expected.copy(cell)) < TOLERANCE, cell
