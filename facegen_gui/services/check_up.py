"""The check-up: walks from the cable to the pictures and stops at the first thing that does not work.

Facts only; the window words them and makes the note for IT. Asks the network through `api`.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from urllib.parse import urlsplit

from facegen_gui.api.client import ServiceClient
from facegen_gui.api.link_policy import host_of
from facegen_gui.api.probe import Seen, connect, head
from facegen_gui.api.replies import Refused, Reply
from facegen_gui.api.timeouts import Timeouts
from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.network import NetworkSettings, is_loopback
from facegen_gui.services.check_steps import CheckKind, CheckOutcome, CheckStep

# Where the contract's own example lies, for when no picture has been fetched yet.
USUAL_PICTURE_HOST = "pub-8b49af329fae499aa563997f5d4068a4.r2.dev"

_COULD_NOT_CHECK = frozenset(
    {
        FailureKind.rate_limited,
        FailureKind.service_trouble,
        FailureKind.timed_out,
        FailureKind.offline,
        FailureKind.name_not_found,
        FailureKind.connection_refused,
        FailureKind.certificate,
        FailureKind.proxy,
    }
)
_KEY_TROUBLE = frozenset({FailureKind.key_rejected, FailureKind.no_credit, FailureKind.plan})


async def check_up(
    settings: NetworkSettings,
    proxy_for: Callable[[str], str | None],
    key: str,
    picture_host: str = "",
    *,
    timeouts: Timeouts | None = None,
) -> AsyncIterator[CheckStep]:
    """One step at a time, ending after the first that failed. `picture_host` as failures name hosts."""
    walk = _Walk(settings, proxy_for, timeouts or Timeouts())
    for step in (
        walk.internet,
        walk.proxy_itself,
        walk.certificate,
        walk.server,
        lambda: walk.key(key),
        lambda: walk.picture_host(picture_host or USUAL_PICTURE_HOST),
    ):
        result = await step()
        yield result
        if result.outcome is CheckOutcome.failed:
            return


class _Walk:
    """What the steps know of each other: the proxy, and the one HEAD request that two of them judge."""

    def __init__(
        self, settings: NetworkSettings, proxy_for: Callable[[str], str | None], timeouts: Timeouts
    ) -> None:
        self._settings = settings
        self._proxy_for = proxy_for
        self._timeouts = timeouts
        self._proxy = ""
        self._proxy_failure: Failure | None = None
        self._seen: Seen | Failure | None = None

    async def internet(self) -> CheckStep:
        """The name resolves and something can be reached; behind a proxy that is the proxy's business."""
        server = self._settings.server
        step = self._step(CheckKind.internet, server)
        try:
            self._proxy = await self._proxy_of(server)
        except FaceGenError as error:
            self._proxy_failure = error.failure
        if self._proxy or self._proxy_failure:
            return replace(step, outcome=CheckOutcome.skipped, proxy=host_of(self._proxy))
        try:
            await connect(urlsplit(server).hostname or "", step.port, step.host, self._timeouts)
        except FaceGenError as error:
            # Whoever refuses has been reached: that is the server's step to say.
            if error.failure.kind is not FailureKind.connection_refused:
                return replace(step, outcome=CheckOutcome.failed, failure=error.failure)
        return step

    async def proxy_itself(self) -> CheckStep:
        if self._proxy_failure is not None:
            failure = self._proxy_failure
            return CheckStep(CheckKind.proxy, CheckOutcome.failed, failure, failure.host)
        if not self._proxy:
            return CheckStep(CheckKind.proxy, CheckOutcome.skipped)
        step = replace(self._step(CheckKind.proxy, self._proxy), proxy=host_of(self._proxy))
        try:
            await connect(urlsplit(self._proxy).hostname or "", step.port, step.host, self._timeouts)
        except FaceGenError as error:
            failure = replace(error.failure, kind=FailureKind.proxy)
            return replace(step, outcome=CheckOutcome.failed, failure=failure)
        seen = await self._look()
        if isinstance(seen, Failure) and seen.kind is FailureKind.proxy:
            return replace(step, outcome=CheckOutcome.failed, failure=seen)
        return step

    async def certificate(self) -> CheckStep:
        step = self._through_proxy(self._step(CheckKind.certificate, self._settings.server))
        if urlsplit(self._settings.server).scheme != "https":
            return replace(step, outcome=CheckOutcome.skipped)
        match await self._look():
            case Failure(kind=FailureKind.certificate) as failure:
                return replace(step, outcome=CheckOutcome.failed, failure=failure)
            case Failure() as failure:
                # Nothing was seen of it; what is wrong is the server step's to say.
                return replace(step, outcome=CheckOutcome.unknown, failure=failure)
            case seen:
                return replace(step, issuer=seen.issuer)

    async def server(self) -> CheckStep:
        step = self._through_proxy(self._step(CheckKind.server, self._settings.server))
        match await self._look():
            case Failure() as failure:
                return replace(step, outcome=CheckOutcome.failed, failure=failure)
            # 501 comes from servers that know no HEAD: they answer.
            case Seen(status=status) if status >= 500 and status != 501:
                failure = Failure(
                    FailureKind.service_trouble, status=status, host=step.host, detail=f"HTTP {status}"
                )
                return replace(step, outcome=CheckOutcome.failed, failure=failure)
            case _:
                return step

    async def key(self, key: str) -> CheckStep:
        """Asks for job 0, which nobody has: "not found" is the answer to a key that was accepted."""
        step = self._through_proxy(self._step(CheckKind.key, self._settings.server))
        if not key:
            failure = Failure(FailureKind.key_missing)
            return replace(step, outcome=CheckOutcome.skipped, failure=failure)
        client = ServiceClient(self._settings, self._proxy_for, timeouts=self._timeouts)
        try:
            outcome, failure_seen = _key_verdict(await client.fetch("0", key))
        finally:
            await client.aclose()
        return replace(step, outcome=outcome, failure=failure_seen)

    async def picture_host(self, host: str) -> CheckStep:
        # A plain http server is on loopback, and there its pictures may come by plain http as well.
        is_local = is_loopback(urlsplit(f"//{host}").hostname or "")
        url = f"{urlsplit(self._settings.server).scheme if is_local else 'https'}://{host}/"
        step = self._step(CheckKind.picture_host, url)
        try:
            step = replace(step, proxy=host_of(await self._proxy_of(url)))
            seen = await head(url, self._settings, self._proxy_for, self._timeouts)
        except FaceGenError as error:
            return replace(step, outcome=CheckOutcome.failed, failure=error.failure)
        return replace(step, issuer=seen.issuer)

    async def _proxy_of(self, url: str) -> str:
        proxy: str | None = await asyncio.to_thread(self._proxy_for, url)
        return proxy or ""

    async def _look(self) -> Seen | Failure:
        if self._seen is None:
            parts = urlsplit(self._settings.server)
            url = f"{parts.scheme}://{parts.netloc}/"
            try:
                self._seen = await head(url, self._settings, self._proxy_for, self._timeouts)
            except FaceGenError as error:
                self._seen = error.failure
        return self._seen

    def _step(self, kind: CheckKind, url: str) -> CheckStep:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        return CheckStep(kind, CheckOutcome.ok, host=host_of(url), port=port)

    def _through_proxy(self, step: CheckStep) -> CheckStep:
        return replace(step, proxy=host_of(self._proxy))


def _key_verdict(reply: Reply) -> tuple[CheckOutcome, Failure | None]:
    match reply:
        case Refused(failure) if failure.kind in _KEY_TROUBLE:
            return CheckOutcome.failed, failure
        case Refused(failure) if failure.kind in _COULD_NOT_CHECK:
            return CheckOutcome.unknown, failure
        case _:
            return CheckOutcome.ok, None
