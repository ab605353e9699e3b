"""Whether calls may go out: at most one pause for the whole queue, and when to try whether it is over."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.services.events import Event, PauseChanged

KEY = frozenset(
    {
        FailureKind.key_missing,
        FailureKind.key_rejected,
        FailureKind.keyring_locked,
        FailureKind.keyring_refused,
        FailureKind.keyring_timed_out,
    }
)
MONEY = frozenset({FailureKind.no_credit, FailureKind.plan})
NETWORK = frozenset(
    {
        FailureKind.offline,
        FailureKind.name_not_found,
        FailureKind.connection_refused,
        FailureKind.timed_out,
        FailureKind.certificate,
        FailureKind.proxy,
    }
)
DISK = frozenset({FailureKind.disk_full, FailureKind.folder_not_writable, FailureKind.folder_missing})
# The library's file can also be held by another program, a backup for instance.
STORAGE = DISK | {
    FailureKind.library_locked,
    FailureKind.library_unreadable,
    FailureKind.file_unreadable,
}

# A network that is back is noticed within 5 s of its return, the answer's own time included.
_PROBES = dict.fromkeys(NETWORK, 3.5) | dict.fromkeys(STORAGE, 10.0)
# These need somebody's hand, so they are tried more rarely.
_PROBES |= {FailureKind.certificate: 15.0, FailureKind.proxy: 15.0}
_RATE_LIMIT = 30.0


class Gate:
    """Open, or closed because of one failure. Times are seconds of the loop's clock."""

    def __init__(self, tell: Callable[[Event], None], now: Callable[[], datetime]) -> None:
        self._tell = tell
        self._now = now
        self.failure: Failure | None = None
        self._probe_at: float | None = None

    @property
    def is_open(self) -> bool:
        return self.failure is None

    @property
    def probe_at(self) -> float | None:
        """When one call may go out to see whether the pause is over; None: only when a person says so."""
        return self._probe_at

    @property
    def stops_pictures(self) -> bool:
        """Whether picture hosts and disk are concerned, too, and not the service alone."""
        return self.closed_for(NETWORK) or self.closed_for(STORAGE)

    def closed_for(self, kinds: frozenset[FailureKind]) -> bool:
        return self.failure is not None and self.failure.kind in kinds

    def close(self, failure: Failure, at: float) -> bool:
        """Begin a pause, or go on with it; whether that is news."""
        until: datetime | None = None
        if failure.kind is FailureKind.rate_limited:
            wait = failure.retry_after or _RATE_LIMIT
            # Answers to calls that were in flight name the same pause, a moment later.
            if self.failure is not None and self.failure.kind is failure.kind and self._probe_at is not None:
                self._probe_at = max(self._probe_at, at + wait)
            else:
                self._probe_at = at + wait
            until = self._now() + timedelta(seconds=self._probe_at - at)
        else:
            probe = _PROBES.get(failure.kind)
            self._probe_at = None if probe is None else at + probe
        is_news = self.failure is None or self.failure.kind is not failure.kind
        if is_news or until is not None:
            self._tell(PauseChanged(replace(failure), until))
        self.failure = failure
        return is_news

    def open(self) -> None:
        if self.failure is not None:
            self.failure = None
            self._probe_at = None
            self._tell(PauseChanged())

    def probe_now(self, at: float) -> None:
        """Somebody or something says that it may be over."""
        if self.failure is not None:
            self._probe_at = at

    def probe_later(self, at: float) -> None:
        """A probe went out; unless it tells, the next one follows."""
        probe = _PROBES.get(self.failure.kind) if self.failure is not None else None
        self._probe_at = None if probe is None else at + probe

    def probe_lost(self, at: float) -> None:
        """The probe was called off and will never tell; another one has to, unless one is planned."""
        if self._probe_at is None:
            self.probe_now(at)
