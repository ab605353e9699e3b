"""One running program per profile, told by its answering."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from facegen_gui.services.single_instance import Claim, SingleInstance, channel_name

SECOND_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from facegen_gui.services.single_instance import SingleInstance
app = QCoreApplication([])
print(SingleInstance(Path(sys.argv[1])).claim(sys.stdin.read(), "token").value)
"""

STAYING_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from facegen_gui.services.single_instance import SingleInstance
app = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]))
claim = instance.claim()
instance.listen()
print(claim.value, flush=True)
app.exec()
"""


def second_start(profile: Path, text: str) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", SECOND_START, str(profile)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdin is not None
    process.stdin.write(text)
    process.stdin.close()
    process.stdin = None
    return process


@pytest.fixture
def first(tmp_path: Path, qtbot: QtBot) -> Iterator[SingleInstance]:
    instance = SingleInstance(tmp_path)
    assert instance.claim() is Claim.first
    instance.listen()
    yield instance
    instance.close()


def test_a_second_start_hands_its_arguments_over(first: SingleInstance, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(first.arguments_received) as received:
        process = second_start(tmp_path, "101\n102 Zoë")
    assert received.args == ["101\n102 Zoë", "token"]
    assert process.communicate(timeout=20)[0] == "handed_over\n"


def test_large_lists_are_handed_over_whole(first: SingleInstance, tmp_path: Path, qtbot: QtBot) -> None:
    text = "12202888\n" * 300_000
    with qtbot.waitSignal(first.arguments_received) as received:
        process = second_start(tmp_path, text)
    assert received.args is not None
    assert received.args[0] == text
    assert process.communicate(timeout=20)[0] == "handed_over\n"


def test_another_profile_is_another_program(first: SingleInstance, tmp_path: Path) -> None:
    other = SingleInstance(tmp_path / "other")
    assert other.claim() is Claim.first
    other.close()


def test_after_the_first_has_ended_the_next_is_first(tmp_path: Path, qtbot: QtBot) -> None:
    for _ in range(3):
        instance = SingleInstance(tmp_path)
        assert instance.claim() is Claim.first
        instance.listen()
        instance.close()


def test_a_second_start_waits_until_the_first_can_be_asked(tmp_path: Path, qtbot: QtBot) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim() is Claim.first
    process = second_start(tmp_path, "101")
    with qtbot.waitSignal(first.arguments_received) as received:
        QTimer.singleShot(100, first.listen)
    assert received.args == ["101", "token"]
    assert process.communicate(timeout=20)[0] == "handed_over\n"
    first.close()


def test_a_first_that_never_listened_leaves_the_place_to_the_next(tmp_path: Path, qtbot: QtBot) -> None:
    for _ in range(2):
        instance = SingleInstance(tmp_path)
        assert instance.claim() is Claim.first
        instance.close()


def test_what_a_killed_program_leaves_behind_blocks_nobody(tmp_path: Path, qtbot: QtBot) -> None:
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            STAYING_START,
            str(tmp_path),
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "first\n"
    process.kill()
    process.communicate()
    if sys.platform != "win32":
        assert Path(channel_name(tmp_path)).exists()
    instance = SingleInstance(tmp_path)
    assert instance.claim() is Claim.first
    instance.close()


def test_a_first_that_hangs_is_not_waited_for_longer_than_two_seconds(tmp_path: Path, qtbot: QtBot) -> None:
    hanging = QLocalServer()
    assert hanging.listen(channel_name(tmp_path))
    start = time.monotonic()
    # This thread does not run the server's events meanwhile, as a hanging program does not.
    assert SingleInstance(tmp_path).claim("101") is Claim.unanswered
    # Without an end of its own, the waiting would have none at all.
    assert time.monotonic() - start < 30
    hanging.close()


@pytest.mark.parametrize(
    "message", [b"no json\n", b"[1]\n", json.dumps({"text": 1, "token": ""}).encode() + b"\n", b"{}\n"]
)
def test_nonsense_is_hung_up_on(first: SingleInstance, tmp_path: Path, qtbot: QtBot, message: bytes) -> None:
    received: list[str] = []
    first.arguments_received.connect(received.append)
    socket = QLocalSocket()
    socket.connectToServer(channel_name(tmp_path))
    with qtbot.waitSignal(socket.disconnected):
        socket.write(message)
    assert received == []


def test_a_message_without_end_is_hung_up_on(
    first: SingleInstance, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facegen_gui.services.instance_channel.LARGEST_MESSAGE", 1000)
    socket = QLocalSocket()
    socket.connectToServer(channel_name(tmp_path))
    with qtbot.waitSignal(socket.disconnected):
        socket.write(b"x" * 2000)
