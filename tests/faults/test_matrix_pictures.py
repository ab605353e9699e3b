"""The fault matrix of the picture hosts: what passes, what stays, and what must never be followed.

Each row: the state reached, what went wrong in words, how many requests it took, and what is on disk.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facegen_gui.api.received_file import LARGEST_FILE
from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import JobState
from tests.faults.paced import Pace
from tests.faults.run import Run
from tests.faults.scripted_service import Faulty
from tests.pictures import made
from tests.wire import scripts
from tests.wire.server import Line, Request, Script, WireServer, refusing_port

PACE = 800
# For faults that must be told before the tries of a link, 45 s together, are over.
SLOWER = 100
FACE = made.face("png", 160, 200)
NOT_YET, GONE = FailureKind.picture_not_yet, FailureKind.picture_gone
DAMAGED, SILENT = FailureKind.picture_damaged, FailureKind.timed_out

# Nine tries of the link, then twice fresh links with three tries each.
PATIENT = 9 + 3 + 3
# Links for which trying again changes nothing: once, and once with each set of fresh links.
FINAL = 1 + 1 + 1


def ready(*links: str) -> Script:
    return scripts.json_answer({"status": "success", "id": 101, "output": list(links)})


def claims_too_much(request: Request, line: Line) -> None:
    line.send(scripts.head(200, {"Content-Length": str(LARGEST_FILE + 1)}))
    line.close()


def forbidden(request: Request, line: Line) -> None:
    body = b"<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>"
    scripts.answer(body, status=403)(request, line)


@dataclass(frozen=True)
class Passing:
    name: str
    fault: Script
    kind: FailureKind
    read: float = 5.0


PASSING = [
    Passing("accepts and says nothing", scripts.says_nothing, SILENT, read=0.7),
    Passing("falls silent", scripts.falls_silent_after(FACE[:2000]), SILENT, read=0.7),
    Passing("closes at once", scripts.closes_at_once, FailureKind.service_trouble),
    Passing("resets in the header", scripts.resets_in_the_header, FailureKind.service_trouble),
    Passing("resets in the body", scripts.resets_in_the_body(FACE), DAMAGED),
    Passing("half of what it announced", scripts.half_of(FACE), DAMAGED),
    Passing("half, and announced as such", scripts.answer(FACE[: len(FACE) // 2]), DAMAGED),
    Passing("chunked and cut off", scripts.chunked_and_cut_off(FACE[:3000]), DAMAGED),
    Passing("HTTP 404", scripts.answer(b"", status=404), NOT_YET),
    Passing("HTTP 403", forbidden, NOT_YET),
    Passing("a page", scripts.answer(made.HTML, content_type="image/png"), NOT_YET),
    Passing("nothing", scripts.answer(b""), NOT_YET),
    Passing("HTTP 503", scripts.answer(b"", status=503), FailureKind.service_trouble),
    Passing("slow down", scripts.answer(b"", status=429, retry_after="2"), FailureKind.rate_limited),
]


@pytest.mark.parametrize("row", PASSING, ids=lambda row: row.name)
def test_a_fault_that_passes_costs_a_few_requests_and_no_picture(
    row: Passing, qtbot: QtBot, tmp_path: Path, is_said_in_words: Callable[[Failure], bool]
) -> None:
    script = Faulty(row.fault, scripts.answer(FACE))
    with WireServer(script) as pictures, WireServer(ready(pictures.origin + "/a.png")) as server:
        with Run(tmp_path, server.url, Pace(SLOWER), read=row.read) as run:
            run.add("101")
            qtbot.waitUntil(lambda: bool(run.failures("101")))
            assert run.states() == {"101": JobState.downloading}
            assert not run.kept_files()
            script.is_healed = True
            qtbot.waitUntil(run.all_are(JobState.ready))
        assert len(pictures.requests) == script.times + 1
        assert len(server.requests) == 1
    assert {f.kind for f in run.failures("101")} == {row.kind}
    assert {f.host for f in run.failures("101")} == {f"127.0.0.1:{pictures.port}"}
    assert all(is_said_in_words(failure) for failure in run.failures("101"))
    assert not run.pauses
    assert run.files() == run.kept_files()
    assert (run.profile.root / next(iter(run.kept_files()))).read_bytes() == FACE


@dataclass(frozen=True)
class Lasting:
    name: str
    fault: Script
    kind: FailureKind
    requests: int = PATIENT


LASTING = [
    Lasting("HTTP 404", scripts.answer(b"", status=404), GONE),
    Lasting("HTTP 403", forbidden, GONE),
    Lasting("HTTP 410", scripts.answer(b"", status=410), GONE, FINAL),
    Lasting("a page", scripts.answer(made.HTML), GONE),
    Lasting("nothing", scripts.answer(b""), GONE),
    Lasting("half of what it announced", scripts.half_of(FACE), DAMAGED),
    Lasting("resets in the body", scripts.resets_in_the_body(FACE), DAMAGED),
    Lasting("bytes of no known kind", scripts.answer(b"\x07nonsense" * 99), FailureKind.not_a_picture),
    Lasting("broken gzip", scripts.answer(b"\x1f\x8bnonsense", content_encoding="gzip"), DAMAGED),
    Lasting("a bomb", scripts.answer(made.bomb()), FailureKind.too_large, FINAL),
    Lasting("gzip bomb", scripts.gzip_bomb(70), FailureKind.too_large, FINAL),
    Lasting("gzip bomb in a gzip bomb", scripts.gzip_bomb(70, layers=2), DAMAGED),
    Lasting("claims too much", claims_too_much, FailureKind.too_large, FINAL),
    Lasting("chunked without end", scripts.chunked_without_end(bytes(1 << 20)), FailureKind.too_large, FINAL),
    Lasting("redirect in a loop", scripts.redirect("/a.png"), FailureKind.unsafe_link, 6 * FINAL),
    Lasting("redirect to http", scripts.redirect("http://pictures.example/"), FailureKind.unsafe_link, FINAL),
    Lasting("redirect to a file", scripts.redirect("file:///etc/passwd"), FailureKind.unsafe_link, FINAL),
    Lasting("redirect to ftp", scripts.redirect("ftp://127.0.0.1/a.png"), FailureKind.unsafe_link, FINAL),
]


@pytest.mark.parametrize("row", LASTING, ids=lambda row: row.name)
def test_a_fault_that_stays_ends_in_words_and_leaves_nothing_on_disk(
    row: Lasting, qtbot: QtBot, tmp_path: Path, is_said_in_words: Callable[[Failure], bool]
) -> None:
    with WireServer(row.fault) as pictures, WireServer(ready(pictures.origin + "/a.png")) as server:
        with Run(tmp_path, server.url, Pace(PACE)) as run:
            run.add("101")
            qtbot.waitUntil(run.all_are(JobState.failed))
            failure = run.jobs["101"].failure
            assert failure is not None
            assert failure.kind is row.kind
            assert is_said_in_words(failure)
            assert run.jobs["101"].next_ask_at is None
            assert not run.files()
        assert len(pictures.requests) == row.requests
        assert len(server.requests) == 3
    assert not run.pauses
    assert not [path for path in run.profile.thumbnails.rglob("*") if path.is_file()]


def test_a_redirect_to_another_host_is_followed_without_the_key(qtbot: QtBot, tmp_path: Path) -> None:
    with (
        WireServer(scripts.answer(FACE)) as other,
        WireServer(scripts.redirect(other.origin + "/b.png")) as pictures,
        WireServer(ready(pictures.origin + "/a.png")) as server,
        Run(tmp_path, server.url, Pace(PACE)) as run,
    ):
        run.add("101")
        qtbot.waitUntil(run.all_are(JobState.ready))
        sent = [*pictures.requests, *other.requests]
        assert [request.path for request in sent] == ["/a.png", "/b.png"]
        assert not any(request.body for request in sent)
        assert all("cookie" not in request.headers for request in sent)


def test_a_job_keeps_the_picture_that_came_and_says_what_became_of_the_other(
    qtbot: QtBot, tmp_path: Path, is_said_in_words: Callable[[Failure], bool]
) -> None:
    routes = {"/a.png": scripts.answer(FACE), "/b.png": scripts.half_of(FACE)}
    with (
        WireServer(scripts.by_path(routes)) as pictures,
        WireServer(ready(pictures.origin + "/a.png", pictures.origin + "/b.png")) as server,
        Run(tmp_path, server.url, Pace(PACE)) as run,
    ):
        run.add("101")
        qtbot.waitUntil(run.all_are(JobState.ready))
        assert pictures.paths().count("/a.png") == 1
        assert pictures.paths().count("/b.png") == PATIENT
    good, bad = run.jobs["101"].pictures
    assert good.is_image
    assert bad.failure is not None
    assert bad.failure.kind is DAMAGED
    assert is_said_in_words(bad.failure)
    assert run.files() == {good.file}


def test_a_picture_host_that_is_away_pauses_nobody_else_and_is_found_when_it_is_back(
    qtbot: QtBot, tmp_path: Path, is_said_in_words: Callable[[Failure], bool]
) -> None:
    port = refusing_port()
    with WireServer(scripts.answer(FACE)) as alive:
        first = "/api/v1/enterprise/face_gen/fetch/1"
        routes = {
            first: ready(f"http://127.0.0.1:{port}/a.png"),
            "/api/v1/enterprise/face_gen/fetch/2": ready(alive.origin + "/b.png"),
        }
        with WireServer(scripts.by_path(routes)) as server, Run(tmp_path, server.url, Pace(PACE)) as run:
            run.add("1", "2")
            qtbot.waitUntil(lambda: run.states().get("2") is JobState.ready)
            qtbot.waitUntil(lambda: server.paths().count(first) == 3)
            assert run.states()["1"] is JobState.downloading
            assert {f.kind for f in run.failures("1")} == {FailureKind.connection_refused}
            assert all(is_said_in_words(failure) for failure in run.failures("1"))
            assert not run.pauses
            with WireServer(scripts.answer(FACE), port=port):
                qtbot.waitUntil(run.all_are(JobState.ready))
    assert run.files() == run.kept_files()
    assert len(run.files()) == 2


def test_mirrors_are_tried_where_a_host_is_blocked(qtbot: QtBot, tmp_path: Path) -> None:
    with WireServer(scripts.answer(FACE)) as mirror, WireServer(forbidden) as blocked:
        answer = {"status": "success", "output": [blocked.origin + "/a.png"]}
        answer["proxy_links"] = [mirror.origin + "/a.png"]
        script = scripts.json_answer(answer)
        with WireServer(script) as server, Run(tmp_path, server.url, Pace(PACE)) as run:
            run.add("101")
            qtbot.waitUntil(run.all_are(JobState.ready))
            assert (len(blocked.requests), len(mirror.requests)) == (9, 1)
            assert len(server.requests) == 1


def test_a_cut_off_picture_goes_on_where_it_stopped(qtbot: QtBot, tmp_path: Path) -> None:
    with (
        WireServer(scripts.resumable(FACE, cut_at=len(FACE) // 2)) as pictures,
        WireServer(ready(pictures.origin + "/a.png")) as server,
        Run(tmp_path, server.url, Pace(PACE)) as run,
    ):
        run.add("101")
        qtbot.waitUntil(run.all_are(JobState.ready))
        assert [request.headers.get("range") for request in pictures.requests] == [
            None,
            f"bytes={len(FACE) // 2}-",
        ]
    assert not run.failures("101")
    assert (run.profile.root / next(iter(run.files()))).read_bytes() == FACE
