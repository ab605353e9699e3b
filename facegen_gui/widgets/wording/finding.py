"""The words by which the search finds a tile besides its ID and label: those that filters and tiles show."""

from collections.abc import Iterator
from datetime import datetime

from facegen_gui.domain.job import Job, JobState, Picture
from facegen_gui.widgets.wording.states import States, choice_text, picture_state_text, state_text


def search_words(job: Job, picture: Picture | None, now: datetime) -> Iterator[str]:
    """One word each; of several where the last of them alone would mean the opposite."""
    state = state_text(job, now) if picture is None else picture_state_text(job, picture, now)
    yield from [state] if job.state is JobState.overdue else _words(state)
    if picture is not None and picture.is_kept:
        if picture.saved_at is None:
            yield States.tr("not saved")
        else:
            yield from _words(States.tr("saved"))
        if picture.starred:
            yield from _words(States.tr("starred"))
        yield from _words(choice_text(picture.choice))
    elif job.is_unfinished or job.state is JobState.overdue:
        yield from _words(States.tr("being made"))
    else:
        yield from _words(States.tr("failed"))


def _words(text: str) -> list[str]:
    """Without the punctuation around them."""
    return [word.strip(",.:;!?()“”„\"'…") for word in text.split()]
