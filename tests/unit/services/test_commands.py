"""Commands of the window that fail by an error are told of and end nothing else."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import NewJob
from facegen_gui.services.events import LibraryLoaded, TroubleFound
from facegen_gui.services.worker_loop import WorkerLoop
from tests.unit.services.conftest import Watched


@pytest.mark.parametrize("early", [True, False])
def test_a_command_that_fails_does_not_end_the_worker(
    qtbot: QtBot, start: Callable[..., Watched], monkeypatch: pytest.MonkeyPatch, early: bool
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(WorkerLoop, "set_label", fail)
    watched = start()
    if not early:
        qtbot.waitUntil(lambda: bool(watched.told(LibraryLoaded)))
    watched.worker.set_label("101", "Anna")
    watched.worker.add([NewJob("101")])
    qtbot.waitUntil(lambda: "101" in watched.jobs)
    failure = Failure(FailureKind.internal, detail="ZeroDivisionError")
    assert watched.told(TroubleFound) == [TroubleFound(failure)]
