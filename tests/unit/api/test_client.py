"""The fetch call against a server that misbehaves on the wire."""

import asyncio
import json
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from facegen_gui import __version__
from facegen_gui.api.client import ServiceClient
from facegen_gui.api.replies import BeingMade, Ready, Refused, Reply
from facegen_gui.api.timeouts import Timeouts
from facegen_gui.domain.failures import Failure
from facegen_gui.domain.failures import FailureKind as Kind
from facegen_gui.domain.network import NetworkSettings
from facegen_gui.domain.scrubbing import PLACE
from tests.wire import scripts
from tests.wire.certificates import Authority
from tests.wire.server import Line, Request, Script, WireServer, refusing_port

KEY = "k3y-Ab/ö\"'" + "x" * 50
READY = {"status": "success", "id": 101, "output": ["https://pictures.example/a-0.png"]}


def ask(
    settings: NetworkSettings,
    timeouts: Timeouts,
    *job_ids: str,
    key: str = KEY,
    proxy_for: Callable[[str], str | None] = lambda url: None,
) -> list[Reply]:
    async def run() -> list[Reply]:
        client = ServiceClient(settings, proxy_for, timeouts=timeouts)
        try:
            return [await client.fetch(job_id, key) for job_id in job_ids or ("101",)]
        finally:
            await client.aclose()

    return asyncio.run(run())


def failure_of(reply: Reply) -> Failure:
    assert isinstance(reply, Refused), reply
    assert KEY not in reply.failure.detail
    return reply.failure


def test_the_request_is_a_post_with_the_key_in_its_body_and_nowhere_else(quick: Timeouts) -> None:
    with WireServer(scripts.json_answer(READY)) as server:
        replies = ask(NetworkSettings(server.url), quick, "101", "a/../b?c#d e")
    assert all(isinstance(reply, Ready) for reply in replies)
    assert server.connections == 1
    first, second = server.requests
    assert first.method == "POST"
    assert first.target == "/api/v1/enterprise/face_gen/fetch/101"
    assert second.target == "/api/v1/enterprise/face_gen/fetch/a%2F%2E%2E%2Fb%3Fc%23d%20e"
    assert json.loads(first.body) == {"key": KEY}
    assert first.headers["content-type"] == "application/json"
    assert first.headers["user-agent"] == f"FaceGenViewer/{__version__}"
    assert not {"cookie", "authorization", "referer"} & first.headers.keys()
    assert KEY not in str(first.headers)


def test_cookies_are_not_kept(quick: Timeouts) -> None:
    with WireServer(scripts.json_answer(READY, Set_Cookie="a=b; Path=/")) as server:
        ask(NetworkSettings(server.url), quick, "1", "2")
    assert "cookie" not in server.requests[1].headers


def test_a_key_that_the_service_repeats_is_struck_out(quick: Timeouts) -> None:
    with WireServer(scripts.json_answer({"status": "error", "message": f"Invalid API key {KEY}"})) as server:
        failure = failure_of(ask(NetworkSettings(server.url), quick)[0])
    assert failure.kind is Kind.key_rejected
    assert PLACE in failure.detail
    answer = {**READY, "meta": {"note": KEY}}
    with WireServer(scripts.json_answer(answer)) as server:
        reply = ask(NetworkSettings(server.url), quick)[0]
    assert isinstance(reply, Ready)
    assert KEY not in str(json.loads(reply.meta))


BIG = b'{"status": "success", "x": "' + b"y" * 10_000_000 + b'"}'


@pytest.mark.parametrize(
    ("script", "kind"),
    [
        (scripts.says_nothing, Kind.timed_out),
        (scripts.closes_at_once, Kind.service_trouble),
        (scripts.resets_in_the_header, Kind.service_trouble),
        (scripts.resets_in_the_body(b'{"status": "processing"}'), Kind.service_trouble),
        (scripts.half_of(b'{"status": "processing"}'), Kind.service_trouble),
        (scripts.falls_silent_after(b'{"status": '), Kind.timed_out),
        (scripts.trickles(b" ", every=0.05), Kind.timed_out),
        (scripts.chunked_without_end(b" " * 65_536), Kind.service_trouble),
        (scripts.chunked_and_cut_off(b'{"status": "processing"}'), Kind.service_trouble),
        (scripts.gzip_bomb(300), Kind.service_trouble),
        (scripts.gzip_bomb(300, layers=2), Kind.service_trouble),
        (scripts.answer(b"\x1f\x8bnonsense", content_encoding="gzip"), Kind.service_trouble),
        (scripts.answer(b"{}", content_encoding="br"), Kind.service_trouble),
        (scripts.answer(BIG), Kind.service_trouble),
        (scripts.answer(b"<html>Bad gateway</html>", status=502), Kind.service_trouble),
        (lambda request, line: line.send(b"SSH-2.0-OpenSSH\r\n\r\n"), Kind.service_trouble),
        (scripts.redirect("http://127.0.0.1:1/"), Kind.service_trouble),
        (scripts.redirect("/elsewhere", status=307), Kind.service_trouble),
        (scripts.redirect("file:///etc/passwd", status=308), Kind.service_trouble),
        (scripts.json_answer({"status": "error", "message": "no"}, status=401), Kind.key_rejected),
    ],
)
def test_a_fault_becomes_a_failure_after_one_request(script: Script, kind: Kind, quick: Timeouts) -> None:
    with WireServer(script) as server:
        failure = failure_of(ask(NetworkSettings(server.url), quick)[0])
        assert failure.kind is kind
        assert failure.host == f"127.0.0.1:{server.port}"
        assert failure.detail
        assert len(server.requests) == 1


def test_a_refused_connection_and_an_unknown_name_are_told_apart(quick: Timeouts) -> None:
    refused = failure_of(ask(NetworkSettings(f"http://127.0.0.1:{refusing_port()}/api"), quick)[0])
    assert refused.kind is Kind.connection_refused
    unknown = failure_of(
        ask(NetworkSettings("https://no-such-host.invalid"), replace(quick, connect=9, call=9))[0]
    )
    assert unknown.kind is Kind.name_not_found
    assert unknown.host == "no-such-host.invalid"


def test_compressed_answers_and_wrong_charsets_are_read(quick: Timeouts) -> None:
    import gzip

    body = gzip.compress(json.dumps(READY).encode("utf-16"))
    script = scripts.answer(body, content_encoding="gzip", content_type="application/json; charset=ascii")
    with WireServer(script) as server:
        assert isinstance(ask(NetworkSettings(server.url), quick)[0], Ready)


def test_a_call_can_be_cancelled_at_once_and_closed(quick: Timeouts) -> None:
    async def run(settings: NetworkSettings) -> float:
        client = ServiceClient(settings, lambda url: None)
        calls = [asyncio.create_task(client.fetch(str(n), KEY)) for n in range(4)]
        await asyncio.to_thread(server.wait_for, 4)
        started = asyncio.get_running_loop().time()
        for call in calls:
            call.cancel()
        await asyncio.gather(*calls, return_exceptions=True)
        await client.aclose()
        return asyncio.get_running_loop().time() - started

    with WireServer(scripts.says_nothing) as server:
        assert asyncio.run(run(NetworkSettings(server.url))) < 0.3


def test_a_call_that_is_cancelled_during_the_handshake_hangs_up() -> None:
    async def run(listener: socket.socket) -> bytes:
        client = ServiceClient(
            NetworkSettings(f"https://127.0.0.1:{listener.getsockname()[1]}"), lambda url: None
        )
        call = asyncio.create_task(client.fetch("1", KEY))
        connection, _ = await asyncio.to_thread(listener.accept)
        with connection:
            connection.settimeout(10)
            assert await asyncio.to_thread(connection.recv, 65_536)
            call.cancel()
            await asyncio.gather(call, return_exceptions=True)
            end = await asyncio.to_thread(connection.recv, 1)
        await client.aclose()
        return end

    with socket.create_server(("127.0.0.1", 0)) as listener:
        assert asyncio.run(run(listener)) == b""


def test_tls_is_trusted_through_the_extra_certificates(
    authority: Authority, tmp_path: Path, quick: Timeouts
) -> None:
    with WireServer(scripts.json_answer(READY), authority.server(tmp_path)) as server:
        settings = NetworkSettings(server.url, extra_ca_file=str(authority.file))
        assert isinstance(ask(settings, quick)[0], Ready)


@pytest.mark.parametrize(
    ("fault", "word"), [("unknown", "unable to get"), ("expired", "expired"), ("name", "not valid for")]
)
def test_a_wrong_certificate_is_named_and_nothing_is_sent(
    fault: str, word: str, authority: Authority, tmp_path: Path, quick: Timeouts
) -> None:
    address = "127.0.0.9" if fault == "name" else "127.0.0.1"
    tls = authority.server(tmp_path, address=address, name="other.example", expired=fault == "expired")
    with WireServer(scripts.json_answer(READY), tls) as server:
        file = "" if fault == "unknown" else str(authority.file)
        failure = failure_of(ask(NetworkSettings(server.url, extra_ca_file=file), quick)[0])
    assert failure.kind is Kind.certificate
    assert word in failure.detail
    assert not server.requests


def test_extra_certificates_that_cannot_be_read_are_a_certificate_failure(
    tmp_path: Path, quick: Timeouts
) -> None:
    for file in (tmp_path / "missing.pem", tmp_path / "bad.pem"):
        (tmp_path / "bad.pem").write_text(
            "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n"
        )
        settings = NetworkSettings("https://127.0.0.1:9", extra_ca_file=str(file))
        failure = failure_of(ask(settings, quick)[0])
        assert failure.kind is Kind.certificate
        assert failure.path == str(file)


def test_plain_http_where_tls_was_expected_is_trouble_not_a_crash(quick: Timeouts) -> None:
    with WireServer(scripts.json_answer(READY)) as server:
        url = server.url.replace("http:", "https:")
        assert failure_of(ask(NetworkSettings(url), quick)[0]).kind is Kind.service_trouble
    assert not server.requests


def test_each_request_takes_the_proxy_that_its_url_has(quick: Timeouts) -> None:
    asked: list[str] = []
    with WireServer(scripts.json_answer({"status": "processing"})) as proxy:

        def proxy_for(url: str) -> str:
            asked.append(url)
            return f"http://us%40er:p%3Aw@127.0.0.1:{proxy.port}"

        settings = NetworkSettings("http://127.0.0.1:9/api")
        assert ask(settings, quick, "1", "2", proxy_for=proxy_for) == [BeingMade(), BeingMade()]
    assert proxy.requests[0].target == "http://127.0.0.1:9/api/face_gen/fetch/1"
    assert proxy.requests[0].headers["proxy-authorization"] == "Basic dXNAZXI6cDp3"
    assert len(asked) == 1


def test_a_service_that_speaks_of_a_proxy_that_is_not_there_is_in_trouble(quick: Timeouts) -> None:
    with WireServer(scripts.answer(status=407, proxy_authenticate="Basic")) as server:
        failure = failure_of(ask(NetworkSettings(server.url), quick)[0])
        through = failure_of(
            ask(
                NetworkSettings("http://faces.example/api"),
                quick,
                proxy_for=lambda url: f"http://127.0.0.1:{server.port}",
            )[0]
        )
    assert (failure.kind, failure.status) == (Kind.service_trouble, 407)
    assert (through.kind, through.status) == (Kind.proxy, 407)


def test_a_large_picture_in_an_answer_is_taken(quick: Timeouts) -> None:
    picture = "data:image/png;base64," + "A" * 6_000_000
    with WireServer(scripts.json_answer({"status": "success", "output": [picture]})) as server:
        (reply,) = ask(NetworkSettings(server.url), quick)
    assert isinstance(reply, Ready)
    with WireServer(scripts.json_answer({"status": "success", "output": ["A" * 10_000_000]})) as server:
        failure = failure_of(ask(NetworkSettings(server.url), quick)[0])
    assert failure.kind is Kind.service_trouble


def test_proxy_trouble_is_the_proxys(quick: Timeouts) -> None:
    settings = NetworkSettings("https://modelslab.com/api")
    with WireServer(scripts.answer(status=407, proxy_authenticate="Basic")) as proxy:
        address = f"http://user:secret@127.0.0.1:{proxy.port}"
        failure = failure_of(ask(settings, quick, proxy_for=lambda url: address)[0])
        assert (failure.kind, failure.status) == (Kind.proxy, 407)
        assert failure.host == f"127.0.0.1:{proxy.port}"
        assert proxy.requests[0].method == "CONNECT"
    for address in (
        f"http://user:secret@127.0.0.1:{refusing_port()}",
        "http://user:secret@no-such-proxy.invalid:3128",
        "socks5://user:secret@127.0.0.1:1",
        "http://user:secret@",
        "http://user:secret@host:port",
    ):
        failure = failure_of(
            ask(settings, replace(quick, connect=9, call=9), proxy_for=lambda url, a=address: a)[0]
        )
        assert failure.kind is Kind.proxy
        assert "secret" not in str(failure)


def test_a_certificate_behind_a_proxy_is_still_a_certificates_failure(
    authority: Authority, tmp_path: Path, quick: Timeouts
) -> None:
    def tunnel(request: Request, line: Line) -> None:
        import threading

        line.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
        with socket.create_connection(("127.0.0.1", server.port)) as upstream:
            back = threading.Thread(target=_pump, args=(upstream.recv, line.send))
            back.start()
            _pump(line.receive, upstream.sendall)
            upstream.shutdown(socket.SHUT_RDWR)
            back.join()
        line.close()

    with (
        WireServer(scripts.json_answer(READY), authority.server(tmp_path)) as server,
        WireServer(tunnel) as proxy,
    ):
        address = f"http://127.0.0.1:{proxy.port}"
        trusting = NetworkSettings(server.url, extra_ca_file=str(authority.file))
        assert isinstance(ask(trusting, quick, proxy_for=lambda url: address)[0], Ready)
        failure = failure_of(ask(NetworkSettings(server.url), quick, proxy_for=lambda url: address)[0])
    assert failure.kind is Kind.certificate
    assert failure.host == f"127.0.0.1:{server.port}"


def _pump(receive: Callable[[int], bytes], send: Callable[[bytes], None]) -> None:
    try:
        while data := receive(65_536):
            send(data)
    except OSError:
        return


def test_importing_the_client_does_not_yet_import_httpx() -> None:
    code = (
        "import sys, facegen_gui.api.client, facegen_gui.api.downloads, facegen_gui.services.check_up;"
        "sys.exit('httpx' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
