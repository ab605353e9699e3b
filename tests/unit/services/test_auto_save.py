"""What is saved by itself as it arrives, and what a person took back, which is not saved again."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from facegen_gui.domain.job import JobState
from facegen_gui.domain.saves import SaveFormat, SaveOptions
from facegen_gui.practice.server import PracticeService
from facegen_gui.services.events import SaveFinished, SaveUndone
from facegen_gui.storage.profile import Profile
from tests.unit.services.conftest import StoreInMemory, Watched
from tests.unit.services.test_fetch_worker import all_in, entries, item

Start = Callable[..., Watched]


def test_what_arrives_is_saved_at_once_where_that_is_wanted(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    watched = start()
    (tmp_path / "auto").mkdir()
    watched.worker.set_auto_save(SaveOptions(tmp_path / "auto"))
    watched.worker.add(entries("101", "102"))
    qtbot.waitUntil(lambda: bool(watched.told(SaveFinished)))
    qtbot.waitUntil(lambda: len(list((tmp_path / "auto").iterdir())) == 3)
    report = watched.told(SaveFinished)[0]
    assert isinstance(report, SaveFinished)
    assert report.report.automatic


def test_what_quitting_kept_from_being_saved_is_saved_at_the_next_start_but_nothing_older(
    qtbot: QtBot,
    start: Start,
    profile: Profile,
    practice: PracticeService,
    store: StoreInMemory,
    tmp_path: Path,
) -> None:
    for job_id, age in (("101", timedelta(hours=25)), ("103", timedelta())):
        before = start(now=lambda age=age: datetime.now(UTC) - age)
        before.worker.add(entries(job_id))
        qtbot.waitUntil(all_in(before, JobState.ready, job_id))
        before.worker.stop()
    (tmp_path / "auto").mkdir()
    again = Watched(profile, practice.url, store)
    again.worker.set_auto_save(SaveOptions(tmp_path / "auto", pattern="{number} of {id}"))
    again.worker.start()
    try:
        qtbot.waitUntil(lambda: bool(again.told(SaveFinished)))
    finally:
        again.worker.stop()
        again.pool.waitForDone()
    assert [path.name for path in (tmp_path / "auto").iterdir()] == ["1 of 103.webp"]


def test_what_was_saved_and_taken_back_is_not_saved_again_at_the_next_start(
    qtbot: QtBot,
    start: Start,
    profile: Profile,
    practice: PracticeService,
    store: StoreInMemory,
    tmp_path: Path,
) -> None:
    (tmp_path / "auto").mkdir()
    before = start()
    before.worker.add(entries("101", "103"))
    qtbot.waitUntil(all_in(before, JobState.ready, "101", "103"))
    before.worker.save(7, [item(profile, before, "101")], SaveOptions(tmp_path / "auto"))
    qtbot.waitUntil(lambda: bool(before.told(SaveFinished)))
    (finished,) = before.told(SaveFinished)
    assert isinstance(finished, SaveFinished)
    before.worker.undo_save(finished.report)
    qtbot.waitUntil(lambda: before.told(SaveUndone) == [SaveUndone(1, 0)])
    before.worker.stop()
    again = Watched(profile, practice.url, store)
    again.worker.set_auto_save(SaveOptions(tmp_path / "auto"))
    again.worker.start()
    try:
        qtbot.waitUntil(lambda: bool(again.told(SaveFinished)))
    finally:
        again.worker.stop()
        again.pool.waitForDone()
    assert [path.name for path in (tmp_path / "auto").iterdir()] == ["103_1.webp"]


def test_what_arrives_is_named_by_the_options_it_is_saved_with(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    watched = start()
    (tmp_path / "auto").mkdir()
    watched.worker.set_auto_save(SaveOptions(tmp_path / "auto"))
    watched.worker.add(entries("101"))
    qtbot.waitUntil(all_in(watched, JobState.ready, "101"))
    watched.worker.set_auto_save(SaveOptions(tmp_path / "auto", "job {id}_{number}", format=SaveFormat.jpeg))
    qtbot.waitUntil(lambda: bool(watched.told(SaveFinished)))
    (saved,) = (tmp_path / "auto").iterdir()
    assert saved.name == "job 101_1.jpg"
    assert saved.read_bytes().startswith(b"\xff\xd8")
