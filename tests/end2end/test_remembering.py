"""What is still there after closing, after damage, and what goes only then."""

import os
from pathlib import Path

import pytest

from tests.end2end.desk import Desk, sha256
from tests.end2end.program import asked, every_file, query

pytestmark = [pytest.mark.keyring, pytest.mark.screen, pytest.mark.accessibility]


def test_closing_and_starting_again_keeps_stars_labels_and_pictures_and_asks_for_nothing(desk: Desk) -> None:
    desk.fetch("7101\tAnna\n7103\tBert", "7101", "7103")
    desk.select("Job 7103,")
    desk.reader.press("Star", role="menu item")
    desk.reader.until_items("Pictures", "Job 7103, Bert, picture 1 of 1, ready, not saved, starred")
    tiles, before = desk.reader.items("Pictures"), len(asked(desk.service))
    desk.again()
    desk.reader.until(lambda: desk.reader.items("Pictures") == tiles, f"{tiles} again")
    assert len(asked(desk.service)) == before


def test_a_removed_jobs_picture_goes_to_the_trash_at_the_next_start_and_not_before(desk: Desk) -> None:
    desk.fetch("7106", "7106")
    desk.select("Job 7106,")
    desk.reader.press("Save selected")
    desk.reader.until_notice("Saved 1 file")
    ((file,),) = query(desk.profile, "SELECT file FROM pictures WHERE job_id = '7106'")
    (copy,) = desk.saved.iterdir()
    desk.reader.press("Remove", role="menu item")
    desk.reader.until_notice("Removed 1 job")
    desk.reader.until(lambda: "7106" not in str(desk.reader.items("Pictures")), "the tile to go")
    assert (desk.profile / file).is_file()
    desk.again()
    desk.program.until(lambda: not (desk.profile / file).exists(), "the file to go")
    trash = Path(os.environ["XDG_DATA_HOME"]) / "Trash" / "files"
    assert desk.served("7106") in [sha256(path) for path in trash.iterdir()]
    assert sha256(copy) == desk.served("7106")
    assert "7106" not in str(desk.reader.items("Jobs"))


def test_a_damaged_library_is_set_aside_with_a_notice_and_rebuilt_from_the_pictures(desk: Desk) -> None:
    desk.fetch("7109", "7109")
    desk.close()
    library = desk.profile / "library.sqlite3"
    damaged = b"not a library any more" + library.read_bytes()[22:]
    library.write_bytes(damaged)
    assert desk.program
    desk.reader.until_items("Pictures", "Job 7109, picture 1 of 1, ready", "Job 7101,")
    notice = desk.reader.until_notice("damaged")
    (aside,) = [file for file in every_file(desk.profile) if file != library and file.read_bytes() == damaged]
    assert str(aside) in notice
    desk.close()
