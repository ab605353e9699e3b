"""The API key from the first fetch on: asked for once, kept in the keyring, replaced safely, forgotten."""

import json
from collections.abc import Callable

import keyring
import pytest

from facegen_gui.identity import KEYRING_SERVICE
from facegen_gui.practice.server import PracticeService
from tests.end2end.at_spi import Accessible
from tests.end2end.program import Program

pytestmark = [pytest.mark.keyring, pytest.mark.screen, pytest.mark.accessibility]

Start = Callable[..., Program]
Read = Callable[[Program], Accessible]


def kept(service: PracticeService) -> str | None:
    return keyring.get_password(KEYRING_SERVICE, service.url)


def keys_sent(service: PracticeService) -> list[str]:
    return [json.loads(r.body)["key"] for r in service.requests if r.method == "POST"]


def enter_key(reader: Accessible, key: str) -> None:
    reader.wait_for("API key", role="password text", showing=True)
    reader.ask("type", "API key", role="password text", text=key)
    reader.press("Save key")


def test_the_first_fetch_asks_for_a_key_keeps_it_in_the_keyring_and_goes_on(
    service: PracticeService, start: Start, accessible: Read
) -> None:
    program = start()
    reader = accessible(program)
    reader.wait_for("Job IDs")
    reader.ask("type", "Job IDs", text="101 103")
    reader.press("Fetch")
    reader.until_window("API key")
    assert service.requests == ()
    enter_key(reader, f"  {service.key}\n")
    program.until_jobs({"101": "ready", "103": "ready"})
    reader.until_no_window("API key")
    assert kept(service) == service.key
    reader.until(lambda: "API key" not in reader.notice(), "the notice to go")
    reader.press("API key…", role="menu item")
    reader.press("Forget key")
    reader.wait_for("No key is stored yet.", showing=True)
    assert kept(service) is None
    assert program.close() == 0
    assert program.printed == ""


def test_a_wrong_key_is_asked_about_once_and_the_kept_one_stays_until_another_is_accepted(
    service: PracticeService, start: Start, accessible: Read
) -> None:
    keyring.set_password(KEYRING_SERVICE, service.url, "an-old-key-that-ended")
    jobs = [str(number) for number in range(9001, 9013)]
    program = start(*jobs)
    reader = accessible(program)
    enter_key(reader, "a-mistyped-key")
    reader.until_notice("does not accept this API key")
    # Who was on the way when the first refusal came was on the way; nobody else was sent.
    program.until(lambda: "a-mistyped-key" in keys_sent(service), "the mistyped key to be tried")
    assert kept(service) == "an-old-key-that-ended"
    assert len(keys_sent(service)) <= 8
    assert set(program.jobs().values()) == {"waiting"}
    # One dialog, not one for every job.
    reader.until(lambda: len(reader.ask("windows")) == 2, "the question to come again")

    def is_entered() -> bool:
        """The dialog that took the mistyped key may only be closing: then it is told again, as people do."""
        if service.key in keys_sent(service):
            return True
        if reader.ask("type", "API key", role="password text", text=service.key):
            reader.ask("press", "Save key")
        return False

    program.until(is_entered, "the right key to be tried")
    program.until_jobs(dict.fromkeys(jobs, "ready"))
    program.until(lambda: kept(service) == service.key, "the accepted key to be kept")
    assert program.close() == 0
