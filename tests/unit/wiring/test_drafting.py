"""Nothing that was pasted is lost, whatever keeps it from the library; and a key is never written."""

import pytest
from pytestqt.qtbot import QtBot

from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.job import NewJob
from facegen_gui.domain.job_ids import parse_job_ids
from facegen_gui.domain.key_status import KeyStatus, fingerprint
from facegen_gui.models.job_store import JobStore
from facegen_gui.practice.server import PracticeService
from facegen_gui.services import worker_loop
from facegen_gui.services.keys import Keys
from facegen_gui.services.worker_loop import WorkerLoop
from facegen_gui.storage.draft import Draft
from facegen_gui.storage.library import Library
from facegen_gui.storage.profile import Profile
from facegen_gui.widgets.paste.panel import PastePanel
from facegen_gui.wiring.drafting import Drafting, as_text, keep_numbers
from tests.unit.wiring.conftest import Open

KEY = "k9secret"
KNOWN = fingerprint(KEY, bytes(16))
Services = tuple[PracticeService, PracticeService]


def test_what_was_asked_for_stands_in_the_box_again_unless_it_reached_the_library(
    open_program: Open, services: Services, profile: Profile, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = open_program(services[0].url)
    application.worker.set_key(services[0].key, keep=False)
    application.start("101")
    qtbot.waitUntil(lambda: application.store.knows("101"))
    with monkeypatch.context() as patch:
        # As when the disk is full: it is in the worker's memory only.
        patch.setattr(WorkerLoop, "add", lambda *_: None)
        application._paste.insert_text("102\tAnna\n103")
        application._paste.fetch()
        qtbot.waitUntil(lambda: Draft(profile).read() == "102\tAnna\n103")
        assert application._paste.box.toPlainText() == ""
        application.stop()
    # The end came before the window could hear that it was added.
    Draft(profile).write("101\n102\tAnna\n103")
    application = open_program(services[0].url)
    application.start("")
    qtbot.waitUntil(lambda: application.store.is_loaded)
    assert application._paste.box.toPlainText() == "102\tAnna\n103"
    application.worker.set_key(services[0].key, keep=False)
    application._paste.fetch()
    qtbot.waitUntil(lambda: application.store.knows("103"))
    qtbot.waitUntil(lambda: Draft(profile).read() == "")


@pytest.mark.parametrize("step", ["open", "batches"])
def test_what_is_pasted_while_the_library_cannot_be_used_is_kept(
    step: str,
    open_program: Open,
    services: Services,
    profile: Profile,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise FaceGenError(Failure(FailureKind.library_newer))

    monkeypatch.setattr(Library, step, refuse)
    monkeypatch.setattr(Library, "add", refuse)
    application = open_program(services[0].url)
    application.start("101")
    qtbot.waitUntil(lambda: Draft(profile).read() == "101")


def test_numbers_alone_are_written_before_the_keyring_has_answered_and_then_all_but_keys(
    qtbot: QtBot, profile: Profile
) -> None:
    store, draft = JobStore(), Draft(profile)
    draft.write("100\tBella\nabc123-def456")
    paste = PastePanel(store.knows)
    qtbot.addWidget(paste)
    drafting = Drafting(paste, store, draft)
    drafting.keep()
    assert draft.read() == "100\tBella\nabc123-def456"
    paste.fetch_text(f"101\tAnna {KEY}\n{KEY}\n102\n{'1' * 21}")
    drafting.hold(f"103\tCarla {KEY}\n{KEY}\nabc123-def457\n102")
    paste.insert_text(f"{KEY}\n104")
    timed_out = KeyStatus(failure=Failure(FailureKind.keyring_timed_out))
    store.key_changed.emit(timed_out)
    drafting.keep()
    assert draft.read() == "100\tBella\nabc123-def456\n101\n102\n103\n104"
    paste.set_key_fingerprint(KNOWN)
    store.key_changed.emit(KeyStatus(present=True, fingerprint=KNOWN))
    drafting.keep()
    assert "101" in draft.read()
    assert "102" in draft.read()
    assert KEY not in draft.read()


def test_what_a_start_was_given_is_kept_if_the_keyring_never_answers(
    open_program: Open,
    services: Services,
    profile: Profile,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Keys, "read", lambda _: None)  # as while it asks for its own password
        application = open_program(services[0].url)
        application.start(f"101\n{KEY}")
        qtbot.waitUntil(lambda: application.store.is_loaded, timeout=10_000)
        application.stop()
    assert Draft(profile).read() == "101"
    assert open_program(services[0].url)._paste.box.toPlainText() == "101"


def test_what_a_start_was_given_is_kept_if_its_window_is_closed_at_once(profile: Profile) -> None:
    draft = Draft(profile)
    draft.write("100\tAnna")
    keep_numbers(draft, f"101 102\n{KEY}\n100")
    assert draft.read() == "100\tAnna\n101\n102"


def test_what_is_written_reads_as_what_was_asked_for_without_keys() -> None:
    entries = [NewJob("101", "Anna Bell"), NewJob("abcdef"), NewJob("12-34"), NewJob("a1-b2")]
    read = parse_job_ids(as_text(entries, KNOWN)).unique
    assert [NewJob(one.id, one.label) for one in read] == entries
    keys = [NewJob(KEY, "Anna"), NewJob("103", KEY), NewJob("104", f"Anna {KEY}")]
    assert as_text(keys, KNOWN) == "103\n104\tAnna"


def test_a_key_that_was_read_before_the_library_is_not_left_in_it(
    open_program: Open, services: Services, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = open_program(services[0].url)
    application.start("101\n102")
    qtbot.waitUntil(lambda: application.store.knows("102"))
    batches, refusals = Library.batches, [FaceGenError(Failure(FailureKind.library_locked))]

    def later(library: Library) -> object:
        if refusals:
            raise refusals.pop()
        return batches(library)

    monkeypatch.setattr(Library, "batches", later)
    monkeypatch.setattr(worker_loop, "DISK_RETRY", 0.3)
    application = open_program(services[0].url)
    application.worker.set_key("102", keep=False)
    application.start("")
    qtbot.waitUntil(lambda: application.store.is_loaded)
    qtbot.waitUntil(lambda: [job.id for job in application.store] == ["101"])
