"""Starting and ending: options, exit codes, signals, and a machine without a screen."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from facegen_gui import __version__
from facegen_gui.practice.server import PracticeService
from tests.end2end.at_spi import Accessible
from tests.end2end.program import PATIENCE, Program, every_file

NO_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def run(*arguments: str, screen: bool = True, seconds: float = 60) -> "subprocess.CompletedProcess[str]":
    environment = {name: value for name, value in os.environ.items() if screen or name not in NO_SCREEN}
    return subprocess.run(
        [sys.executable, "-m", "facegen_gui", *arguments],
        capture_output=True,
        text=True,
        env=environment,
        stdin=subprocess.DEVNULL,
        timeout=seconds,
    )


def test_the_version_is_told() -> None:
    result = run("--version", screen=False)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.strip() == f"Face Gen Viewer {__version__}"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--no-such-option",), "--no-such-option"),
        (("--server", "http://pictures.example.com/api"), "https://"),
        (("--server", "ftp://127.0.0.1/"), "https://"),
        (("no-such-list.txt",), "no-such-list.txt"),
    ],
)
def test_arguments_that_cannot_be_followed_end_with_two_and_one_sentence(
    arguments: tuple[str, ...], word: str
) -> None:
    result = run(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert word in result.stderr
    assert result.stderr.strip().endswith(".")
    assert "Traceback" not in result.stderr


def test_without_a_screen_the_window_is_refused_with_two_and_a_sentence(tmp_path: Path) -> None:
    result = run("--profile", str(tmp_path / "P"), screen=False)
    assert result.returncode == 2
    assert "screen" in result.stderr
    assert not (tmp_path / "P").exists()


def test_practice_mode_without_a_screen_leaves_pictures_and_a_screenshot(tmp_path: Path) -> None:
    result = run("--demo", "--report", str(tmp_path), screen=False)
    assert result.returncode == 0, result.stdout + result.stderr
    heads = {path.suffix: path.read_bytes()[:4] for path in every_file(tmp_path)}
    assert heads[".png"] == b"\x89PNG"
    assert {".jpg", ".webp"} & set(heads)
    assert [path for path in tmp_path.iterdir() if "screen" in path.name or "window" in path.name]


@pytest.mark.keyring
@pytest.mark.screen
@pytest.mark.accessibility
@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes_the_program_even_while_it_asks_for_the_key(
    service: PracticeService,
    start: Callable[..., Program],
    accessible: Callable[[Program], Accessible],
    sent: signal.Signals,
) -> None:
    program = start("101")
    accessible(program).wait_for("Save key", showing=True)
    program.process.send_signal(sent)
    assert program.process.wait(PATIENCE) == 0
    assert program.printed == ""
    assert program.jobs() == {"101": "waiting"}
