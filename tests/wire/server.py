"""The server: real sockets, a thread per connection, and for each request a script that does as it likes."""

import contextlib
import socket
import ssl
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import BinaryIO


@dataclass(frozen=True)
class Request:
    method: str
    target: str
    headers: dict[str, str]  # names in lower case
    body: bytes

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]


class Line:
    """The server's end of one connection."""

    def __init__(self, connection: socket.socket, stopped: threading.Event) -> None:
        self._connection = connection
        self._stopped = stopped
        self.is_open = True

    def send(self, data: bytes) -> None:
        self._connection.sendall(data)

    def receive(self, most: int) -> bytes:
        return self._connection.recv(most)

    def close(self) -> None:
        self.is_open = False

    def reset(self) -> None:
        """Closes so that the other end sees a connection reset, not an end."""
        self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._connection.close()
        self.is_open = False

    def hold(self, seconds: float | None = None) -> bool:
        """Keeps quiet, for `seconds` or until the server stops; whether it goes on."""
        return not self._stopped.wait(seconds)


Script = Callable[[Request, Line], None]


@dataclass
class WireServer:
    """`with WireServer(script) as server`. `script` may be replaced at any time; requests are remembered."""

    script: Script
    tls: ssl.SSLContext | None = None
    port: int = 0  # 0: any that is free
    requests: list[Request] = field(default_factory=list)
    connections: int = 0

    def __post_init__(self) -> None:
        self._stopped = threading.Event()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._asked = threading.Condition()
        self._listener = socket.create_server(("127.0.0.1", self.port), backlog=64)
        self.port = self._listener.getsockname()[1]

    @property
    def origin(self) -> str:
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        """A server URL as NetworkSettings wants it."""
        return self.origin + "/api/v1/enterprise"

    def paths(self) -> list[str]:
        return [request.path for request in self.requests]

    def wait_for(self, requests: int, seconds: float = 60) -> None:
        """Blocks until that many requests have come in."""
        with self._asked:
            assert self._asked.wait_for(lambda: len(self.requests) >= requests, seconds)

    def __enter__(self) -> "WireServer":
        self._spawn(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopped.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(5)

    def _spawn(self, run: Callable[[], None]) -> None:
        thread = threading.Thread(target=run, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._stopped.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            with self._lock:
                self._open.add(connection)
            self._spawn(lambda connection=connection: self._serve(connection))

    def _serve(self, connection: socket.socket) -> None:
        plain = connection
        try:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self.tls is not None:
                connection = self.tls.wrap_socket(connection, server_side=True)
                with self._lock:
                    self._open.discard(plain)
                    self._open.add(connection)
            line = Line(connection, self._stopped)
            with connection.makefile("rb") as stream:
                while line.is_open and (request := _read(stream)) is not None:
                    with self._asked:
                        self.requests.append(request)
                        self._asked.notify_all()
                    self.script(request, line)
        except (OSError, ValueError):
            return  # the client gave up, as it should
        finally:
            with self._lock:
                self._open.discard(connection)
                self._open.discard(plain)
            connection.close()


def _read(stream: BinaryIO) -> Request | None:
    first = stream.readline()
    if not first.strip():
        return None
    method, target, version = first.decode("latin-1").split(" ", 2)
    if not version.startswith("HTTP/"):
        raise ValueError("a TLS greeting is random, and may well have two blanks before its first line feed")
    headers: dict[str, str] = {}
    while (line := stream.readline().decode("latin-1").strip()) != "":
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    body = stream.read(int(headers.get("content-length", "0")))
    return Request(method, target, headers, body)


def refusing_port() -> int:
    """A loopback port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
