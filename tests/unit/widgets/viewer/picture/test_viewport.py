"""Zooming and panning: what is under the pointer stays there, a large picture always fills the window."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QSizeF

from facegen_gui.widgets.viewer.picture.viewport import MAXIMUM_ZOOM, MINIMUM_ZOOM, Viewport

WINDOW = QSizeF(800, 600)
PICTURE = QSizeF(512, 768)


def test_a_fitted_picture_touches_the_nearer_edges_and_is_centred() -> None:
    target = Viewport().target(PICTURE, WINDOW)
    assert (target.width(), target.height()) == (400, 600)
    assert target.center() == QPointF(400, 300)


def test_a_small_picture_is_enlarged_to_at_most_twice_its_size() -> None:
    assert Viewport().effective_zoom(QSizeF(64, 64), WINDOW) == 2.0


@given(
    zoom=st.floats(3, 8),
    factor=st.floats(1.01, 3),
    x=st.floats(300, 500),
    y=st.floats(200, 400),
)
def test_what_is_under_the_pointer_stays_under_it(zoom: float, factor: float, x: float, y: float) -> None:
    viewport = Viewport()
    viewport.zoom_to(zoom, QPointF(400, 300), PICTURE, WINDOW)
    before = viewport.target(PICTURE, WINDOW)
    under = ((x - before.x()) / before.width(), (y - before.y()) / before.height())
    viewport.zoom_to(zoom * factor, QPointF(x, y), PICTURE, WINDOW)
    after = viewport.target(PICTURE, WINDOW)
    # Places are whole device pixels.
    assert after.x() + under[0] * after.width() == pytest.approx(x, abs=1.5 * factor + 1)
    assert after.y() + under[1] * after.height() == pytest.approx(y, abs=1.5 * factor + 1)


@given(
    moves=st.lists(st.tuples(st.floats(-2000, 2000), st.floats(-2000, 2000)), max_size=8),
    zoom=st.floats(0.001, 100),
)
def test_a_picture_larger_than_the_window_always_fills_it(
    moves: list[tuple[float, float]], zoom: float
) -> None:
    viewport = Viewport()
    viewport.zoom_to(zoom, QPointF(0, 0), PICTURE, WINDOW)
    for dx, dy in moves:
        viewport.pan(QPointF(dx, dy), PICTURE, WINDOW)
    target = viewport.target(PICTURE, WINDOW)
    assert MINIMUM_ZOOM <= viewport.effective_zoom(PICTURE, WINDOW) <= MAXIMUM_ZOOM
    if target.width() > WINDOW.width():
        assert target.left() <= 0.5
        assert target.right() >= WINDOW.width() - 0.5
    if target.height() > WINDOW.height():
        assert target.top() <= 0.5
        assert target.bottom() >= WINDOW.height() - 0.5


@given(degrees=st.sampled_from([90, 180, 270, -90]), x=st.floats(0, 1), y=st.floats(0, 1))
def test_turning_there_and_back_looks_at_the_same_spot(degrees: int, x: float, y: float) -> None:
    viewport = Viewport()
    viewport.spot = QPointF(x, y)
    viewport.rotate(degrees)
    viewport.rotate(-degrees)
    assert viewport.rotation == 0
    assert viewport.spot.x() == pytest.approx(x)
    assert viewport.spot.y() == pytest.approx(y)
