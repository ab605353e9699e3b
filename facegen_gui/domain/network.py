"""How the program reaches the service: what IT may set. Values and their checks, no sockets."""

import enum
import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit


class ProxyMode(enum.Enum):
    system = "system"
    none = "none"
    manual = "manual"


@dataclass(frozen=True, slots=True)
class NetworkSettings:
    server: str  # without trailing slash
    concurrency: int = 4  # calls in flight, 1 to 8
    proxy_mode: ProxyMode = ProxyMode.system
    proxy_url: str = ""  # http://host:port or https://…, for manual; may carry user:password
    extra_ca_file: str = ""  # PEM, in addition to the operating system's certificates


def is_loopback(host: str) -> bool:
    """Whether `host` names this machine: localhost, 127.0.0.0/8 or ::1."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def checked_server(url: str) -> str:
    """The server URL without its trailing slash.

    Raises ValueError unless it is https, or http to a loopback address, with a host and without user,
    query or fragment.
    """
    url = url.strip().rstrip("/")
    parts = urlsplit(url)
    _ = parts.port  # raises ValueError for a port that is none
    if not parts.hostname or parts.username or parts.password or parts.query or parts.fragment:
        raise ValueError(url)
    if parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname)):
        return url
    raise ValueError(url)
