"""SIGTERM and SIGINT close the program as the window's close button does."""

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from PySide6.QtCore import QSocketNotifier

SIGNALS = (signal.SIGTERM, signal.SIGINT)


@contextmanager
def closing_on_signals(close: Callable[[], object]) -> Iterator[None]:
    """Within the context both signals call `close` in the GUI thread.

    Python runs its handlers only when it runs at all, which it does not while Qt waits for events. The
    interpreter writes a byte into this socket at once, and that is an event.
    """
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    theirs.setblocking(False)
    notifier = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read)

    def on_readable() -> None:
        ours.recv(64)
        close()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        """The byte in the socket does the work."""

    notifier.activated.connect(on_readable)
    before = {number: signal.signal(number, on_signal) for number in SIGNALS}
    previous = signal.set_wakeup_fd(theirs.fileno(), warn_on_full_buffer=False)
    try:
        yield
    finally:
        signal.set_wakeup_fd(previous)
        for number, handler in before.items():
            signal.signal(number, handler)
        notifier.setEnabled(False)
        ours.close()
        theirs.close()
