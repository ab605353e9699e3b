"""Three hundred tiles, most of them scrolled out of sight: each is told, reached and saved all the same."""

import re

import pytest

from tests.bench.filled_library import fill
from tests.end2end.desk import Desk, sha256
from tests.end2end.program import query

pytestmark = [pytest.mark.keyring, pytest.mark.screen, pytest.mark.accessibility]

TILES = 300


@pytest.fixture(scope="module")
def full(desk: Desk) -> Desk:
    fill(desk.profile, desk.service.url, TILES)
    reader = desk.reader
    reader.until(lambda: len(reader.items("Pictures")) == TILES, "all tiles")
    return desk


def test_every_tile_and_every_row_says_what_it_shows(full: Desk) -> None:
    tiles, rows = full.reader.items("Pictures"), full.reader.items("Jobs")
    assert len(tiles) == len(rows) == TILES
    assert all(re.fullmatch(r"Job \d+, picture 1 of 1, ready, not saved", tile) for tile in tiles)
    assert all(re.match(r"Job \d+, ready, 1 picture\b", row) for row in rows)


def test_the_last_tile_is_reached_by_selecting_it_and_saved_by_its_button(full: Desk) -> None:
    reader = full.reader
    last = reader.items("Pictures")[-1].split()[1].rstrip(",")
    assert reader.ask("select", "Pictures", index=TILES - 1)
    button = reader.wait_for(f"Save picture 1 of job {last}", showing=True)
    assert (button["role"], button["enabled"]) == ("push button", True)
    assert reader.wait_for(f"Select picture 1 of job {last}", showing=True)["role"] == "check box"
    reader.press_once_shown(f"Save picture 1 of job {last}")
    reader.until(lambda: "not saved" not in reader.items("Pictures")[-1], "the tile to say that it is saved")
    ((file, kept),) = query(full.profile, f"SELECT file, sha256 FROM pictures WHERE job_id = '{last}'")
    (copy,) = full.saved.iterdir()
    assert copy.name.startswith(f"{last}_1.")
    assert sha256(copy) == kept == sha256(full.profile / file)
