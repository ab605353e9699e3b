"""What the progress line says while the list of jobs is made anew."""

import pytest
from pytestqt.qtbot import QtBot

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.models.job_store import JobStore
from facegen_gui.resources import resource_path
from facegen_gui.services.events import (
    REBUILDING,
    RESUMED_SAVE,
    Event,
    JobsChanged,
    LibraryLoaded,
    PauseChanged,
    TaskProgress,
)
from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.progress_line import ProgressLine
from tests.unit.models.samples import waiting


@pytest.fixture
def store() -> JobStore:
    return JobStore()


@pytest.fixture
def line(qtbot: QtBot, store: JobStore) -> ProgressLine:
    line = ProgressLine(store, Icons(resource_path("icons")))
    qtbot.addWidget(line)
    return line


def test_a_library_that_is_made_anew_shows_how_far_it_is(store: JobStore, line: ProgressLine) -> None:
    def tell(*events: Event) -> str:
        store.apply(events)
        return line.bar.accessibleDescription()

    words = "The list of jobs is made anew from the pictures on disk"
    opening = line.bar.accessibleDescription()
    assert tell(TaskProgress(REBUILDING, 0, 0)) == words
    assert tell(TaskProgress(REBUILDING, 7, 20)) == f"{words}: 7 of 20"
    assert (line.bar.value(), line.bar.maximum(), line.bar.isHidden()) == (7, 20, False)
    assert line.cancel.isHidden()
    assert tell(TaskProgress(REBUILDING, 20, 20)) == opening
    assert line.bar.isHidden()
    assert tell(LibraryLoaded("/profile/library.sqlite3.damaged")) == ""


def test_a_save_that_goes_on_after_a_start_is_shown_and_can_be_cancelled(
    store: JobStore, line: ProgressLine
) -> None:
    store.apply([TaskProgress(RESUMED_SAVE, 1, 3)])
    assert line.sentence == "Saving what was left when the program was closed: 1 of 3"
    assert not line.cancel.isHidden()


def test_a_queue_that_waits_or_is_stopped_is_not_said_to_fetch(store: JobStore, line: ProgressLine) -> None:
    def tell(*events: Event) -> str:
        store.apply(events)
        return line.bar.accessibleDescription()

    assert tell(LibraryLoaded(), JobsChanged((waiting(1), waiting(2)))).startswith("Fetching: 0 of 2")
    assert tell(PauseChanged(Failure(FailureKind.no_credit))).startswith("Stopped: 0 of 2")
    assert tell(PauseChanged(Failure(FailureKind.offline))).startswith("Waiting: 0 of 2")
    assert tell(PauseChanged()).startswith("Fetching: 0 of 2")
