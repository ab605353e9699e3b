"""What a job that waits says while the whole queue waits: whether it goes on by itself, and after what."""

from datetime import datetime

from facegen_gui.domain.failures import FailureKind, Pause
from facegen_gui.widgets.wording.text import Context
from facegen_gui.widgets.wording.times import time_until

Pauses = Context("Pauses")

_KEY = frozenset({FailureKind.key_missing, FailureKind.key_rejected})
_DISK = frozenset(
    {
        FailureKind.disk_full,
        FailureKind.folder_missing,
        FailureKind.folder_not_writable,
        FailureKind.library_locked,
        FailureKind.library_unreadable,
    }
)


def pause_text(pause: Pause, now: datetime) -> str:
    """The end of a spoken line. Nothing is promised that needs a person first."""
    kind = pause.failure.kind
    if kind in _KEY:
        return Pauses.tr("goes on once the API key is entered")
    if kind in _DISK:
        return Pauses.tr("goes on by itself once pictures can be stored again")
    if pause.until is not None:
        return Pauses.tr("goes on by itself %1").replace("%1", time_until(pause.until, now))
    if pause.failure.is_retried:
        return Pauses.tr("goes on by itself once the service answers")
    return Pauses.tr("goes on after “Try again”")


def short_pause_text(pause: Pause, now: datetime) -> str:
    """The same for a row with little room."""
    if pause.failure.kind in _KEY:
        return Pauses.tr("needs the API key")
    if pause.until is not None:
        return Pauses.tr("next %1").replace("%1", time_until(pause.until, now))
    if pause.failure.is_retried:
        return Pauses.tr("goes on by itself")
    return Pauses.tr("paused")
