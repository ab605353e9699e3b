"""Where httpx ends: requests go out through the right proxy with the operating system's certificates, and
come back as `Answer`; every httpx exception leaves as FaceGenError.

The one module (with `wire_failures`) that imports httpx at its top, 70 ms: so it is itself imported late, at
the first request, and importing `client` or `downloads` costs nothing before the first paint. Uses httpx's
transports without its client, which would follow redirects, keep cookies and read the environment.
"""

import asyncio
import ssl
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

import httpx
import truststore

from facegen_gui import __version__
from facegen_gui.api.bounded_decoding import decoded
from facegen_gui.api.link_policy import host_of
from facegen_gui.api.timeouts import Timeouts
from facegen_gui.api.wire_failures import wire_failure
from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind

USER_AGENT = f"FaceGenViewer/{__version__}"
# Shorter than a usual server's own limit (5 s and up), so that we rarely write into a closing connection.
_KEEP_ALIVE = 4.0
# Asking the system for a proxy can run a PAC script; its answer holds for all links of an origin.
_PROXY_HOLDS = 60.0


@dataclass(slots=True)
class Answer:
    """The head of an answer, and its body as it arrives."""

    status: int
    headers: Mapping[str, str]  # names in lower case
    chunks: AsyncIterator[bytes] = field(repr=False)  # decompressed, each at most 256 KiB
    issuer: str = ""  # who issued the server's certificate; "" without TLS
    is_proxys: bool = False  # it may be a proxy's own: plain http through one, which a tunnel is not


class Transport:
    """Belongs to one asyncio loop. `connections` is the most that are open at a time for each proxy."""

    def __init__(
        self,
        proxy_for: Callable[[str], str | None],
        extra_ca_file: str,
        *,
        connections: int,
        timeouts: Timeouts,
    ) -> None:
        self._proxy_for = proxy_for
        self._extra_ca_file = extra_ca_file
        self._limits = httpx.Limits(
            max_connections=connections,
            max_keepalive_connections=connections,
            keepalive_expiry=_KEEP_ALIVE,
        )
        self._timeouts = timeouts
        self._pools: dict[tuple[bool, str], httpx.AsyncHTTPTransport] = {}
        self._proxies: dict[tuple[str, str], tuple[float, str]] = {}
        self._tls: ssl.SSLContext | None = None

    @asynccontextmanager
    async def send(
        self, method: str, url: str, headers: Mapping[str, str], content: bytes = b""
    ) -> AsyncIterator[Answer]:
        """One request and no other: redirects are the caller's. Raises FaceGenError, also out of `chunks`."""
        host = host_of(url)
        proxy = await self._proxy(url)
        is_tls = urlsplit(url).scheme == "https"
        pool = self._pool(is_tls, proxy)
        try:
            request = httpx.Request(
                method,
                url,
                headers={"user-agent": USER_AGENT, "accept-encoding": "identity", **headers},
                content=content or None,
                extensions={
                    "timeout": {
                        "connect": self._timeouts.connect,
                        "read": self._timeouts.read,
                        "write": self._timeouts.read,
                        "pool": None,  # waiting for a free connection is our own doing
                    },
                    **({"trace": _close_cancelled_handshakes()} if is_tls else {}),
                },
            )
        except (httpx.InvalidURL, UnicodeError) as error:
            raise FaceGenError(Failure(FailureKind.unsafe_link, host=host, detail=str(error))) from error
        try:
            async with asyncio.timeout(self._timeouts.call):
                response = await pool.handle_async_request(request)
        except (httpx.HTTPError, TimeoutError, OSError) as error:
            raise FaceGenError(wire_failure(error, host, host_of(proxy))) from error
        try:
            headers_in = {name.lower(): value for name, value in response.headers.items()}
            chunks = _mapped(response.stream, host)
            yield Answer(
                response.status_code,
                headers_in,
                decoded(chunks, headers_in.get("content-encoding", "")),
                _issuer(response),
                is_proxys=bool(proxy) and not is_tls,
            )
        finally:
            await response.stream.aclose()  # type: ignore[union-attr]

    async def aclose(self) -> None:
        pools, self._pools = list(self._pools.values()), {}
        for pool in pools:
            await pool.aclose()

    async def _proxy(self, url: str) -> str:
        parts = urlsplit(url)
        origin = (parts.scheme, parts.netloc)
        now = time.monotonic()
        known = self._proxies.get(origin)
        if known is None or now > known[0]:
            # In a thread, since a PAC script may have to be fetched first.
            known = (now + _PROXY_HOLDS, await asyncio.to_thread(self._proxy_for, url) or "")
            self._proxies[origin] = known
        return known[1]

    def _pool(self, is_tls: bool, proxy: str) -> httpx.AsyncHTTPTransport:
        pool = self._pools.get((is_tls, proxy))
        if pool is None:
            pool = self._pools[is_tls, proxy] = httpx.AsyncHTTPTransport(
                # Plain http needs no certificates: loading them costs milliseconds. The empty context trusts
                # nobody, so that a mistake here could never make TLS optional.
                verify=self._tls_context() if is_tls else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
                trust_env=False,
                limits=self._limits,
                proxy=self._checked_proxy(proxy) if proxy else None,
            )
        return pool

    def _checked_proxy(self, proxy: str) -> httpx.Proxy:
        parts = urlsplit(proxy)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            detail = f"proxies of the kind {parts.scheme or 'unnamed'} are not supported, http and https are"
            raise FaceGenError(Failure(FailureKind.proxy, host=host_of(proxy), detail=detail))
        user = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
        try:
            address = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
            return httpx.Proxy(
                address, auth=user, ssl_context=self._tls_context() if parts.scheme == "https" else None
            )
        except (httpx.InvalidURL, ValueError) as error:
            raise FaceGenError(
                Failure(
                    FailureKind.proxy, host=host_of(proxy), detail="the proxy's address is not an address"
                )
            ) from error

    def _tls_context(self) -> ssl.SSLContext:
        if self._tls is None:
            self._tls = tls_context(self._extra_ca_file)
        return self._tls


def tls_context(extra_ca_file: str) -> ssl.SSLContext:
    """The operating system's certificates and those of a PEM file, if one is set."""
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if extra_ca_file:
        try:
            context.load_verify_locations(cafile=extra_ca_file)
        except OSError as error:  # ssl.SSLError is one
            raise FaceGenError(
                Failure(
                    FailureKind.certificate,
                    path=extra_ca_file,
                    detail=f"the extra certificates cannot be read: {error}",
                )
            ) from error
    return context


def _close_cancelled_handshakes() -> Callable[[str, Mapping[str, Any]], Awaitable[None]]:
    """For a request's "trace". httpcore forgets a connection whose TLS handshake is cancelled, and leaves it
    open for as long as the other side likes (its `start_tls` closes on Exception, which a cancel is not)."""
    streams: list[Any] = []

    async def on_event(event: str, info: Mapping[str, Any]) -> None:
        if event.endswith("connect_tcp.complete"):
            streams.append(info["return_value"])
        elif event.endswith("start_tls.failed") and isinstance(info["exception"], asyncio.CancelledError):
            for stream in streams:
                await stream.aclose()

    return on_event


async def _mapped(stream: object, host: str) -> AsyncIterator[bytes]:
    try:
        async for chunk in stream:  # type: ignore[attr-defined]
            yield chunk
    except (httpx.HTTPError, OSError) as error:
        raise FaceGenError(wire_failure(error, host)) from error


def _issuer(response: httpx.Response) -> str:
    stream = response.extensions.get("network_stream")
    tls = stream.get_extra_info("ssl_object") if stream is not None else None
    certificate = tls.getpeercert() if tls is not None else None
    names = {name: value for part in (certificate or {}).get("issuer", ()) for name, value in part}
    return ", ".join(names[n] for n in ("organizationName", "commonName") if n in names)
