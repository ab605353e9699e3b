"""What assistive technology is told: every part by its name, in every window."""

from collections import Counter
from typing import Any

import pytest

from tests.end2end.desk import Desk

pytestmark = [pytest.mark.keyring, pytest.mark.screen, pytest.mark.accessibility]

INTERACTIVE = frozenset(
    {
        "push button",
        "toggle button",
        "check box",
        "radio button",
        "text",
        "password text",
        "combo box",
        "slider",
        "spin button",
        "list",
        "tree",
        "table",
        "menu item",
        "page tab",
        "link",
    }
)
DIALOGS = {
    "API key…": "API key",
    "Settings…": "Settings",
    "Check-up…": "Check-up",
    "Copy diagnostics…": "Copy diagnostics",
    "Keyboard shortcuts": "Keyboard shortcuts",
    "About Face Gen Viewer": "About Face Gen Viewer",
    "Open text file…": "Open a list of job IDs",
    "Save as…": "Save picture as",
    "Contact sheet (PDF)…": "Contact sheet",
    "Print…": "Print pictures",
    "Label…": "Label of job 12202888",
}


PARTS = {
    "Job IDs": "text",
    "Fetch": "push button",
    "Jobs": "list",
    "Pictures": "list",
    "Save all": "push button",
    "Save selected": "push button",
    "Progress": "progress bar",
    "Notice": "filler",
}


@pytest.fixture(scope="module")
def fetched(desk: Desk) -> Desk:
    """With two pictures and a failed job."""
    desk.fetch("12202888, 12202889", "12202888", "12202889")
    desk.fetch("111", "111", state="failed")
    return desk


def nameless(nodes: list[dict[str, Any]]) -> list[str]:
    # The list that drops out of a box is called by the box.
    own = [n for n in nodes if n["role"] in INTERACTIVE and n["parents"][-1:] != ["combo box"]]
    assert own
    return [f"{n['role']} in {n['parents']}" for n in own if not n["name"].strip() and n["showing"]]


def test_each_part_of_the_window_has_its_name_and_nothing_else_has_it(desk: Desk) -> None:
    nodes = desk.reader.everything()
    assert {name: [n["role"] for n in nodes if n["name"] == name] for name in PARTS} == {
        name: [role] for name, role in PARTS.items()
    }


def test_what_there_is_nothing_for_is_off(desk: Desk) -> None:
    for name in ("Fetch", "Save all", "Save selected"):
        assert not desk.reader.wait_for(name)["enabled"], name


def test_no_button_box_or_list_of_the_window_is_without_a_name_and_no_two_are_called_the_same(
    fetched: Desk,
) -> None:
    shown = [n for n in fetched.reader.everything() if n["showing"]]
    assert nameless(shown) == []
    pressed = Counter((n["role"], n["name"]) for n in shown if n["role"] in INTERACTIVE)
    assert [each for each, count in pressed.items() if count > 1] == []


@pytest.mark.parametrize("command", DIALOGS)
def test_no_button_box_or_list_of_a_dialog_is_without_a_name(fetched: Desk, command: str) -> None:
    reader, title = fetched.reader, DIALOGS[command]
    fetched.select("Job 12202888,")
    reader.press(command, role="menu item")
    reader.until_window(title)
    nodes = reader.everything(title)
    fetched.keyboard.into(title)
    fetched.keyboard.press("Escape")
    reader.until_no_window(title)
    assert nameless(nodes) == []


def test_no_button_of_viewer_and_comparison_is_without_a_name(fetched: Desk) -> None:
    reader = fetched.reader
    fetched.keyboard.into("Face Gen Viewer")
    for command, closed in (("Open", "Slideshow"), ("Compare", "One over the other")):
        reader.press("Select all", role="menu item")
        reader.press(command, role="menu item")
        reader.wait_for(closed, role="check box", showing=True)
        assert nameless(reader.everything()) == []
        fetched.keyboard.press("Escape")
        reader.until(lambda: reader.ask("find", "Pictures", showing=True), "the gallery")
