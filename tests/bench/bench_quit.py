"""Closing the program while four requests hang."""

import signal
import socket
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import keyring

from facegen_gui.identity import KEYRING_SERVICE
from tests.bench.figures import Figure
from tests.end2end.program import Program

RUNS = 5


class Silent(threading.Thread):
    """Accepts connections, reads what comes and never answers."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.asked = 0
        self._kept: list[socket.socket] = []
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/api/v1/enterprise"

    def run(self) -> None:
        while True:
            connection, _ = self._socket.accept()
            connection.recv(4096)
            self._kept.append(connection)
            self.asked += 1


def quit_once() -> float:
    server = Silent()
    server.start()
    keyring.set_password(KEYRING_SERVICE, server.url, "a key for nobody")
    with tempfile.TemporaryDirectory() as folder:
        program = Program(Path(folder) / "P", server.url, "11", "12", "13", "14", "15", "16")
        program.until(lambda: server.asked >= 4, "four requests to hang")
        started = time.perf_counter()
        program.process.send_signal(signal.SIGTERM)
        program.process.wait(30)
        seconds = time.perf_counter() - started
    keyring.delete_password(KEYRING_SERVICE, server.url)
    return seconds


def figures() -> Iterator[Figure]:
    times = [quit_once() for _ in range(RUNS)]
    yield Figure("quit with four requests hanging, the process ended", statistics.median(times), "s", 0.5)
