"""The log: what gets in, what never does, and that it cannot stop the program."""

import faulthandler
import gc
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread, QThreadPool

from facegen_gui.domain.scrubbing import KnownKeys
from facegen_gui.logs import Logs

KEY = "secret-key-4711"


@pytest.fixture
def keys() -> KnownKeys:
    keys = KnownKeys()
    keys.add(KEY)
    return keys


@pytest.fixture
def logs(tmp_path: Path, keys: KnownKeys) -> Iterator[Logs]:
    faults = faulthandler.is_enabled()
    logs = Logs(tmp_path / "logs" / "facegen-gui.log", keys)
    logs.start()
    yield logs
    logs.stop()
    if faults:
        faulthandler.enable(sys.__stderr__)


def written(tmp_path: Path) -> str:
    return (tmp_path / "logs" / "facegen-gui.log").read_text("utf-8")


def test_the_key_is_in_no_line_whatever_way_it_came(logs: Logs, tmp_path: Path) -> None:
    log = logging.getLogger("test")
    log.info("in the words: %s", KEY)
    log.info("in a value: %r", {"key": KEY})
    try:
        raise ValueError(f"in an error: {KEY}")
    except ValueError:
        log.exception("caught")
    assert KEY not in written(tmp_path)
    assert written(tmp_path).count("[API key]") >= 3


def test_bodies_and_headers_of_http_are_not_logged(logs: Logs, tmp_path: Path) -> None:
    logging.getLogger("httpx").info("HTTP Request: POST")
    logging.getLogger("httpcore.http11").debug("send_request_body")
    assert "POST" not in written(tmp_path)
    assert "send_request_body" not in written(tmp_path)


def test_the_log_rotates_and_keeps_five_files(
    tmp_path: Path, keys: KnownKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facegen_gui.logs.LARGEST_FILE", 2_000)
    logs = Logs(tmp_path / "logs" / "facegen-gui.log", keys)
    logs.start()
    for number in range(200):
        logging.getLogger("test").info("line %s of many, long enough to fill a file some time", number)
    logs.stop()
    files = sorted(p.name for p in (tmp_path / "logs").glob("facegen-gui.log*"))
    assert files == ["facegen-gui.log", *(f"facegen-gui.log.{n}" for n in range(1, 5))]


def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path: Path, keys: KnownKeys) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    logs = Logs(tmp_path / "logs" / "facegen-gui.log", keys)
    logs.start()
    logging.getLogger("test").info("goes nowhere")
    logs.stop()
    assert not logs.writable


def test_debug_tells_on_standard_error_without_the_key(
    tmp_path: Path, keys: KnownKeys, capsys: pytest.CaptureFixture[str]
) -> None:
    logs = Logs(tmp_path / "logs" / "facegen-gui.log", keys, debug=True)
    logs.start()
    logging.getLogger("test").debug("small things, %s", KEY)
    logs.stop()
    assert "small things, [API key]" in capsys.readouterr().err


def test_an_error_in_a_thread_is_logged_and_told(logs: Logs, tmp_path: Path) -> None:
    told: list[str] = []
    logs.watch_crashes(told.append)

    def fail() -> None:
        raise RuntimeError(f"lost {KEY}")

    thread = threading.Thread(target=fail, name="a thread of the test")
    thread.start()
    thread.join()
    assert "RuntimeError: lost [API key]" in told[0]
    assert "An error ended a thread of the test" in written(tmp_path)


def test_errors_in_destructors_and_at_the_top_are_logged(logs: Logs, tmp_path: Path) -> None:
    class Unlucky:
        def __del__(self) -> None:
            raise RuntimeError("in a destructor")

    unlucky: Unlucky | None = Unlucky()
    del unlucky
    gc.collect()
    try:
        raise LookupError("at the top")
    except LookupError as error:
        sys.excepthook(LookupError, error, error.__traceback__)
    assert "RuntimeError: in a destructor" in written(tmp_path)
    assert "LookupError: at the top" in written(tmp_path)


def test_a_crash_dialog_that_fails_itself_is_logged(logs: Logs, tmp_path: Path) -> None:
    def fail(_text: str) -> None:
        raise RuntimeError("no dialog either")

    logs.watch_crashes(fail)
    sys.excepthook(ValueError, ValueError("first"), None)
    assert "The error could not be shown" in written(tmp_path)


def test_stopping_puts_everything_back(tmp_path: Path, keys: KnownKeys) -> None:
    before = (
        sys.excepthook,
        threading.excepthook,
        logging.getLogger().level,
        list(logging.getLogger().handlers),
    )
    logs = Logs(tmp_path / "logs" / "facegen-gui.log", keys)
    logs.start()
    logs.stop()
    after = (
        sys.excepthook,
        threading.excepthook,
        logging.getLogger().level,
        list(logging.getLogger().handlers),
    )
    assert after == before


def test_messages_of_qt_and_hard_crashes_are_in_the_folder_and_not_on_the_terminal(tmp_path: Path) -> None:
    program = f"""
import faulthandler
from pathlib import Path
from PySide6.QtCore import QLoggingCategory, qCWarning, qWarning
from facegen_gui.domain.scrubbing import KnownKeys
from facegen_gui.logs import Logs
logs = Logs(Path({str(tmp_path)!r}) / "logs" / "facegen-gui.log", KnownKeys())
logs.start()
qWarning("a warning of Qt")
qCWarning(QLoggingCategory("qt.qpa.test"), "a warning with a category")
faulthandler._sigsegv()
"""
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert result.returncode != 0
    assert result.stderr == ""
    assert "WARNING MainThread qt: a warning of Qt" in written(tmp_path)
    assert "qt.qpa.test: a warning with a category" in written(tmp_path)
    assert "Segmentation fault" in (tmp_path / "logs" / "crash.log").read_text("utf-8")


def test_a_line_names_the_thread_also_where_qt_has_made_it(logs: Logs, tmp_path: Path) -> None:
    class Worker(QThread):
        def run(self) -> None:
            logging.getLogger("a").info("from the worker")

    worker, pool = Worker(), QThreadPool()
    worker.setObjectName("worker")
    worker.start()
    worker.wait()
    pool.start(lambda: logging.getLogger("a").info("from the pool"))
    pool.waitForDone()
    text = written(tmp_path)
    assert " worker a: from the worker" in text
    assert " pool a: from the pool" in text
