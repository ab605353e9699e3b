"""Quitting takes half a second at most, whatever hangs, and loses nothing that was promised."""

import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from facegen_gui.domain.job import JobState, NewJob
from facegen_gui.services import pictures
from facegen_gui.services.events import KeyChanged, LibraryLoaded
from tests.unit.services.conftest import StoreInMemory, Watched

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
