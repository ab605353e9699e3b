"""The rotating log, what goes into it (Qt's messages, crashes) and what never does (the API key)."""

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QThread, QtMsgType, qInstallMessageHandler

from facegen_gui.domain.scrubbing import KnownKeys

LARGEST_FILE = 1_000_000
FILES = 5
LINE = "%(asctime)s %(levelname)-7s %(threadName)s %(name)s: %(message)s"
QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# Below this they tell of headers, of bodies, or of every callback.
QUIET = {"httpx": logging.WARNING, "httpcore": logging.WARNING, "asyncio": logging.WARNING}

_QT_POOLED, _POOLED = "Thread (pooled)", "pool"

_log = logging.getLogger(__name__)


class ScrubbingFormatter(logging.Formatter):
    """Scrubs the finished line, so that arguments, tracebacks and stack dumps are covered as well."""

    def __init__(self, keys: KnownKeys) -> None:
        super().__init__(LINE)
        self._keys = keys

    def format(self, record: logging.LogRecord) -> str:
        if record.threadName and record.threadName.startswith("Dummy-"):
            # One of Qt's: Python does not know its name.
            name = QThread.currentThread().objectName()
            record.threadName = _POOLED if name == _QT_POOLED else name or record.threadName
        return self._keys.scrub(super().format(record))


class _LogFile(logging.FileHandler):
    """Begins a new file when this one is full, and keeps `FILES` of them.

    Not `logging.handlers`': that brings sockets and pickles along, for which the first paint would wait.
    """

    def emit(self, record: logging.LogRecord) -> None:
        super().emit(record)
        try:
            if self.stream is not None and self.stream.tell() > LARGEST_FILE:
                self.stream.close()
                self._begin_anew()
        except OSError:
            self.handleError(record)

    def _begin_anew(self) -> None:
        # Where that does not work, because another program holds a file, the next line opens this one again.
        self.stream = None
        full = Path(self.baseFilename)
        for number in range(FILES - 1, 0, -1):
            older = full.with_name(f"{full.name}.{number}")
            newer = full.with_name(f"{full.name}.{number - 1}") if number > 1 else full
            if newer.exists():
                newer.replace(older)
        self.stream = self._open()

    def handleError(self, record: logging.LogRecord) -> None:
        """A full disk must not fill standard error on top of it."""


class Logs:
    """Between `start()` and `stop()` everything is logged to `log_file`, and to standard error with `debug`.

    Without a folder that can be written the program runs without a log file (`writable` is False then).
    """

    def __init__(self, log_file: Path, keys: KnownKeys, *, debug: bool = False) -> None:
        self.writable = False
        self._file = log_file
        self._keys = keys
        self._debug = debug
        self._handlers: list[logging.Handler] = []
        self._crash_file: TextIO | None = None
        self._on_crash: Callable[[str], None] | None = None
        self._undo: list[Callable[[], object]] = []

    def start(self) -> None:
        root = logging.getLogger()
        self._open_files()
        if self._debug and sys.stderr is not None:
            self._handlers.append(logging.StreamHandler(sys.stderr))
        if not self._handlers:
            # Without any, Python would print warnings on standard error.
            self._handlers.append(logging.NullHandler())
        for handler in self._handlers:
            handler.setFormatter(ScrubbingFormatter(self._keys))
            root.addHandler(handler)
        self._set_level(root, logging.DEBUG if self._debug else logging.INFO)
        for name, level in QUIET.items():
            self._set_level(logging.getLogger(name), level)
        logging.captureWarnings(True)
        self._undo.append(lambda: logging.captureWarnings(False))
        previous = qInstallMessageHandler(_on_qt_message)
        self._undo.append(lambda: qInstallMessageHandler(previous))
        self._install_hooks()

    def stop(self) -> None:
        while self._undo:
            self._undo.pop()()
        for handler in self._handlers:
            logging.getLogger().removeHandler(handler)
            handler.close()
        self._handlers.clear()
        if self._crash_file is not None:
            faulthandler.disable()
            self._crash_file.close()
            self._crash_file = None

    def watch_crashes(self, on_crash: Callable[[str], None]) -> None:
        """`on_crash` gets the scrubbed traceback of what nobody caught, in the thread where it happened."""
        self._on_crash = on_crash

    def _open_files(self) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._handlers.append(_LogFile(self._file, encoding="utf-8"))
            crash_path = self._file.parent / "crash.log"
            if crash_path.exists() and crash_path.stat().st_size > LARGEST_FILE:
                crash_path.unlink()
            crash_file = crash_path.open("a", encoding="utf-8")
        except OSError:
            return
        self._crash_file = crash_file
        faulthandler.enable(crash_file)
        self.writable = True

    def _set_level(self, logger: logging.Logger, level: int) -> None:
        before = logger.level
        logger.setLevel(level)
        self._undo.append(lambda: logger.setLevel(before))

    def _install_hooks(self) -> None:
        hooks = sys.excepthook, threading.excepthook, sys.unraisablehook

        def restore() -> None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = hooks

        self._undo.append(restore)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._report("An error was caught by nobody", error, trace)

    def _on_thread_exception(self, what: threading.ExceptHookArgs) -> None:
        name = what.thread.name if what.thread is not None else "a thread"
        self._report(f"An error ended {name}", what.exc_value, what.exc_traceback)

    def _on_unraisable(self, what: "sys.UnraisableHookArgs") -> None:
        self._report(f"An error could not be raised from {what.object!r}", what.exc_value, what.exc_traceback)

    def _report(self, words: str, error: BaseException | None, trace: TracebackType | None) -> None:
        if error is None:
            return
        lines = traceback.format_exception(type(error), error, trace)
        _log.critical("%s\n%s", words, "".join(lines).rstrip())
        if self._on_crash is None:
            return
        try:
            self._on_crash(self._keys.scrub("".join(lines)))
        except Exception:  # noqa: BLE001 - the crash dialog itself; there is nobody left to tell
            _log.exception("The error could not be shown")


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    category = context.category or "default"
    name = "qt" if category == "default" else f"qt.{category.removeprefix('qt.')}"
    logging.getLogger(name).log(QT_LEVELS.get(kind, logging.WARNING), "%s", message)
