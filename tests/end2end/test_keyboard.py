"""Everything by keyboard alone: real keys, and what the window then says."""

import pytest

from tests.end2end.desk import Desk, sha256

pytestmark = [pytest.mark.keyring, pytest.mark.screen, pytest.mark.accessibility, pytest.mark.keyboard]

FACES = ("12202888", "12202889", "12202891")  # one picture each
VERDICTS = dict(zip(FACES, ("keep", "rejected", "maybe"), strict=True))
ROUND = [
    "Job IDs",
    "Paste",
    "Jobs",
    "Find pictures",
    "Newest first",
    "No groups",
    "Smaller pictures",
    "Size of pictures",
    "Larger pictures",
    "All",
]


def shown_save_button(desk: Desk) -> str:
    """Of the tile that the keyboard stands on, or of the large picture."""
    button = desk.reader.ask("find", "Save picture", starts=True, showing=True)
    return button["name"].removeprefix("Save picture ") if button else ""


def press(desk: Desk, *keys: str, until: str) -> None:
    desk.keyboard.press(*keys)
    desk.reader.until(lambda: shown_save_button(desk) == until, f"{until} after {keys}")


def until_tile(desk: Desk, *words: str) -> None:
    desk.reader.until_items("Pictures", *words)


def says(desk: Desk, face: str, word: str) -> bool:
    """Whether the face's tile says this word."""
    return any(f"Job {face}," in item and word in item for item in desk.reader.items("Pictures"))


def tab(desk: Desk) -> str:
    """Go one place on; its name."""
    before = desk.reader.focused()
    desk.keyboard.press("Tab")
    return str(desk.reader.until(lambda: _other(before, desk.reader.focused()), f"a place after {before}"))


def _other(before: str, now: str) -> str:
    return "" if now == before else now


@pytest.fixture(scope="module")
def faces(desk: Desk) -> Desk:
    """Typed, cut, pasted elsewhere and fetched."""
    assert desk.program
    reader, keyboard = desk.reader, desk.keyboard
    keyboard.into("Face Gen Viewer")
    assert reader.focused() == "Job IDs"
    keyboard.write(" ".join(FACES))
    reader.until(lambda: reader.wait_for("Fetch")["enabled"], "Fetch to be on")
    keyboard.press("ctrl+a", "ctrl+x", "Tab", "Tab")
    reader.until(lambda: reader.focused() == "Jobs", "the list of jobs to have the keyboard")
    assert not reader.wait_for("Fetch")["enabled"]
    keyboard.press("ctrl+v")
    reader.until(lambda: reader.ask("text", "Job IDs") == " ".join(FACES), "what was pasted to be in the box")
    assert reader.focused() == "Job IDs"
    keyboard.press("ctrl+Return")
    desk.program.until(lambda: desk.program.jobs() == dict.fromkeys(FACES, "ready"), "the pictures")
    until_tile(desk, *(f"Job {face}, picture 1 of 1, ready" for face in FACES))
    return desk


def test_tab_goes_through_the_window_as_the_eye_does_and_comes_back(faces: Desk) -> None:
    passed = [faces.reader.focused()]
    while len(passed) < 30:
        passed.append(tab(faces))
        if passed[-1] == passed[0]:
            break
    # A notice comes and goes by itself.
    passed = [place for place in passed if place != "Close this notice"]
    pictures = passed.index("Pictures")
    assert [each.partition(":")[0] for each in passed[:pictures]] == ROUND
    first = f"picture 1 of job {FACES[0]}"
    assert passed[pictures:] == [
        "Pictures",
        f"Save {first}",
        f"Select {first}",
        "Change save folder",
        "Open save folder",
        "Save all",
        "Job IDs",
    ]


def into_the_gallery(desk: Desk) -> None:
    desk.keyboard.into("Face Gen Viewer")
    while desk.reader.focused() != "Pictures":
        tab(desk)
    press(desk, "Home", until=f"1 of job {FACES[0]}")


def test_space_opens_too_and_control_s_saves_that_picture_alone(faces: Desk) -> None:
    into_the_gallery(faces)
    faces.keyboard.press("space")
    faces.reader.wait_for("Back to the gallery", showing=True)
    faces.keyboard.press("Escape")
    faces.reader.until(lambda: faces.reader.focused() == "Pictures", "the gallery to have the keyboard")
    faces.keyboard.press("ctrl+s")
    faces.reader.until_notice("Saved 1 file")
    (copy,) = faces.saved.iterdir()
    assert copy.name.startswith(f"{FACES[0]}_1.")
    assert sha256(copy) == faces.served(FACES[0])


def test_arrows_home_end_and_typed_ids_move_from_tile_to_tile(faces: Desk) -> None:
    into_the_gallery(faces)
    press(faces, "End", until=f"1 of job {FACES[2]}")
    press(faces, "Left", until=f"1 of job {FACES[1]}")
    press(faces, "Right", until=f"1 of job {FACES[2]}")
    press(faces, "Home", until=f"1 of job {FACES[0]}")
    faces.keyboard.write(FACES[1])
    faces.reader.until(lambda: shown_save_button(faces) == f"1 of job {FACES[1]}", "the ID that was typed")


def test_enter_opens_a_picture_arrows_go_on_digits_decide_and_escape_returns_to_the_same_tile(
    faces: Desk,
) -> None:
    reader = faces.reader
    into_the_gallery(faces)
    faces.keyboard.press("Return")
    reader.wait_for("Back to the gallery", showing=True)
    # The verdict brings the next face by itself.
    press(faces, "1", until=f"1 of job {FACES[1]}")
    press(faces, "3", until=f"1 of job {FACES[2]}")
    press(faces, "Left", until=f"1 of job {FACES[1]}")
    press(faces, "Right", until=f"1 of job {FACES[2]}")
    faces.keyboard.press("2", "Left")
    until_now = f"1 of job {FACES[1]}"
    reader.until(lambda: shown_save_button(faces) == until_now, "the picture before")
    faces.keyboard.press("Escape")
    reader.until(lambda: reader.focused() == "Pictures", "the gallery to have the keyboard")
    assert shown_save_button(faces) == until_now
    reader.until(lambda: all(says(faces, face, verdict) for face, verdict in VERDICTS.items()), f"{VERDICTS}")


def test_control_z_takes_a_star_and_a_removal_back(faces: Desk) -> None:
    reader, keyboard = faces.reader, faces.keyboard
    into_the_gallery(faces)
    press(faces, "End", until=f"1 of job {FACES[2]}")
    keyboard.press("ctrl+d")
    until_tile(faces, f"Job {FACES[2]}, picture 1 of 1, ready, not saved, starred")
    keyboard.press("ctrl+z")
    reader.until(lambda: "starred" not in " ".join(reader.items("Pictures")), "no star")
    keyboard.press("Delete")
    reader.until(lambda: len(reader.items("Pictures")) == len(reader.items("Jobs")) == 2, "the tile to go")
    assert "Removed 1 job" in reader.notice()
    keyboard.press("ctrl+z")
    until_tile(faces, *(f"Job {face}," for face in FACES))
    reader.until(lambda: "Removed" not in reader.notice(), "the notice to go, whose Undo is done")


def test_the_menu_key_opens_the_menu_of_the_tile(faces: Desk) -> None:
    into_the_gallery(faces)
    faces.keyboard.press("Menu", "Down", "Return")
    faces.reader.wait_for("Back to the gallery", showing=True)
    faces.keyboard.press("Escape")
    faces.reader.until(lambda: faces.reader.focused() == "Pictures", "the gallery to have the keyboard")


def test_f1_lists_the_shortcuts(faces: Desk) -> None:
    faces.keyboard.into("Face Gen Viewer")
    faces.keyboard.press("F1")
    faces.reader.until_window("Keyboard shortcuts")
    faces.keyboard.into("Keyboard shortcuts")
    faces.keyboard.press("Escape")
    faces.reader.until_no_window("Keyboard shortcuts")


def test_choices_are_there_after_a_restart_and_closing_says_nothing(faces: Desk) -> None:
    faces.again()
    faces.reader.until(
        lambda: all(says(faces, face, verdict) for face, verdict in VERDICTS.items()), f"{VERDICTS} again"
    )
    faces.close()
