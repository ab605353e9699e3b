"""What an answer says beyond its job: of the key, the service, the network and the disk. Opens and closes the
gate accordingly, and asks for another key once."""

from collections.abc import Callable

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.schedule import FASTEST_ASK
from facegen_gui.services.events import Event, KeyWanted
from facegen_gui.services.fetch_job import Next
from facegen_gui.services.gate import KEY, MONEY, NETWORK, Gate
from facegen_gui.services.keys import Keys


class Verdicts:
    """Times are seconds of the loop's clock."""

    def __init__(self, gate: Gate, keys: Keys, tell: Callable[[Event], None], concurrency: int) -> None:
        self._gate = gate
        self._keys = keys
        self._tell = tell
        self._concurrency = concurrency
        self._time_outs = 0  # in a row, over all jobs

    def miss_key(self, now: float) -> None:
        """Jobs wait without a key: either it cannot be read, or there is none, or nobody knows yet."""
        failure = self._keys.failure
        if failure is not None and failure.kind in KEY:
            self._gate.close(failure, now)
        elif self._keys.is_known and self._gate.close(Failure(FailureKind.key_missing), now):
            self._tell(KeyWanted())

    def want_key_again(self) -> None:
        """Somebody has just asked for pictures, and jobs wait for a key."""
        if self._gate.closed_for(KEY) and not self._keys.is_unverified:
            self._tell(KeyWanted(self._keys.is_rejected))

    def on_ask(self, key: str, outcome: Next, was_probe: bool, now: float) -> None:
        if outcome.pause is not None:
            if outcome.pause.kind is FailureKind.key_rejected:
                self._on_key_rejected(key, outcome.pause, now)
                return
            if outcome.pause.kind in MONEY:
                self._keys.accepted(key)
            self._gate.close(outcome.pause, now)
        elif outcome.timed_out is not None:
            self._time_outs += 1
            if was_probe or self._time_outs >= self._concurrency:
                self._gate.close(outcome.timed_out, now)
        elif outcome.spoke:
            self._time_outs = 0
            self._keys.accepted(key)
            if was_probe:
                self._gate.open()
        elif was_probe and self._gate.closed_for(NETWORK | {FailureKind.rate_limited}):
            self._gate.open()
        elif was_probe:
            # It told nothing of what was to be known.
            self._gate.probe_now(now + 5 * FASTEST_ASK)

    def on_key_check(self, key: str, outcome: Next, now: float) -> None:
        """A new key was tried although no job waits; whether the service has time for jobs is no matter."""
        if outcome.pause is not None and outcome.pause.kind is FailureKind.key_rejected:
            self._on_key_rejected(key, outcome.pause, now)
        elif outcome.spoke or (outcome.pause is not None and outcome.pause.kind in MONEY):
            self._keys.accepted(key)

    def on_load(self, outcome: Next, was_probe: bool, now: float) -> None:
        if outcome.pause is not None:
            self._gate.close(outcome.pause, now)
        elif was_probe:
            self._gate.open()

    def _on_key_rejected(self, key: str, failure: Failure, now: float) -> None:
        if key != self._keys.current:
            return  # it was replaced while the call was on its way
        was_candidate = self._keys.is_unverified
        self._keys.rejected(key)
        if was_candidate and not self._keys.is_rejected:
            # The key that was to be replaced may be as good as before.
            if self._gate.closed_for(KEY):
                self._gate.open()
        elif not self._gate.close(failure, now) and not was_candidate:
            return  # said already
        self._tell(KeyWanted(rejected=True))
