"""The check-up: steps as they come, a fix for the red one, and a note that IT can work with."""

import pytest
from PySide6.QtGui import QGuiApplication

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.services.check_steps import CheckKind, CheckOutcome, CheckStep
from facegen_gui.widgets.dialogs.check_up_dialog import CheckUpDialog
from facegen_gui.widgets.dialogs.check_up_words import note_for_it, step_sentence

SERVER = "https://faces.example/api"


@pytest.fixture
def dialog(qtbot, icons):
    dialog = CheckUpDialog(SERVER, icons)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def step(kind=CheckKind.server, outcome=CheckOutcome.ok, **facts) -> CheckStep:
    return CheckStep(kind, outcome, host="faces.example", port=443, **facts)


@pytest.mark.parametrize("kind", list(CheckKind))
@pytest.mark.parametrize("outcome", list(CheckOutcome))
def test_every_step_has_words_for_every_outcome(kind, outcome):
    failure = Failure(FailureKind.timed_out, host="faces.example")
    assert step_sentence(step(kind, outcome, failure=failure)).endswith(".")
    assert step_sentence(step(kind, outcome)).endswith(".")


def test_a_walk_is_asked_for_shown_and_ended(qtbot, dialog):
    with qtbot.waitSignal(dialog.started):
        dialog.start()
    assert not dialog.again.isEnabled()
    dialog.show_step(step(CheckKind.internet))
    dialog.show_step(step(CheckKind.proxy, CheckOutcome.skipped))
    assert dialog.progress.value() == 2
    assert not dialog.note.isVisible()
    dialog.end()
    assert dialog.note.isVisible()
    assert dialog.again.isEnabled()


def test_the_red_step_tells_the_fix_and_the_note_what_to_allow(dialog):
    dialog.start()
    failure = Failure(
        FailureKind.certificate, host="faces.example", detail="self-signed certificate in chain"
    )
    dialog.show_step(
        step(CheckKind.certificate, CheckOutcome.failed, failure=failure, proxy="proxy.example:8080")
    )
    dialog.end()
    dialog.copy.click()
    note = QGuiApplication.clipboard().text()
    assert "certificate file" in note
    assert "faces.example:443" in note
    assert "self-signed certificate in chain" in note
    assert "proxy.example:8080" in note
    assert SERVER in note


def test_an_unusual_port_is_named_once():
    note = note_for_it(
        SERVER, [CheckStep(CheckKind.server, CheckOutcome.ok, host="faces.example:8443", port=8443)]
    )
    assert "    faces.example:8443\n" in note


def test_a_second_walk_begins_anew(dialog):
    dialog.start()
    dialog.show_step(step(CheckKind.internet))
    dialog.end()
    dialog.again.click()
    assert dialog.progress.value() == 0
    assert not dialog.note.isVisible()


def test_a_company_that_inspects_connections_is_named():
    assert "Acme Proxy CA" in step_sentence(step(CheckKind.certificate, issuer="Acme Proxy CA"))
