"""A choosing pass in the whole program: verdicts, undo, removing and saving with a picture large."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from facegen_gui.domain.job import Choice, PictureKey
from facegen_gui.practice.server import PracticeService
from facegen_gui.services.events import JobsChanged
from facegen_gui.widgets.viewer.viewer import Viewer
from facegen_gui.wiring import handing_on
from facegen_gui.wiring.application import Application
from tests.unit.models.samples import many, waiting
from tests.unit.wiring.conftest import Open

# Jobs of one picture each, in the order in which the gallery shows them.
IDS = ("12202906", "12202915", "12202888")
KEYS = [PictureKey(job_id, 1) for job_id in IDS]


@pytest.fixture
def program(
    open_program: Open, services: tuple[PracticeService, PracticeService], qtbot: QtBot
) -> Application:
    application = open_program(services[0].url)
    application.start("")
    application.worker.set_key(services[0].key, keep=False)
    application.take_over("\n".join(IDS))
    qtbot.waitUntil(lambda: sum(job.is_delivered for job in application.store) == 3)
    application.open_picture(KEYS[0])
    viewer = application._viewer
    qtbot.waitUntil(lambda: viewer.isVisible() and viewer.canvas.has_image)
    return application


@pytest.fixture
def viewer(program: Application) -> Viewer:
    return program._viewer


def test_a_large_picture_whose_file_was_lost_is_neither_shown_in_a_folder_nor_saved(
    program: Application, viewer: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(handing_on, "show_file", shown.append)
    show_in_folder = program.window.commands.show_in_folder
    show_in_folder.trigger()
    assert len(shown) == 1
    job = program.store.job(IDS[0])
    assert job is not None
    lost = tuple(replace(picture, file="") for picture in job.pictures)
    program.store.apply([JobsChanged((replace(job, pictures=lost),))])
    assert viewer.current == KEYS[0]
    show_in_folder.trigger()
    assert len(shown) == 1
    assert program._looking._selection.pictures() == []


def choice(program: Application, key: PictureKey) -> Choice:
    picture = program.store.picture(key)
    assert picture is not None
    return picture.choice


def test_undo_takes_the_verdict_back_and_returns_to_its_picture(
    program: Application, viewer: Viewer, qtbot: QtBot
) -> None:
    viewer.canvas.zoom_to(2.0)
    qtbot.keyClick(viewer, Qt.Key.Key_1)
    qtbot.keyClick(viewer, Qt.Key.Key_3)
    assert viewer.current == KEYS[2]
    qtbot.waitUntil(lambda: choice(program, KEYS[1]) is Choice.no)
    program.window.commands.undo.trigger()
    assert viewer.current == KEYS[1]
    assert viewer.canvas.zoom == 2.0
    qtbot.waitUntil(lambda: choice(program, KEYS[1]) is Choice.none)
    assert choice(program, KEYS[0]) is Choice.keep
    assert not viewer.tools.verdict.choices[Choice.no].isChecked()


def test_a_removed_picture_gives_way_and_comes_back_large_with_undo(
    program: Application, viewer: Viewer, qtbot: QtBot
) -> None:
    program.window.commands.remove.trigger()
    qtbot.waitUntil(lambda: viewer.current == KEYS[1])
    assert "removed" in viewer.flash.text()
    program.window.commands.undo.trigger()
    qtbot.waitUntil(lambda: viewer.current == KEYS[0])


def test_a_rejected_picture_that_the_filter_hides_does_not_end_the_pass(
    program: Application, viewer: Viewer, qtbot: QtBot
) -> None:
    starred = program.window.commands.filter.actions()[4]
    viewer.toggle_star()
    qtbot.waitUntil(lambda: viewer.tools.verdict.star.isChecked())
    starred.trigger()
    viewer.toggle_star()  # and no longer matches
    qtbot.waitUntil(lambda: viewer.tools.place.text() == "")
    assert viewer.current == KEYS[0]
    program.window.commands.filter.actions()[0].trigger()
    qtbot.keyClick(viewer, Qt.Key.Key_1)
    assert viewer.current == KEYS[1]


def test_s_saves_and_the_viewer_says_so(program: Application, viewer: Viewer, qtbot: QtBot) -> None:
    qtbot.keyClick(viewer, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: viewer.flash.text() == "Saved")
    assert viewer.tools.save.text() == "Saved"


def test_full_screen_shows_trouble_only_and_ends_with_the_viewer(
    program: Application, viewer: Viewer, qtbot: QtBot
) -> None:
    window = program.window
    window.news.tell("Something passing")
    window.commands.full_screen.trigger()
    assert viewer.is_full_screen
    assert not window.notices.isVisible()
    viewer.close_viewer()
    assert not viewer.is_full_screen
    assert window.notices.isVisible()


def test_verdicts_in_a_comparison_go_to_the_active_picture(program: Application, qtbot: QtBot) -> None:
    compare = program._compare
    program._looking.open_compare(KEYS)
    qtbot.keyClick(compare, Qt.Key.Key_3)
    assert compare.current == KEYS[0]
    qtbot.keyClick(compare, Qt.Key.Key_Right)
    program.window.commands.keep.trigger()
    qtbot.waitUntil(lambda: choice(program, KEYS[1]) is Choice.keep)
    assert choice(program, KEYS[0]) is Choice.no


def test_printing_opens_a_preview_of_what_is_large(program: Application, qtbot: QtBot) -> None:
    program.window.commands.print.trigger()

    def preview() -> QPrintPreviewDialog | None:
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QPrintPreviewDialog)]
        return found[0] if found else None

    qtbot.waitUntil(lambda: preview() is not None)
    dialog = preview()
    assert dialog is not None
    qtbot.waitExposed(dialog)
    dialog.reject()


def test_the_job_list_marks_what_the_gallery_has_selected_and_nothing_else(
    program: Application, viewer: Viewer, qtbot: QtBot
) -> None:
    program._looking.close_page()
    jobs, gallery = program._jobs, program._gallery
    gallery.show_jobs([IDS[1]])
    qtbot.waitUntil(lambda: jobs.selected_jobs() == [IDS[1]])
    gallery.view.clearSelection()
    qtbot.waitUntil(lambda: jobs.selected_jobs() == [])


def test_what_arrives_moves_neither_the_view_nor_the_selection(
    program: Application, viewer: Viewer, qtbot: QtBot
) -> None:
    program._looking.close_page()
    gallery, view = program._gallery, program._gallery.view
    program.store.apply([JobsChanged(tuple(many(300)))])
    qtbot.waitUntil(lambda: view.laid_out.count == 303)
    for scrolled in (0.0, 0.5):  # once with the selected tile in sight, once far away from it
        gallery.show_jobs(["12000150"])
        qtbot.waitUntil(lambda: program._jobs.selected_jobs() == ["12000150"])
        bar = view.verticalScrollBar()
        bar.setValue(round(bar.value() + scrolled * (bar.maximum() - bar.value())) + 7)
        top = view.tiles.tile(view.visible_rows().start).key
        before, rows = view.row_rect(view.tiles.row_of(top)).y(), view.laid_out.count
        arrived = tuple(waiting(1000 + rows + number, batch=1000 + rows) for number in range(3))
        program.store.apply([JobsChanged(arrived)])
        qtbot.waitUntil(lambda rows=rows: view.laid_out.count == rows + 3)
        qtbot.waitUntil(lambda: program._jobs.laid_out.count == len(program.store))
        QApplication.processEvents()
        assert view.row_rect(view.tiles.row_of(top)).y() == before
        assert gallery.selected_jobs() == ["12000150"]


def test_a_comparison_leaves_the_selection_as_it_was(
    program: Application, viewer: Viewer, qtbot: QtBot
) -> None:
    program._looking.close_page()
    gallery = program._gallery
    gallery.select_all()
    program._looking.open_compare(gallery.selected_pictures())
    qtbot.keyClick(program._compare, Qt.Key.Key_Right)
    qtbot.keyClick(program._compare, Qt.Key.Key_Escape)
    assert gallery.selected_pictures() == KEYS
    assert gallery.view.currentIndex().row() == 1


def test_the_menu_brings_back_the_selection_that_was_given_up(
    program: Application, viewer: Viewer, qtbot: QtBot
) -> None:
    program._looking.close_page()
    gallery, again = program._gallery, program.window.commands.select_again
    assert not again.isEnabled()
    gallery.select_all()
    qtbot.keyClick(gallery.view, Qt.Key.Key_Escape)
    assert gallery.selected_pictures() == []
    qtbot.waitUntil(again.isEnabled)
    again.trigger()
    assert gallery.selected_pictures() == KEYS


def test_a_tiles_menu_has_what_can_be_done_with_a_picture(
    program: Application, viewer: Viewer, qtbot: QtBot
) -> None:
    program._looking.close_page()
    commands, gallery = program.window.commands, program._gallery

    def offered() -> list[QAction]:
        gallery.menu_requested.emit(QPoint())
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return []  # there is nothing to offer
        actions = menu.actions()
        menu.close()
        return actions

    gallery.show_picture(KEYS[0])
    assert {commands.information, commands.print} <= set(offered())
    gallery.select_all()
    assert commands.compare in offered()
    gallery.view.clearSelection()
    assert commands.print not in offered()
