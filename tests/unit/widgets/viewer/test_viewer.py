"""The viewer with real files: what is shown, where keys lead, and which wishes leave it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from facegen_gui.domain.job import Choice, PictureKey
from facegen_gui.services.picture_loader import PictureLoader
from facegen_gui.widgets.viewer.viewer import Viewer
from tests.unit.widgets.viewer.conftest import WHEN, FixedOrder, plain_icon, say


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
    for fact in ("1001", "Face <1>", "Monday", "300 × 400", "Picture (PNG)", "ab" * 32, "Seed number", "7"):
        assert fact in text
    assert "not yet" in text


def test_a_removed_picture_gives_way_to_the_next_and_the_last_one_to_the_gallery(
    viewer: Viewer, order: FixedOrder, qtbot: QtBot
) -> None:
    del order.jobs["1001"]
    viewer.refresh()
    assert viewer.current == PictureKey("1002", 1)
    for job_id in ("1003", "1004", "1002"):
        del order.jobs[job_id]
    viewer.refresh()
    assert viewer.current == PictureKey("1000", 1)
    order.jobs.clear()
    with qtbot.waitSignal(viewer.closed):
        viewer.refresh()


def test_a_picture_that_no_longer_matches_the_filter_still_leads_to_its_neighbours(
    viewer: Viewer, order: FixedOrder
) -> None:
    order.hidden.add("1001")
    viewer.refresh()
    assert viewer.current == PictureKey("1001", 1)
    assert viewer.tools.next.isEnabled()
    assert viewer.tools.place.text() == ""
    viewer.go(1)
    assert viewer.current == PictureKey("1002", 1)


def test_both_ends_are_told_and_their_buttons_are_off(viewer: Viewer, qtbot: QtBot) -> None:
    viewer.go_to_end(last=True)
    assert (viewer.tools.previous.isEnabled(), viewer.tools.next.isEnabled()) == (True, False)
    viewer.go(1)
    assert viewer.flash.isVisible()
    assert "last" in viewer.flash.text()
    viewer.choose(Choice.keep)
    assert viewer.flash.text().startswith("Keep: Face <4>")
    assert "last picture" in viewer.flash.text()
    viewer.go_to_end(last=False)
    viewer.go(-1)
    assert "first" in viewer.flash.text()
    assert not viewer.tools.previous.isEnabled()


def test_a_verdict_is_taken_back_by_its_own_button_without_going_on(
    viewer: Viewer, order: FixedOrder, qtbot: QtBot
) -> None:
    job = order.jobs["1001"]
    order.jobs["1001"] = replace(job, pictures=(replace(job.pictures[0], choice=Choice.no),))
    viewer.refresh()
    assert "rejected" in viewer.tools.title.text()
    button = viewer.tools.verdict.choices[Choice.no]
    assert button.isChecked()
    with qtbot.waitSignal(viewer.choice_requested) as told:
        button.click()
    assert told.args == [PictureKey("1001", 1), Choice.none]
    assert viewer.current == PictureKey("1001", 1)


def test_escape_ends_the_slideshow_then_full_screen_then_the_viewer(viewer: Viewer, qtbot: QtBot) -> None:
    viewer.set_full_screen(True)
    viewer.tools.slideshow.setChecked(True)
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert not viewer.tools.slideshow.isChecked()
    with qtbot.waitSignal(viewer.full_screen_requested), qtbot.assertNotEmitted(viewer.closed):
        qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    viewer.set_full_screen(False)
    with qtbot.waitSignal(viewer.closed):
        qtbot.keyClick(viewer, Qt.Key.Key_Escape)


def test_full_screen_leaves_nothing_but_the_picture_until_the_pointer_moves(
    viewer: Viewer, qtbot: QtBot
) -> None:
    tools = viewer.tools
    viewer.set_full_screen(True)
    assert viewer.canvas.size() == viewer.size()
    viewer._full_screen._on_idle()
    assert not tools.isVisible()
    assert viewer.canvas.cursor().shape() is Qt.CursorShape.BlankCursor
    viewer.canvas.pointer_moved.emit(QPointF(5, 5))
    assert tools.isVisible()
    viewer.set_full_screen(False)
    assert tools.isVisible()
    qtbot.waitUntil(lambda: viewer.canvas.geometry().top() > tools.geometry().bottom())


def test_where_there_is_no_room_words_go_before_the_title_does(viewer: Viewer, qtbot: QtBot) -> None:
    style = Qt.ToolButtonStyle
    keep = viewer.tools.verdict.choices[Choice.keep]
    viewer.setMinimumSize(1, 1)
    viewer.resize(1400, 700)
    assert keep.toolButtonStyle() is style.ToolButtonTextBesideIcon
    viewer.resize(600, 500)
    assert keep.toolButtonStyle() is style.ToolButtonIconOnly
    title = viewer.tools.title
    qtbot.waitUntil(lambda: title.width() >= title.minimumSizeHint().width())
    assert viewer.tools.layout().minimumSize().width() <= 600


def test_a_size_is_chosen_from_the_menu_of_the_zoom(viewer: Viewer) -> None:
    zoom = viewer.tools.zoom
    assert zoom.fit.isChecked()
    zoom.sizes[200].trigger()
    assert viewer.canvas.zoom == 2.0
    assert "200" in zoom.text()
    assert not viewer.tools.fit.isChecked()
    zoom.fit.trigger()
    assert viewer.viewport.zoom is None


def test_other_media_are_named_and_can_be_saved(viewer: Viewer, order: FixedOrder, qtbot: QtBot) -> None:
    job = order.jobs["1002"]
    film = replace(job.pictures[0], media_type="video/mp4", width=0, height=0)
    order.jobs["1002"] = replace(job, pictures=(film,))
    viewer.go(1)
    assert not viewer.canvas.has_image
    assert "Video (MP4)" in viewer.canvas._message
    assert not viewer.tools.rotate_left.isEnabled()
    with qtbot.waitSignal(viewer.save_requested):
        qtbot.keyClick(viewer, Qt.Key.Key_S)


def test_saving_is_told_on_the_picture_and_on_its_button(viewer: Viewer, order: FixedOrder) -> None:
    job = order.jobs["1001"]
    saved = replace(job.pictures[0], saved_at=WHEN, saved_to="/faces/1001.png")
    order.jobs["1001"] = replace(job, pictures=(saved,))
    viewer.refresh()
    assert viewer.flash.text() == "Saved"
    assert viewer.tools.save.text() == "Saved"
    assert "/faces/1001.png" in viewer.tools.save.toolTip()
    assert viewer.tools.save.accessibleName() == "Save picture 1 of job 1001"


def test_a_fitted_picture_is_dragged_out_and_a_large_one_is_moved(viewer: Viewer, qtbot: QtBot) -> None:
    def drag() -> None:
        qtbot.mousePress(viewer.canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
        qtbot.mouseMove(viewer.canvas, QPoint(340, 340))
        qtbot.mouseRelease(viewer.canvas, Qt.MouseButton.LeftButton, pos=QPoint(340, 340))

    with qtbot.waitSignal(viewer.drag_requested) as told:
        drag()
    assert told.args == [PictureKey("1001", 1)]
    viewer.canvas.zoom_to(8.0)
    before = viewer.canvas.target().topLeft()
    with qtbot.assertNotEmitted(viewer.drag_requested):
        drag()
    assert viewer.canvas.target().topLeft() != before
    assert viewer.canvas.cursor().shape() is Qt.CursorShape.OpenHandCursor


def test_a_star_shows_as_soon_as_it_is_known(viewer: Viewer, order: FixedOrder) -> None:
    job = order.jobs["1001"]
    order.jobs["1001"] = replace(job, pictures=(replace(job.pictures[0], starred=True),))
    viewer.refresh()
    assert viewer.tools.verdict.star.isChecked()


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


def test_in_full_screen_the_information_is_read_below_the_tools(viewer: Viewer) -> None:
    viewer.tools.information.setChecked(True)
    beside = viewer.information.viewport()
    viewer.set_full_screen(True)
    viewer.grab()
    assert beside.mapTo(viewer, QPoint()).y() > viewer.tools.geometry().bottom()
    viewer.set_full_screen(False)
    viewer.grab()
    assert beside.mapTo(viewer, QPoint()).y() == viewer.canvas.y()
