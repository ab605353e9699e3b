"""The fault matrix of the fetch call: the server misbehaves on the wire for a while, then behaves.

Each row: what went wrong is told in words, how many requests it took, and that the picture is there in the
end while nothing else is on disk.
"""

import gzip
import json
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import JobState
from tests.faults.paced import Pace
from tests.faults.run import Run
from tests.faults.scripted_service import Faulty
from tests.wire import scripts
from tests.wire.server import Line, Request, Script, WireServer, refusing_port

PACE = 200
MADE = b'{"status": "processing", "message": "Try Again", "output": ""}'
BIG = b'{"status": "success", "x": "' + b"y" * 10_000_000 + b'"}'
TROUBLE = FailureKind.service_trouble
SILENT = FailureKind.timed_out


def speaks_another_language(request: Request, line: Line) -> None:
    line.send(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")
    line.close()


@dataclass(frozen=True)
class Row:
    name: str
    fault: Script
    kind: FailureKind
    read: float = 5.0


ROWS = [
    Row("accepts and says nothing", scripts.says_nothing, SILENT, read=0.7),
    Row("falls silent in the body", scripts.falls_silent_after(b'{"status": '), SILENT, read=0.7),
    Row("closes at once", scripts.closes_at_once, TROUBLE),
    Row("resets in the header", scripts.resets_in_the_header, TROUBLE),
    Row("resets in the body", scripts.resets_in_the_body(MADE), TROUBLE),
    Row("half of what it announced", scripts.half_of(MADE), TROUBLE),
    Row("chunked without end", scripts.chunked_without_end(b" " * 65_536), TROUBLE),
    Row("chunked and cut off", scripts.chunked_and_cut_off(MADE), TROUBLE),
    Row("gzip bomb", scripts.gzip_bomb(300), TROUBLE),
    Row("gzip bomb in a gzip bomb", scripts.gzip_bomb(300, layers=2), TROUBLE),
    Row("broken gzip", scripts.answer(b"\x1f\x8bnonsense", content_encoding="gzip"), TROUBLE),
    Row("an encoding nobody asked for", scripts.answer(MADE, content_encoding="br"), TROUBLE),
    Row("10 MB of JSON", scripts.answer(BIG), TROUBLE),
    Row("JSON nested without end", scripts.answer(b"[" * 100_000), TROUBLE),
    Row("a charset that does not fit", scripts.answer(b"\xff\xfe{\x00\xd8\x00\xd8"), TROUBLE),
    Row("no HTTP", speaks_another_language, TROUBLE),
    Row("a page with HTTP 502", scripts.answer(b"<html>Bad gateway</html>", status=502), TROUBLE),
    Row("a page with HTTP 200", scripts.answer(b"<html>One moment</html>"), TROUBLE),
    Row("redirect to itself", scripts.redirect("/api/v1/enterprise/face_gen/fetch/101", 307), TROUBLE),
    Row("redirect to http elsewhere", scripts.redirect("http://pictures.example/"), TROUBLE),
    Row("redirect to a file", scripts.redirect("file:///etc/passwd", 308), TROUBLE),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_fault_of_the_call_is_told_in_words_and_passes(
    row: Row, qtbot: QtBot, tmp_path: Path, face: bytes, is_said_in_words: Callable[[Failure], bool]
) -> None:
    with WireServer(scripts.answer(face)) as pictures:
        ready = scripts.json_answer({"status": "success", "id": 101, "output": [pictures.origin + "/a.png"]})
        script = Faulty(row.fault, ready)
        with WireServer(script) as server, Run(tmp_path, server.url, Pace(PACE), read=row.read) as run:
            run.add("101")
            qtbot.waitUntil(lambda: bool(run.failures("101")))
            assert run.states() == {"101": JobState.waiting}
            assert not run.files()
            script.is_healed = True
            qtbot.waitUntil(run.all_are(JobState.ready))
        assert len(server.requests) == script.times + 1
        assert len(pictures.requests) == 1
    (failure,) = {(f.kind, f.host) for f in run.failures("101")}
    assert failure == (row.kind, f"127.0.0.1:{server.port}")
    assert all(is_said_in_words(failure) for failure in run.failures("101"))
    assert not run.pauses
    assert run.files() == run.kept_files()
    assert (run.profile.root / next(iter(run.kept_files()))).read_bytes() == face


@pytest.mark.parametrize(
    "body",
    [
        lambda answer: answer.encode("utf-16"),
        lambda answer: b"\xef\xbb\xbf" + answer.encode(),
        lambda answer: answer.replace("ready", "prêt").encode("latin-1"),
    ],
    ids=["utf-16", "byte order mark", "latin-1"],
)
def test_an_answer_in_a_wrong_charset_is_understood(
    body: Callable[[str], bytes], qtbot: QtBot, tmp_path: Path, face: bytes
) -> None:
    with WireServer(scripts.answer(face)) as pictures:
        output = [pictures.origin + "/a.png"]
        answer = body(json.dumps({"status": "success", "message": "ready", "output": output}))
        script = scripts.answer(
            gzip.compress(answer), content_encoding="gzip", content_type="application/json; charset=ascii"
        )
        with WireServer(script) as server, Run(tmp_path, server.url, Pace(PACE)) as run:
            run.add("101")
            qtbot.waitUntil(run.all_are(JobState.ready))
            assert len(server.requests) == 1
    assert not run.failures("101")


def test_a_byte_now_and_then_does_not_hold_a_call_for_ever(
    qtbot: QtBot, tmp_path: Path, is_said_in_words: Callable[[Failure], bool]
) -> None:
    script = scripts.in_turn(scripts.trickles(b" ", every=0.02), scripts.answer(b"{}", status=404))
    with WireServer(script) as server, Run(tmp_path, server.url, Pace(PACE), call=0.8) as run:
        run.add("101")
        qtbot.waitUntil(run.all_are(JobState.failed))
        assert len(server.requests) == 2
    assert {f.kind for f in run.failures("101")} == {SILENT, FailureKind.unknown_id}
    assert all(is_said_in_words(failure) for failure in run.failures("101"))


def test_a_server_that_refuses_pauses_everything_once_and_is_noticed_when_it_is_there(
    qtbot: QtBot, tmp_path: Path, face: bytes, is_said_in_words: Callable[[Failure], bool]
) -> None:
    port = refusing_port()
    with Run(tmp_path, f"http://127.0.0.1:{port}/api/v1/enterprise", Pace(PACE)) as run:
        run.add(*map(str, range(101, 111)))
        qtbot.waitUntil(lambda: run.paused_by is FailureKind.connection_refused)
        began = run.pace.passed()
        qtbot.waitUntil(lambda: run.pace.passed() > began + 60)
        assert len(run.pauses) == 1
        assert set(run.states().values()) == {JobState.waiting}
        assert not run.files()
        failure = run.pauses[0].failure
        assert failure is not None
        assert is_said_in_words(failure)
        with WireServer(scripts.answer(face)) as pictures:
            ready = scripts.json_answer({"status": "success", "output": [pictures.origin + "/a.png"]})
            with WireServer(ready, port=port) as server:
                qtbot.waitUntil(run.all_are(JobState.ready))
                assert len(server.requests) == 10
    assert run.paused_by is None
    assert len(run.pauses) == 2
    assert run.files() == run.kept_files()


def test_a_server_that_never_accepts_is_a_time_out_and_loses_nothing(
    qtbot: QtBot, tmp_path: Path, is_said_in_words: Callable[[Failure], bool]
) -> None:
    # A listener whose queue is full drops what knocks: the knocking goes on until the time-out.
    with socket.create_server(("127.0.0.1", 0), backlog=0) as deaf:
        knocking = [socket.socket() for _ in range(4)]
        for each in knocking:
            each.setblocking(False)
            each.connect_ex(deaf.getsockname())
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}/api"
        with Run(tmp_path, url, Pace(PACE), connect=0.5) as run:
            run.add("1", "2", "3", "4", "5")
            qtbot.waitUntil(lambda: run.paused_by is SILENT)
        for each in knocking:
            each.close()
    assert set(run.states().values()) == {JobState.waiting}
    assert run.pauses[-1].failure is not None
    assert is_said_in_words(run.pauses[-1].failure)
    assert threading.active_count() < 50
