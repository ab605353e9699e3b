"""What tiles, rows and the banner say of jobs that are not simply ready."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import JobState, NewJob, Picture, PictureKey
from facegen_gui.storage.library import Library
from facegen_gui.storage.profile import Profile
from tests.end2end.desk import Desk

pytestmark = [pytest.mark.keyring, pytest.mark.screen, pytest.mark.accessibility]


@pytest.fixture(scope="module")
def settled(desk: Desk) -> Desk:
    """With two jobs of which the service deleted pictures: by itself that takes minutes to be found out."""
    profile, now = Profile.at(desk.profile), datetime.now(UTC)
    gone = Failure(FailureKind.picture_gone)
    face = desk.service.picture("128", 1)
    with Library.open(profile, desk.service.url) as library:
        both, one = library.add([NewJob("128"), NewJob("126")], now).jobs
        profile.pictures.mkdir(parents=True, exist_ok=True)
        (profile.pictures / "128_1.png").write_bytes(face.data)
        kept = Picture(
            PictureKey("128", 1),
            file="pictures/128_1.png",
            sha256=desk.served("128"),
            bytes=len(face.data),
            media_type=face.media_type,
            width=face.width,
            height=face.height,
            fetched_at=now,
        )
        lost = Picture(PictureKey("128", 2), failure=gone)
        library.put(
            [
                replace(both, state=JobState.ready, first_ready_at=now, pictures=(kept, lost)),
                replace(one, state=JobState.failed, failure=gone),
            ]
        )
    desk.reader.until_items("Jobs", "Job 128", "Job 126")
    return desk


def test_a_picture_that_is_gone_says_so_and_the_other_one_of_its_job_is_kept(settled: Desk) -> None:
    settled.reader.until_items(
        "Pictures",
        "Job 126, Picture no longer at the service",
        "Job 128, picture 1 of 2, ready, not saved",
        "Job 128, picture 2 of 2, Picture no longer at the service",
    )
    settled.reader.until_items("Jobs", "Job 126, Picture no longer", "Job 128, ready, 1 picture missing")


def test_failed_and_unknown_jobs_say_why_on_tile_and_row_and_can_be_shown_alone(settled: Desk) -> None:
    settled.fetch("111 112 113", "111", "112", "113", state="failed")
    for name in ("Pictures", "Jobs"):
        settled.reader.until_items(
            name,
            "Job 111, The service could not make this picture",
            "Job 112, The service does not know this ID",
            "Job 113, The service does not know this ID",
        )
    settled.reader.until_notice("3 jobs could not be fetched")
    settled.reader.press("Show failed", role="push button")
    settled.reader.until(
        lambda: not [item for item in settled.reader.items("Pictures") if "ready" in item],
        "only failed ones to be shown",
    )
    settled.reader.press("All", role="menu item")
    settled.reader.until_items("Pictures", "Job 128, picture 1 of 2")


def test_a_job_that_is_being_made_tells_when_it_was_asked_and_will_be_next(settled: Desk) -> None:
    settled.fetch("105", "105", state="being_made")
    settled.reader.until_items("Pictures", "Job 105, being made")
    (row,) = [row for row in settled.reader.until_items("Jobs", "Job 105, being made") if "Job 105" in row]
    assert ", asked " in row
    assert ", next " in row
    assert settled.reader.wait_for("Progress", showing=True)["description"].startswith("Fetching: ")


def test_a_rate_limit_is_one_pause_with_a_countdown_that_ends_by_itself(settled: Desk) -> None:
    settled.reader.ask("type", "Job IDs", text="131")
    settled.reader.press("Fetch")
    settled.reader.until_notice("Too many questions", "goes on by itself")
    assert settled.reader.wait_for("Goes on in ", role="label", starts=True, showing=True)
    settled.program.until(lambda: settled.program.jobs()["131"] == "ready", "the job after the pause")
    settled.reader.until(lambda: "Too many questions" not in settled.reader.notice(), "the notice to go")


def test_no_credit_is_one_banner_whose_button_goes_on(settled: Desk) -> None:
    settled.reader.ask("type", "Job IDs", text="133 8101 8102")
    settled.reader.press("Fetch")
    notice = settled.reader.until_notice("no credit left")
    assert notice.count("no credit left") == 1
    settled.reader.press("Try again", role="push button")
    settled.program.until(
        lambda: {settled.program.jobs()[job] for job in ("133", "8101", "8102")} == {"ready"},
        "all that waited",
    )
    settled.reader.until(lambda: "credit" not in settled.reader.notice(), "the banner to go")
    settled.close()
