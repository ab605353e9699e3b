"""Where jobs, tiles and batches stand, in words: short for rows and captions, or to be spoken."""

from dataclasses import replace
from datetime import datetime, timedelta

from facegen_gui.domain.failures import Pause
from facegen_gui.domain.job import Batch, Choice, Job, JobState, Picture
from facegen_gui.widgets.wording.failures import failure_title, short_failure_sentences
from facegen_gui.widgets.wording.media import media_name
from facegen_gui.widgets.wording.pauses import pause_text
from facegen_gui.widgets.wording.text import Context, joined
from facegen_gui.widgets.wording.times import point_in_time, time_ago, time_until

States = Context("States")

LONGER_THAN_USUAL = timedelta(minutes=5)
# How long the service keeps pictures, as its documentation of another call has it: an estimate.
LINKS_LAST = timedelta(hours=24)


def is_slow(job: Job, now: datetime) -> bool:
    """Whether the service has been at it for longer than usual."""
    since = job.being_made_since
    return since is not None and now - since >= LONGER_THAN_USUAL


def is_held(job: Job) -> bool:
    """Whether a pause of the queue concerns it: what is named already may come from elsewhere meanwhile."""
    return job.is_unfinished and job.state is not JobState.downloading


def state_text(job: Job, now: datetime) -> str:
    """The job's state in a few words."""
    match job.state:
        case JobState.waiting:
            return States.tr("waiting")
        case JobState.being_made:
            if is_slow(job, now):
                return States.tr("still being made, longer than usual")
            return States.tr("being made")
        case JobState.downloading:
            return States.tr("downloading")
        case JobState.ready:
            missing = len(job.pictures) - len(job.kept)
            if missing:
                return States.tr("ready, %n picture(s) missing", None, missing)
            return States.tr("ready")
        case JobState.overdue:
            return States.tr("not finished after 24 hours")
        case JobState.failed:
            if job.failure is None:
                return States.tr("failed")
            return failure_title(job.failure)


def picture_state_text(job: Job, picture: Picture, now: datetime) -> str:
    """A picture's own state: one that could not be had says why, although its job may be ready."""
    if picture.is_kept:
        return States.tr("ready")
    if picture.failure is not None and not job.is_unfinished:
        return failure_title(picture.failure)
    return state_text(job, now)


def asked_text(job: Job, now: datetime, pause: Pause | None = None) -> str:
    """When the service was last asked and will next be: "asked 12 seconds ago, next in 5 seconds".

    While the whole queue waits because of `pause`: what it waits for.
    """
    asked = upcoming = ""
    if job.asked_at is not None:
        asked = States.tr("asked %1").replace("%1", time_ago(job.asked_at, now))
    if pause is not None and is_held(job):
        upcoming = pause_text(pause, now)
    elif job.is_unfinished and job.next_ask_at is not None:
        upcoming = States.tr("next %1").replace("%1", time_until(job.next_ask_at, now))
    return joined(asked, upcoming)


def trouble_text(job: Job, picture: Picture | None, now: datetime) -> str:
    """Why an unfinished job, or one picture of it, is tried again, and when; empty where all is well."""
    if not job.is_unfinished or (picture is not None and picture.is_kept):
        return ""
    awaited = job.pictures if picture is None else (picture,)
    failures = (job.failure, *(each.failure for each in awaited if not each.is_kept))
    failure = next((each for each in failures if each is not None), None)
    if failure is None:
        return ""
    if job.next_ask_at is None or job.next_ask_at <= now:
        return joined(failure_title(failure), States.tr("tried again by itself"))
    again = States.tr("tried again %1").replace("%1", time_until(job.next_ask_at, now))
    return joined(failure_title(failure), again)


def rescue_text(job: Job, now: datetime) -> str:
    """How long the service probably still has what is missing here; empty where there is nothing to say."""
    if job.first_ready_at is None or job.is_delivered or job.state is JobState.failed:
        return ""
    ends = job.first_ready_at + LINKS_LAST
    if ends <= now:
        return States.tr("the service has probably deleted what is missing by now")
    return States.tr("the service will probably delete what is missing %1").replace(
        "%1", time_until(ends, now)
    )


def job_sentence(job: Job, now: datetime, pause: Pause | None = None) -> str:
    """All there is to say of a job, as one spoken line; `pause`: why the whole queue waits."""
    pictures = ""
    if job.kept:
        pictures = States.tr("%n picture(s)", None, len(job.kept))
    dismissed = States.tr("dismissed") if job.dismissed else ""
    trouble = trouble_text(job, None, now)
    line = joined(
        _named(job),
        state_text(job, now),
        trouble,
        pictures,
        # The trouble has said already when it goes on.
        asked_text(replace(job, next_ask_at=None) if trouble else job, now, pause),
        rescue_text(job, now),
        dismissed,
    )
    return _with_step(line, () if trouble else short_explanations(job))


def tile_sentence(job: Job, picture: Picture | None, now: datetime) -> str:
    """What a tile shows, to be spoken: "Job 12202888, picture 1 of 2, ready, not saved"."""
    if picture is None:
        trouble = trouble_text(job, None, now)
        line = joined(_named(job), state_text(job, now), trouble)
        return _with_step(line, () if trouble else short_explanations(job))
    number = States.tr("picture %1 of %2")
    number = number.replace("%1", str(picture.key.number)).replace("%2", str(len(job.pictures)))
    state, trouble = picture_state_text(job, picture, now), trouble_text(job, picture, now)
    line = joined(_named(job), number, state, trouble, *_marks(picture), _kind(picture))
    if picture.is_kept or picture.failure is None or job.is_unfinished:
        return line
    return _with_step(line, short_failure_sentences(picture.failure))


def short_explanations(job: Job) -> tuple[str, ...]:
    """What to do about a state that a title names, in fewer and fewer words; empty if nothing."""
    if job.state is JobState.overdue:
        return (States.tr("Press “Ask again” to look once more."),)
    if job.failure is None:
        return ()
    retrying = job.is_unfinished and job.failure.is_retried
    return short_failure_sentences(job.failure, retrying=retrying)


def caption(job: Job, picture: Picture | None) -> str:
    """Below a tile: the label or else the ID, and which picture of how many."""
    name = job.label or job.id
    if picture is None or len(job.pictures) < 2:
        return name
    text = States.tr("%1 · %2 of %3")
    numbers = text.replace("%2", str(picture.key.number)).replace("%3", str(len(job.pictures)))
    return numbers.replace("%1", name)


def batch_title(batch: Batch, now: datetime) -> str:
    """A batch's name, or else when it was pasted."""
    if batch.name:
        return batch.name
    return States.tr("Pasted %1").replace("%1", point_in_time(batch.created_at, now))


def checklist_sentence(delivered: int, coming: int, missing: int, dismissed: int = 0) -> str:
    """A batch as a checklist: "16 of 18 delivered, 1 still coming, 1 missing"."""
    total = delivered + coming + missing + dismissed
    head = States.tr("%1 of %n delivered", None, total).replace("%1", str(delivered))
    awaited = States.tr("%n still coming", None, coming) if coming else ""
    lacking = States.tr("%n missing", None, missing) if missing else ""
    waived = States.tr("%n dismissed", None, dismissed) if dismissed else ""
    return joined(head, awaited, lacking, waived)


def progress_sentence(unfinished: int, total: int, pause: Pause | None = None) -> str:
    """For the progress display: how much of what was asked for is here, and whether the queue waits."""
    if not unfinished:
        return States.tr("Nothing is being fetched")
    if pause is not None and pause.failure.is_retried:
        text = States.tr("Waiting: %1 of %n job(s) done", None, total)
    elif pause is not None:
        text = States.tr("Stopped: %1 of %n job(s) done", None, total)
    else:
        text = States.tr("Fetching: %1 of %n job(s) done", None, total)
    return text.replace("%1", str(total - unfinished))


def choice_text(choice: Choice) -> str:
    """A person's verdict in a word; empty for none."""
    match choice:
        case Choice.keep:
            return States.tr("keep")
        case Choice.maybe:
            return States.tr("maybe")
        case Choice.no:
            return States.tr("rejected")
        case Choice.none:
            return ""


def _with_step(line: str, steps: tuple[str, ...]) -> str:
    """The spoken line, and what there is to do as a sentence of its own."""
    return f"{line}. {steps[0]}" if steps else line


def _named(job: Job) -> str:
    name = States.tr("Job %1").replace("%1", job.id)
    return joined(name, job.label)


def _kind(picture: Picture) -> str:
    """What it is, where there is nothing to be seen of it; nothing of a file that nobody has looked into."""
    if not picture.is_kept or picture.is_image or not picture.sha256:
        return ""
    return joined(media_name(picture.media_type), States.tr("cannot be shown here"))


def _marks(picture: Picture) -> tuple[str, ...]:
    saved = starred = ""
    if picture.is_kept:
        if picture.saved_at is None:
            saved = States.tr("not saved")
        else:
            saved = States.tr("saved")
    if picture.starred:
        starred = States.tr("starred")
    return saved, starred, choice_text(picture.choice)
