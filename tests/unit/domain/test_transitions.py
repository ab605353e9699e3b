"""Any order of events leaves a legal state and loses no picture, no mark and no label."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from facegen_gui.domain import transitions
from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import Choice, Job, JobState, Picture, PictureKey

NOW = datetime(2026, 3, 1, tzinfo=UTC)
KINDS = st.sampled_from(sorted(FailureKind, key=lambda kind: kind.value))


def waiting() -> Job:
    return Job("101", 1, 1, NOW, label="Anna")


def file_of(number: int) -> Picture:
    return Picture(PictureKey("101", number), file=f"pictures/{number}.png", sha256="x", bytes=9, width=5)


def two_named() -> Job:
    return transitions.named(waiting(), ["https://a/1.png", "https://a/2.png"], "{}", NOW)


def test_a_job_is_ready_when_all_its_pictures_are_here() -> None:
    job = transitions.picture_kept(two_named(), file_of(1))
    assert job.state is JobState.downloading
    job = transitions.picture_kept(job, file_of(2))
    assert job.state is JobState.ready
    assert job.is_delivered
    assert job.pictures[1].url == "https://a/2.png"


def test_a_picture_that_is_its_own_link_is_not_remembered_as_a_link() -> None:
    job = transitions.named(waiting(), ["data:image/png;base64,AAAA", "DATA:image/png,AAAA"], "", NOW)
    assert [picture.url for picture in job.pictures] == ["", ""]


def test_a_job_keeps_its_good_picture_and_says_what_the_other_lacks() -> None:
    job = transitions.picture_kept(two_named(), file_of(2))
    job = transitions.picture_troubled(job, 1, Failure(FailureKind.picture_damaged))
    job = transitions.given_up(job, Failure(FailureKind.picture_gone))
    assert job.state is JobState.ready
    assert not job.is_delivered
    assert job.pictures[0].failure == Failure(FailureKind.picture_damaged)
    assert job.pictures[1].failure is None


def test_a_job_without_any_picture_fails_for_the_reason_its_picture_had() -> None:
    job = transitions.picture_troubled(two_named(), 1, Failure(FailureKind.too_large))
    job = transitions.given_up(job, Failure(FailureKind.picture_gone))
    assert job.state is JobState.failed
    assert job.failure == Failure(FailureKind.too_large)


def test_an_unknown_id_after_all_does_not_take_what_is_here() -> None:
    job = transitions.picture_kept(two_named(), file_of(1))
    job = transitions.refused(job, Failure(FailureKind.unknown_id))
    assert job.state is JobState.ready
    assert job.pictures[0].is_kept
    assert job.pictures[1].failure == Failure(FailureKind.unknown_id)


def test_asking_again_begins_anew_but_leaves_finished_jobs_alone() -> None:
    failed = transitions.refused(waiting(), Failure(FailureKind.generation_failed))
    again = transitions.asked_again(replace(failed, dismissed=True))
    assert (again.state, again.failure, again.dismissed) == (JobState.waiting, None, False)
    done = transitions.picture_kept(transitions.named(waiting(), ["u"], "", NOW), file_of(1))
    assert transitions.asked_again(done) is done


def test_a_data_uri_is_not_put_into_the_library() -> None:
    job = transitions.named(waiting(), ["data:image/png;base64,AAAA"], "", NOW)
    assert job.pictures[0].url == ""


def test_links_that_are_named_again_replace_only_what_is_missing() -> None:
    job = transitions.picture_kept(two_named(), file_of(1))
    job = transitions.named(job, ["https://b/1.png", "https://b/2.png"], "", NOW + timedelta(hours=1))
    assert [p.url for p in job.pictures] == ["https://a/1.png", "https://b/2.png"]
    assert job.first_ready_at == NOW
    assert transitions.named(job, [], "", NOW).pictures[0].is_kept


def test_undoing_a_save_forgets_that_copy_only() -> None:
    job = transitions.picture_kept(two_named(), file_of(1))
    job = transitions.saved(job, 1, "/a/1.png", NOW)
    assert transitions.save_undone(job, 1, "/b/1.png").pictures[0].saved_to == "/a/1.png"
    assert transitions.save_undone(job, 1, "/a/1.png").pictures[0].saved_at is None


def test_a_picture_whose_file_vanished_is_wanted_again_while_it_may_be_had() -> None:
    lost = Failure(FailureKind.file_unreadable, path="/profile/pictures/1.png")
    job = transitions.picture_kept(transitions.picture_kept(two_named(), file_of(1)), file_of(2))
    job = transitions.marked(job, 1, True, Choice.keep)
    again = transitions.files_lost(job, {1: lost}, may_be_had=True)
    assert (again.state, again.failure) == (JobState.downloading, None)
    assert [(p.file, p.failure, p.starred) for p in again.pictures] == [
        ("", lost, True),
        (file_of(2).file, None, False),
    ]
    assert transitions.picture_kept(again, file_of(1)).is_delivered
    late = transitions.files_lost(job, {1: lost}, may_be_had=False)
    assert (late.state, late.pictures[0].failure) == (JobState.ready, lost)
    none_left = transitions.files_lost(late, {2: lost}, may_be_had=False)
    assert (none_left.state, none_left.failure) == (JobState.failed, lost)
    assert transitions.files_lost(waiting(), {1: lost}, may_be_had=True) == waiting()


class AnyOrder(RuleBasedStateMachine):
    """Everything that can happen to a job, in any order, also what should not."""

    def __init__(self) -> None:
        super().__init__()
        self.job = waiting()
        self.now = NOW
        self.files: dict[int, str] = {}
        self.marks: dict[int, tuple[bool, Choice]] = {}

    def tick(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    @rule()
    def processing(self) -> None:
        self.job = transitions.being_made(transitions.asked(self.job, self.tick()), self.now)

    @rule(count=st.integers(0, 3), meta=st.sampled_from(["", '{"seed": 1}']))
    def success(self, count: int, meta: str) -> None:
        if count:
            self.job = transitions.named(
                self.job, [f"https://h/{n}" for n in range(count)], meta, self.tick()
            )

    @rule(number=st.integers(1, 4))
    def arrived(self, number: int) -> None:
        named = any(p.key.number == number for p in self.job.pictures)
        self.job = transitions.picture_kept(self.job, file_of(number))
        if named:
            self.files[number] = file_of(number).file

    @rule(number=st.integers(1, 4), kind=KINDS)
    def picture_failed(self, number: int, kind: FailureKind) -> None:
        self.job = transitions.picture_troubled(self.job, number, Failure(kind))

    @precondition(lambda self: self.job.pictures)
    @rule(kind=KINDS)
    def gave_up(self, kind: FailureKind) -> None:
        self.job = transitions.given_up(self.job, Failure(kind))

    @rule(kind=KINDS)
    def refused(self, kind: FailureKind) -> None:
        self.job = transitions.refused(self.job, Failure(kind))

    @rule(kind=KINDS)
    def troubled(self, kind: FailureKind) -> None:
        self.job = transitions.troubled(self.job, Failure(kind))

    @rule(number=st.integers(1, 4), may_be_had=st.booleans())
    def file_vanished(self, number: int, may_be_had: bool) -> None:
        lost = Failure(FailureKind.file_unreadable, path="/somewhere")
        self.job = transitions.files_lost(self.job, {number: lost}, may_be_had=may_be_had)
        self.files.pop(number, None)

    @rule()
    def a_day_went_by(self) -> None:
        self.job = transitions.overdue(self.job)

    @rule()
    def asked_again(self) -> None:
        self.job = transitions.asked_again(self.job)

    @rule(number=st.integers(1, 3), starred=st.booleans(), choice=st.sampled_from(list(Choice)))
    def marked(self, number: int, starred: bool, choice: Choice) -> None:
        if any(p.key.number == number and p.is_kept for p in self.job.pictures):
            self.job = transitions.marked(self.job, number, starred, choice)
            self.marks[number] = (starred, choice)

    @rule(number=st.integers(1, 3))
    def saved(self, number: int) -> None:
        self.job = transitions.saved(self.job, number, "/somewhere", self.tick())

    @invariant()
    def no_picture_is_lost(self) -> None:
        assert {p.key.number: p.file for p in self.job.pictures if p.is_kept} == self.files

    @invariant()
    def no_mark_is_lost(self) -> None:
        now = {p.key.number: (p.starred, p.choice) for p in self.job.pictures}
        unmarked = (False, Choice.none)
        assert all(now.get(number, unmarked) == mark for number, mark in self.marks.items())

    @invariant()
    def the_label_and_identity_stay(self) -> None:
        assert (self.job.id, self.job.label, self.job.sequence) == ("101", "Anna", 1)
        assert [p.key.number for p in self.job.pictures] == list(range(1, len(self.job.pictures) + 1))

    @invariant()
    def the_state_is_legal(self) -> None:
        match self.job.state:
            case JobState.ready:
                assert self.job.kept
                assert self.job.failure is None
                assert all(p.is_kept or p.failure for p in self.job.pictures)
            case JobState.failed | JobState.overdue:
                assert not self.job.kept
                assert self.job.failure is not None
                assert self.job.next_ask_at is None
            case JobState.downloading:
                assert self.job.pictures
                assert not all(p.is_kept for p in self.job.pictures)
            case JobState.waiting | JobState.being_made:
                assert not self.job.pictures

    @invariant()
    def kept_pictures_have_no_failure(self) -> None:
        assert not any(p.is_kept and p.failure for p in self.job.pictures)


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=150, stateful_step_count=25, deadline=None)
