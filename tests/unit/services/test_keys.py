"""The key: read, replaced, refused, forgotten, and what a keyring that misbehaves leads to."""

import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import JobState, NewJob
from facegen_gui.domain.key_status import matches_fingerprint
from facegen_gui.practice.server import PracticeService
from facegen_gui.services.events import KeyChanged, KeyWanted, LibraryLoaded, PauseChanged
from tests.unit.services.conftest import StoreInMemory, Watched

Start = Callable[..., Watched]


def all_ready(watched: Watched, count: int) -> Callable[[], bool]:
    return lambda: sum(job.state is JobState.ready for job in watched.jobs.values()) == count


def test_the_window_learns_about_the_key_but_not_the_key(
    qtbot: QtBot, start: Start, store: StoreInMemory
) -> None:
    store.key = "a-key-of-some-length-xy"
    watched = start()
    qtbot.waitUntil(lambda: watched.key.present)
    assert (watched.key.kept, watched.key.store, watched.key.hint) == (True, "Test Keyring", "xy")
    assert matches_fingerprint("a-key-of-some-length-xy", watched.key.fingerprint)
    assert not matches_fingerprint("another", watched.key.fingerprint)
    assert not any("a-key-of-some-length" in repr(event) for event in watched.events)


def test_the_key_is_asked_for_once_and_jobs_go_on_with_it(
    qtbot: QtBot, start: Start, store: StoreInMemory, practice: PracticeService
) -> None:
    store.key = None
    watched = start()
    qtbot.waitUntil(lambda: bool(watched.told(KeyChanged)))
    watched.worker.add([NewJob(str(number)) for number in range(8001, 8005)])
    qtbot.waitUntil(lambda: bool(watched.told(KeyWanted)))
    watched.worker.set_key(f"  {practice.key}\n", keep=True)
    qtbot.waitUntil(all_ready(watched, 4))
    qtbot.waitUntil(lambda: watched.key.kept)
    assert store.key == practice.key
    assert watched.told(KeyWanted) == [KeyWanted()]


def test_a_key_that_somebody_put_into_the_keyring_meanwhile_is_taken_instead_of_asking(
    qtbot: QtBot, start: Start, store: StoreInMemory, practice: PracticeService
) -> None:
    store.key = None
    watched = start()
    qtbot.waitUntil(lambda: bool(watched.told(KeyChanged)))
    store.key = practice.key
    watched.worker.add([NewJob("8006")])
    qtbot.waitUntil(all_ready(watched, 1))
    assert watched.told(KeyWanted) == []
    assert watched.key.kept


def test_so_is_one_that_replaced_a_refused_key_or_came_after_the_first_question(
    qtbot: QtBot, start: Start, store: StoreInMemory, practice: PracticeService
) -> None:
    store.key = "a-key-that-has-ended"
    watched = start()
    watched.worker.add([NewJob("8007")])
    qtbot.waitUntil(lambda: watched.told(KeyWanted) == [KeyWanted(rejected=True)])
    watched.worker.add([NewJob("8008")])
    qtbot.waitUntil(lambda: len(watched.told(KeyWanted)) == 2)
    store.key = None
    watched.worker.forget_key()
    qtbot.waitUntil(lambda: not watched.key.present)
    store.key = practice.key
    watched.worker.add([NewJob("8009")])
    qtbot.waitUntil(all_ready(watched, 3))
    assert len(watched.told(KeyWanted)) == 2


def test_a_key_for_this_session_is_not_stored(
    qtbot: QtBot, start: Start, store: StoreInMemory, practice: PracticeService
) -> None:
    store.key = None
    watched = start()
    watched.worker.set_key(practice.key, keep=False)
    watched.worker.add([NewJob("8011")])
    qtbot.waitUntil(all_ready(watched, 1))
    assert (watched.key.present, watched.key.kept, store.key) == (True, False, None)


def test_the_old_key_stays_until_the_new_one_was_accepted(
    qtbot: QtBot, start: Start, store: StoreInMemory, practice: PracticeService
) -> None:
    store.key = "old and wrong"
    watched = start()
    # More than are asked at once, since a job that was asked is not asked again for three seconds.
    watched.worker.add([NewJob(str(number)) for number in range(8021, 8029)])
    qtbot.waitUntil(lambda: watched.told(KeyWanted) == [KeyWanted(rejected=True)])
    watched.worker.set_key("new and wrong", keep=True)
    qtbot.waitUntil(lambda: len(watched.told(KeyWanted)) == 2)
    assert store.key == "old and wrong"
    assert all(job.state is JobState.waiting for job in watched.jobs.values())
    watched.worker.set_key(practice.key, keep=True)
    qtbot.waitUntil(lambda: any(job.state is JobState.ready for job in watched.jobs.values()))
    qtbot.waitUntil(lambda: store.key == practice.key)
    qtbot.waitUntil(lambda: watched.key.kept and not watched.key.unverified)


def test_a_new_key_is_tried_although_no_job_waits(
    qtbot: QtBot, start: Start, store: StoreInMemory, practice: PracticeService
) -> None:
    store.key = "the one before"
    watched = start()
    qtbot.waitUntil(lambda: watched.key.present)
    asked = len(practice.requests)
    watched.worker.set_key(practice.key, keep=True)
    qtbot.waitUntil(lambda: store.key == practice.key)
    assert [request.path.rpartition("/")[2] for request in practice.requests[asked:]] == ["0"]
    watched.worker.set_key("wrong", keep=True)
    qtbot.waitUntil(lambda: watched.told(KeyWanted) == [KeyWanted(rejected=True)])
    assert store.key == practice.key
    watched.worker.add([NewJob("8031")])
    qtbot.waitUntil(all_ready(watched, 1))


def test_a_locked_keyring_pauses_until_it_is_unlocked(
    qtbot: QtBot, start: Start, store: StoreInMemory
) -> None:
    store.failure = Failure(FailureKind.keyring_locked)
    watched = start()
    watched.worker.add([NewJob("8041")])
    qtbot.waitUntil(lambda: bool(watched.told(PauseChanged)))
    assert watched.key.failure == Failure(FailureKind.keyring_locked)
    assert watched.told(KeyWanted) == []
    store.failure = None
    watched.worker.read_key()
    qtbot.waitUntil(all_ready(watched, 1))
    assert watched.key.failure is None


def test_a_machine_without_a_keyring_asks_and_keeps_the_key_for_the_session(
    qtbot: QtBot, start: Start, store: StoreInMemory, practice: PracticeService
) -> None:
    store.failure = Failure(FailureKind.keyring_missing)
    watched = start()
    watched.worker.add([NewJob("8051")])
    qtbot.waitUntil(lambda: bool(watched.told(KeyWanted)))
    watched.worker.set_key(practice.key, keep=True)
    qtbot.waitUntil(all_ready(watched, 1))
    assert (watched.key.present, watched.key.kept) == (True, False)
    assert watched.key.failure == Failure(FailureKind.keyring_missing)


def test_a_keyring_that_takes_its_time_is_told_of_and_still_counts(
    qtbot: QtBot, start: Start, store: StoreInMemory
) -> None:
    unlocked = threading.Event()
    store.before = lambda: unlocked.wait() and None
    watched = start(keyring_time_out=0.05)
    watched.worker.add([NewJob("8061")])
    qtbot.waitUntil(lambda: watched.key.failure == Failure(FailureKind.keyring_timed_out))
    assert watched.told(KeyWanted) == []
    unlocked.set()
    qtbot.waitUntil(all_ready(watched, 1))
    assert watched.key.kept


def test_a_forgotten_key_is_gone_from_the_keyring(qtbot: QtBot, start: Start, store: StoreInMemory) -> None:
    watched = start()
    qtbot.waitUntil(lambda: watched.key.present)
    watched.worker.forget_key()
    qtbot.waitUntil(lambda: store.key is None)
    watched.worker.add([NewJob("8071")])
    qtbot.waitUntil(lambda: bool(watched.told(KeyWanted)))
    assert not watched.key.present


def test_a_key_that_was_kept_elsewhere_before_is_told_of(
    qtbot: QtBot, start: Start, store: StoreInMemory
) -> None:
    store.key = None
    watched = start(previous_key_store="KWallet")
    qtbot.waitUntil(lambda: bool(watched.told(LibraryLoaded)) and watched.key.store == "Test Keyring")
    assert watched.key.previous_store == "KWallet"


def test_a_key_that_is_being_put_away_is_told_of_once_the_keyring_has_answered(
    qtbot: QtBot, start: Start, store: StoreInMemory
) -> None:
    store.key = None
    watched = start()
    qtbot.waitUntil(lambda: watched.key.store == "Test Keyring")
    told = len(watched.told(KeyChanged))
    store.failure = Failure(FailureKind.keyring_refused)
    watched.worker.set_key("a-key", keep=True)
    qtbot.waitUntil(lambda: watched.key.present)
    store.failure = None
    watched.worker.set_key("a-key", keep=True)
    qtbot.waitUntil(lambda: watched.key.kept)
    assert [(event.status.kept, event.status.failure) for event in watched.told(KeyChanged)[told:]] == [
        (False, Failure(FailureKind.keyring_refused)),
        (True, None),
    ]


@pytest.mark.parametrize("error", [TypeError, KeyError, AssertionError])
def test_a_keyring_whose_program_fails_is_told_of_without_its_words_and_asked_again(
    qtbot: QtBot, start: Start, store: StoreInMemory, error: type[Exception], caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise error("the-secret")

    store.before = fail
    watched = start()
    qtbot.waitUntil(lambda: watched.key.failure is not None)
    assert watched.key.failure == Failure(FailureKind.keyring_refused, detail=error.__name__)
    assert "the-secret" not in caplog.text
    store.before = lambda: None
    watched.worker.read_key()
    qtbot.waitUntil(lambda: watched.key.kept)
