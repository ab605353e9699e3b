"""Quitting takes half a second at most, whatever hangs, and loses nothing that was promised."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facegen_gui.domain.job import JobState, NewJob
from facegen_gui.domain.saves import SaveOptions
from facegen_gui.services import pictures
from facegen_gui.services.events import (
    RESUMED_SAVE,
    KeyChanged,
    LibraryLoaded,
    SaveFinished,
    TaskProgress,
)
from facegen_gui.storage.halves import new_half
from facegen_gui.storage.profile import Profile
from tests.unit.services.conftest import StoreInMemory, Watched
from tests.unit.services.test_fetch_worker import all_in, entries, item

Start = Callable[..., Watched]
IDS = [NewJob(str(number)) for number in range(101, 105)]


class SilentServer:
    """Accepts every connection and never says a word."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/api"
        self.connections: list[socket.socket] = []
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def _accept(self) -> None:
        try:
            while True:
                self.connections.append(self._socket.accept()[0])
        except OSError:
            return

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join()
        for connection in self.connections:
            connection.close()


# Far from what a thread that waits for the hanging thing would take; how long it is stands in the benchmarks.
SOON = 30.0


@pytest.fixture
def silent() -> Iterator[SilentServer]:
    server = SilentServer()
    yield server
    server.close()


@pytest.fixture
def blocked() -> Iterator[threading.Event]:
    """Whatever waits for it hangs for as long as the test runs."""
    event = threading.Event()
    yield event
    event.set()


def seconds_to_stop(watched: Watched) -> float:
    begun = time.monotonic()
    watched.worker.stop()
    assert watched.worker.isFinished()
    return time.monotonic() - begun


def test_with_four_requests_hanging(qtbot: QtBot, start: Start, silent: SilentServer) -> None:
    watched = start(silent.url)
    watched.worker.add(IDS)
    qtbot.waitUntil(lambda: len(silent.connections) == 4)
    assert seconds_to_stop(watched) < SOON


def test_with_a_name_look_up_hanging(
    qtbot: QtBot, start: Start, blocked: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking = threading.Event()

    def hang(*_: object, **__: object) -> list[object]:
        looking.set()
        blocked.wait()
        raise socket.gaierror(socket.EAI_AGAIN, "woken")

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    watched = start("https://faces.example/api")
    watched.worker.add(IDS)
    qtbot.waitUntil(looking.is_set)
    assert seconds_to_stop(watched) < SOON


def test_with_an_unlock_prompt_open(
    qtbot: QtBot, start: Start, blocked: threading.Event, store: StoreInMemory
) -> None:
    asking = threading.Event()

    def ask() -> None:
        asking.set()
        blocked.wait()

    store.before = ask
    watched = start()
    watched.worker.add(IDS)
    qtbot.waitUntil(asking.is_set)
    assert seconds_to_stop(watched) < SOON


def test_with_a_picture_that_takes_long_to_decode(
    qtbot: QtBot, start: Start, blocked: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    decoding = threading.Event()
    real = pictures.inspect

    def slowly(*arguments: object) -> object:
        decoding.set()
        blocked.wait()
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(pictures, "inspect", slowly)
    watched = start()
    watched.worker.add(IDS[:1])
    qtbot.waitUntil(decoding.is_set)
    assert seconds_to_stop(watched) < SOON
    blocked.set()
    watched.pool.waitForDone()
    monkeypatch.undo()
    # What the pool has finished after the end is found at the next start.
    again = start()
    qtbot.waitUntil(lambda: "101" in again.jobs and again.jobs["101"].state is JobState.ready)


def test_in_the_middle_of_a_start(start: Start) -> None:
    assert seconds_to_stop(start()) < SOON


def test_what_was_added_before_quitting_goes_on_at_the_next_start(
    qtbot: QtBot, start: Start, silent: SilentServer
) -> None:
    first = start(silent.url)
    first.worker.add(IDS)
    qtbot.waitUntil(lambda: len(silent.connections) == 4)
    first.worker.stop()
    second = start(silent.url)
    qtbot.waitUntil(lambda: bool(second.told(LibraryLoaded)) and bool(second.told(KeyChanged)))
    assert {job.state for job in second.jobs.values()} == {JobState.waiting}
    qtbot.waitUntil(lambda: len(silent.connections) == 8)


def test_a_save_that_quitting_interrupts_goes_on_at_the_next_start_but_not_one_that_was_cancelled(
    qtbot: QtBot, start: Start, profile: Profile, tmp_path: Path
) -> None:
    first = start()
    first.worker.add(entries("101"))
    qtbot.waitUntil(all_in(first, JobState.ready, "101"))
    wanted, unwanted = tmp_path / "wanted", tmp_path / "unwanted"
    for task, folder in ((7, wanted), (8, unwanted)):
        folder.mkdir()
        one = item(profile, first, "101")
        items = [replace(one, name=f"{number:04}.png") for number in range(2000)]
        first.worker.save(task, items, SaveOptions(folder))
    for task in (7, 8):
        qtbot.waitUntil(lambda task=task: has_begun(first, task))
    first.worker.cancel_task(8)
    first.worker.stop()
    assert len(list(wanted.glob("*.png"))) < 2000
    left = len(list(unwanted.glob("*.png")))
    second = start()
    qtbot.waitUntil(lambda: bool(second.told(SaveFinished)))
    (finished,) = second.told(SaveFinished)
    assert isinstance(finished, SaveFinished)
    assert (finished.report.task, finished.report.resumed) == (RESUMED_SAVE, 2000)
    assert finished.report.failure is None
    assert len(list(wanted.glob("*.png"))) == 2000
    assert len(list(unwanted.glob("*.png"))) == left
    assert list(profile.root.glob("promised-*")) == []


def has_begun(watched: Watched, task: int) -> bool:
    progress = [event for event in watched.events if isinstance(event, TaskProgress)]
    return any(event.task == task and event.done for event in progress)


def test_a_half_written_file_does_not_stay_when_its_writing_hangs(
    qtbot: QtBot, start: Start, blocked: threading.Event, tmp_path: Path
) -> None:
    half = new_half(tmp_path)

    def write(_progress: object, _cancelled: object) -> Path:
        half.write_bytes(b"half")
        blocked.wait()
        return half

    watched = start()
    watched.worker.start_task(7, write, tmp_path)
    qtbot.waitUntil(half.exists)
    assert seconds_to_stop(watched) < SOON
    assert not half.exists()
