"""What an exception of the wire means. The real reason often sits two causes deep (httpx, httpcore, ssl)."""

import errno
import socket
import ssl
from collections.abc import Iterator

import httpx

from facegen_gui.domain.failures import Failure, FailureKind

# Windows' numbers are its own: WSAENETDOWN, WSAENETUNREACH, WSAEHOSTUNREACH, WSAEADDRNOTAVAIL.
_NO_NETWORK = frozenset(
    {errno.ENETDOWN, errno.ENETUNREACH, errno.EHOSTUNREACH, errno.EADDRNOTAVAIL, 10050, 10051, 10065, 10049}
)


def wire_failure(error: BaseException, host: str, proxy_host: str = "") -> Failure:
    """`host` is whom we wanted, `proxy_host` whom we asked for it; each as failures name hosts."""
    errors = tuple(causes(error))
    kind = _kind(error, errors)
    # Behind a proxy only the tunnel's far end has a certificate: everything before it is the proxy's.
    before_the_tunnel = kind in {
        FailureKind.name_not_found,
        FailureKind.connection_refused,
        FailureKind.offline,
    } or isinstance(error, httpx.ConnectTimeout | httpx.ProxyError)
    if proxy_host and before_the_tunnel:
        return Failure(
            FailureKind.proxy, host=proxy_host, status=_proxy_status(error), detail=technical(errors)
        )
    return Failure(kind, host=host, detail=technical(errors))


def _kind(error: BaseException, errors: tuple[BaseException, ...]) -> FailureKind:
    if any(isinstance(e, ssl.SSLCertVerificationError) for e in errors):
        return FailureKind.certificate
    if isinstance(error, httpx.ProxyError):
        return FailureKind.proxy
    if any(isinstance(e, socket.gaierror) for e in errors):
        return FailureKind.name_not_found
    # Several addresses are tried: one that refuses proves that there is a network.
    if any(isinstance(e, ConnectionRefusedError) for e in errors):
        return FailureKind.connection_refused
    if any(isinstance(e, OSError) and e.errno in _NO_NETWORK for e in errors):
        return FailureKind.offline
    if any(isinstance(e, httpx.TimeoutException | TimeoutError) for e in errors):
        return FailureKind.timed_out
    return FailureKind.service_trouble


def causes(error: BaseException) -> Iterator[BaseException]:
    """The exception and everything it came from, outermost first."""
    seen: set[int] = set()
    left: list[BaseException | None] = [error]
    while left:
        this = left.pop(0)
        if this is None or id(this) in seen:
            continue
        seen.add(id(this))
        yield this
        if isinstance(this, BaseExceptionGroup):
            left.extend(this.exceptions)
        # The context also where it is suppressed: httpcore's pool raises "from None" and hides the cause.
        left.extend((this.__cause__, this.__context__))


def technical(errors: tuple[BaseException, ...]) -> str:
    """Types and words of a chain of exceptions, each once."""
    lines: dict[str, None] = {}
    # httpcore repeats what httpx says, and anyio's own inner workings explain nothing.
    for error in errors:
        if not isinstance(error, httpx.HTTPError | OSError):
            continue
        words = " ".join(str(error).split())
        lines[f"{type(error).__name__}: {words}" if words else type(error).__name__] = None
        if isinstance(error, ssl.SSLCertVerificationError) and error.verify_message:
            lines[f"verification: {error.verify_message} (code {error.verify_code})"] = None
    return "; ".join(lines)[:2000]


def _proxy_status(error: BaseException) -> int:
    # httpcore tells a proxy's refusal only in words: "407 Proxy Authentication Required".
    code = str(error)[:3]
    return int(code) if isinstance(error, httpx.ProxyError) and code.isdecimal() and len(code) == 3 else 0
