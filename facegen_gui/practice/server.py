"""Serves the practice cases over real HTTP on 127.0.0.1 from its own thread, and records what was asked."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from facegen_gui.practice.answers import BASE, Answers
from facegen_gui.practice.drawn import Drawn
from facegen_gui.practice.face_store import FaceStore
from facegen_gui.practice.faces import draw_face
from facegen_gui.practice.wire import (
    LARGEST_HEAD,
    BadRequestError,
    Request,
    ranged,
    read_request,
    write_answer,
)

CLOSING_TURNS = 6


class PracticeService:
    """`start()` and `stop()` may be called once each; `with` does both.

    `key` is the only API key it accepts. `draw` gives a job's picture by ID and number; it is called in
    threads of the service, usually once for every picture.
    """

    def __init__(
        self, *, key: str = "practice-key", port: int = 0, draw: Callable[[str, int], Drawn] = draw_face
    ) -> None:
        self.key = key
        self._port = port
        self._threads = ThreadPoolExecutor(2, "practice-drawing")
        self._faces = FaceStore(draw)
        self._answers = Answers(key, self._faces, self._threads)
        self._requests: list[Request] = []
        self._lock = threading.Lock()
        self._connections: dict[asyncio.Task[None], asyncio.StreamWriter] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._end: asyncio.Event | None = None
        self._started = threading.Event()
        self._failure: OSError | None = None
        self._thread = threading.Thread(target=self._run, name="practice-service", daemon=True)

    @property
    def origin(self) -> str:
        """Where the pictures are: scheme, address and port."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def url(self) -> str:
        """The server URL as `--server` wants it."""
        return self.origin + BASE

    @property
    def requests(self) -> tuple[Request, ...]:
        """All requests so far, in the order in which they came in."""
        with self._lock:
            return tuple(self._requests)

    def picture(self, job_id: str, number: int) -> Drawn:
        """What a job's picture is served as, to be compared with what arrived. From any thread."""
        return self._faces.get(job_id, number)

    def start(self) -> None:
        """Returns when connections are accepted. Raises OSError if the port cannot be had."""
        self._thread.start()
        self._started.wait()
        if self._failure is not None:
            raise self._failure

    def stop(self) -> None:
        """Closes all connections, in the middle of an answer too, and joins the thread."""
        if self._loop is not None and self._end is not None and self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def __enter__(self) -> "PracticeService":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except OSError as error:
            self._failure = error
        finally:
            self._started.set()

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._end = asyncio.Event()
        server = await asyncio.start_server(self._on_connected, "127.0.0.1", self._port, limit=LARGEST_HEAD)
        self._port = server.sockets[0].getsockname()[1]
        self._answers.origin = self.origin
        self._started.set()
        await self._end.wait()
        # A connection needs some turns of the loop from being accepted to getting here, and one to be closed;
        # accepted before and there only after the server is closed, it would be left open by asyncio.
        for _ in range(CLOSING_TURNS):
            for conversation, writer in self._connections.items():
                conversation.cancel()
                writer.transport.abort()
            await asyncio.sleep(0)
        server.close()
        await asyncio.gather(*self._connections, return_exceptions=True)

    def _on_connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # Not a coroutine, so that the task is ours to cancel: the streams' own would report that as an error.
        task = asyncio.ensure_future(self._converse(reader, writer))
        self._connections[task] = writer
        task.add_done_callback(self._connections.pop)

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while (request := await read_request(reader)) is not None:
                with self._lock:
                    self._requests.append(request)
                answer = ranged(request, await self._answers.answer(request))
                if not await write_answer(writer, request, answer):
                    break
        except BadRequestError:
            writer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        except (ConnectionError, TimeoutError):
            pass  # the other side has gone
        finally:
            writer.close()
