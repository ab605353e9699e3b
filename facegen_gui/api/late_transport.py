"""The transport of those who must cost nothing before the first paint: it is made at their first request."""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING

from facegen_gui.api.timeouts import Timeouts
from facegen_gui.domain.network import NetworkSettings

if TYPE_CHECKING:
    from facegen_gui.api.transport import Answer, Transport


class LateTransport:
    """Belongs to one asyncio loop. `connections` is the most that are open at a time for each proxy."""

    def __init__(
        self,
        settings: NetworkSettings,
        proxy_for: Callable[[str], str | None],
        *,
        connections: int,
        timeouts: Timeouts,
    ) -> None:
        self._settings = settings
        self._proxy_for = proxy_for
        self._connections = connections
        self._timeouts = timeouts
        self._made: Transport | None = None

    def send(
        self, method: str, url: str, headers: Mapping[str, str], content: bytes = b""
    ) -> "AbstractAsyncContextManager[Answer]":
        """As `Transport.send`."""
        if self._made is None:
            # Late on purpose: it brings httpx along.
            from facegen_gui.api.transport import Transport

            self._made = Transport(
                self._proxy_for,
                self._settings.extra_ca_file,
                connections=self._connections,
                timeouts=self._timeouts,
            )
        return self._made.send(method, url, headers, content)

    async def aclose(self) -> None:
        if self._made is not None:
            await self._made.aclose()
