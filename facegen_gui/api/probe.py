"""Single looks at the network for the check-up: can a host be reached, does it answer, who vouches for it.

No key is ever part of them.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from facegen_gui.api.late_transport import LateTransport
from facegen_gui.api.timeouts import Timeouts
from facegen_gui.domain.failures import FaceGenError
from facegen_gui.domain.network import NetworkSettings


@dataclass(frozen=True, slots=True)
class Seen:
    """What answered a HEAD request. Any HTTP status means that something did."""

    status: int
    issuer: str = ""  # who issued its certificate: a company's name here means that traffic is inspected


async def connect(host: str, port: int, shown_host: str, timeouts: Timeouts) -> None:
    """Resolves the name and opens a connection that says nothing. Raises FaceGenError."""
    # Late on purpose: it brings httpx along.
    from facegen_gui.api.wire_failures import wire_failure

    try:
        async with asyncio.timeout(timeouts.connect):
            _, writer = await asyncio.open_connection(host, port)
    except (OSError, UnicodeError) as error:  # UnicodeError: a name that IDNA cannot write
        raise FaceGenError(wire_failure(error, shown_host)) from error
    writer.transport.abort()


async def head(
    url: str, settings: NetworkSettings, proxy_for: Callable[[str], str | None], timeouts: Timeouts
) -> Seen:
    """One HEAD request the way all requests go. Raises FaceGenError."""
    transport = LateTransport(settings, proxy_for, connections=1, timeouts=timeouts)
    try:
        async with transport.send("HEAD", url, {"accept": "*/*"}) as answer:
            return Seen(answer.status, answer.issuer)
    finally:
        await transport.aclose()
