"""Which proxy a request takes: as IT or the person set it, or as the operating system says (PAC included,
where Qt knows it). Connects to nothing itself."""

import sys
from collections.abc import Callable
from urllib.parse import quote, urlsplit
from urllib.request import getproxies_environment, proxy_bypass

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.network import NetworkSettings, ProxyMode, is_loopback


def proxy_chooser(settings: NetworkSettings) -> Callable[[str], str | None]:
    """Gives the proxy's URL for a URL, None for none. May block (PAC): not for the GUI thread or the loop."""

    def choose(url: str) -> str | None:
        # Another machine cannot reach this one's loopback addresses for us.
        if is_loopback(urlsplit(url).hostname or ""):
            return None
        match settings.proxy_mode:
            case ProxyMode.none:
                return None
            case ProxyMode.manual:
                return settings.proxy_url or None
            case ProxyMode.system:
                return system_proxy(url)

    return choose


def system_proxy(url: str) -> str | None:
    """`http://user:password@host:port`, or None. Raises FaceGenError for SOCKS, which we do not speak."""
    if sys.platform not in {"win32", "darwin"} and (proxies := getproxies_environment()):
        return _from_environment(url, proxies)
    socks: QNetworkProxy | None = None
    for proxy in QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(url))):
        match proxy.type():
            case QNetworkProxy.ProxyType.HttpProxy | QNetworkProxy.ProxyType.HttpCachingProxy:
                return _address(proxy)
            case QNetworkProxy.ProxyType.Socks5Proxy:
                socks = proxy
            case QNetworkProxy.ProxyType.NoProxy:
                return None
            case _:
                continue
    if socks is not None:
        raise _socks(f"{socks.hostName()}:{socks.port()}")
    return None


def _from_environment(url: str, proxies: dict[str, str]) -> str | None:
    """The variables that Qt 6.11 reads there as well, but only in lower case, with a scheme and a port, and
    without `no_proxy=*`; people write them as curl understands them."""
    parts = urlsplit(url)
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or proxy_bypass(parts.netloc.rpartition("@")[2]):
        return None
    if "://" not in proxy:
        proxy = "http://" + proxy
    if proxy.lower().startswith("socks"):
        raise _socks(urlsplit(proxy).netloc.rpartition("@")[2])
    return proxy


def _address(proxy: QNetworkProxy) -> str:
    user = ""
    if proxy.user():
        user = f"{quote(proxy.user(), safe='')}:{quote(proxy.password(), safe='')}@"
    host = f"[{proxy.hostName()}]" if ":" in proxy.hostName() else proxy.hostName()
    return f"http://{user}{host}:{proxy.port()}"


def _socks(host: str) -> FaceGenError:
    detail = "the system names a SOCKS proxy only; http and https proxies are supported"
    return FaceGenError(Failure(FailureKind.proxy, host=host, detail=detail))
