"""What a person reads of a failure: title, sentence and next step, from the one table in `failure_texts`."""

import re

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.widgets.wording.failure_texts import FAILURE_TEXTS
from facegen_gui.widgets.wording.text import Context, capital, fill

Failures = Context("Failures")

_SENTENCE_END = re.compile(r"(?<=[.!?])\s")
# Steps that tell of time still to come are of no use once the program has given up on a job.
_ASK_AGAIN = frozenset(
    {
        FailureKind.rate_limited,
        FailureKind.service_trouble,
        FailureKind.offline,
        FailureKind.timed_out,
        FailureKind.picture_not_yet,
        FailureKind.picture_damaged,
    }
)


def failure_title(failure: Failure) -> str:
    """A few words without full stop, for a tile, a row or the head of a notice."""
    return _said(FAILURE_TEXTS[failure.kind].title, failure)


def failure_sentence(failure: Failure, *, retrying: bool | None = None) -> str:
    """What happened, whether the program goes on by itself, and what to do.

    `retrying` tells whether it does go on (a job that has given up does not); None: as the kind says.
    """
    return f"{what_happened(failure)} {failure_next_step(failure, retrying=retrying)}"


def what_happened(failure: Failure) -> str:
    """The first of the sentences alone."""
    return _said(FAILURE_TEXTS[failure.kind].happened, failure)


def failure_next_step(failure: Failure, *, retrying: bool | None = None) -> str:
    """What goes on by itself (where it does), and what a person can do."""
    text = FAILURE_TEXTS[failure.kind]
    goes_on = failure.is_retried if retrying is None else retrying
    if goes_on and text.by_itself:
        return f"{_said(text.by_itself, failure)} {_said(text.step, failure)}"
    if not goes_on and failure.kind in _ASK_AGAIN:
        return Failures.tr("Press “Ask again” to try once more.")
    return _said(text.step, failure)


def short_failure_sentences(failure: Failure, *, retrying: bool | None = None) -> tuple[str, ...]:
    """What to do, for where the title says already what happened: in fewer and fewer words."""
    step = failure_next_step(failure, retrying=retrying)
    return step, first_sentence(step)


def first_sentence(text: str) -> str:
    return _SENTENCE_END.split(text, maxsplit=1)[0]


def _said(cell: str, failure: Failure) -> str:
    host = failure.host or Failures.tr("the server")
    path = failure.path or Failures.tr("the folder")
    return capital(fill(Failures.tr(cell), host=host, path=path))
