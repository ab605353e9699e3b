"""Which proxy a request takes, asked of the real Qt and the real environment."""

import sys

import pytest
from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

from facegen_gui.domain.failures import FaceGenError, FailureKind
from facegen_gui.domain.network import NetworkSettings, ProxyMode
from facegen_gui.services.proxies import proxy_chooser, system_proxy

SERVER = "https://modelslab.com/api/v1/enterprise"

on_linux = pytest.mark.skipif(
    sys.platform in {"win32", "darwin"}, reason="there the system's settings decide, not the environment"
)


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "ftp_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def test_the_mode_decides() -> None:
    def chosen(mode: ProxyMode, url: str = SERVER) -> str | None:
        return proxy_chooser(NetworkSettings(SERVER, proxy_mode=mode, proxy_url="http://p.example:8"))(url)

    assert chosen(ProxyMode.none) is None
    assert chosen(ProxyMode.manual) == "http://p.example:8"
    for url in ("http://127.0.0.1:80/x", "http://localhost/", "http://[::1]:9/"):
        assert chosen(ProxyMode.manual, url) is None


@on_linux
@pytest.mark.parametrize(
    ("environment", "url", "proxy"),
    [
        ({}, SERVER, None),
        (
            {"https_proxy": "http://us%40er:p%3Aw@p.example:3128"},
            SERVER,
            "http://us%40er:p%3Aw@p.example:3128",
        ),
        ({"HTTPS_PROXY": "p.example:3128"}, SERVER, "http://p.example:3128"),
        ({"http_proxy": "http://p.example:3128"}, SERVER, None),
        ({"all_proxy": "http://p.example:3128"}, SERVER, "http://p.example:3128"),
        ({"https_proxy": "http://p:1", "no_proxy": "*"}, SERVER, None),
        ({"https_proxy": "http://p:1", "no_proxy": "x.example, .modelslab.com"}, SERVER, None),
        ({"https_proxy": "http://p:1", "no_proxy": "lab.com"}, SERVER, "http://p:1"),
    ],
)
def test_the_environment_is_read_as_curl_reads_it(
    environment: dict[str, str], url: str, proxy: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert system_proxy(url) == proxy


@on_linux
def test_socks_is_a_proxy_failure_that_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("all_proxy", "socks5://user:secret@s.example:1080")
    with pytest.raises(FaceGenError) as raised:
        proxy_chooser(NetworkSettings(SERVER))(SERVER)
    failure = raised.value.failure
    assert (failure.kind, failure.host) == (FailureKind.proxy, "s.example:1080")
    assert "secret" not in str(failure)


def _as_the_system_says(monkeypatch: pytest.MonkeyPatch, *proxies: QNetworkProxy) -> None:
    """What Windows and macOS tell Qt cannot be set from here, so Qt's answer is put in its place."""

    def answer(query: QNetworkProxyQuery) -> list[QNetworkProxy]:
        assert query.url().host() == "modelslab.com"
        return list(proxies)

    monkeypatch.setattr(QNetworkProxyFactory, "systemProxyForQuery", answer)


HTTP = QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "p.example", 3128, "us@er", "p:w")
SOCKS = QNetworkProxy(QNetworkProxy.ProxyType.Socks5Proxy, "s.example", 1080)
NONE = QNetworkProxy(QNetworkProxy.ProxyType.NoProxy)
FTP = QNetworkProxy(QNetworkProxy.ProxyType.FtpCachingProxy, "f.example", 21)


def test_the_first_usable_proxy_of_the_systems_list_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    for proxies in ((HTTP,), (SOCKS, HTTP), (FTP, HTTP), (HTTP, NONE)):
        _as_the_system_says(monkeypatch, *proxies)
        assert system_proxy(SERVER) == "http://us%40er:p%3Aw@p.example:3128"
    _as_the_system_says(monkeypatch, QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "fe80::1", 3128))
    assert system_proxy(SERVER) == "http://[fe80::1]:3128"
    for proxies in ((), (NONE,), (NONE, HTTP), (SOCKS, NONE)):
        _as_the_system_says(monkeypatch, *proxies)
        assert system_proxy(SERVER) is None
    _as_the_system_says(monkeypatch, SOCKS)
    with pytest.raises(FaceGenError):
        system_proxy(SERVER)
