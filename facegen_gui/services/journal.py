"""What the log tells of the worker's doings, a line each: for whoever has to find out what happened.

Kinds, codes, hosts and IDs; never a key, a link or a label. Words of the service only when debugging.
"""

import logging

from facegen_gui.api.replies import BeingMade, Ready, Refused, Reply
from facegen_gui.domain.failures import Failure
from facegen_gui.domain.job import Job, Picture, PictureKey
from facegen_gui.services.events import (
    Event,
    JobsRemoved,
    KeyChanged,
    KeyWanted,
    LibraryLoaded,
    NotTaken,
    PauseChanged,
    SaveFinished,
    SaveUndone,
    TaskFinished,
    TroubleEnded,
    TroubleFound,
)

log = logging.getLogger(__name__)


def in_log(failure: Failure) -> str:
    """A failure as facts: "unknown_id, HTTP 404, host faces.example"."""
    facts = [failure.kind.value]
    if failure.status:
        facts.append(f"HTTP {failure.status}")
    if failure.host:
        facts.append(f"host {failure.host}")
    if failure.retry_after:
        facts.append(f"wait {failure.retry_after:g} s")
    return ", ".join(facts)


def note_job(before: Job, after: Job) -> None:
    """Where a job's state has changed, or why it waits."""
    was, failure = before.failure, after.failure
    trouble = (failure.kind, failure.status) if failure else None
    if before.state is after.state and trouble == ((was.kind, was.status) if was else None):
        return
    state = after.state.value
    if before.state is not after.state:
        state = f"{before.state.value} -> {state}"
    log.info("job %s: %s%s", after.id, state, f" ({in_log(failure)})" if failure else "")


def note_download(key: PictureKey, failure: Failure) -> None:
    log.info("picture %s/%d did not arrive: %s", key.job_id, key.number, in_log(failure))


def note_kept(picture: Picture) -> None:
    log.debug("picture %s/%d is here, %d bytes", picture.key.job_id, picture.key.number, picture.bytes)


def note_answer(job_id: str, reply: Reply) -> None:
    match reply:
        case Ready(links):
            log.debug("job %s: the service names %d pictures", job_id, len(links))
        case BeingMade(eta):
            log.debug("job %s: the service is at it%s", job_id, "" if eta is None else f", {eta:g} s to go")
        case Refused(failure):
            log.debug("job %s: refused: %s; %s", job_id, in_log(failure), " ".join(failure.detail.split()))


def note_event(event: Event) -> None:
    """What the window is told, apart from jobs and progress."""
    match event:
        case PauseChanged(failure=None):
            log.info("the queue goes on")
        case PauseChanged(failure=failure, until=until) if failure is not None:
            log.info(
                "the queue waits: %s%s", in_log(failure), f", until {until:%H:%M:%S} UTC" if until else ""
            )
        case KeyChanged(status):
            log.info(
                "key: %s, %s, store %s%s%s",
                "there" if status.present else "none",
                "kept" if status.kept else "not kept",
                status.store or "none",
                ", not verified yet" if status.unverified else "",
                f" ({in_log(status.failure)})" if status.failure else "",
            )
        case KeyWanted(rejected):
            log.info("key: %s", "rejected by the service" if rejected else "wanted")
        case TroubleFound(failure):
            log.warning("trouble: %s", in_log(failure))
        case TroubleEnded(kind):
            log.info("trouble is over: %s", kind.value)
        case NotTaken(entries, failure):
            log.warning("%d IDs are not taken yet: %s", len(entries), in_log(failure))
        case LibraryLoaded():
            log.info("the library is loaded")
        case JobsRemoved(job_ids):
            log.info("%d jobs removed", len(job_ids))
        case SaveFinished(report):
            log.info(
                "save%s: %d files, %d skipped, %d not possible%s%s",
                " by itself" if report.automatic else "",
                len(report.files),
                len(report.skipped),
                len(report.unsaved),
                ", cancelled" if report.cancelled else "",
                f" ({in_log(report.failure)})" if report.failure else "",
            )
        case SaveUndone(moved, left):
            log.info("save undone: %d files to the trash, %d left", moved, left)
        case TaskFinished(task, path, failure):
            done = "done" if path else "cancelled"
            log.info("task %d: %s", task, in_log(failure) if failure else done)
        case _:
            pass
