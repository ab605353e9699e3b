"""Paste IDs, see the pictures, save them: the whole way, with nothing replaced."""

import hashlib
import json
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from facegen_gui.practice.server import PracticeService
from tests.end2end.at_spi import Accessible
from tests.end2end.program import PATIENCE, Program, asked, every_file, query

pytestmark = [pytest.mark.keyring, pytest.mark.screen]

Start = Callable[..., Program]


def served_pictures(service: PracticeService, *job_ids: str) -> dict[str, str]:
    """SHA-256 of what the service gives for every picture it was asked for, by link path."""
    import urllib.request

    found = {}
    for path in {r.path for r in service.requests if "/pictures/" in r.path}:
        if any(f"/{job_id}-" in path for job_id in job_ids):
            with urllib.request.urlopen(service.origin + path) as answer:
                found[path] = hashlib.sha256(answer.read()).hexdigest()
    return found


def test_ids_on_the_command_line_are_asked_for_once_with_exactly_the_key_and_kept_byte_for_byte(
    service: PracticeService, kept_key: str, start: Start
) -> None:
    program = start("101", "102", "103")
    program.until_jobs({"101": "ready", "102": "ready", "103": "ready"})
    assert program.close() == 0
    assert program.printed == ""
    posts = [r for r in service.requests if r.method == "POST"]
    assert sorted(asked(service)) == ["101", "102", "103"]
    assert all(json.loads(r.body) == {"key": kept_key} for r in posts)
    rows = query(program.profile, "SELECT file, sha256 FROM pictures")
    assert len(rows) == 4
    for file, sha256 in rows:
        assert hashlib.sha256((program.profile / file).read_bytes()).hexdigest() == sha256
    assert sorted(sha for _, sha in rows) == sorted(served_pictures(service, "101", "102", "103").values())


@pytest.mark.accessibility
def test_a_person_with_a_screen_reader_pastes_a_mail_fetches_and_saves_all(
    service: PracticeService, kept_key: str, start: Start, accessible: Callable[[Program], Accessible]
) -> None:
    program = start()
    reader = accessible(program)
    reader.wait_for("Job IDs")
    reader.ask("type", "Job IDs", text="Hello, please have a look at jobs 12202888 and 12202889, thanks!")
    reader.press("Fetch")
    sentences = reader.until(
        lambda: [s for s in reader.items("Pictures") if "ready" in s and "1220288" in s][1:],
        "two tiles to be ready",
    )
    assert sentences
    assert any("12202888" in row for row in reader.items("Jobs"))
    reader.press("Save all")
    folder = program.profile / "saved"
    count = len(query(program.profile, "SELECT 1 FROM pictures"))
    program.until(lambda: folder.is_dir() and len(every_file(folder)) == count, "the saved files")
    saved = sorted(hashlib.sha256(path.read_bytes()).hexdigest() for path in every_file(folder))
    assert saved == sorted(served_pictures(service, "12202888", "12202889").values())
    reader.until(
        lambda: [s for s in reader.items("Pictures") if "not saved" not in s][count - 1 :],
        "the tiles to say that they are saved",
    )
    assert program.close() == 0
    assert program.printed == ""


def test_after_a_kill_in_the_middle_of_fifty_jobs_the_next_start_finishes_all_of_them(
    service: PracticeService, kept_key: str, start: Start
) -> None:
    ids = [str(number) for number in range(5001, 5051)]
    program = start(*ids)
    program.until(
        lambda: len(program.jobs()) == 50 and "ready" in program.jobs().values(), "some to be ready"
    )
    program.kill()
    on_disk = {job_id for job_id, state in program.jobs().items() if state == "ready"}
    before = len(asked(service))
    program = start()
    program.until_jobs(dict.fromkeys(ids, "ready"))
    assert program.close() == 0
    assert not on_disk & set(asked(service)[before:])
    rows = query(program.profile, "SELECT job_id, number, file FROM pictures")
    assert len({row[:2] for row in rows}) == len(rows) == sum(2 if int(i) % 3 == 0 else 1 for i in ids)
    files = {
        path.relative_to(program.profile).as_posix() for path in every_file(program.profile / "pictures")
    }
    assert {file for _, _, file in rows} <= files
    assert not [file for file in files if "tmp" in file or file.endswith(".part")]


def test_the_key_is_nowhere_but_in_the_keyring_and_in_the_posts(
    service: PracticeService, kept_key: str, start: Start, tmp_path: Path
) -> None:
    program = start("101", "126", "111", kept_key, "--debug")
    program.until(lambda: program.jobs().get("111") == "failed", "the failed job")
    command_line = Path(f"/proc/{program.process.pid}/environ").read_bytes()
    assert kept_key.encode() not in command_line
    assert program.close() == 0
    for path in every_file(program.profile):
        assert kept_key.encode() not in path.read_bytes(), path
    assert kept_key not in program.printed
    for request in service.requests:
        assert kept_key not in request.path
        assert kept_key not in str(request.headers)
        if request.method != "POST":
            assert kept_key.encode() not in request.body


def test_closing_with_requests_hanging_takes_at_most_half_a_second_longer_than_nothing(
    service: PracticeService, kept_key: str, start: Start
) -> None:
    program = start("105")
    program.until(lambda: program.jobs().get("105") == "being_made", "the job that is never ready")
    started = time.monotonic()
    assert program.close() == 0
    # Figures belong to the benchmarks; this is only a bound far away from the time-out of a request.
    assert time.monotonic() - started < 20


def test_a_second_start_hands_its_ids_to_the_running_program(
    service: PracticeService, kept_key: str, start: Start
) -> None:
    first = start("101")
    first.until_jobs({"101": "ready"})
    second = start("103")
    assert second.process.wait(PATIENCE) == 0
    first.until_jobs({"101": "ready", "103": "ready"})
    assert first.process.poll() is None
    assert first.close() == 0


@pytest.mark.accessibility
def test_ids_that_were_pasted_but_not_fetched_are_there_again_and_still_not_fetched(
    service: PracticeService, kept_key: str, start: Start, accessible: Callable[[Program], Accessible]
) -> None:
    program = start()
    reader = accessible(program)
    reader.wait_for("Job IDs")
    reader.ask("type", "Job IDs", text=f"12205001\n{kept_key}")
    program.until((program.profile / "draft.txt").exists, "the box to be kept")
    program.kill()
    program = start("101")
    reader = accessible(program)
    reader.wait_for("Job IDs")
    program.until_jobs({"101": "ready"})
    assert "12205001" in reader.ask("text", "Job IDs")
    assert program.close() == 0
    assert asked(service) == ["101"]
    for path in every_file(program.profile):
        assert kept_key.encode() not in path.read_bytes(), path


def test_a_second_start_for_another_server_is_refused_with_a_sentence(
    service: PracticeService, kept_key: str, start: Start
) -> None:
    first = start("101")
    first.until_jobs({"101": "ready"})
    other = Program(first.profile, "https://other.example/api", "424242")
    assert other.process.wait(PATIENCE) == 2
    assert "another server" in other.printed
    assert first.close() == 0
    assert asked(service) == ["101"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_right_after_the_first_paint_closes_without_a_word(
    kept_key: str, start: Start, number: signal.Signals
) -> None:
    program = start("105")
    log = program.profile / "logs" / "facegen-gui.log"
    program.until(lambda: log.exists() and "First paint" in log.read_text(), "the first paint")
    program.process.send_signal(number)
    assert program.process.wait(PATIENCE) == 0
    assert program.printed == ""
