"""One job's conversation with the service and the picture hosts: a call, what it means, and when the next is.

Plain coroutines without threads. Who is called when, and whether at all, is `fetch_queue`'s.
"""

import logging
import random
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Protocol, assert_never

from facegen_gui.api.replies import BeingMade, PictureLink, Ready, Refused, Reply
from facegen_gui.domain import schedule, transitions
from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.job import Job, Picture, PictureKey
from facegen_gui.domain.picture_plan import UNREACHED, PicturePlan
from facegen_gui.services.events import TransferProgress
from facegen_gui.services.gate import DISK, MONEY, NETWORK
from facegen_gui.services.journal import note_answer
from facegen_gui.services.ledger import Ledger

log = logging.getLogger(__name__)

_NOT_ABOUT_A_JOB = (
    NETWORK | MONEY | {FailureKind.key_rejected, FailureKind.rate_limited, FailureKind.service_trouble}
)


class Service(Protocol):
    async def fetch(self, job_id: str, key: str) -> Reply: ...


class PictureSource(Protocol):
    async def fetch(self, key: PictureKey, link: str, progress: Callable[[int, int], None]) -> Picture: ...


@dataclass(slots=True)
class JobRun:
    """What is known of a job's fetching for as long as the program runs."""

    asked_at: float = float("-inf")  # the loop's time of the last ask
    troubles: int = 0  # answers in a row that told nothing
    trouble_since: datetime | None = None
    fresh_links: int = 0  # how often the job was asked for fresh links
    plans: dict[int, PicturePlan] = field(default_factory=dict)
    exhausted: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Next:
    """What is to be done after a call; waits in seconds from now."""

    ask_in: float | None = None
    load_in: tuple[tuple[PictureKey, float], ...] = ()
    pause: Failure | None = None  # it concerns everything
    spoke: bool = False  # the service, or the picture host, gave a proper answer
    timed_out: Failure | None = None  # the service did not answer at all
    busy_host: Failure | None = None  # a picture host wants to be left alone for a while


class FetchJob:
    """Makes the calls and applies what they bring to the ledger."""

    def __init__(
        self,
        ledger: Ledger,
        service: Service,
        pictures: PictureSource,
        now: Callable[[], datetime],
        kept: Callable[[Job, Picture], None],
        dice: Callable[[], float] = random.random,
    ) -> None:
        """`kept` hears of every picture that arrives."""
        self._ledger = ledger
        self._service = service
        self._pictures = pictures
        self._now = now
        self._kept = kept
        self._dice = dice

    async def ask(self, job_id: str, key: str, run: JobRun) -> Next:
        """Ask the service for one job."""
        return await self._guarded(job_id, self._ask(job_id, key, run))

    async def load(self, key: PictureKey, run: JobRun) -> Next:
        """Try once to fetch one picture."""
        return await self._guarded(key.job_id, self._load(key, run))

    async def check_key(self, key: str) -> Next:
        """Ask for job 0, which nobody has, to hear what the service thinks of a key."""
        match await self._service.fetch("0", key):
            case Refused(failure) if failure.kind in _NOT_ABOUT_A_JOB:
                return Next(pause=failure)
            case _:
                return Next(spoke=True)

    def resumed(self, job: Job, run: JobRun) -> Next:
        """How a job that was downloading goes on after a start, or when somebody is impatient."""
        missing = [picture for picture in job.pictures if not picture.is_kept]
        if not missing or not all(picture.url for picture in missing):
            return Next(ask_in=0.0)
        run.exhausted.clear()
        run.plans = {p.key.number: PicturePlan((p.url,)) for p in missing}
        return Next(load_in=tuple((p.key, 0.0) for p in missing))

    async def _guarded(self, job_id: str, call: Coroutine[Any, Any, Next]) -> Next:
        """The outer edge of a job: whatever goes wrong in the program itself fails this job and no other."""
        try:
            return await call
        except Exception as error:
            log.exception("fetching a job failed")
            job = self._ledger.get(job_id)
            if job is not None:
                failure = Failure(FailureKind.internal, detail=type(error).__name__)
                self._ledger.change(transitions.refused(job, failure))
            return Next()

    async def _ask(self, job_id: str, key: str, run: JobRun) -> Next:
        log.debug("job %s is asked for", job_id)
        reply = await self._service.fetch(job_id, key)
        note_answer(job_id, reply)
        job = self._ledger.get(job_id)
        if job is None:
            return Next(spoke=not isinstance(reply, Refused))
        job = transitions.asked(job, self._now())
        match reply:
            case Ready(links, meta, differing_id):
                if differing_id:
                    log.info("the answer for job %s names it %s", job.id, differing_id)
                return self._on_ready(job, run, links, meta)
            case BeingMade(eta):
                return self._on_being_made(job, run, eta)
            case Refused(failure):
                return self._on_refused(job, run, failure)
            case _:
                assert_never(reply)

    async def _load(self, key: PictureKey, run: JobRun) -> Next:

        def on_progress(received: int, total: int) -> None:
            # The end of a transfer is told by the picture itself.
            if received != total:
                self._ledger.outbox.tell(TransferProgress(key, received, total))

        plan = run.plans[key.number]
        try:
            picture = await self._pictures.fetch(key, plan.link, on_progress)
        except FaceGenError as error:
            return self._on_load_failed(key, run, plan, error.failure)
        run.plans.pop(key.number, None)
        job = self._ledger.get(key.job_id)
        if job is None:
            return Next(spoke=True)
        job = transitions.picture_kept(job, picture)
        self._ledger.change(job)
        self._kept(job, next(p for p in job.pictures if p.key == key))
        return replace(self._when_all_exhausted(job, run), spoke=True)

    def _on_ready(self, job: Job, run: JobRun, links: tuple[PictureLink, ...], meta: str) -> Next:
        self._calm(run)
        if not links:
            return self._finished(transitions.refused(job, Failure(FailureKind.no_pictures)))
        job = transitions.named(job, [link.url for link in links], meta, self._now())
        self._ledger.change(job)
        run.plans = {
            p.key.number: PicturePlan((link.url, *link.mirrors), fresh=run.fresh_links > 0)
            for p, link in zip(job.pictures, links, strict=False)
            if not p.is_kept
        }
        # A picture that is known from before and named no more cannot be tried.
        run.exhausted = {p.key.number for p in job.pictures if not p.is_kept} - run.plans.keys()
        if not run.plans:
            return replace(self._when_all_exhausted(job, run), spoke=True)
        return Next(load_in=tuple((PictureKey(job.id, n), 0.0) for n in run.plans), spoke=True)

    def _on_being_made(self, job: Job, run: JobRun, eta: float | None) -> Next:
        self._calm(run)
        now = self._now()
        job = transitions.being_made(job, now)
        age = (now - (job.being_made_since or now)).total_seconds()
        if age >= schedule.OVERDUE:
            return self._finished(transitions.overdue(job))
        return replace(self._ask_later(job, schedule.ask_wait(age, eta)), spoke=True)

    def _on_refused(self, job: Job, run: JobRun, failure: Failure) -> Next:
        if failure.kind in MONEY | {FailureKind.key_rejected, FailureKind.rate_limited}:
            self._ledger.change(job)
            return Next(ask_in=0.0, pause=failure)
        if failure.kind in NETWORK - {FailureKind.timed_out}:
            self._ledger.change(job)
            return Next(ask_in=schedule.FASTEST_ASK, pause=failure)
        if failure.kind not in (FailureKind.service_trouble, FailureKind.timed_out):
            self._calm(run)
            return self._finished(transitions.refused(job, failure))
        now = self._now()
        run.troubles += 1
        run.trouble_since = run.trouble_since or now
        if (now - run.trouble_since).total_seconds() >= schedule.OVERDUE:
            return self._finished(transitions.refused(job, failure))
        job = transitions.troubled(job, failure)
        later = self._ask_later(job, schedule.trouble_wait(run.troubles, failure.retry_after))
        return replace(later, timed_out=failure if failure.kind is FailureKind.timed_out else None)

    def _on_load_failed(self, key: PictureKey, run: JobRun, plan: PicturePlan, failure: Failure) -> Next:
        job = self._ledger.get(key.job_id)
        if job is None:
            return Next()
        if failure.kind in DISK or failure.kind is FailureKind.offline:
            return Next(load_in=((key, 0.0),), pause=failure)
        wait = plan.failed(failure)
        job = transitions.picture_troubled(job, key.number, plan.failure or failure)
        busy = failure if failure.kind is FailureKind.rate_limited else None
        if wait is not None:
            job = transitions.ask_planned(job, self._now() + timedelta(seconds=wait))
            self._ledger.change(job)
            return Next(load_in=((key, wait),), busy_host=busy)
        run.exhausted.add(key.number)
        self._ledger.change(job)
        return replace(self._when_all_exhausted(job, run), busy_host=busy)

    def _when_all_exhausted(self, job: Job, run: JobRun) -> Next:
        """Fresh links once or twice; then only hosts that cannot be reached are tried on, for a day."""
        missing = [picture for picture in job.pictures if not picture.is_kept]
        if not missing or any(p.key.number not in run.exhausted for p in missing):
            return Next()
        if run.fresh_links < len(schedule.FRESH_LINK_WAITS):
            wait = schedule.FRESH_LINK_WAITS[run.fresh_links]
            run.fresh_links += 1
            return self._ask_later(job, max(wait, schedule.FASTEST_ASK))
        unreached = [p for p in missing if p.failure is not None and p.failure.kind in UNREACHED]
        if unreached and not schedule.has_run_out(job, self._now()):
            return self._try_on(job, run, unreached)
        return self._finished(
            transitions.given_up(_with_words_of_parting(job), Failure(FailureKind.picture_gone))
        )

    def _try_on(self, job: Job, run: JobRun, unreached: list[Picture]) -> Next:
        waits = []
        for picture in unreached:
            plan = run.plans.setdefault(picture.key.number, PicturePlan((picture.url,)))
            plan.again()
            run.exhausted.discard(picture.key.number)
            waits.append((picture.key, self._jittered(schedule.unreached_wait(plan.rounds))))
        at = self._now() + timedelta(seconds=min(wait for _, wait in waits))
        self._ledger.change(transitions.ask_planned(job, at))
        return Next(load_in=tuple(waits))

    def _ask_later(self, job: Job, wait: float) -> Next:
        wait = self._jittered(wait)
        self._ledger.change(transitions.ask_planned(job, self._now() + timedelta(seconds=wait)))
        return Next(ask_in=wait)

    def _finished(self, job: Job) -> Next:
        self._ledger.change(job)
        return Next(spoke=True)

    def _jittered(self, wait: float) -> float:
        return schedule.with_jitter(wait, self._dice())

    @staticmethod
    def _calm(run: JobRun) -> None:
        run.troubles = 0
        run.trouble_since = None


def _with_words_of_parting(job: Job) -> Job:
    """What was "not there yet" until now is gone."""
    for picture in job.pictures:
        if picture.failure is not None and picture.failure.kind is FailureKind.picture_not_yet:
            gone = replace(picture.failure, kind=FailureKind.picture_gone)
            job = transitions.picture_troubled(job, picture.key.number, gone)
    return job
