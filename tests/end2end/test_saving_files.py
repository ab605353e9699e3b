"""Copies for others: where they go, what they never do, and how they are taken back."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end2end.desk import Desk, sha256
from tests.end2end.program import every_file

pytestmark = [pytest.mark.keyring, pytest.mark.screen, pytest.mark.accessibility]


def save(desk: Desk, job_id: str, number: int = 1) -> None:
    """Select the tile and press its Save button."""
    desk.select(f"Job {job_id}, picture {number}")
    desk.reader.press_once_shown(f"Save picture {number} of job {job_id}")


def copies(folder: Path, job_id: str) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if job_id in path.name)


def until_copied(desk: Desk, job_id: str) -> Path:
    """The one copy of the job's picture in the save folder, once the tile says that it is there."""
    desk.reader.until_items("Pictures", f"Job {job_id}, picture 1 of 1, ready, saved")
    (copy,) = copies(desk.saved, job_id)
    return copy


def choose_folder(desk: Desk, folder: Path) -> None:
    """In the file dialog that is open."""
    desk.reader.wait_for("Directory:", role="text", showing=True)
    desk.reader.ask("type", "Directory:", role="text", text=str(folder))
    desk.reader.press("Choose", role="push button")


@pytest.fixture
def another_folder(desk: Desk) -> Iterator[Path]:
    """Chosen as the save folder; afterwards the usual one is chosen again."""
    folder = desk.profile.parent / "elsewhere"
    folder.mkdir()
    desk.reader.wait_for("Change save folder")
    desk.reader.press("Change save folder")
    choose_folder(desk, folder)
    desk.reader.wait_for(f"Save folder: {folder}")
    yield folder
    desk.saved.mkdir(exist_ok=True)
    desk.reader.press("Change save folder")
    choose_folder(desk, desk.saved)
    desk.reader.wait_for(f"Save folder: {desk.saved}")


def test_another_file_of_that_name_is_never_written_over(desk: Desk) -> None:
    desk.fetch("7001", "7001")
    desk.saved.mkdir()
    for extension in ("png", "jpg", "webp"):
        (desk.saved / f"7001_1.{extension}").write_bytes(b"somebody else's")
    save(desk, "7001")
    desk.reader.until_items("Pictures", "Job 7001, picture 1 of 1, ready, saved")
    contents = {path.read_bytes() for path in copies(desk.saved, "7001") if "(" not in path.name}
    assert contents == {b"somebody else's"}
    (free,) = [path for path in copies(desk.saved, "7001") if path.read_bytes() != b"somebody else's"]
    assert sha256(free) == desk.served("7001")


def test_the_same_picture_is_not_doubled(desk: Desk) -> None:
    desk.fetch("7007", "7007")
    save(desk, "7007")
    until_copied(desk, "7007")
    save(desk, "7007")
    desk.reader.until_notice("1 file was already in")
    assert sha256(until_copied(desk, "7007")) == desk.served("7007")


def test_undo_moves_exactly_the_files_of_that_save_to_the_trash(desk: Desk) -> None:
    trash = Path(os.environ["XDG_DATA_HOME"]) / "Trash" / "files"
    desk.fetch("7004 7006", "7004", "7006")
    save(desk, "7004")
    stays = until_copied(desk, "7004")
    save(desk, "7006")
    goes = until_copied(desk, "7006")
    assert desk.reader.wait_for("Open folder", showing=True)["role"] == "push button"
    desk.reader.press("Undo", role="push button", showing=True)
    desk.reader.until_notice("Moved 1 file to the trash")
    assert stays.is_file()
    assert not goes.exists()
    assert sha256(trash / goes.name) == desk.served("7006")
    desk.reader.until_items("Pictures", "Job 7006, picture 1 of 1, ready, not saved")


def test_a_second_column_names_the_job_and_a_job_of_two_saves_both(desk: Desk) -> None:
    desk.fetch("ID\tPerson\n7008\tAnna Example", "7008")
    desk.reader.until_items("Pictures", "Job 7008, Anna Example, picture 2 of 2, ready, not saved")
    desk.select("Job 7008, Anna Example, picture 1")
    desk.reader.press("Select all", role="menu item")
    desk.reader.press("Save selected")
    desk.reader.until(lambda: len(copies(desk.saved, "7008")) == 2, "both copies")
    assert [sha256(copy) for copy in copies(desk.saved, "7008")] == [
        desk.served("7008", 1),
        desk.served("7008", 2),
    ]


def test_a_folder_that_went_away_is_told_in_a_sentence_or_made_again(
    desk: Desk, another_folder: Path
) -> None:
    desk.fetch("7010", "7010")
    shutil.rmtree(another_folder)
    another_folder.write_text("a file stands where the folder was")
    save(desk, "7010")
    notice = desk.reader.until_notice("Not everything could be saved", "still in the program")
    assert str(another_folder) in notice
    assert another_folder.read_text() == "a file stands where the folder was"
    another_folder.unlink()
    desk.reader.until_items("Pictures", "Job 7010, picture 1 of 1, ready, not saved")


def test_a_folder_without_permission_is_told_in_a_sentence_and_nothing_is_left_in_it(
    desk: Desk, another_folder: Path
) -> None:
    desk.fetch("7016", "7016")
    another_folder.chmod(0o500)
    save(desk, "7016")
    notice = desk.reader.until_notice("no permission to write", "still in the program")
    assert str(another_folder) in notice
    assert desk.reader.wait_for("Change folder…", showing=True)["role"] == "push button"
    another_folder.chmod(0o700)
    assert every_file(another_folder) == []
    another_folder.rmdir()


def test_what_arrives_is_saved_by_itself_when_that_is_wanted(desk: Desk) -> None:
    folder = desk.profile.parent / "by itself"
    folder.mkdir()
    desk.reader.press("Save everything that arrives", role="menu item")
    choose_folder(desk, folder)
    desk.reader.wait_for("Saved by itself", showing=True)
    desk.fetch("7013", "7013")
    desk.program.until(lambda: copies(folder, "7013"), "the copy")
    assert [sha256(copy) for copy in copies(folder, "7013")] == [desk.served("7013")]
    desk.close()
