"""What a job that waits says while the whole queue waits: whether it goes on by itself, and after what."""

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.widgets.wording.text import Context

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


def pause_text(pause: Failure) -> str:
    """The end of a spoken line. Nothing is promised that needs a person first."""
    if pause.kind in _KEY:
        return Pauses.tr("goes on once the API key is entered")
    if pause.kind in _DISK:
        return Pauses.tr("goes on by itself once pictures can be stored again")
    if pause.kind is FailureKind.rate_limited:
        return Pauses.tr("goes on by itself after a short break")
    if pause.is_retried:
        return Pauses.tr("goes on by itself once the service answers")
    return Pauses.tr("goes on after “Try again”")


def short_pause_text(pause: Failure) -> str:
    """The same for a row with little room."""
    if pause.kind in _KEY:
        return Pauses.tr("needs the API key")
    if pause.is_retried:
        return Pauses.tr("goes on by itself")
    return Pauses.tr("paused")
