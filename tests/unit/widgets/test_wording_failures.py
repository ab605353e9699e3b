"""Every failure has a title, a sentence and a step, in words that a person understands."""

import re

import pytest

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.widgets.wording import failure_next_step, failure_sentence, failure_title, what_happened
from facegen_gui.widgets.wording.failure_texts import FAILURE_TEXTS

KINDS = pytest.mark.parametrize("kind", list(FailureKind), ids=lambda kind: kind.value)
# Words of machines, and words that blame or frighten.
MACHINE_WORDS = re.compile(
    r"\b(HTTP|exception|errno|traceback|null|None|JSON|SSL|TLS|DNS|socket|invalid|fatal|illegal|abort\w*)\b",
    re.IGNORECASE,
)


def every_sentence(kind: FailureKind) -> list[str]:
    failure = Failure(kind, status=418, host="pictures.example", path="/srv/faces", detail="KeyError: 'x'")
    return [
        failure_title(failure),
        failure_sentence(failure),
        failure_sentence(failure, retrying=False),
        failure_sentence(failure, retrying=True),
        failure_sentence(Failure(kind)),
    ]


@KINDS
def test_every_kind_of_failure_has_a_title_a_sentence_and_a_step(kind):
    failure = Failure(kind)
    assert failure_title(failure)
    assert not failure_title(failure).endswith(".")
    assert what_happened(failure).endswith(".")
    assert failure_next_step(failure).endswith(".")
    assert failure_sentence(failure) == f"{what_happened(failure)} {failure_next_step(failure)}"


@KINDS
def test_no_sentence_holds_codes_or_words_of_machines(kind):
    for sentence in every_sentence(kind):
        assert "418" not in sentence
        assert kind.value not in sentence or "_" not in kind.value
        assert "KeyError" not in sentence
        assert not MACHINE_WORDS.search(sentence), sentence
        assert len(sentence.split()) < 70


@KINDS
def test_no_place_stays_open_when_facts_are_missing(kind):
    for sentence in every_sentence(kind):
        assert "{" not in sentence
        assert "%" not in sentence


@KINDS
def test_every_sentence_begins_with_a_capital_letter(kind):
    for part in re.split(r"(?<=\.)\s", failure_sentence(Failure(kind))):
        assert part[0].isupper() or part[0] == "“", part


@KINDS
def test_what_goes_on_by_itself_says_so_and_nothing_else_does(kind):
    assert bool(FAILURE_TEXTS[kind].by_itself) == Failure(kind).is_retried


def test_a_job_that_has_given_up_does_not_promise_to_go_on():
    failure = Failure(FailureKind.service_trouble)
    assert "by itself" in failure_sentence(failure)
    assert "by itself" not in failure_sentence(failure, retrying=False)
    assert "Ask again" in failure_sentence(failure, retrying=False)


def test_an_unknown_id_tells_of_the_other_kinds_of_server():
    sentence = failure_sentence(Failure(FailureKind.unknown_id))
    assert "another kind of server" in sentence


def test_the_time_the_service_keeps_pictures_is_called_an_estimate():
    sentence = failure_sentence(Failure(FailureKind.picture_gone))
    assert "As far as we know" in sentence
    assert "about 24 hours" in sentence


def test_the_host_and_the_folder_are_named():
    assert "cdn.example" in failure_sentence(Failure(FailureKind.name_not_found, host="cdn.example"))
    assert "/media/stick" in failure_sentence(Failure(FailureKind.folder_missing, path="/media/stick"))


def test_a_fact_with_braces_stays_as_it_is():
    assert "/tmp/{host}" in failure_sentence(Failure(FailureKind.folder_missing, path="/tmp/{host}"))


def test_key_credit_plan_limit_network_and_certificate_are_told_apart():
    kinds = ["key_rejected", "no_credit", "plan", "rate_limited", "offline", "certificate", "proxy"]
    titles = {failure_title(Failure(FailureKind(kind))) for kind in kinds}
    assert len(titles) == len(kinds)
