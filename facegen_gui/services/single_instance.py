"""One running program per profile: a second start hands what it was given over to the first.

Whether one runs is told by its answering, never by a file that lies about, so nothing stale blocks a start.
"""

import enum
import getpass
import hashlib
import json
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 2_000
LARGEST_MESSAGE = 32 * 1024 * 1024  # a text file of the command line, as JSON
TAKEN = b"taken\n"


class Claim(enum.Enum):
    first = "first"  # nobody else runs; this start is the program
    handed_over = "handed_over"  # the running program has taken it; this start ends
    unanswered = "unanswered"  # one runs, but did not answer in time


class SingleInstance(QObject):
    """Belongs to the GUI thread. `arguments_received` gives text to paste (maybe empty) and activation token.

    Each second start makes it once; the window should come to the front then.
    """

    arguments_received = Signal(str, str)

    def __init__(self, profile_root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = channel_name(profile_root)
        self._server: QLocalServer | None = None
        self._received: dict[QLocalSocket, bytearray] = {}

    def claim(self, text: str = "", token: str = "") -> Claim:
        """Becomes the running program, or hands over to it; waits for `PATIENCE_MS` at most."""
        # Two starts in the same moment: the one that comes second waits until the first can be asked.
        lock = QLockFile(_lock_path(self._name))
        lock.setStaleLockTime(PATIENCE_MS)
        lock.tryLock(PATIENCE_MS)
        try:
            return self._hand_over(text, token) or self._listen()
        finally:
            lock.unlock()

    def close(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        for socket in list(self._received):
            socket.abort()

    def _hand_over(self, text: str, token: str) -> Claim | None:
        """None when nobody listens."""
        until = QDeadlineTimer(PATIENCE_MS)
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE_MS):
            if socket.error() is QLocalSocket.LocalSocketError.SocketTimeoutError:
                return Claim.unanswered
            return None
        _allow_to_come_to_the_front()
        socket.write(json.dumps({"text": text, "token": token}).encode() + b"\n")
        answer = b""
        while not answer.endswith(b"\n"):
            if socket.bytesToWrite():
                socket.waitForBytesWritten(max(1, until.remainingTime()))
            if not socket.bytesAvailable() and not socket.waitForReadyRead(max(1, until.remainingTime())):
                break
            answer += bytes(socket.readAll().data())
        socket.abort()
        return Claim.handed_over if answer == TAKEN else Claim.unanswered

    def _listen(self) -> Claim:
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_connected)
        if not server.listen(self._name):
            # Left behind by a program that was ended by force: nobody answered there a moment ago.
            QLocalServer.removeServer(self._name)
            server.listen(self._name)
        # Where even that fails this start cannot be reached by others, but it runs.
        self._server = server
        return Claim.first

    def _on_connected(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            self._received[socket] = bytearray()
            socket.readyRead.connect(lambda socket=socket: self._on_ready_read(socket))
            socket.disconnected.connect(lambda socket=socket: self._on_disconnected(socket))
            QTimer.singleShot(PATIENCE_MS, socket, socket.abort)
            if socket.bytesAvailable():
                self._on_ready_read(socket)

    def _on_ready_read(self, socket: QLocalSocket) -> None:
        received = self._received.get(socket)
        if received is None:
            return
        received += socket.readAll().data()
        if len(received) > LARGEST_MESSAGE:
            socket.abort()
        elif received.endswith(b"\n"):
            self._received[socket] = bytearray()
            self._take(bytes(received), socket)

    def _take(self, message: bytes, socket: QLocalSocket) -> None:
        try:
            fields = json.loads(message)
            text, token = fields["text"], fields["token"]
        except (ValueError, KeyError, TypeError, RecursionError):
            socket.abort()
            return
        if not isinstance(text, str) or not isinstance(token, str):
            socket.abort()
            return
        socket.write(TAKEN)
        socket.flush()
        self.arguments_received.emit(text, token)

    def _on_disconnected(self, socket: QLocalSocket) -> None:
        self._received.pop(socket, None)
        socket.deleteLater()


def channel_name(profile_root: Path) -> str:
    """Different for every profile and every user; a path on systems where a folder can keep others out."""
    user = getpass.getuser() if sys.platform == "win32" else os.getuid()
    owner = f"{user}\0{os.path.normcase(profile_root.resolve())}"
    name = f"facegen-gui-{hashlib.sha256(owner.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}"
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return str(Path(runtime) / name) if sys.platform == "linux" and Path(runtime or "?").is_dir() else name


def activation_token() -> str:
    """What the desktop gave this start so that a window may come to the front."""
    return os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID", "")


def _lock_path(name: str) -> str:
    # Joining leaves a name that is a path already as it is.
    return str(Path(tempfile.gettempdir()) / f"{name}.lock")


def _allow_to_come_to_the_front() -> None:
    if sys.platform == "win32":
        import ctypes  # only there is this needed, and only there it has windll

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)
