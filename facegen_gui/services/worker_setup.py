"""What the worker is told once, when it is made. Light to import, so that the window need not wait for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QThreadPool

from facegen_gui.domain.network import NetworkSettings
from facegen_gui.services.events import Event
from facegen_gui.storage.profile import Profile

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

    from facegen_gui.api.timeouts import Timeouts
    from facegen_gui.storage.key_store import KeyStore


@dataclass(frozen=True, slots=True)
class WorkerSetup:
    profile: Profile
    network: NetworkSettings
    pool: QThreadPool
    emit: Callable[[list[Event]], None]
    now: Callable[[], datetime]
    make_key_store: "Callable[[], KeyStore] | None"  # None: the system's keyring
    previous_key_store: str
    keyring_time_out: float
    timeouts: "Timeouts | None"  # the network's; None: the usual ones
    make_loop: "Callable[[], AbstractEventLoop] | None"  # None: asyncio's own
