"""What is pasted while the disk refuses is tried again, by one clock."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.job import NewJob
from facegen_gui.services import adding
from facegen_gui.services.events import LibraryLoaded, TroubleFound
from facegen_gui.services.ledger import Ledger
from tests.unit.services.conftest import Watched


def test_somebody_who_tries_again_and_again_starts_no_second_clock(
    qtbot: QtBot, start: Callable[..., Watched], monkeypatch: pytest.MonkeyPatch
) -> None:
    clocks: list[asyncio.TimerHandle] = []
    call_later = asyncio.BaseEventLoop.call_later

    def noted(loop: Any, delay: float, callback: Any, *arguments: Any, **more: Any) -> asyncio.TimerHandle:
        handle = call_later(loop, delay, callback, *arguments, **more)
        if delay == 777.0:
            clocks.append(handle)
        return handle

    def refuse(*_: object) -> None:
        raise FaceGenError(Failure(FailureKind.disk_full))

    monkeypatch.setattr(asyncio.BaseEventLoop, "call_later", noted)
    monkeypatch.setattr(adding, "DISK_RETRY", 777.0)
    watched = start()
    qtbot.waitUntil(lambda: bool(watched.told(LibraryLoaded)))
    monkeypatch.setattr(Ledger, "add", refuse)
    watched.worker.add([NewJob("101")])
    for tries in range(1, 4):
        qtbot.waitUntil(lambda tries=tries: len(watched.told(TroubleFound)) == tries)  # type: ignore[misc]
        watched.worker.resume()
    qtbot.waitUntil(lambda: len(watched.told(TroubleFound)) == 4)
    assert len([clock for clock in clocks if not clock.cancelled()]) == 1
