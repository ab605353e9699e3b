"""What the first paint is told of the settings is what the settings say."""

from dataclasses import replace
from pathlib import Path

import pytest

from facegen_gui.domain.preferences import ColourScheme
from facegen_gui.storage.first_look import FirstLook, first_look
from facegen_gui.storage.profile import Profile
from facegen_gui.storage.settings import Settings


def test_what_was_saved_is_seen_at_first_look(tmp_path: Path) -> None:
    profile = Profile.at(tmp_path)
    settings = Settings(profile, ())
    settings.save(
        replace(
            settings.load(),
            colour_scheme=ColourScheme.dark,
            language="pt-BR",
            geometry="AdnQywADAAA=",
            splitter="x/+9==",
        )
    )
    assert first_look(profile.settings_file) == FirstLook("dark", "pt-BR", "AdnQywADAAA=", "x/+9==")


def test_what_was_never_chosen_is_empty(tmp_path: Path) -> None:
    profile = Profile.at(tmp_path)
    assert first_look(profile.settings_file) == FirstLook()
    settings = Settings(profile, ())
    settings.save(replace(settings.load(), key_store="geometry = elsewhere"))
    assert first_look(profile.settings_file) == FirstLook()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\0", b"[window", b"colours = dark", b"[window]\n=\n\n;x"])
def test_a_damaged_file_says_nothing(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.ini"
    file.write_bytes(content)
    assert first_look(file) == FirstLook()


def test_a_folder_in_its_place_says_nothing(tmp_path: Path) -> None:
    assert first_look(tmp_path) == FirstLook()
