"""Which links may be followed, as pure rules."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facegen_gui.api.link_policy import checked_link, checked_redirect, host_of
from facegen_gui.domain.failures import FaceGenError, FailureKind

PUBLIC = "https://modelslab.com/api/v1/enterprise"
LOCAL = "http://127.0.0.1:8000/api/v1/enterprise"


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("https://pub-1.r2.dev//generations/a.png?x=1", PUBLIC),
        ("https://bucket.example:8443/a", PUBLIC),
        ("https://192.168.1.5/a.png", PUBLIC),
        ("HTTPS://Pub.R2.dev/a.png", PUBLIC),
        ("https://münchen.example/ä.png", PUBLIC),
        ("http://127.0.0.1:9/a.png", LOCAL),
        ("http://localhost:9/a.png", LOCAL),
        ("https://pub-1.r2.dev/a.png", LOCAL),
    ],
)
def test_these_may_be_followed(url: str, server: str) -> None:
    assert checked_link(url, server) == url


@pytest.mark.parametrize(
    "url",
    [
        "http://pub-1.r2.dev/a.png",
        "http://pub-1.r2.dev./a.png",
        "file:///etc/passwd",
        "ftp://example.com/a.png",
        "javascript:alert(1)",
        "//example.com/a.png",
        "a.png",
        "",
        "https://",
        "https:///a.png",
        "https://user:pw@example.com/a.png",
        "https://user@example.com/a.png",
        "https://example.com:99999/a.png",
        "https://[::1/a.png",
        "https://exa mple.com/a.png",
        "https://good.example\\@evil.example/a.png",
    ],
)
def test_these_are_unsafe_whatever_the_server_is(url: str) -> None:
    for server in (PUBLIC, LOCAL):
        with pytest.raises(FaceGenError) as raised:
            checked_link(url, server)
        assert raised.value.failure.kind is FailureKind.unsafe_link


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST.",
        "a.localhost",
        "127.0.0.1",
        "127.8.9.1",
        "127.1",
        "0x7f000001",
        "0x7f.1",
        "2130706433",
        "0177.0.0.1",
        "0.0.0.0",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
    ],
)
def test_a_public_server_never_leads_to_this_computer(host: str) -> None:
    for scheme in ("http", "https"):
        with pytest.raises(FaceGenError):
            checked_link(f"{scheme}://{host}/a.png", PUBLIC)
    with pytest.raises(FaceGenError):
        checked_redirect("https://pictures.example/a", f"https://{host}/a.png", PUBLIC)
    assert checked_link(f"http://{host}/a.png", LOCAL)


@pytest.mark.parametrize(
    ("url", "location", "target"),
    [
        ("https://a.example/x/y", "z.png", "https://a.example/x/z.png"),
        ("https://a.example/x/y", "/z.png", "https://a.example/z.png"),
        ("https://a.example/x/y", "//b.example/z", "https://b.example/z"),
        ("https://a.example/x/y", " https://b.example/z ", "https://b.example/z"),
    ],
)
def test_a_redirect_is_relative_to_where_it_was_found(url: str, location: str, target: str) -> None:
    assert checked_redirect(url, location, PUBLIC) == target


@pytest.mark.parametrize("location", ["http://a.example/", "http://127.0.0.1:8000/", "file:///x", "ftp://x/"])
def test_a_redirect_never_leads_down_from_https(location: str) -> None:
    for server in (PUBLIC, LOCAL):
        with pytest.raises(FaceGenError) as raised:
            checked_redirect("https://a.example/x", location, server)
        assert raised.value.failure.kind is FailureKind.unsafe_link


def test_a_host_has_its_port_only_where_that_is_unusual() -> None:
    assert host_of("https://a.example:443/x") == "a.example"
    assert host_of("http://a.example:443/x") == "a.example:443"
    assert host_of("https://[::1]:9/x") == "[::1]:9"
    assert host_of("https://[broken") == ""


@given(st.text(), st.text())
def test_any_text_is_followed_or_unsafe(url: str, location: str) -> None:
    for check in (
        lambda: checked_link(url, PUBLIC),
        lambda: checked_link("https://" + url, PUBLIC),
        lambda: checked_redirect("https://a.example/", location, PUBLIC),
    ):
        assert _outcome(check) in {"https", FailureKind.unsafe_link}


def _outcome(check: Callable[[], str]) -> object:
    try:
        return check()[:5].lower()
    except FaceGenError as error:
        return error.failure.kind
