"""Which picture links may be followed (https; plain http only where the server itself is loopback).

Pure, and asked again at every redirect. Says nothing of what a link leads to.
"""

import ipaddress
import re
import socket
from urllib.parse import SplitResult, urljoin, urlsplit

from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.network import is_loopback

MOST_REDIRECTS = 5


def checked_link(url: str, server: str) -> str:
    """`url`, when it may be fetched while `server` is the service's URL; else raises unsafe_link."""
    parts = _split(url)
    if parts.scheme not in {"https", "http"}:
        raise unsafe(url, "neither https nor http")
    if parts.username is not None or parts.password is not None:
        raise unsafe(url, "a user name or password inside the link")
    host = parts.hostname or ""
    if not host or re.search(r"[\s\\<>]", parts.netloc):
        raise unsafe(url, "no proper host name")
    server_is_local = is_loopback(urlsplit(server).hostname or "")
    link_is_local = names_this_machine(host)
    if link_is_local and not server_is_local:
        raise unsafe(url, "leads to this computer")
    if parts.scheme == "http" and not (link_is_local and server_is_local):
        raise unsafe(url, "not encrypted (http)")
    return url


def checked_redirect(url: str, location: str, server: str) -> str:
    """The absolute target of a redirect from `url`; never from https down to http."""
    try:
        target = urljoin(url, location.strip())
    except ValueError as error:
        raise unsafe(url, "redirect to no proper address") from error
    if _split(url).scheme == "https" and _split(target).scheme != "https":
        raise unsafe(target, "redirect from https to something less safe")
    return checked_link(target, server)


def host_of(url: str) -> str:
    """Host name, and the port where it is unusual: what failures name."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return ""
    host = parts.hostname or ""
    if ":" in host:
        host = f"[{host}]"
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    return host if port in (None, usual) else f"{host}:{port}"


def names_this_machine(host: str) -> bool:
    """Loopback in any spelling that a resolver takes for it: `127.1`, `0x7f000001`, `::ffff:127.0.0.1`."""
    host = host.lower().rstrip(".")
    if is_loopback(host) or host.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        if not re.fullmatch(r"[0-9a-fx.]+", host):
            return False
        try:
            address = ipaddress.IPv4Address(socket.inet_aton(host))
        except OSError:
            return False
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    return address.is_loopback or address.is_unspecified


def unsafe(url: str, reason: str) -> FaceGenError:
    # The link itself stays out: a signed one is a secret of the customer's bucket.
    return FaceGenError(Failure(FailureKind.unsafe_link, host=host_of(url), detail=reason))


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises ValueError for a port that is none
    except ValueError as error:
        raise unsafe("", "no proper address") from error
    return parts
