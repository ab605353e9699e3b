from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import QApplication

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import JobState
from facegen_gui.models.job_list_model import JobListModel
from facegen_gui.models.job_store import JobStore
from facegen_gui.resources import resource_path
from facegen_gui.services.events import JobsChanged, PauseChanged
from facegen_gui.widgets import wording
from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.job_list_view import JobListView
from tests.unit.models.samples import START, failed, many, ready, waiting


@pytest.fixture
def store(qapp):
    return JobStore()


@pytest.fixture
def jobs(qtbot, store):
    model = JobListModel(store, say=lambda job: wording.job_sentence(job, START))
    view = JobListView(model, Icons(resource_path("icons")))
    qtbot.addWidget(view)
    view.resize(320, 500)
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_every_job_has_a_row_that_speaks(store, jobs):
    store.apply([JobsChanged((ready(1, pictures=2), waiting(2, label="Anna"), failed(3)))])
    interface = QAccessible.queryAccessibleInterface(jobs)
    assert interface.role() == QAccessible.Role.List
    assert interface.text(QAccessible.Text.Name) == "Jobs"
    assert interface.childCount() == 3
    spoken = [interface.child(row).text(QAccessible.Text.Name) for row in range(3)]
    assert spoken[1] == "Job 12000002, Anna, waiting"
    assert spoken[0].startswith("Job 12000001, ready, 2 picture")


def test_a_click_tells_which_jobs_are_to_be_shown(qtbot, store, jobs):
    store.apply([JobsChanged((ready(1), waiting(2), failed(3)))])
    left, control = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(jobs.jobs_selected) as told:
        qtbot.mouseClick(jobs.viewport(), left, pos=jobs.row_rect(1).center())
    assert told.args[0] == ["12000002"]
    with qtbot.waitSignal(jobs.jobs_selected) as told:
        qtbot.mouseClick(jobs.viewport(), left, control, jobs.row_rect(2).center())
    assert told.args[0] == ["12000002", "12000003"]
    with qtbot.waitSignal(jobs.jobs_selected) as told:
        qtbot.keyClick(jobs, Qt.Key.Key_Home)
    assert told.args[0] == ["12000001"]


def test_what_assistive_technology_selects_is_told_like_a_click(qtbot, store, jobs):
    store.apply([JobsChanged((ready(1), waiting(2)))])
    with qtbot.waitSignal(jobs.jobs_selected) as told:
        jobs.selectionModel().select(jobs.tiles.index(1), jobs.selectionModel().SelectionFlag.Select)
    assert told.args[0] == ["12000002"]


def test_selecting_by_the_program_tells_no_wish(qtbot, store, jobs):
    store.apply([JobsChanged((ready(1), waiting(2)))])
    told = []
    jobs.jobs_selected.connect(told.append)
    jobs.show_jobs(["12000002", "unknown"])
    assert jobs.selected_jobs() == ["12000002"]
    with qtbot.waitSignal(jobs.jobs_selected):
        qtbot.keyClick(jobs, Qt.Key.Key_Home)
    assert told == [["12000001"]]


def test_a_row_shows_another_state_as_soon_as_it_is_told(qtbot, store, jobs):
    store.apply([JobsChanged((waiting(1),))])
    before = jobs.grab().toImage()
    store.apply([JobsChanged((replace(waiting(1), state=JobState.overdue),))])
    assert jobs.grab().toImage() != before


def test_rows_say_as_much_as_fits_whatever_number_the_clock_shows(store, jobs):
    texts = ("Being made · asked 2 s ago · next in 3 s", "Being made · next in 3 s", "Being made")
    fitting, wide = jobs.itemDelegate().fitting, jobs.fontMetrics().horizontalAdvance
    assert fitting(texts, 1000) == texts[0]
    assert fitting(texts, wide(texts[0])) == texts[1]  # 12 s and 13 s would not fit
    assert fitting(texts, wide(texts[2])) == texts[2]
    assert fitting(texts, wide(texts[2]) // 2).endswith("…")


def test_a_pause_is_shown_at_once_and_so_is_its_end(store, jobs):
    store.apply([JobsChanged((waiting(1),))])
    before = jobs.grab().toImage()
    store.apply([PauseChanged(Failure(FailureKind.offline))])
    assert jobs.grab().toImage() != before
    store.apply([PauseChanged()])
    assert jobs.grab().toImage() == before


def test_when_nothing_is_chosen_any_more_no_row_stays_marked(qtbot, store, jobs):
    store.apply([JobsChanged((ready(1), waiting(2)))])
    told = []
    jobs.jobs_selected.connect(told.append)
    jobs.show_jobs(["12000002"])
    jobs.show_jobs([])
    assert jobs.selected_jobs() == []
    with qtbot.waitSignal(jobs.jobs_selected):
        qtbot.keyClick(jobs, Qt.Key.Key_Home)
    assert told == [["12000001"]]


def test_the_menu_key_asks_for_a_menu_at_the_current_row(qtbot, store, jobs):
    store.apply([JobsChanged((ready(1), waiting(2)))])
    jobs.show_jobs(["12000002"])
    with qtbot.waitSignal(jobs.menu_requested) as asked:
        at = QPoint(1, 1)
        QApplication.sendEvent(
            jobs.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, jobs.mapToGlobal(at))
        )
    assert jobs.row_rect(1).contains(jobs.viewport().mapFromGlobal(asked.args[0]))


def test_many_rows_are_scrolled_like_few(qtbot, store, jobs):
    store.apply([JobsChanged(tuple(many(3000)))])
    qtbot.waitUntil(lambda: jobs.tiles.is_settled and jobs.laid_out.count == 3000)
    jobs.show_jobs(["12002999"])
    jobs.scrollTo(jobs.tiles.index(2999))
    assert jobs.viewport().rect().contains(jobs.row_rect(2999))


def test_rows_that_arrive_above_the_selected_one_are_no_wish_to_see_it(qtbot, store, jobs):
    store.apply([JobsChanged(tuple(many(100)))])
    with qtbot.waitSignal(jobs.jobs_selected):
        qtbot.mouseClick(jobs.viewport(), Qt.MouseButton.LeftButton, pos=jobs.row_rect(3).center())
    told = []
    jobs.jobs_selected.connect(told.append)
    store.apply([JobsChanged(tuple(waiting(number, batch=9) for number in range(200, 203)))])
    QApplication.processEvents()
    assert jobs.selected_rows() == [6]
    assert told == []
