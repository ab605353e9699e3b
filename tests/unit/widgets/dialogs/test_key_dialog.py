"""The question for the key: hidden, trimmed, handed on once, and guided through a store that has trouble."""

import pytest
from PySide6.QtWidgets import QLineEdit

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.key_status import KeyStatus
from facegen_gui.widgets.dialogs.key_dialog import KeyDialog

KEPT = KeyStatus(present=True, kept=True, store="GNOME Keyring", hint="7f")


def opened(qtbot, icons, status=KeyStatus()) -> KeyDialog:  # noqa: B008 - a frozen value
    dialog = KeyDialog(status, icons)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def words(dialog) -> str:
    return " ".join(
        label.text()
        for label in dialog.findChildren(object)
        if hasattr(label, "wordWrap") and label.isVisible()
    )


def test_the_key_is_hidden_until_it_is_asked_to_be_shown(qtbot, icons):
    dialog = opened(qtbot, icons)
    assert dialog.field.echoMode() is QLineEdit.EchoMode.Password
    dialog.show_key.click()
    assert dialog.field.echoMode() is QLineEdit.EchoMode.Normal


def test_who_has_no_key_or_a_refused_one_is_told_where_it_comes_from(qtbot, icons):
    assert "looks after your account" in words(opened(qtbot, icons))
    dialog = opened(qtbot, icons, KEPT)
    assert "looks after your account" not in words(dialog)
    dialog.tell_wanted(rejected=True)
    assert "looks after your account" in words(dialog)


def test_the_key_is_trimmed_handed_on_and_gone_from_the_field(qtbot, icons):
    dialog = opened(qtbot, icons)
    assert not dialog.save.isEnabled()
    dialog.field.setText(" \tabc def\n ")
    with qtbot.waitSignal(dialog.key_entered) as entered:
        dialog.save.click()
    assert entered.args == ["abc def", True]
    assert dialog.field.text() == ""


def test_it_waits_without_blocking_and_closes_when_the_key_is_kept(qtbot, icons):
    dialog = opened(qtbot, icons)
    dialog.field.setText("key")
    dialog.save.click()
    assert dialog.isVisible()
    assert "another window" in words(dialog)
    with qtbot.waitSignal(dialog.accepted):
        dialog.show_status(KEPT)


def test_a_status_that_answers_nothing_does_not_close_it(qtbot, icons):
    dialog = opened(qtbot, icons)
    dialog.show_status(KEPT)
    assert dialog.isVisible()


def test_the_session_only_choice_goes_along(qtbot, icons):
    dialog = opened(qtbot, icons)
    dialog.session_only.setChecked(True)
    dialog.field.setText("key")
    with qtbot.waitSignal(dialog.key_entered) as entered:
        dialog.save.click()
    assert entered.args == ["key", False]


def test_where_and_which_key_is_told(qtbot, icons):
    dialog = opened(qtbot, icons, KEPT)
    assert "Kept in: GNOME Keyring" in words(dialog)
    assert "ends in 7f" in words(dialog)
    with qtbot.waitSignal(dialog.forget_requested):
        dialog.forget.click()


@pytest.mark.parametrize("kind", [FailureKind.keyring_missing, FailureKind.keyring_plain_text])
def test_without_a_safe_store_it_says_what_helps_and_keeps_for_the_session(qtbot, icons, kind):
    dialog = opened(qtbot, icons, KeyStatus(failure=Failure(kind)))
    assert "gnome-keyring" in words(dialog)
    assert dialog.session_only.isChecked()
    assert not dialog.session_only.isEnabled()
    assert not dialog.unlock.isVisible()


@pytest.mark.parametrize(
    "kind",
    [
        FailureKind.keyring_locked,
        FailureKind.keyring_no_collection,
        FailureKind.keyring_refused,
        FailureKind.keyring_timed_out,
    ],
)
def test_a_store_in_trouble_offers_to_unlock(qtbot, icons, kind):
    dialog = opened(qtbot, icons, KeyStatus(failure=Failure(kind)))
    assert "Unlock and try again" in words(dialog)
    with qtbot.waitSignal(dialog.unlock_requested):
        dialog.unlock.click()
    assert not dialog.unlock.isEnabled()
    dialog.show_status(KeyStatus(failure=Failure(kind)))
    assert dialog.unlock.isEnabled()


def test_trouble_while_saving_stays_open_and_is_explained(qtbot, icons):
    dialog = opened(qtbot, icons)
    dialog.field.setText("key")
    dialog.save.click()
    dialog.show_status(KeyStatus(present=True, failure=Failure(FailureKind.keyring_refused)))
    assert dialog.isVisible()
    assert "did not let this program in" in words(dialog)


def test_a_key_for_the_session_closes_it_although_the_store_has_trouble(qtbot, icons):
    dialog = opened(qtbot, icons, KeyStatus(failure=Failure(FailureKind.keyring_locked)))
    dialog.session_only.setChecked(True)
    dialog.field.setText("key")
    dialog.save.click()
    with qtbot.waitSignal(dialog.accepted):
        dialog.show_status(KeyStatus(present=True, failure=Failure(FailureKind.keyring_locked)))


def test_a_rejected_key_is_named_as_such(qtbot, icons):
    dialog = opened(qtbot, icons)
    dialog.tell_wanted(True)
    assert "did not accept the key" in words(dialog)
    assert "Nothing is lost" in words(dialog)


@pytest.mark.parametrize(
    "invisible", ["\u200b", "\ufeff", "\u2060", "\u00ad", "\u200e\u202b", "\u00a0\u200b "]
)
def test_what_cannot_be_seen_around_a_key_is_no_part_of_it(qtbot, icons, invisible):
    dialog = opened(qtbot, icons)
    dialog.field.setText(invisible)
    assert not dialog.save.isEnabled()
    dialog.field.setText(f"{invisible}abc\u200bdef{invisible}\n")
    with qtbot.waitSignal(dialog.key_entered) as entered:
        dialog.save.click()
    assert entered.args == ["abc\u200bdef", True]


def test_where_a_key_will_be_kept_is_said_before_there_is_one_and_once_it_is_forgotten(qtbot, icons):
    dialog = opened(qtbot, icons, KeyStatus(store="GNOME Keyring"))
    assert "Kept in: GNOME Keyring" in words(dialog)
    dialog.session_only.click()
    assert "Kept in" not in words(dialog)
    dialog.session_only.click()
    dialog.show_status(KEPT)
    assert words(dialog).count("Kept in: GNOME Keyring") == 1
    dialog.show_status(KeyStatus(store="GNOME Keyring"))
    assert "No key is stored yet." in words(dialog)
    assert "Kept in: GNOME Keyring" in words(dialog)
