"""Who is called when: at most so many calls in flight, the nearest due first, and none while the gate is
closed. What a call brings is `fetch_job`'s."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from facegen_gui.domain import schedule, transitions
from facegen_gui.domain.failures import Failure
from facegen_gui.domain.job import Job, JobState, PictureKey
from facegen_gui.domain.schedule import DueQueue, order_of
from facegen_gui.services.fetch_job import FetchJob, JobRun, Next
from facegen_gui.services.gate import KEY, NETWORK, STORAGE, Gate
from facegen_gui.services.keys import Keys
from facegen_gui.services.ledger import Ledger
from facegen_gui.services.verdicts import Verdicts

log = logging.getLogger(__name__)

T = TypeVar("T")

# How often the clocks are looked at while jobs wait, so that a sleep is noticed.
_LOOK = 30.0
# Seconds between two calls when everything came due at once after a sleep.
_SPREAD = 0.25


class FetchQueue:
    """Belongs to the worker's loop. `run` is its one task; everything else wakes it."""

    def __init__(
        self,
        ledger: Ledger,
        fetch: FetchJob,
        gate: Gate,
        keys: Keys,
        concurrency: int,
        now: Callable[[], datetime],
    ) -> None:
        self._ledger = ledger
        self._fetch = fetch
        self._gate = gate
        self._keys = keys
        self._concurrency = concurrency
        self._verdicts = Verdicts(gate, keys, ledger.outbox.tell, concurrency)
        self._now = now
        self._loop = asyncio.get_running_loop()
        self._wake = asyncio.Event()
        self._asks: DueQueue[str] = DueQueue()
        self._loads: DueQueue[PictureKey] = DueQueue()
        self._runs: dict[str, JobRun] = {}
        self._asking: dict[str, asyncio.Task[None]] = {}
        self._loading: dict[PictureKey, asyncio.Task[None]] = {}
        self._busy_hosts: dict[str, float] = {}
        self._key_check: asyncio.Task[None] | None = None
        self._probing: str | PictureKey | None = None

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            self._wake.clear()
            due = self._start_due()
            before, wall = self._loop.time(), self._now()
            wait = None if due is None else min(max(due - before, 0.0), _LOOK)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._wake.wait()
            passed = (self._now() - wall).total_seconds()
            if wait is not None and schedule.jumped(self._loop.time() - before, passed, wait):
                self._spread()

    async def stop(self) -> None:
        """Cancel what is in flight; it will be done anew at the next start."""
        tasks = [*self._asking.values(), *self._loading.values(), *filter(None, [self._key_check])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def enqueue(self, jobs: Iterable[Job]) -> None:
        """Go on with these, where they stand; finished ones are left alone."""
        now = self._loop.time()
        for job in jobs:
            if not job.is_unfinished or job.id in self._runs:
                continue
            run = self._runs[job.id] = JobRun()
            if job.state is JobState.downloading:
                self._plan(job.id, self._fetch.resumed(job, run))
            else:
                wait = (job.next_ask_at - self._now()).total_seconds() if job.next_ask_at else 0.0
                # A clock that was wrong must not put a job off for long.
                self._put_ask(job, now + min(max(wait, 0.0), 600.0))
        self._wake.set()

    def ask_now(self, job_ids: Iterable[str]) -> None:
        """At once, or as soon as 3 s have passed since the last ask."""
        for job_id in job_ids:
            job = self._ledger.get(job_id)
            if job is None or job.is_delivered:
                continue
            if not job.is_unfinished:
                job = transitions.asked_again(job)
                self._ledger.change(job)
                self._restart(job)
            elif job_id in self._asks:
                self._put_ask(job, self._loop.time(), urgent=True)
            else:
                for key in [key for key in self._loads.in_order() if key.job_id == job_id]:
                    self._loads.put(key, self._loop.time(), order_of(job), urgent=True)
        self._wake.set()

    def drop(self, job_ids: Iterable[str]) -> None:
        """These were removed."""
        for job_id in job_ids:
            run = self._runs.pop(job_id, None)
            self._asks.discard(job_id)
            if task := self._asking.get(job_id):
                task.cancel()
            for number in run.plans if run else ():
                key = PictureKey(job_id, number)
                self._loads.discard(key)
                if task := self._loading.get(key):
                    task.cancel()

    def try_again(self) -> None:
        """Somebody says that the pause may be over."""
        self._gate.probe_now(self._loop.time())
        self._wake.set()

    def network_returned(self) -> None:
        now = self._loop.time()
        if self._gate.closed_for(NETWORK):
            self._gate.probe_now(now)
        self._loads.spread(now, _SPREAD)
        self._wake.set()

    def key_changed(self) -> None:
        """There is a key to try, or it is known that there is none."""
        key = self._keys.current
        if key is not None and self._gate.closed_for(KEY):
            self._gate.probe_now(self._loop.time())
        elif key is not None and self._keys.is_unverified and not self._asking:
            self._key_check = self._loop.create_task(self._check_key(key))
        self._wake.set()

    def want_key(self) -> None:
        """Ask for a key once more, if jobs wait for one: somebody has just asked for pictures."""
        if len(self._asks):
            self._verdicts.want_key_again()

    def close_gate(self, failure: Failure) -> None:
        self._gate.close(failure, self._loop.time())
        self._wake.set()

    def _start_due(self) -> float | None:
        """Start what may start; returns when to look again."""
        now = self._loop.time()
        if len(self._asks) and self._keys.current is None:
            self._verdicts.miss_key(now)
        probe_at = self._gate.probe_at
        if probe_at is not None and probe_at <= now and self._probing is None:
            self._probe(now)
        times = []
        if self._gate.is_open and self._keys.current is not None:
            while len(self._asking) < self._concurrency and (job_id := self._asks.pop(now)) is not None:
                self._start_ask(job_id)
            if len(self._asking) < self._concurrency:
                times.append(self._asks.next_due(now))
        if not self._gate.stops_pictures:
            while len(self._loading) < self._concurrency and (key := self._loads.pop(now)) is not None:
                self._start_load(key)
            if len(self._loading) < self._concurrency:
                times.append(self._loads.next_due(now))
        if self._probing is None:
            times.append(self._gate.probe_at)
        return min((time for time in times if time is not None), default=None)

    def _probe(self, now: float) -> None:
        """One call to see whether the pause is over."""
        if self._gate.closed_for(STORAGE) and not self._ledger.outbox.flush():
            return
        loads = self._gate.stops_pictures and self._loads.in_order()
        if self._keys.current is not None and not self._gate.closed_for(STORAGE):
            for job_id in self._asks.in_order():
                if self._runs[job_id].asked_at + schedule.FASTEST_ASK <= now:
                    self._asks.discard(job_id)
                    self._gate.probe_later(now)
                    self._start_ask(job_id)
                    self._probing = job_id if job_id in self._asking else None
                    return
            if len(self._asks):
                soonest = min(self._runs[job_id].asked_at for job_id in self._asks.in_order())
                self._gate.probe_now(soonest + schedule.FASTEST_ASK)
                return
        if loads:
            self._loads.discard(loads[0])
            self._gate.probe_later(now)
            self._start_load(loads[0])
            self._probing = loads[0] if loads[0] in self._loading else None
        elif not self._asking or self._gate.closed_for(STORAGE):
            self._gate.open()
        else:
            self._gate.probe_later(now)

    def _start_ask(self, job_id: str) -> None:
        run, key, now = self._runs[job_id], self._keys.current, self._loop.time()
        job = self._ledger.get(job_id)
        if key is None or job is None:
            return
        if now < run.asked_at + schedule.FASTEST_ASK:
            self._put_ask(job, now)
            return
        run.asked_at = now
        task = self._asking[job_id] = self._loop.create_task(self._ask(job_id, key, run))
        task.add_done_callback(partial(self._landed, self._asking, job_id))

    def _start_load(self, key: PictureKey) -> None:
        run, job = self._runs.get(key.job_id), self._ledger.get(key.job_id)
        plan = run.plans.get(key.number) if run else None
        if run is None or job is None or plan is None:
            return
        free_at = self._busy_hosts.get(plan.host, 0.0)
        if free_at > self._loop.time():
            self._loads.put(key, free_at, order_of(job), schedule.runs_out_soon(job, self._now()))
            return
        task = self._loading[key] = self._loop.create_task(self._load(key, run))
        task.add_done_callback(partial(self._landed, self._loading, key))

    async def _ask(self, job_id: str, key: str, run: JobRun) -> None:
        outcome = await self._fetch.ask(job_id, key, run)
        was_offline = self._gate.closed_for(NETWORK)
        self._verdicts.on_ask(key, outcome, self._probing == job_id, self._loop.time())
        if self._gate.closed_for(NETWORK) and not was_offline:
            self._interrupt_asks()
        self._plan(job_id, outcome)

    async def _load(self, key: PictureKey, run: JobRun) -> None:
        host = run.plans[key.number].host
        outcome = await self._fetch.load(key, run)
        now = self._loop.time()
        self._verdicts.on_load(outcome, self._probing == key, now)
        if outcome.busy_host is not None:
            self._busy_hosts[host] = now + outcome.busy_host.retry_after
        self._plan(key.job_id, outcome)

    async def _check_key(self, key: str) -> None:
        self._verdicts.on_key_check(key, await self._fetch.check_key(key), self._loop.time())

    def _landed(self, flights: dict[T, asyncio.Task[None]], what: T, task: asyncio.Task[None]) -> None:
        """A call has ended, however."""
        if flights.get(what) is task:
            del flights[what]
        if self._probing == what:
            self._probing = None
            if task.cancelled():
                self._gate.probe_lost(self._loop.time())
        self._wake.set()

    def _interrupt_asks(self) -> None:
        """Without a network, calls in flight would only hold their places until they time out."""
        for job_id, task in list(self._asking.items()):
            job = self._ledger.get(job_id)
            if task is not asyncio.current_task() and job is not None:
                task.cancel()
                self._put_ask(job, self._loop.time())

    def _restart(self, job: Job) -> None:
        before = self._runs.get(job.id)
        self._runs[job.id] = JobRun(asked_at=before.asked_at if before else float("-inf"))
        self._put_ask(job, self._loop.time(), urgent=True)

    def _plan(self, job_id: str, outcome: Next) -> None:
        job, now = self._ledger.get(job_id), self._loop.time()
        if job is None or job_id not in self._runs:
            return
        if outcome.ask_in is not None:
            self._put_ask(job, now + outcome.ask_in)
        urgent = schedule.runs_out_soon(job, self._now())
        for key, wait in outcome.load_in:
            self._loads.put(key, now + wait, order_of(job), urgent)
        self._wake.set()

    def _put_ask(self, job: Job, due: float, urgent: bool = False) -> None:
        due = max(due, self._runs[job.id].asked_at + schedule.FASTEST_ASK)
        self._asks.put(job.id, due, order_of(job), urgent or schedule.runs_out_soon(job, self._now()))

    def _spread(self) -> None:
        """The machine slept or its clock was set: everybody is asked soon, nobody all at once."""
        now = self._loop.time()
        log.info("time has jumped; %d calls are spread", len(self._asks) + len(self._loads))
        self._asks.spread(now, _SPREAD)
        self._loads.spread(now, _SPREAD)
        for job_id in self._asks.in_order():
            job, due = self._ledger.get(job_id), self._asks.due(job_id)
            if job is not None and job.next_ask_at is not None and due is not None:
                at = self._now() + timedelta(seconds=due - now)
                self._ledger.change(transitions.ask_planned(job, at))
