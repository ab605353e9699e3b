"""The check-up walks in order, stops at the first red, and says what IT must allow."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from facegen_gui.api.timeouts import Timeouts
from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.network import NetworkSettings
from facegen_gui.services.check_steps import CheckKind, CheckOutcome, CheckStep
from facegen_gui.services.check_up import check_up
from tests.wire import scripts
from tests.wire.certificates import Authority, make_authority
from tests.wire.server import Line, Request, Script, WireServer, refusing_port

KEY = "the key of the check-up"
QUICK = Timeouts(connect=2.0, read=0.6, call=1.5)
UNKNOWN_JOB = scripts.json_answer({"status": "error", "message": "Request not found"}, status=404)
OK, FAILED, SKIPPED, UNKNOWN = (
    CheckOutcome.ok,
    CheckOutcome.failed,
    CheckOutcome.skipped,
    CheckOutcome.unknown,
)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("authority"))


def walk(
    settings: NetworkSettings,
    *,
    key: str = KEY,
    picture_host: str = "",
    proxy_for: Callable[[str], str | None] = lambda url: None,
    timeouts: Timeouts = QUICK,
) -> list[CheckStep]:
    async def run() -> list[CheckStep]:
        steps = check_up(settings, proxy_for, key, picture_host, timeouts=timeouts)
        return [step async for step in steps]

    return asyncio.run(run())


def outcomes(steps: list[CheckStep]) -> list[tuple[CheckKind, CheckOutcome]]:
    return [(step.kind, step.outcome) for step in steps]


def server_script(fetch: Script) -> Script:
    return scripts.by_path({"/api/v1/enterprise/face_gen/fetch/0": fetch}, scripts.answer())


def test_a_healthy_network_is_green_to_the_end_and_names_the_issuer(
    authority: Authority, tmp_path: Path
) -> None:
    with (
        WireServer(server_script(UNKNOWN_JOB), authority.server(tmp_path)) as server,
        WireServer(scripts.answer(status=404), authority.server(tmp_path)) as pictures,
    ):
        settings = NetworkSettings(server.url, extra_ca_file=str(authority.file))
        steps = walk(settings, picture_host=f"127.0.0.1:{pictures.port}")
    assert outcomes(steps) == [
        (CheckKind.internet, OK),
        (CheckKind.proxy, SKIPPED),
        (CheckKind.certificate, OK),
        (CheckKind.server, OK),
        (CheckKind.key, OK),
        (CheckKind.picture_host, OK),
    ]
    assert steps[2].issuer == "Example Ltd, Inspecting Company CA"
    assert (steps[0].host, steps[0].port) == (f"127.0.0.1:{server.port}", server.port)
    assert [request.method for request in server.requests] == ["HEAD", "POST"]
    assert json.loads(server.requests[1].body) == {"key": KEY}
    assert KEY not in str(pictures.requests)


def test_plain_http_on_loopback_has_no_certificate_to_check() -> None:
    with WireServer(server_script(UNKNOWN_JOB)) as server:
        steps = walk(NetworkSettings(server.url), picture_host=f"127.0.0.1:{server.port}")
    assert steps[2].outcome is SKIPPED
    assert steps[-1] == CheckStep(
        CheckKind.picture_host, OK, host=f"127.0.0.1:{server.port}", port=server.port
    )


@pytest.mark.parametrize(
    ("script", "outcome", "kind"),
    [
        (UNKNOWN_JOB, OK, None),
        (scripts.json_answer({"status": "failed", "message": "Request not found"}), OK, None),
        (scripts.json_answer({"status": "processing"}), OK, None),
        (scripts.json_answer({"status": "failed"}), OK, None),
        (scripts.json_answer({"message": "Invalid API key"}, status=401), FAILED, FailureKind.key_rejected),
        (scripts.json_answer({"status": "error", "message": "no credits"}), FAILED, FailureKind.no_credit),
        (scripts.json_answer({"message": "x"}, status=429), UNKNOWN, FailureKind.rate_limited),
        (scripts.answer(b"<html>404</html>", status=404), UNKNOWN, FailureKind.service_trouble),
        (scripts.closes_at_once, UNKNOWN, FailureKind.service_trouble),
        (scripts.says_nothing, UNKNOWN, FailureKind.timed_out),
    ],
)
def test_the_key_is_rejected_accepted_or_could_not_be_checked(
    script: Script, outcome: CheckOutcome, kind: FailureKind | None
) -> None:
    with WireServer(server_script(script)) as server:
        steps = walk(NetworkSettings(server.url), picture_host=f"127.0.0.1:{server.port}")
    step = steps[4]
    assert (step.kind, step.outcome) == (CheckKind.key, outcome)
    assert (step.failure.kind if step.failure else None) is kind
    assert KEY not in str(steps)
    assert len(steps) == (5 if outcome is FAILED else 6)


def test_without_a_key_nothing_is_asked_of_the_service() -> None:
    with WireServer(server_script(UNKNOWN_JOB)) as server:
        steps = walk(NetworkSettings(server.url), key="", picture_host=f"127.0.0.1:{server.port}")
    assert steps[4].outcome is SKIPPED
    assert steps[4].failure == Failure(FailureKind.key_missing)
    assert [request.method for request in server.requests] == ["HEAD", "HEAD"]


def test_an_unknown_name_is_the_internets_step() -> None:
    steps = walk(NetworkSettings("https://no-such-host.invalid/api"), timeouts=replace(QUICK, connect=9))
    assert outcomes(steps) == [(CheckKind.internet, FAILED)]
    assert steps[0].failure is not None
    assert steps[0].failure.kind is FailureKind.name_not_found
    assert (steps[0].host, steps[0].port) == ("no-such-host.invalid", 443)


def test_a_refusing_server_is_the_servers_step() -> None:
    steps = walk(NetworkSettings(f"http://127.0.0.1:{refusing_port()}/api"))
    assert outcomes(steps)[-1] == (CheckKind.server, FAILED)
    assert steps[-1].failure is not None
    assert steps[-1].failure.kind is FailureKind.connection_refused


@pytest.mark.parametrize(
    ("script", "kind"),
    [
        (scripts.answer(status=503), FailureKind.service_trouble),
        (scripts.says_nothing, FailureKind.timed_out),
        (scripts.resets_in_the_header, FailureKind.service_trouble),
    ],
)
def test_a_server_that_does_not_answer_properly_is_red(script: Script, kind: FailureKind) -> None:
    with WireServer(script) as server:
        steps = walk(NetworkSettings(server.url))
    assert outcomes(steps)[-1] == (CheckKind.server, FAILED)
    assert steps[-1].failure is not None
    assert steps[-1].failure.kind is kind


def test_a_certificate_that_nobody_here_trusts_is_red_and_gets_no_key(
    authority: Authority, tmp_path: Path
) -> None:
    with WireServer(UNKNOWN_JOB, authority.server(tmp_path)) as server:
        steps = walk(NetworkSettings(server.url))
    assert outcomes(steps)[-1] == (CheckKind.certificate, FAILED)
    assert steps[-1].failure is not None
    assert steps[-1].failure.kind is FailureKind.certificate
    assert not server.requests


def test_behind_a_proxy_the_proxy_is_what_is_reached() -> None:
    def forward(request: Request, line: Line) -> None:
        (UNKNOWN_JOB if request.method == "POST" else scripts.answer())(request, line)

    with WireServer(forward) as proxy:
        address = f"http://user:secret@127.0.0.1:{proxy.port}"
        settings = NetworkSettings("http://127.0.0.1:9/api")
        steps = walk(settings, proxy_for=lambda url: address, picture_host="127.0.0.1:9")
    assert outcomes(steps) == [
        (CheckKind.internet, SKIPPED),
        (CheckKind.proxy, OK),
        (CheckKind.certificate, SKIPPED),
        (CheckKind.server, OK),
        (CheckKind.key, OK),
        (CheckKind.picture_host, OK),
    ]
    assert {step.proxy for step in steps} == {f"127.0.0.1:{proxy.port}"}
    assert "secret" not in str(steps)


def test_a_proxy_that_refuses_wants_a_password_or_is_none_is_the_proxys_step() -> None:
    settings = NetworkSettings("https://modelslab.com/api")

    def socks(url: str) -> str:
        raise FaceGenError(Failure(FailureKind.proxy, host="s.example:1080"))

    nobody = refusing_port()
    with WireServer(scripts.answer(status=407)) as proxy:
        for proxy_for in (
            lambda url: f"http://127.0.0.1:{proxy.port}",
            lambda url: f"http://127.0.0.1:{nobody}",
            socks,
        ):
            steps = walk(settings, proxy_for=proxy_for)
            assert outcomes(steps) == [(CheckKind.internet, SKIPPED), (CheckKind.proxy, FAILED)]
            assert steps[-1].failure is not None
            assert steps[-1].failure.kind is FailureKind.proxy
            assert steps[-1].host


def test_a_blocked_picture_host_is_the_last_step(authority: Authority, tmp_path: Path) -> None:
    with WireServer(server_script(UNKNOWN_JOB)) as server:
        host = f"no-such-bucket.invalid:{server.port}"
        steps = walk(
            NetworkSettings(server.url), picture_host=host, timeouts=replace(QUICK, connect=9, call=9)
        )
    assert outcomes(steps)[-1] == (CheckKind.picture_host, FAILED)
    assert steps[-1].failure is not None
    assert steps[-1].failure.host == host
