"""What a second start and the running program say to each other, over a local socket: one JSON line, one
answer."""

import json
import sys
from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from facegen_gui.services.single_instance import Claim

LARGEST_MESSAGE = 32 * 1024 * 1024  # a text file of the command line, as JSON
TAKEN = b"taken\n"
OTHER_SERVER = b"other server\n"
_CLAIMS = {TAKEN: Claim.handed_over, OTHER_SERVER: Claim.other_server}


def hand_over(name: str, text: str, token: str, server: str, patience_ms: int) -> Claim | None:
    """None when nobody listens. `server` is the one that was asked for, empty for any."""
    until = QDeadlineTimer(patience_ms)
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(patience_ms):
        if socket.error() is QLocalSocket.LocalSocketError.SocketTimeoutError:
            return Claim.unanswered
        return None
    _allow_to_come_to_the_front()
    socket.write(json.dumps({"text": text, "token": token, "server": server}).encode() + b"\n")
    answer = b""
    while not answer.endswith(b"\n"):
        if socket.bytesToWrite():
            socket.waitForBytesWritten(max(1, until.remainingTime()))
        if not socket.bytesAvailable() and not socket.waitForReadyRead(max(1, until.remainingTime())):
            break
        answer += bytes(socket.readAll().data())
    socket.abort()
    return _CLAIMS.get(answer, Claim.unanswered)


class Listener(QObject):
    """Hears other starts until closed."""

    received = Signal(str, str)  # text to paste, activation token

    def __init__(
        self, name: str, patience_ms: int, server: Callable[[], str], parent: QObject | None = None
    ) -> None:
        """`server` tells which one the program uses now: IDs meant for another are not taken."""
        super().__init__(parent)
        self._server_in_use = server
        self._patience_ms = patience_ms
        self._received: dict[QLocalSocket, bytearray] = {}
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)
        if not self._server.listen(name):
            # Left behind by a program that was ended by force: nobody answered there a moment ago.
            QLocalServer.removeServer(name)
            self._server.listen(name)
        # Where even that fails this start cannot be reached by others, but it runs.

    def close(self) -> None:
        self._server.close()
        for socket in list(self._received):
            socket.abort()

    def _on_connected(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            self._received[socket] = bytearray()
            socket.readyRead.connect(lambda socket=socket: self._on_ready_read(socket))
            socket.disconnected.connect(lambda socket=socket: self._on_disconnected(socket))
            QTimer.singleShot(self._patience_ms, socket, socket.abort)
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
            text, token, server = fields["text"], fields["token"], fields["server"]
        except (ValueError, KeyError, TypeError, RecursionError):
            socket.abort()
            return
        if not (isinstance(text, str) and isinstance(token, str) and isinstance(server, str)):
            socket.abort()
            return
        if server and server != self._server_in_use():
            socket.write(OTHER_SERVER)
            socket.flush()
            return
        socket.write(TAKEN)
        socket.flush()
        self.received.emit(text, token)

    def _on_disconnected(self, socket: QLocalSocket) -> None:
        self._received.pop(socket, None)
        socket.deleteLater()


def _allow_to_come_to_the_front() -> None:
    if sys.platform == "win32":
        import ctypes  # only there is this needed, and only there it has windll

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)
