"""What concerns everything stops the queue once: one question or banner, no failed job, and all go on."""

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import JobState
from facegen_gui.services.events import KeyChanged
from tests.faults.paced import Pace
from tests.faults.run import KEY, Run
from tests.faults.scripted_service import MADE, ScriptedService
from tests.wire.server import WireServer

JOBS = [str(number) for number in range(1000, 1020)]

Verdict = tuple[int, Mapping[str, object]]


def error(message: object, **more: object) -> dict[str, object]:
    return {"status": "error", "message": message, "tip": "Upgrade your plan today!", **more}


def let_pass(qtbot: QtBot, run: Run, seconds: float) -> None:
    until = run.pace.passed() + seconds
    qtbot.waitUntil(lambda: run.pace.passed() > until)


REFUSALS: list[Verdict] = [
    (401, error("Invalid API key")),
    (200, error("Invalid API key")),
    (200, {"status": "failed", "messege": "API key required"}),
]


@pytest.mark.parametrize("refusal", REFUSALS, ids=["code", "in HTTP 200", "misspelt"])
def test_a_rejected_key_is_one_question_and_all_go_on_with_another(
    refusal: Verdict, qtbot: QtBot, tmp_path: Path, face: bytes, is_said_in_words: Callable[[Failure], bool]
) -> None:
    service = ScriptedService(face, key="the-good-key-0123456789", key_refusal=refusal)
    with WireServer(service) as server, Run(tmp_path, server.url, Pace(300)) as run:
        run.add(*JOBS)
        qtbot.waitUntil(lambda: bool(run.keys_wanted))
        let_pass(qtbot, run, 60)
        assert service.requests <= 4, "more than the calls that were in flight"
        assert [event.rejected for event in run.keys_wanted] == [True]
        assert len(run.pauses) == 1
        failure = run.pauses[0].failure
        assert failure is not None
        assert failure.kind is FailureKind.key_rejected
        assert is_said_in_words(failure)
        assert set(run.states().values()) == {JobState.waiting}

        before = service.requests
        run.worker.set_key("another-wrong-key-0123", keep=False)
        qtbot.waitUntil(lambda: len(run.keys_wanted) == 2)
        let_pass(qtbot, run, 60)
        wrong = service.keys[before:].count("another-wrong-key-0123")
        assert wrong == 1
        assert set(run.states().values()) == {JobState.waiting}

        run.worker.set_key(service.key, keep=False)
        qtbot.waitUntil(run.all_are(JobState.ready))
        assert run.paused_by is None
        assert len(run.keys_wanted) == 2
        assert all(run.failures(job_id) == set() for job_id in JOBS)
        status = [event.status for event in run.events if isinstance(event, KeyChanged)][-1]
        assert (status.present, status.unverified, status.hint) == (True, False, "89")


def test_a_good_key_is_kept_while_its_replacement_is_refused(
    qtbot: QtBot, tmp_path: Path, face: bytes
) -> None:
    service = ScriptedService(face)
    with WireServer(service) as server, Run(tmp_path, server.url, Pace(300)) as run:
        run.add("1")
        qtbot.waitUntil(run.all_are(JobState.ready))
        run.worker.set_key("a-wrong-replacement-key", keep=False)
        qtbot.waitUntil(lambda: bool(run.keys_wanted))
        run.add("2")
        qtbot.waitUntil(lambda: run.states().get("2") is JobState.ready)
        assert service.keys == [KEY, "a-wrong-replacement-key", KEY]


MONEY: list[tuple[str, Verdict, FailureKind]] = [
    ("credit by code", (402, error("Insufficient credits. Please recharge.")), FailureKind.no_credit),
    ("credit in HTTP 200", (200, error("Your credit balance is used up")), FailureKind.no_credit),
    ("expired", (200, error("Your subscription has expired")), FailureKind.no_credit),
    ("plan by code", (403, error("This feature requires a premium subscription")), FailureKind.plan),
]


@pytest.mark.parametrize(("name", "verdict", "kind"), MONEY, ids=[row[0] for row in MONEY])
def test_no_credit_is_one_banner_until_somebody_says_try_again(
    name: str,
    verdict: Verdict,
    kind: FailureKind,
    qtbot: QtBot,
    tmp_path: Path,
    face: bytes,
    is_said_in_words: Callable[[Failure], bool],
) -> None:
    service = ScriptedService(face, verdict=verdict)
    with WireServer(service) as server, Run(tmp_path, server.url, Pace(300)) as run:
        run.add(*JOBS)
        qtbot.waitUntil(lambda: run.paused_by is kind)
        let_pass(qtbot, run, 60)
        before = service.requests
        assert before <= 4
        run.worker.resume()
        let_pass(qtbot, run, 60)
        assert service.requests == before + 1
        assert len(run.pauses) == 1
        assert run.pauses[0].until is None
        assert run.pauses[0].failure is not None
        assert is_said_in_words(run.pauses[0].failure)
        assert set(run.states().values()) == {JobState.waiting}
        assert not run.keys_wanted
        service.verdict = None
        run.worker.resume()
        qtbot.waitUntil(run.all_are(JobState.ready))
        assert run.paused_by is None


@dataclass(frozen=True)
class Limit:
    name: str
    verdict: Verdict
    seconds: float
    headers: dict[str, str] = field(default_factory=dict)


LIMITS = [
    Limit("in the body", (429, error("Rate limit exceeded. Maximum 5 queued requests.", retry_after=40)), 40),
    Limit("in the header", (429, error("Slow down")), 25, {"Retry-After": "25"}),
    Limit("in the text", (200, error("Too many requests. Try again in 2 minutes")), 120),
    Limit("nowhere", (200, error("Rate limit exceeded")), 30),
]


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.name)
def test_a_rate_limit_is_one_shared_pause_that_says_when_it_ends(
    limit: Limit, qtbot: QtBot, tmp_path: Path, face: bytes, is_said_in_words: Callable[[Failure], bool]
) -> None:
    pace = Pace(100)
    service = ScriptedService(face, pace.passed, limit.verdict, limit.headers)
    with WireServer(service) as server, Run(tmp_path, server.url, pace) as run:
        run.add(*JOBS)
        qtbot.waitUntil(lambda: run.paused_by is FailureKind.rate_limited)
        service.verdict = None
        asked_at = min(times[0] for times in service.asks.values())
        pause = run.pauses[-1]
        assert pause.until is not None
        assert pause.failure is not None
        assert is_said_in_words(pause.failure)
        until = pace.passed() + (pause.until - pace.now()).total_seconds()
        # What a busy machine adds between two threads is long in this time.
        assert limit.seconds <= until - asked_at < limit.seconds + 100
        qtbot.waitUntil(run.all_are(JobState.ready))
        times = sorted(time for times in service.asks.values() for time in times)
        in_the_pause = [time for time in times if time < asked_at + limit.seconds]
        assert len(in_the_pause) <= 4, "more than the calls that were in flight"
        assert run.paused_by is None
        assert {p.failure.kind for p in run.pauses if p.failure} == {FailureKind.rate_limited}
        assert all(run.failures(job_id) == set() for job_id in JOBS)


def test_jobs_go_on_within_five_seconds_of_the_servers_return(
    qtbot: QtBot, tmp_path: Path, face: bytes
) -> None:
    pace = Pace(4)
    service = ScriptedService(face, pace.passed, verdict=(200, MADE))
    with contextlib.ExitStack() as stack:
        with WireServer(service) as server:
            port = server.port
            run = stack.enter_context(Run(tmp_path, server.url, pace))
            run.add("1", "2", "3")
            qtbot.waitUntil(lambda: run.all_are(JobState.being_made)() and len(run.jobs) == 3)
        qtbot.waitUntil(lambda: run.paused_by is FailureKind.connection_refused)
        service.verdict = None
        before = service.requests
        with WireServer(service, port=port):
            back_at = pace.passed()
            qtbot.waitUntil(lambda: service.requests > before)
            assert pace.passed() - back_at < 5
            qtbot.waitUntil(run.all_are(JobState.ready))
    kinds = [pause.failure.kind if pause.failure else None for pause in run.pauses]
    assert kinds == [FailureKind.connection_refused, None]


def test_500_slow_jobs_are_never_asked_by_more_than_four_calls_nor_too_often(
    qtbot: QtBot, tmp_path: Path, face: bytes
) -> None:
    pace = Pace(10)
    service = ScriptedService(face, pace.passed, verdict=(200, MADE))
    with WireServer(service) as server, Run(tmp_path, server.url, pace) as run:
        run.add(*map(str, range(1000, 1500)))
        qtbot.waitUntil(lambda: service.requests >= 1500)
        assert server.connections <= 4
        assert set(run.states().values()) == {JobState.being_made}
        assert len(service.asks) == 500
        service.verdict = None
    assert service.most_in_flight == 4
    # Seen from the other end of the wire: the asks themselves are 3 s apart or more.
    assert service.smallest_gap() > 2.5
