"""Servers on the wire that behave as the test says at any time, and count what they are asked."""

import itertools
import json
import threading
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.faults.run import KEY
from tests.wire import scripts
from tests.wire.server import Line, Request, Script

MADE = {"status": "processing", "message": "Try Again", "output": ""}


@dataclass
class ScriptedService:
    """A `Script`. `verdict` is what every job hears, with its HTTP code; None: ready, with one picture."""

    picture: bytes
    clock: Callable[[], float] = lambda: 0.0
    verdict: tuple[int, Mapping[str, object]] | None = None
    headers: dict[str, str] = field(default_factory=dict)  # of a verdict
    key: str = KEY  # others are refused
    key_refusal: tuple[int, Mapping[str, object]] = (401, {"status": "error", "message": "Invalid API key"})
    asks: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    keys: list[str] = field(default_factory=list)
    most_in_flight: int = 0
    picture_requests: int = 0

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self._in_flight = 0

    @property
    def requests(self) -> int:
        return len(self.keys)

    def smallest_gap(self) -> float:
        return min(b - a for times in self.asks.values() for a, b in itertools.pairwise(times))

    def __call__(self, request: Request, line: Line) -> None:
        if request.method == "GET":
            self.picture_requests += 1
            scripts.answer(self.picture)(request, line)
            return
        job_id, key = request.path.rpartition("/")[2], json.loads(request.body)["key"]
        with self._lock:
            self.asks[job_id].append(self.clock())
            self.keys.append(key)
            self._in_flight += 1
            self.most_in_flight = max(self.most_in_flight, self._in_flight)
        try:
            # Long enough for calls to meet.
            line.hold(0.002)
            origin = f"http://{request.headers['host']}"
            status, body = self._answer(job_id, key, origin)
        finally:
            # Before the answer goes out: once it is read, the next call may come.
            with self._lock:
                self._in_flight -= 1
        scripts.answer(json.dumps(body).encode(), status=status, headers=self._headers())(request, line)

    def _answer(self, job_id: str, key: str, origin: str) -> tuple[int, Mapping[str, object]]:
        if key != self.key:
            return self.key_refusal
        if self.verdict is not None:
            return self.verdict
        return 200, {"status": "success", "output": [f"{origin}/pictures/{job_id}.png"]}

    def _headers(self) -> dict[str, str]:
        return dict(self.headers) if self.verdict is not None else {}


@dataclass
class Faulty:
    """A `Script` that misbehaves until it is healed, and counts how often it did."""

    fault: Script
    proper: Script
    times: int = 0
    is_healed: bool = False

    def __call__(self, request: Request, line: Line) -> None:
        if self.is_healed:
            self.proper(request, line)
        else:
            self.times += 1
            self.fault(request, line)
