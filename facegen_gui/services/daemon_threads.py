"""Threads that quitting never waits for, for calls that may block for as long as they like."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, ParamSpec, TypeVar

from PySide6.QtCore import QThreadPool

P = ParamSpec("P")
T = TypeVar("T")


class DaemonExecutor(ThreadPoolExecutor):
    """A daemon thread per call, as asyncio's default executor.

    Name look-ups run there and may hang for half a minute; the standard executor is joined when asyncio and
    the interpreter end, this one never. It derives from ThreadPoolExecutor because asyncio insists.
    """

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = Future()

        def run() -> None:
            if future.set_running_or_notify_cancel():
                _settle(future, lambda: fn(*args, **kwargs))

        threading.Thread(target=run, name="facegen-call", daemon=True).start()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Nothing is waited for."""


async def in_daemon_thread(act: Callable[[], T]) -> T:
    """What `act` returns or raises, from asyncio's default executor."""
    return await asyncio.get_running_loop().run_in_executor(None, act)


async def in_pool(pool: QThreadPool, act: Callable[[], T]) -> T:
    """What `act` returns or raises in a thread of `pool`. Cancelling does not stop what has begun."""
    future: Future[T] = Future()

    def run() -> None:
        if future.set_running_or_notify_cancel():
            _settle(future, act)

    pool.start(run)
    return await asyncio.wrap_future(future)


def _settle(future: "Future[Any]", act: Callable[[], Any]) -> None:
    # The loop that waits for the future may be closed by now; then nobody wants to know.
    try:
        try:
            result = act()
        except Exception as error:  # noqa: BLE001 -- raised again where the future is awaited
            future.set_exception(error)
        else:
            future.set_result(result)
    except RuntimeError:
        return
