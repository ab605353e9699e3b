"""The viewer with real files: what is shown, where keys lead, and which wishes leave it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from facegen_gui.domain.job import Choice, PictureKey
from facegen_gui.services.picture_loader import PictureLoader
from facegen_gui.widgets.viewer.viewer import Viewer
from tests.unit.widgets.viewer.conftest import FixedOrder, plain_icon, say


@pytest.fixture
def viewer(qtbot: QtBot, order: FixedOrder, loader: PictureLoader) -> Viewer:
    viewer = Viewer(order, loader, plain_icon, say)
    qtbot.addWidget(viewer)
    viewer.resize(900, 700)
    viewer.show()
    qtbot.waitExposed(viewer)
    viewer.open(PictureKey("1001", 1))
    qtbot.waitUntil(lambda: viewer.canvas.has_image)
    return viewer


def middle(viewer: Viewer) -> QColor:
    image = viewer.canvas.grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2)


def test_arrow_keys_go_to_the_neighbours_and_stop_at_the_ends(viewer: Viewer, qtbot: QtBot) -> None:
    assert middle(viewer) == QColor("green")
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: middle(viewer) == QColor("blue"))
    qtbot.keyClick(viewer, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: middle(viewer) == QColor("cyan"))
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.current == PictureKey("1004", 1)
    qtbot.keyClick(viewer, Qt.Key.Key_Home)
    qtbot.keyClick(viewer, Qt.Key.Key_Left)
    assert viewer.current == PictureKey("1000", 1)


def test_the_neighbours_are_decoded_before_anybody_asks_for_them(
    viewer: Viewer, loader: PictureLoader, qtbot: QtBot
) -> None:
    keys = [PictureKey(job_id, 1) for job_id in ("1000", "1002", "1003")]
    qtbot.waitUntil(lambda: all(loader.image(key) is not None for key in keys))


def test_the_next_face_comes_at_the_same_zoom_and_spot(viewer: Viewer, qtbot: QtBot) -> None:
    viewer.canvas.zoom_to(4.0, QPointF(100, 100))
    spot = QPointF(viewer.viewport.spot)
    viewer.go(1)
    assert viewer.canvas.zoom == 4.0
    assert viewer.viewport.spot == spot


def test_real_size_is_one_picture_pixel_on_one_pixel_of_the_screen(viewer: Viewer) -> None:
    viewer.actual_size()
    target = viewer.canvas.target()
    assert (target.width(), target.height()) == (300, 400)
    image = viewer.canvas.grab().toImage()
    ratio = viewer.canvas.devicePixelRatioF()
    assert image.width() == round(viewer.canvas.width() * ratio)
    assert image.pixelColor(int(target.x()), int(target.y())) == QColor("white")
    assert image.pixelColor(int(target.x()) + 1, int(target.y())) == QColor("green")


def test_a_verdict_is_told_and_the_next_face_is_shown(viewer: Viewer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(viewer.choice_requested) as told:
        viewer.choose(Choice.keep)
    assert told.args == [PictureKey("1001", 1), Choice.keep]
    assert viewer.current == PictureKey("1002", 1)


def test_plain_keys_decide(viewer: Viewer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(viewer.choice_requested) as told:
        qtbot.keyClick(viewer, Qt.Key.Key_3)
    assert told.args == [PictureKey("1001", 1), Choice.no]


def test_escape_asks_to_go_back(viewer: Viewer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(viewer.closed):
        qtbot.keyClick(viewer, Qt.Key.Key_Escape)


def test_double_click_changes_between_fitting_and_real_size(viewer: Viewer, qtbot: QtBot) -> None:
    qtbot.mouseDClick(viewer.canvas, Qt.MouseButton.LeftButton)
    assert viewer.canvas.zoom == 1.0
    qtbot.mouseDClick(viewer.canvas, Qt.MouseButton.LeftButton)
    assert viewer.viewport.zoom is None


def test_turning_is_for_viewing_only_and_ends_with_the_next_opening(viewer: Viewer) -> None:
    viewer.tools.rotate_right.click()
    target = viewer.canvas.target()
    assert target.width() > target.height()
    viewer.open(PictureKey("1000", 1))
    assert viewer.viewport.rotation == 0


def test_the_information_names_everything_and_takes_nothing_as_markup(viewer: Viewer) -> None:
    viewer.tools.information.click()
    text = viewer.information.toPlainText()
    for fact in ("1001", "Face <1>", "Monday", "300 × 400", "image/png", "ab" * 32, "seed", "7"):
        assert fact in text


def test_a_removed_picture_closes_the_viewer(viewer: Viewer, order: FixedOrder, qtbot: QtBot) -> None:
    del order.jobs["1001"]
    with qtbot.waitSignal(viewer.closed):
        viewer.refresh()


def test_a_star_shows_as_soon_as_it_is_known(viewer: Viewer, order: FixedOrder) -> None:
    job = order.jobs["1001"]
    order.jobs["1001"] = replace(job, pictures=(replace(job.pictures[0], starred=True),))
    viewer.refresh()
    assert viewer.tools.star.isChecked()


def test_the_slideshow_goes_on_from_the_last_to_the_first(viewer: Viewer, qtbot: QtBot) -> None:
    viewer.open(PictureKey("1004", 1))
    viewer.tools.slideshow.click()
    viewer._slides.timeout.emit()
    assert viewer.current == PictureKey("1000", 1)
    viewer.close_viewer()
    assert not viewer._slides.isActive()


def test_a_file_that_vanished_is_told_in_words(viewer: Viewer, loader: PictureLoader, qtbot: QtBot) -> None:
    key = PictureKey("1004", 1)
    loader.forget_all()
    with qtbot.waitSignal(loader.failed) as told:
        picture = viewer._order.picture(key)
        assert picture is not None
        loader.want([replace(picture, file="gone.png")])
    assert told.args[0] == key
