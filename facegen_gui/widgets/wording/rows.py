"""A job's state for a row of a narrow list: as much of it as fits. Its spoken sentence stands in `states`."""

from datetime import datetime

from facegen_gui.domain.failures import Pause
from facegen_gui.domain.job import Job, JobState
from facegen_gui.widgets.wording.pauses import pause_text, short_pause_text
from facegen_gui.widgets.wording.states import is_held, is_slow, state_text
from facegen_gui.widgets.wording.text import Context, capital
from facegen_gui.widgets.wording.times import short_span

Rows = Context("Rows")


def row_texts(job: Job, now: datetime, pause: Pause | None = None) -> tuple[str, ...]:
    """The same in fewer and fewer words; the first that fits is shown. `pause`: why the whole queue waits."""
    state = _short_state(job, now)
    if job.is_delivered:
        return _dotted(state, Rows.tr("%n picture(s)", None, len(job.kept))), state
    if not job.is_unfinished:
        return (state,)
    if pause is not None and is_held(job):
        return _dotted(state, pause_text(pause, now)), _dotted(state, short_pause_text(pause, now)), state
    asked = "" if job.asked_at is None else _asked(job.asked_at, now)
    upcoming = "" if job.next_ask_at is None else _next(job.next_ask_at, now)
    # What is to come is worth more than what was.
    return _dotted(state, asked, upcoming), _dotted(state, upcoming or asked), state


def _short_state(job: Job, now: datetime) -> str:
    if job.state is JobState.being_made and is_slow(job, now):
        return Rows.tr("Taking longer")
    return capital(state_text(job, now))


def _asked(when: datetime, now: datetime) -> str:
    seconds = int((now - when).total_seconds())
    if seconds < 1:
        return Rows.tr("asked just now")
    return Rows.tr("asked %1 ago").replace("%1", short_span(seconds))


def _next(when: datetime, now: datetime) -> str:
    seconds = round((when - now).total_seconds())
    if seconds < 1:
        return Rows.tr("next now")
    return Rows.tr("next in %1").replace("%1", short_span(seconds))


def _dotted(*parts: str) -> str:
    return " · ".join(filter(None, parts))
