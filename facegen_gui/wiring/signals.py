"""SIGTERM and SIGINT close the program as the window's close button does."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from PySide6.QtCore import QSocketNotifier

SIGNALS = (signal.SIGTERM, signal.SIGINT)


@contextmanager
def closing_on_signals(close: Callable[[], object]) -> Iterator[None]:
    """Within the context both signals call `close` in the GUI thread, as soon as its loop runs.

    Python runs its handlers only when it runs at all, which it does not while Qt waits for events. The
    interpreter writes a byte into this channel at once, and that is an event.
    """
    reading, writing, read, shut = _channel()
    notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read)

    def on_readable() -> None:
        read()
        close()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        """The byte in the channel does the work."""

    notifier.activated.connect(on_readable)
    before = {number: signal.signal(number, on_signal) for number in SIGNALS}
    previous = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    try:
        yield
    finally:
        signal.set_wakeup_fd(previous)
        for number, handler in before.items():
            signal.signal(number, handler)
        notifier.setEnabled(False)
        shut()


def _channel() -> tuple[int, int, Callable[[], object], Callable[[], None]]:
    """Both ends, what empties it, and what closes it."""
    if sys.platform == "win32":
        import socket  # only there; importing it takes part of a frame

        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        theirs.setblocking(False)

        def shut_sockets() -> None:
            ours.close()
            theirs.close()

        return ours.fileno(), theirs.fileno(), lambda: ours.recv(64), shut_sockets
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    os.set_blocking(writing, False)

    def shut() -> None:
        os.close(reading)
        os.close(writing)

    return reading, writing, lambda: os.read(reading, 64), shut
