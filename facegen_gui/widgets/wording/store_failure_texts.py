"""What is said of failures of this computer's own stores: the library, the settings, the password store."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from facegen_gui.domain.failures import FailureKind
from facegen_gui.widgets.wording.text import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class FailureText:
    """`{host}` and `{path}` are places for the failure's facts."""

    title: str  # a few words, for a tile or the head of a notice; no full stop
    happened: str  # one sentence
    step: str  # what a person can do
    by_itself: str = ""  # what the program does without a person; empty: it does nothing


STORE_FAILURE_TEXTS: Mapping[FailureKind, FailureText] = MappingProxyType(
    {
        FailureKind.library_locked: FailureText(
            QT_TRANSLATE_NOOP("Failures", "The list of jobs is in use"),
            QT_TRANSLATE_NOOP(
                "Failures",
                "Another program, a backup for instance, is using the file with the list of jobs.",
            ),
            QT_TRANSLATE_NOOP("Failures", "If it stays like this, close the other program."),
            QT_TRANSLATE_NOOP("Failures", "It is tried again by itself, and nothing is lost meanwhile."),
        ),
        FailureKind.library_unreadable: FailureText(
            QT_TRANSLATE_NOOP("Failures", "The list of jobs cannot be opened"),
            QT_TRANSLATE_NOOP("Failures", "The file with the list of jobs, {path}, cannot be opened."),
            QT_TRANSLATE_NOOP(
                "Failures", "If it stays like this, ask IT to look at this file; please do not delete it."
            ),
            QT_TRANSLATE_NOOP("Failures", "It is tried again by itself, and nothing is lost meanwhile."),
        ),
        FailureKind.settings_damaged: FailureText(
            QT_TRANSLATE_NOOP("Failures", "The settings could not be read"),
            QT_TRANSLATE_NOOP(
                "Failures",
                "The file with your settings could not be read, so the standard settings are used. "
                "It is kept as {path}.",
            ),
            QT_TRANSLATE_NOOP("Failures", "Look through the settings and choose again what you had changed."),
        ),
        FailureKind.policy_damaged: FailureText(
            QT_TRANSLATE_NOOP("Failures", "Settings of IT could not be used"),
            QT_TRANSLATE_NOOP(
                "Failures", "Some or all of the settings that IT provides in {path} could not be used."
            ),
            QT_TRANSLATE_NOOP("Failures", "Please show this to IT."),
        ),
        FailureKind.library_damaged: FailureText(
            QT_TRANSLATE_NOOP("Failures", "The list of jobs was damaged"),
            QT_TRANSLATE_NOOP(
                "Failures",
                "The file with the list of jobs was damaged. It was set aside, and the list was made anew "
                "from "
                "the pictures on disk.",
            ),
            QT_TRANSLATE_NOOP("Failures", "If an ID is missing, paste it again."),
        ),
        FailureKind.library_newer: FailureText(
            QT_TRANSLATE_NOOP("Failures", "Made by a newer version"),
            QT_TRANSLATE_NOOP(
                "Failures",
                "The list of jobs was last used by a newer version of this program and was left alone.",
            ),
            QT_TRANSLATE_NOOP("Failures", "Install the newest version of this program."),
        ),
        FailureKind.keyring_missing: FailureText(
            QT_TRANSLATE_NOOP("Failures", "No safe place for the key"),
            QT_TRANSLATE_NOOP(
                "Failures", "This computer has no password store that the key could be kept in."
            ),
            QT_TRANSLATE_NOOP(
                "Failures",
                "You can use the key for this session. On Linux, installing GNOME Keyring (package "
                "gnome-keyring) or KWallet and signing in again helps.",
            ),
        ),
        FailureKind.keyring_no_collection: FailureText(
            QT_TRANSLATE_NOOP("Failures", "The password store is not set up"),
            QT_TRANSLATE_NOOP(
                "Failures", "There is a password store, but nothing has been set up in it yet."
            ),
            QT_TRANSLATE_NOOP(
                "Failures",
                "Open “Passwords and Keys” (Seahorse), choose New, “Password keyring”, name it “Login”, "
                "make it "
                "the default, and then press “Unlock and try again”.",
            ),
        ),
        FailureKind.keyring_locked: FailureText(
            QT_TRANSLATE_NOOP("Failures", "The password store is locked"),
            QT_TRANSLATE_NOOP("Failures", "The key is in the password store, and that is locked."),
            QT_TRANSLATE_NOOP("Failures", "Press “Unlock and try again” and enter the store's password."),
        ),
        FailureKind.keyring_refused: FailureText(
            QT_TRANSLATE_NOOP("Failures", "The password store said no"),
            QT_TRANSLATE_NOOP("Failures", "The password store did not let this program in."),
            QT_TRANSLATE_NOOP(
                "Failures",
                "Press “Unlock and try again” and allow it when asked, or use the key for this session only.",
            ),
        ),
        FailureKind.keyring_plain_text: FailureText(
            QT_TRANSLATE_NOOP("Failures", "The password store is not safe"),
            QT_TRANSLATE_NOOP(
                "Failures",
                "The password store set up here would keep the key readable for everybody, so it is not "
                "used.",
            ),
            QT_TRANSLATE_NOOP(
                "Failures",
                "You can use the key for this session. Installing GNOME Keyring (package gnome-keyring) or "
                "KWallet helps.",
            ),
        ),
        FailureKind.keyring_timed_out: FailureText(
            QT_TRANSLATE_NOOP("Failures", "The password store does not answer"),
            QT_TRANSLATE_NOOP("Failures", "The password store did not answer in time."),
            QT_TRANSLATE_NOOP(
                "Failures",
                "Look for a window that asks for its password, then press “Unlock and try again”.",
            ),
        ),
    }
)
