"""Saves and exports beside the fetching end with a word, whatever becomes of them."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import Job, JobState, Picture, PictureKey
from facegen_gui.domain.saves import SaveOptions, SaveReport
from facegen_gui.services import tasks
from facegen_gui.services.events import LibraryLoaded, SaveFinished, SaveUndone, TaskFinished
from facegen_gui.services.resumed_saves import items_left
from facegen_gui.storage.profile import Profile
from facegen_gui.storage.promised_saves import PromisedSave
from tests.unit.services.conftest import Watched
from tests.unit.services.test_fetch_worker import all_in, entries, item

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


def test_a_file_that_is_found_gone_while_saving_is_fetched_again(
    qtbot: QtBot, start: Start, profile: Profile, tmp_path: Path
) -> None:
    watched = start()
    watched.worker.add(entries("101", "103"))
    qtbot.waitUntil(all_in(watched, JobState.ready, "101", "103"))
    qtbot.waitUntil(lambda: bool(watched.told(LibraryLoaded)))
    items = [item(profile, watched, "101"), item(profile, watched, "103")]
    items[0].source.unlink()
    watched.worker.save(7, items, SaveOptions(tmp_path))
    report = finished_save(qtbot, watched)
    assert [each.key.job_id for each in report.unsaved] == ["101"]
    assert [file.key.job_id for file in report.files] == ["103"]
    qtbot.waitUntil(items[0].source.is_file)


def test_a_file_that_is_found_damaged_while_saving_is_fetched_again(
    qtbot: QtBot, start: Start, profile: Profile, tmp_path: Path
) -> None:
    watched = start()
    watched.worker.add(entries("101"))
    qtbot.waitUntil(all_in(watched, JobState.ready, "101"))
    qtbot.waitUntil(lambda: bool(watched.told(LibraryLoaded)))
    wanted = item(profile, watched, "101")
    data = wanted.source.read_bytes()
    wanted.source.write_bytes(b"xx" * 50)
    watched.worker.save(7, [wanted], SaveOptions(tmp_path))
    assert [each.key.job_id for each in finished_save(qtbot, watched).unsaved] == ["101"]
    qtbot.waitUntil(lambda: wanted.source.is_file() and wanted.source.read_bytes() == data)
    qtbot.waitUntil(all_in(watched, JobState.ready, "101"))


def test_undoing_a_save_leaves_a_picture_saved_whose_earlier_copy_is_there(
    qtbot: QtBot, start: Start, profile: Profile, tmp_path: Path
) -> None:
    watched = start()
    watched.worker.add(entries("101", "103"))
    qtbot.waitUntil(all_in(watched, JobState.ready, "101", "103"))
    auto, mine = tmp_path / "auto", tmp_path / "mine"
    for folder in (auto, mine):
        folder.mkdir()
        items = [item(profile, watched, "101"), item(profile, watched, "103")]
        watched.worker.save(7, items, SaveOptions(folder))
        report = finished_save(qtbot, watched)
        watched.events.clear()
    (auto / report.files[1].path.name).unlink()
    watched.worker.undo_save(report)
    qtbot.waitUntil(lambda: watched.told(SaveUndone) == [SaveUndone(2, 0)])
    first, second = (watched.jobs[job_id].pictures[0] for job_id in ("101", "103"))
    assert (first.saved_at is not None, Path(first.saved_to).parent) == (True, auto)
    assert second.saved_at is None


def test_a_save_that_is_cancelled_at_once_saves_nothing_and_is_not_promised(
    qtbot: QtBot, start: Start, profile: Profile, tmp_path: Path
) -> None:
    watched = start()
    watched.worker.add(entries("101"))
    qtbot.waitUntil(all_in(watched, JobState.ready, "101"))
    one = item(profile, watched, "101")
    watched.worker.start_task(0, lambda _progress, _cancelled: tmp_path)  # the loop is awake
    for command in (
        lambda work: work.tasks.save(7, [one], SaveOptions(tmp_path)),
        lambda work: asyncio.get_running_loop().call_soon(work.tasks.cancel, 7),
    ):
        watched.worker._post(command)
    report = finished_save(qtbot, watched)
    assert (report.files, report.cancelled) == ((), True)
    assert list(profile.root.glob("promised-*")) == []


def test_what_was_saved_before_the_end_is_not_saved_again_wherever_its_copy_is(tmp_path: Path) -> None:
    asked = datetime(2026, 8, 3, 9, tzinfo=UTC)
    later, folder = asked + timedelta(minutes=1), tmp_path / "mine"
    saved = {
        1: (later, folder / "1.png"),
        2: (later, folder / "2 (2).png"),  # its name was taken
        3: (asked - timedelta(days=1), folder / "3.png"),
        4: (later, tmp_path / "auto" / "4.png"),
        5: (None, ""),
    }
    pictures = tuple(
        Picture(PictureKey("101", n), file=f"pictures/{n}.png", saved_at=at, saved_to=str(to))
        for n, (at, to) in saved.items()
    )
    job = Job("101", 1, 1, asked, pictures=pictures)
    names = tuple((picture.key, f"{picture.key.number}.png") for picture in pictures)
    promised = PromisedSave(tmp_path / "promised.json", asked, SaveOptions(folder), names)
    left = items_left(promised, {"101": job}, Profile.at(tmp_path))  # type: ignore[arg-type]
    assert [each.key.number for each in left] == [3, 4, 5]


def finished_save(qtbot: QtBot, watched: Watched) -> SaveReport:
    qtbot.waitUntil(lambda: bool(watched.told(SaveFinished)))
    finished = watched.told(SaveFinished)[-1]
    assert isinstance(finished, SaveFinished)
    return finished.report
