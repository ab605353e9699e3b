"""The program's first steps, as a terminal sees them: real processes, exit codes and sentences."""

import os
import signal
import subprocess
import sys

import pytest

from facegen_gui import __main__ as program
from facegen_gui import __version__

WITHOUT_QT = """
import sys
from facegen_gui.__main__ import main
try:
    code = main(sys.argv[1:])
except SystemExit as end:
    code = end.code
assert not [name for name in sys.modules if name.startswith(("PySide6", "httpx", "keyring"))]
sys.exit(code)
"""


def start(*words: str, code: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
    """The program without a screen, unless the environment names one."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    command = ["-c", code] if code else ["-m", "facegen_gui"]
    return subprocess.run(
        [sys.executable, *command, *words],
        env=kept | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_the_version_is_told_without_loading_qt() -> None:
    result = start("--version", code=WITHOUT_QT)
    assert (result.returncode, result.stdout) == (0, f"Face Gen Viewer {__version__}\n")


def test_bad_arguments_end_with_two_and_one_sentence() -> None:
    result = start("--dmeo", code=WITHOUT_QT)
    assert result.returncode == 2
    assert result.stderr == "facegen-gui has no option --dmeo; facegen-gui --help lists them.\n"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_no_screen_ends_with_two_and_a_sentence_before_qt_could_abort() -> None:
    result = start("101", code=WITHOUT_QT)
    assert result.returncode == 2
    assert result.stderr.startswith("There is no screen to show a window on")
    assert result.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_a_screen_that_does_not_answer_is_named() -> None:
    result = start("101", DISPLAY=":4711")
    assert result.returncode == 2
    assert result.stderr.startswith("The screen :4711 cannot be reached. Start the program from the desktop")


def test_a_start_without_standard_error_survives_its_own_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", None)
    assert program.main(["--dmeo"]) == 2


def test_a_sentence_that_the_terminal_cannot_write_is_written_in_part() -> None:
    result = start("--server", "http://bücher.test", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert result.returncode == 2
    assert "b\\xfccher.test" in result.stderr


def test_a_library_that_qt_lacks_is_told_with_the_package_that_brings_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def cannot_load(_arguments: object) -> int:
        raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(program, "_show", cannot_load)
    assert program.main(["-platform", "offscreen"]) == 2
    assert "sudo apt install libegl1" in capsys.readouterr().err


def test_an_error_of_the_program_itself_is_not_taken_for_a_missing_library(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_arguments: object) -> int:
        raise ImportError("cannot import name 'x'")

    monkeypatch.setattr(program, "_show", broken)
    with pytest.raises(ImportError, match="cannot import name"):
        program.main(["-platform", "offscreen"])


INTERRUPTED_WHILE_IMPORTING = """
import os, signal, sys

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "PySide6.QtWidgets":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupting())
sys.argv[0] = "facegen-gui"
from facegen_gui.__main__ import main
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_an_interrupt_during_the_start_ends_it_without_a_word() -> None:
    ended = start(code=INTERRUPTED_WHILE_IMPORTING, QT_QPA_PLATFORM="offscreen")
    assert (ended.returncode, ended.stdout, ended.stderr) == (-signal.SIGINT, "", "")
