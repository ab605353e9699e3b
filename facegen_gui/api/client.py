"""Asks the service for one job. The key goes into the JSON body of this one POST and nowhere else.

What the answer means is `replies`'; how it travels is `transport`'s.
"""

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import quote

from facegen_gui.api.late_transport import LateTransport
from facegen_gui.api.link_policy import host_of
from facegen_gui.api.replies import Ready, Refused, Reply, parse_reply
from facegen_gui.api.timeouts import Timeouts
from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.network import NetworkSettings
from facegen_gui.domain.scrubbing import KnownKeys

LARGEST_ANSWER = 9 * 1024 * 1024  # holds large base64 pictures; anything beyond is no answer of this service


class ServiceClient:
    """One per worker run; belongs to its asyncio loop. Cheap until the first call."""

    def __init__(
        self,
        settings: NetworkSettings,
        proxy_for: Callable[[str], str | None],
        *,
        timeouts: Timeouts | None = None,
    ) -> None:
        self._settings = settings
        self._timeouts = timeouts or Timeouts()
        self._transport = LateTransport(
            settings, proxy_for, connections=settings.concurrency, timeouts=self._timeouts
        )

    async def fetch(self, job_id: str, key: str) -> Reply:
        """What the service says of a job. Network failures come back as Refused, too; nothing is raised."""
        try:
            async with asyncio.timeout(self._timeouts.call):
                reply = await self._ask(job_id, key)
        except FaceGenError as error:
            reply = Refused(error.failure)
        except TimeoutError:
            reply = Refused(
                Failure(FailureKind.timed_out, detail=f"no answer within {self._timeouts.call:g} s")
            )
        return self._told(reply, key)

    async def _ask(self, job_id: str, key: str) -> Reply:
        # quote() leaves dots alone, and "/../" would be another route.
        url = f"{self._settings.server}/face_gen/fetch/{quote(job_id, safe='').replace('.', '%2E')}"
        headers = {"content-type": "application/json", "accept": "application/json"}
        body = json.dumps({"key": key}).encode()
        async with self._transport.send("POST", url, headers, body) as answer:
            received = bytearray()
            async for chunk in answer.chunks:
                received += chunk
                if len(received) > LARGEST_ANSWER:
                    detail = f"HTTP {answer.status}, an answer of more than {LARGEST_ANSWER} bytes"
                    return Refused(Failure(FailureKind.service_trouble, status=answer.status, detail=detail))
            is_proxys = answer.is_proxys
        reply = parse_reply(answer.status, answer.headers, bytes(received), datetime.now(UTC), job_id=job_id)
        match reply:
            case Refused(Failure(kind=FailureKind.proxy) as failure) if not is_proxys:
                # The service, or what stands before it, speaks of a proxy that we do not have.
                return Refused(replace(failure, kind=FailureKind.service_trouble))
        return reply

    async def aclose(self) -> None:
        await self._transport.aclose()

    def _told(self, reply: Reply, key: str) -> Reply:
        """With the host, and without the key, should the service have repeated it to us."""
        keys = KnownKeys()
        keys.add(key)
        match reply:
            case Refused(failure):
                host = failure.host or host_of(self._settings.server)
                return Refused(replace(failure, host=host, detail=keys.scrub(failure.detail)))
            case Ready(meta=meta) if meta:
                return replace(reply, meta=keys.scrub(meta))
            case _:
                return reply
