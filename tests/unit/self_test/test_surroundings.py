"""Each check of the surroundings says what it found, and fails with words when it is not well."""

import threading
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.null import Keyring as NoKeyring
from pytestqt.qtbot import QtBot

from facegen_gui.self_test import surroundings
from facegen_gui.self_test.check import Check, CheckFailedError, perform


@pytest.fixture
def no_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def empty_resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    folder = tmp_path / "facegen_gui" / "_resources"
    for name in ("icons", "translations"):
        (folder / name).mkdir(parents=True)
    return folder


def test_the_program_has_its_files(qtbot: QtBot) -> None:
    assert surroundings.find_resources().endswith(" icons")
    assert surroundings.find_translations()


def test_missing_and_broken_files_are_named(qtbot: QtBot, empty_resources: Path) -> None:
    with pytest.raises(CheckFailedError, match="no icons"):
        surroundings.find_resources()
    with pytest.raises(CheckFailedError, match="no translations"):
        surroundings.find_translations()
    (empty_resources / "translations" / "facegen_gui_xx.qm").write_bytes(b"no translation")
    with pytest.raises(CheckFailedError, match=r"facegen_gui_xx\.qm cannot be read"):
        surroundings.find_translations()


def test_every_format_is_written_and_read(qtbot: QtBot, tmp_path: Path) -> None:
    assert "WebP" in surroundings.find_formats(tmp_path)


def test_the_certificates_of_the_system_are_counted() -> None:
    assert "certificates" in surroundings.find_certificates()


def test_a_computer_without_certificates_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surroundings, "_count_certificates", lambda: 0)
    with pytest.raises(CheckFailedError, match="ca-certificates"):
        surroundings.find_certificates()


@pytest.mark.keyring
def test_the_real_keyring_keeps_and_forgets_an_entry() -> None:
    assert surroundings.find_keyring() == "GNOME Keyring"


def test_a_source_tree_may_do_without_a_keyring(no_keyring: None) -> None:
    assert "for the session only" in surroundings.find_keyring()


def test_a_built_program_may_not(no_keyring: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    with pytest.raises(CheckFailedError, match="missing"):
        surroundings.find_keyring()
    assert "for the session only" in surroundings.find_keyring(is_practice=True)  # which needs no key


def test_a_keyring_that_never_answers_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = threading.Event()
    monkeypatch.setattr(surroundings, "KEYRING_PATIENCE", 0.01)
    monkeypatch.setattr(surroundings, "_try_keyring", answer.wait)
    assert "timed out" in surroundings.find_keyring()
    answer.set()


def test_the_database_keeps_what_it_is_given(tmp_path: Path) -> None:
    assert surroundings.find_database(tmp_path)


def test_an_error_that_nobody_foresaw_is_a_line_too() -> None:
    def fail() -> str:
        raise KeyError("x")

    assert perform(Check("thing", fail)) == (False, "FAIL thing: KeyError: 'x'. Please report this line.")
    assert perform(Check("thing", lambda: "found")) == (True, "ok   thing: found")
