"""States, tiles, saves and keys in words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from facegen_gui.domain.failures import Failure, FailureKind, Pause
from facegen_gui.domain.job import Batch, Choice, Job, JobState, Picture, PictureKey
from facegen_gui.domain.key_status import KeyStatus
from facegen_gui.domain.saves import SavedFile, SaveReport, UnsavedFile
from facegen_gui.models.choices import Act
from facegen_gui.services.events import SaveUndone
from facegen_gui.widgets import wording
from facegen_gui.widgets.wording.acts import act_text

NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
JOB = Job("12202888", 1, 1, NOW - timedelta(minutes=10))


def picture(number: int, **facts: object) -> Picture:
    return Picture(PictureKey(JOB.id, number), file=f"pictures/{number}.png", **facts)


READY = replace(JOB, state=JobState.ready, pictures=(picture(1), picture(2)))


def test_a_tile_is_spoken_as_agreed():
    assert (
        wording.tile_sentence(READY, READY.pictures[0], NOW)
        == "Job 12202888, picture 1 of 2, ready, not saved"
    )


def test_a_tile_tells_its_label_its_star_and_its_choice():
    job = replace(READY, label="Anna")
    shown = picture(2, saved_at=NOW, starred=True, choice=Choice.no)
    assert (
        wording.tile_sentence(job, shown, NOW)
        == "Job 12202888, Anna, picture 2 of 2, ready, saved, starred, rejected"
    )


def test_a_tile_without_a_picture_tells_the_jobs_state():
    assert wording.tile_sentence(JOB, None, NOW) == "Job 12202888, waiting"


def test_a_missing_picture_of_a_ready_job_says_why():
    gone = Picture(PictureKey(JOB.id, 2), failure=Failure(FailureKind.picture_gone))
    job = replace(READY, pictures=(picture(1), gone))
    assert "no longer at the service" in wording.tile_sentence(job, gone, NOW)
    assert "not saved" not in wording.tile_sentence(job, gone, NOW)


@pytest.mark.parametrize("state", list(JobState))
def test_every_state_has_words(state):
    text = wording.state_text(replace(JOB, state=state), NOW)
    assert text
    assert "_" not in text


def test_after_five_minutes_it_takes_longer_than_usual():
    job = replace(JOB, state=JobState.being_made, being_made_since=NOW - timedelta(minutes=4))
    assert wording.state_text(job, NOW) == "being made"
    assert "longer than usual" in wording.state_text(job, NOW + timedelta(minutes=1))


def test_a_job_tells_when_it_was_asked_and_when_next():
    job = replace(
        JOB,
        state=JobState.being_made,
        asked_at=NOW - timedelta(seconds=12),
        next_ask_at=NOW + timedelta(seconds=5),
    )
    assert wording.asked_text(job, NOW) == "asked 12 second(s) ago, next in 5 second(s)"
    assert (
        wording.job_sentence(job, NOW)
        == "Job 12202888, being made, asked 12 second(s) ago, next in 5 second(s)"
    )


def test_a_row_says_it_in_few_words_and_in_fewer_where_it_must():
    asked, upcoming = NOW - timedelta(seconds=2), NOW + timedelta(seconds=3)
    job = replace(JOB, state=JobState.being_made, asked_at=asked, next_ask_at=upcoming)
    assert wording.row_texts(job, NOW) == (
        "Being made · asked 2 s ago · next in 3 s",
        "Being made · next in 3 s",
        "Being made",
    )
    slow = replace(job, being_made_since=NOW - timedelta(hours=1), next_ask_at=NOW)
    assert wording.row_texts(slow, NOW)[0] == "Taking longer · asked 2 s ago · next now"
    assert wording.row_texts(READY, NOW)[0] == "Ready · 2 picture(s)"
    failed = replace(JOB, state=JobState.failed, failure=Failure(FailureKind.unknown_id))
    assert wording.row_texts(failed, NOW) == ("The service does not know this ID",)


@pytest.mark.parametrize(
    ("kind", "row", "end"),
    [
        (FailureKind.connection_refused, "goes on by itself", "by itself once the service answers"),
        (FailureKind.rate_limited, "goes on by itself", "by itself once the service answers"),
        (FailureKind.disk_full, "goes on by itself", "by itself once pictures can be stored again"),
        (FailureKind.key_rejected, "needs the API key", "once the API key is entered"),
        (FailureKind.no_credit, "paused", "after “Try again”"),
    ],
)
def test_while_everything_waits_a_job_says_what_it_waits_for(kind, row, end):
    job = replace(JOB, asked_at=NOW - timedelta(seconds=3), next_ask_at=NOW + timedelta(seconds=9))
    pause = Pause(Failure(kind))
    assert wording.row_texts(job, NOW, pause)[-2] == f"Waiting · {row}"
    sentence = wording.job_sentence(job, NOW, pause)
    assert sentence.endswith(end)
    assert "next in" not in sentence


def test_a_job_says_when_a_pause_ends_that_the_service_asked_for():
    pause = Pause(Failure(FailureKind.rate_limited, retry_after=7200), NOW + timedelta(hours=2))
    assert wording.job_sentence(JOB, NOW, pause).endswith("goes on by itself in 2 hour(s)")
    assert wording.row_texts(JOB, NOW, pause)[-2] == "Waiting · next in 2 hour(s)"
    assert "short break" not in wording.failure_sentence(pause.failure)


def test_a_pause_says_nothing_of_what_is_here_or_being_downloaded():
    pause = Pause(Failure(FailureKind.rate_limited), NOW + timedelta(hours=1))
    loading = replace(JOB, state=JobState.downloading)
    for job in (READY, loading):
        assert wording.job_sentence(job, NOW, pause) == wording.job_sentence(job, NOW)
        assert wording.row_texts(job, NOW, pause) == wording.row_texts(job, NOW)


def test_a_failed_job_has_no_next_time():
    job = replace(JOB, state=JobState.failed, asked_at=NOW, next_ask_at=NOW + timedelta(seconds=5))
    assert wording.asked_text(job, NOW) == "asked just now"


def test_what_the_service_may_soon_delete_is_told_as_probable():
    job = replace(JOB, state=JobState.downloading, first_ready_at=NOW - timedelta(hours=21))
    assert wording.rescue_text(job, NOW) == "the service will probably delete what is missing in 3 hour(s)"
    assert "probably" in wording.rescue_text(job, NOW + timedelta(days=1))
    assert wording.rescue_text(READY, NOW) == ""


def test_a_clock_that_was_set_back_reads_as_just_now_and_now():
    assert wording.time_ago(NOW + timedelta(hours=1), NOW) == "just now"
    assert wording.time_until(NOW - timedelta(hours=1), NOW) == "now"


@pytest.mark.parametrize(
    ("seconds", "clock"), [(29, "0:29"), (61, "1:01"), (600, "10:00"), (7199, "1:59:59"), (-5, "0:00")]
)
def test_a_countdown_is_a_clock(seconds, clock):
    assert wording.countdown(NOW + timedelta(seconds=seconds), NOW) == clock


def test_a_batch_is_called_by_its_name_or_its_time():
    assert wording.batch_title(Batch(1, NOW, "Spring campaign"), NOW) == "Spring campaign"
    assert wording.batch_title(Batch(1, NOW), NOW).startswith("Pasted today at ")
    assert "yesterday" in wording.batch_title(Batch(1, NOW - timedelta(days=1)), NOW)
    assert "yesterday" not in wording.batch_title(Batch(1, NOW - timedelta(days=3)), NOW)


def test_a_batch_reads_as_a_checklist():
    assert wording.checklist_sentence(17, 0, 1) == "17 of 18 delivered, 1 missing"
    assert wording.checklist_sentence(10, 1, 1) == "10 of 12 delivered, 1 still coming, 1 missing"
    assert wording.checklist_sentence(17, 0, 0, 1) == "17 of 18 delivered, 1 dismissed"


def test_captions_name_the_label_and_count_pictures_only_when_there_are_several():
    assert wording.caption(READY, READY.pictures[1]) == "12202888 · 2 of 2"
    assert (
        wording.caption(replace(READY, pictures=READY.pictures[:1], label="Anna"), READY.pictures[0])
        == "Anna"
    )


def test_every_act_reads_well_after_undo():
    texts = {act: act_text(act, 3) for act in Act}
    assert texts[Act.keep] == "keep of 3 picture(s)"
    assert texts[Act.reject] == "reject of 3 picture(s)"
    assert all("3 " in text and text[:1].islower() for text in texts.values())


def test_a_save_tells_what_came_of_every_picture(tmp_path):
    files = tuple(SavedFile(PictureKey("1", n), tmp_path / str(n), "", n < 3) for n in (1, 2, 3))
    report = SaveReport(1, tmp_path, files, skipped=(PictureKey("1", 4),), cancelled=True)
    sentence = wording.saved_sentence(report)
    assert f"Saved 2 file(s) in {tmp_path}." in sentence
    assert "1 file(s) were already" in sentence
    assert "Left out 1 file(s)" in sentence
    assert "cancelled" in sentence


def test_a_picture_that_could_not_be_saved_is_named_with_what_can_be_done(tmp_path):
    gone = Failure(FailureKind.file_unreadable, path="/profile/pictures/1112_1.png")
    unsaved = tuple(UnsavedFile(PictureKey("1112", n), f"1112_{n}.png", gone) for n in range(1, 6))
    sentence = wording.saved_sentence(SaveReport(1, tmp_path, unsaved=unsaved[:1]))
    assert sentence.startswith("1 picture(s) could not be saved. 1112_1.png cannot be read.")
    assert "Ask again for this job" in sentence
    assert "still in the program" not in sentence
    sentence = wording.saved_sentence(SaveReport(1, tmp_path, unsaved=unsaved))
    assert "5 picture(s)" in sentence
    assert "among them 1112_1.png, 1112_2.png, 1112_3.png." in sentence


def test_a_save_that_went_on_says_of_what_it_is_the_rest(tmp_path):
    file = SavedFile(PictureKey("1", 1), tmp_path / "1", "", True)
    assert wording.saved_sentence(SaveReport(1, tmp_path, (file,), resumed=10)) == (
        f"Saved 1 file(s) in {tmp_path}. That is what was left of 10 file(s) when the program was closed."
    )


def test_a_failed_save_says_that_the_pictures_are_still_here():
    report = SaveReport(1, Path("/x"), failure=Failure(FailureKind.disk_full, path="/x"))
    sentence = wording.saved_sentence(report)
    assert "no room left for /x" in sentence
    assert "still in the program" in sentence
    assert "by itself" not in sentence


def test_undo_tells_what_moved_and_what_stayed():
    assert wording.undone_sentence(SaveUndone(2, 1)) == (
        "Moved 2 file(s) to the trash. Left 1 file(s) where they are, because they were changed or moved."
    )
    assert wording.undone_sentence(SaveUndone(0, 0)) == "There was nothing to undo."


def test_the_place_of_the_key_is_told_in_plain_words():
    kept = KeyStatus(present=True, kept=True, store="GNOME Keyring", hint="7f")
    assert wording.key_store_sentence(kept) == "Kept in: GNOME Keyring"
    assert wording.key_hint_sentence(kept) == "The present key ends in 7f."
    assert "this session only" in wording.key_store_sentence(KeyStatus(present=True))
    assert wording.key_store_sentence(KeyStatus()) == "No key is stored yet."


def test_a_key_that_could_not_be_read_is_not_called_missing():
    status = KeyStatus(failure=Failure(FailureKind.keyring_locked))
    assert "locked" in wording.key_store_sentence(status)
    assert "No key" not in wording.key_store_sentence(status)


def test_a_changed_password_store_is_named():
    status = KeyStatus(store="KWallet", previous_store="GNOME Keyring")
    assert "last kept in GNOME Keyring" in wording.key_store_sentence(status)


@pytest.mark.parametrize(
    ("media_type", "name"),
    [
        ("video/mp4", "Video (MP4)"),
        ("image/png", "Picture (PNG)"),
        ("", "File"),
        ("audio/x-wav", "Sound (WAV)"),
    ],
)
def test_media_are_called_what_they_are(media_type, name):
    assert wording.media_name(media_type) == name


def test_what_is_tried_again_after_trouble_says_so_and_when():
    trouble = Failure(FailureKind.service_trouble, status=503)
    job = replace(JOB, failure=trouble, next_ask_at=NOW + timedelta(seconds=5))
    told = "Job 12202888, waiting, The service has trouble, tried again in 5 second(s)"
    assert wording.tile_sentence(job, None, NOW).startswith(told)
    assert wording.job_sentence(job, NOW).startswith(told)
    assert "next" not in wording.job_sentence(job, NOW)
    assert "tried again by itself" in wording.job_sentence(replace(job, next_ask_at=None), NOW)
    assert "tried again" not in wording.job_sentence(replace(job, failure=None), NOW)


def test_a_picture_that_is_tried_again_says_so_and_the_others_do_not():
    late = Picture(PictureKey(JOB.id, 2), failure=Failure(FailureKind.picture_not_yet))
    job = replace(READY, state=JobState.downloading, pictures=(picture(1), late))
    spoken = wording.tile_sentence(job, late, NOW)
    assert spoken.startswith(
        "Job 12202888, picture 2 of 2, downloading, Picture not there yet, tried again by itself"
    )
    assert "tried again" not in wording.tile_sentence(job, job.pictures[0], NOW)
    assert "Picture not there yet" in wording.job_sentence(job, NOW)


def test_what_cannot_be_shown_is_called_what_it_is():
    film = replace(READY.pictures[0], width=0, height=0, media_type="video/mp4", sha256="5a")
    job = replace(READY, pictures=(film,))
    assert wording.tile_sentence(job, film, NOW).endswith("Video (MP4), cannot be shown here")
    large = replace(film, media_type="image/png")
    assert wording.tile_sentence(job, large, NOW).endswith("Picture (PNG), cannot be shown here")
    unknown = replace(film, media_type="image/png", sha256="")
    assert "shown" not in wording.tile_sentence(job, unknown, NOW)
