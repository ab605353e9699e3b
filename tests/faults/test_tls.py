"""TLS that must not be trusted, and a public service whose links lead home: nothing is sent there."""

import socket
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import JobState
from tests.faults.paced import Pace
from tests.faults.run import Run
from tests.wire import scripts
from tests.wire.certificates import Authority
from tests.wire.server import Line, Request, Script, WireServer

PACE = 400
FAULTS = ("unknown", "expired", "name")


def wrong(fault: str, authority: Authority, folder: Path) -> tuple[object, str]:
    """A server's TLS, and the certificates that the client trusts besides the system's."""
    address = "127.0.0.9" if fault == "name" else "127.0.0.1"
    tls = authority.server(folder, address=address, name="other.example", expired=fault == "expired")
    return tls, "" if fault == "unknown" else str(authority.file)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_service_with_a_wrong_certificate_pauses_everything_and_gets_nothing(
    fault: str,
    authority: Authority,
    qtbot: QtBot,
    tmp_path: Path,
    is_said_in_words: Callable[[Failure], bool],
) -> None:
    tls, trusted = wrong(fault, authority, tmp_path)
    with WireServer(scripts.json_answer({}), tls) as server:  # type: ignore[arg-type]
        with Run(tmp_path / "profile", server.url, Pace(PACE), extra_ca_file=trusted) as run:
            run.add("1", "2", "3", "4", "5")
            qtbot.waitUntil(lambda: run.paused_by is FailureKind.certificate)
            # Four calls were in flight; what comes after them only looks whether it is over.
            qtbot.waitUntil(lambda: server.connections > 5)
            assert len(run.pauses) == 1
        assert not server.requests
    failure = run.pauses[0].failure
    assert failure is not None
    assert failure.host == f"127.0.0.1:{server.port}"
    assert is_said_in_words(failure)
    assert set(run.states().values()) == {JobState.waiting}
    assert not run.files()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_picture_host_with_a_wrong_certificate_gets_nothing_and_the_picture_is_still_awaited(
    fault: str,
    authority: Authority,
    qtbot: QtBot,
    tmp_path: Path,
    face: bytes,
    is_said_in_words: Callable[[Failure], bool],
) -> None:
    tls, trusted = wrong(fault, authority, tmp_path)
    with WireServer(scripts.answer(face), tls) as pictures:  # type: ignore[arg-type]
        ready = scripts.json_answer({"status": "success", "output": [pictures.origin + "/a.png"]})
        with (
            WireServer(ready) as server,
            Run(tmp_path / "profile", server.url, Pace(PACE), extra_ca_file=trusted) as run,
        ):
            run.add("1")
            qtbot.waitUntil(lambda: len(server.requests) == 3)
            assert run.states()["1"] is JobState.downloading
            assert not run.pauses
        assert not pictures.requests
        assert pictures.connections >= 9
    assert {f.kind for f in run.failures("1")} == {FailureKind.certificate}
    assert {f.host for f in run.failures("1")} == {f"127.0.0.1:{pictures.port}"}
    assert all(is_said_in_words(failure) for failure in run.failures("1"))
    assert not run.files()


def tunnel_to(port: Callable[[], int]) -> Script:
    """A proxy that leads every name to one port of this machine."""

    def script(request: Request, line: Line) -> None:
        line.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
        with socket.create_connection(("127.0.0.1", port())) as far:
            back = threading.Thread(target=_pump, args=(far.recv, line.send))
            back.start()
            _pump(line.receive, far.sendall)
            far.shutdown(socket.SHUT_RDWR)
            back.join()
        line.close()

    return script


def _pump(receive: Callable[[int], bytes], send: Callable[[bytes], None]) -> None:
    try:
        while data := receive(65_536):
            send(data)
    except OSError:
        return


PUBLIC = "service.example"


@pytest.mark.parametrize(
    ("link", "asked"),
    [
        ("http://127.0.0.1:{port}/a.png", 0),
        ("https://127.0.0.1:{port}/a.png", 0),
        ("https://localhost:{port}/a.png", 0),
        ("http://service.example/a.png", 0),
        ("https://service.example/to-loopback", 3),
        ("https://service.example/to-http", 3),
    ],
)
def test_a_public_service_never_leads_the_program_to_this_computer(
    link: str,
    asked: int,
    authority: Authority,
    qtbot: QtBot,
    tmp_path: Path,
    face: bytes,
    is_said_in_words: Callable[[Failure], bool],
) -> None:
    with WireServer(scripts.answer(face)) as at_home:
        output = [link.format(port=at_home.port)]
        routes = {
            "/api/v1/enterprise/face_gen/fetch/1": scripts.json_answer({"output": output}),
            "/to-loopback": scripts.redirect(f"https://127.0.0.1:{at_home.port}/a.png"),
            "/to-http": scripts.redirect("http://service.example/a.png"),
        }
        tls = authority.server(tmp_path, name=PUBLIC)
        with (
            WireServer(scripts.by_path(routes), tls) as service,
            WireServer(tunnel_to(lambda: service.port)) as proxy,
            Run(
                tmp_path / "profile",
                f"https://{PUBLIC}/api/v1/enterprise",
                Pace(PACE),
                extra_ca_file=str(authority.file),
                proxy=proxy.origin,
            ) as run,
        ):
            run.add("1")
            qtbot.waitUntil(run.all_are(JobState.failed))
            assert len([path for path in service.paths() if path.startswith("/to-")]) == asked
        assert not at_home.connections
    failure = run.jobs["1"].failure
    assert failure is not None
    assert failure.kind is FailureKind.unsafe_link
    assert is_said_in_words(failure)
    assert not run.files()
