"""Saves and exports beside the fetching end with a word, whatever becomes of them."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.saves import SaveOptions, SaveReport
from facegen_gui.services import tasks
from facegen_gui.services.events import SaveFinished, TaskFinished
from tests.unit.services.conftest import Watched

Start = Callable[..., Watched]


def test_a_save_that_fails_by_an_error_is_reported_all_the_same(
    qtbot: QtBot, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(tasks, "save_copies", fail)
    watched = start()
    watched.worker.save(7, [], SaveOptions(tmp_path))
    qtbot.waitUntil(lambda: bool(watched.told(SaveFinished)))
    failure = Failure(FailureKind.internal, detail="MemoryError")
    assert watched.told(SaveFinished) == [SaveFinished(SaveReport(7, tmp_path, failure=failure))]


def test_what_the_program_saves_by_itself_ends_one_by_one(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    watched = start()
    ended: list[int] = []

    def run_of(number: int) -> Callable[..., Path]:
        def run(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Path:
            while number and not cancelled():
                time.sleep(0.005)
            ended.append(number)
            return tmp_path / "nothing"

        return run

    for number in (1, 0):
        watched.worker.start_task(0, run_of(number))
    qtbot.waitUntil(lambda: ended == [0] and bool(watched.told(TaskFinished)))
    watched.worker.cancel_task(0)
    qtbot.waitUntil(lambda: ended == [0, 1])
