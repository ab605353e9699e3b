"""Preferences come back as they were set; broken files and wrong values cost only themselves."""

import stat
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from facegen_gui.domain.failures import FaceGenError, FailureKind
from facegen_gui.domain.network import NetworkSettings, ProxyMode
from facegen_gui.domain.preferences import ColourScheme, Grouping, Preferences, SortOrder
from facegen_gui.domain.saves import Conflict, SaveFormat, SaveOptions
from facegen_gui.identity import DEFAULT_SERVER
from facegen_gui.storage.profile import Profile
from facegen_gui.storage.settings import Settings
from tests.unit.storage.conftest import fill, read_only


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    return tmp_path / "policy.ini"


@pytest.fixture
def settings(profile: Profile, policy: Path) -> Settings:
    return Settings(profile, [policy])


def _everything(tmp_path: Path) -> Preferences:
    """With nothing as it is built in."""
    return Preferences(
        NetworkSettings(
            "https://faces.example.com/api",
            concurrency=2,
            proxy_mode=ProxyMode.manual,
            proxy_url="http://anna:p%40ss%%@proxy.example.com:3128",
            extra_ca_file=str(tmp_path / "ca = company.pem"),
        ),
        SaveOptions(
            tmp_path / "Bilder; ä # 100%",
            pattern="{label}_{number} = {id}",
            batch_folders=True,
            format=SaveFormat.jpeg,
            quality=75,
            clean=True,
            conflict=Conflict.skip,
        ),
        auto_save_folder=tmp_path / "auto",
        colour_scheme=ColourScheme.dark,
        language="pt-BR",
        tile_edge=256,
        sort=SortOrder.label,
        grouping=Grouping.batch,
        notify=False,
        geometry="AdnQywADAAA+/w==",
        splitter="AAAA/w==",
        key_store="GNOME Keyring",
    )


def test_without_files_everything_is_as_built_in(settings: Settings, profile: Profile) -> None:
    preferences = settings.load()
    assert preferences == Preferences(NetworkSettings(DEFAULT_SERVER), SaveOptions(profile.save_folder))
    assert (settings.failures, settings.locked.names) == ((), frozenset())
    assert not profile.settings_file.exists()


def test_everything_comes_back_as_it_was_saved(settings: Settings, profile: Profile, tmp_path: Path) -> None:
    wanted = _everything(tmp_path)
    settings.load()
    settings.save(wanted)
    again = Settings(profile, [])
    assert again.load() == wanted
    assert again.failures == ()
    again.save(replace(wanted, auto_save_folder=None, geometry=""))
    assert Settings(profile, []).load() == replace(wanted, auto_save_folder=None, geometry="")


def test_the_file_can_be_read_by_a_person_and_by_nobody_else(
    settings: Settings, profile: Profile, tmp_path: Path
) -> None:
    settings.load()
    settings.save(_everything(tmp_path))
    text = profile.settings_file.read_text(encoding="utf-8")
    assert "[saving]\n" in text
    assert "proxy = manual\n" in text
    assert "notify = no\n" in text
    if sys.platform != "win32":
        assert stat.S_IMODE(profile.settings_file.stat().st_mode) == 0o600
    assert [path.name for path in profile.root.iterdir()] == ["settings.ini"]


def test_wrong_values_fall_back_one_by_one(settings: Settings, profile: Profile) -> None:
    profile.root.mkdir()
    profile.settings_file.write_text(
        "[network]\nserver = http://faces.example.com\nconcurrency = 9\nproxy = sometimes\nproxy_url = x\n"
        "[saving]\nsave_folder = relative\nquality = many\nname_pattern = {nothing}\nformat = tiff\n"
        "[window]\ncolours = dark\ntile_size = -1\nlanguage = <b>\ngeometry = ~~\nnotify = perhaps\n",
        encoding="utf-8",
    )
    built_in = Preferences(NetworkSettings(DEFAULT_SERVER), SaveOptions(profile.save_folder))
    assert settings.load() == replace(built_in, colour_scheme=ColourScheme.dark)


def test_names_that_are_not_known_stay_in_the_file(settings: Settings, profile: Profile) -> None:
    profile.root.mkdir()
    profile.settings_file.write_text("[window]\nof_the_future = yes\n[other]\nname = 1\n", encoding="utf-8")
    preferences = settings.load()
    settings.save(replace(preferences, tile_edge=99))
    text = profile.settings_file.read_text(encoding="utf-8")
    assert "of_the_future = yes" in text
    assert "[other]\nname = 1" in text
    assert "tile_size = 99" in text


def test_a_file_with_a_byte_order_mark_is_read(settings: Settings, profile: Profile) -> None:
    profile.root.mkdir()
    profile.settings_file.write_text("[window]\ncolours = light\n", encoding="utf-8-sig")
    assert settings.load().colour_scheme is ColourScheme.light


def test_choices_in_a_file_that_was_unreadable_for_a_while_are_not_lost(
    settings: Settings, profile: Profile
) -> None:
    profile.settings_file.mkdir(parents=True)
    preferences = settings.load()
    assert [failure.kind for failure in settings.failures] == [FailureKind.settings_damaged]
    profile.settings_file.rmdir()
    profile.settings_file.write_text("[window]\ncolours = dark\ntile_size = 50\n", encoding="utf-8")
    settings.save(replace(preferences, tile_edge=99))
    preferences = settings.load()
    assert (preferences.colour_scheme, preferences.tile_edge) == (ColourScheme.dark, 99)


def test_what_stays_unreadable_is_set_aside_and_not_written_over(
    settings: Settings, profile: Profile
) -> None:
    profile.settings_file.mkdir(parents=True)
    (profile.settings_file / "kept").touch()
    settings.save(replace(settings.load(), tile_edge=99))
    assert settings.load().tile_edge == 99
    (aside,) = profile.root.glob("settings.ini.damaged-*")
    assert (aside / "kept").exists()


@pytest.mark.parametrize("broken", [b"no section\n", b"\0\1\2\3[", b"[window]\n[window]\n", b"[a]\nx\n"])
def test_a_broken_file_is_set_aside_with_its_content(
    settings: Settings, profile: Profile, broken: bytes
) -> None:
    profile.root.mkdir()
    profile.settings_file.write_bytes(broken)
    preferences = settings.load()
    assert preferences.network.server == DEFAULT_SERVER
    (failure,) = settings.failures
    assert failure.kind is FailureKind.settings_damaged
    assert Path(failure.path) != profile.settings_file
    assert Path(failure.path).read_bytes() == broken
    settings.save(replace(preferences, tile_edge=99))
    assert settings.load().tile_edge == 99
    assert settings.failures == ()


def test_a_preset_holds_until_a_person_chooses_otherwise(settings: Settings, policy: Path) -> None:
    policy.write_text("[default]\nconcurrency = 2\n", encoding="utf-8")
    preferences = settings.load()
    assert preferences.network.concurrency == 2
    assert settings.locked.names == frozenset()
    settings.save(replace(preferences, tile_edge=99))
    policy.write_text("[default]\nconcurrency = 3\n", encoding="utf-8")
    preferences = settings.load()
    assert preferences.network.concurrency == 3
    settings.save(replace(preferences, network=replace(preferences.network, concurrency=7)))
    assert settings.load().network.concurrency == 7


def test_what_is_locked_holds_whatever_a_person_chose_and_is_not_written_over(
    settings: Settings, profile: Profile, policy: Path, tmp_path: Path
) -> None:
    preferences = settings.load()
    settings.save(replace(preferences, network=replace(preferences.network, server="https://mine.example")))
    policy.write_text(
        f"[locked]\nserver = https://ours.example/api/\nauto_save_folder =\nsave_folder = {tmp_path}\n",
        encoding="utf-8",
    )
    preferences = settings.load()
    assert preferences.network.server == "https://ours.example/api"
    assert preferences.save.folder == tmp_path
    assert settings.locked.names == {"server", "auto_save_folder", "save_folder"}
    assert settings.locked.origin == str(policy)
    settings.save(replace(preferences, auto_save_folder=tmp_path, tile_edge=99))
    assert settings.load().auto_save_folder is None
    policy.unlink()
    preferences = settings.load()
    assert (preferences.network.server, preferences.tile_edge) == ("https://mine.example", 99)
    assert settings.locked.names == frozenset()


def test_every_network_setting_and_folder_can_be_locked(
    settings: Settings, policy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OFFICE", str(tmp_path))
    policy.write_text(
        "[LOCKED]\nserver = https://ours.example\nconcurrency = 1\nproxy = manual\n"
        "proxy_url = http://proxy:8080\nextra_ca_file = $OFFICE/ca.pem\nsave_folder = $OFFICE/faces\n"
        "auto_save_folder = ~/auto\n",
        encoding="utf-8",
    )
    preferences = settings.load()
    assert settings.failures == ()
    assert len(settings.locked.names) == 7
    assert preferences.network == NetworkSettings(
        "https://ours.example", 1, ProxyMode.manual, "http://proxy:8080", str(tmp_path / "ca.pem")
    )
    assert preferences.save.folder == tmp_path / "faces"
    assert preferences.auto_save_folder == Path.home() / "auto"


def test_a_server_of_the_policy_that_is_not_safe_is_refused_and_told(
    settings: Settings, policy: Path
) -> None:
    policy.write_text("[locked]\nserver = http://ours.example\nconcurrency = 2\n", encoding="utf-8")
    preferences = settings.load()
    assert preferences.network.server == DEFAULT_SERVER
    assert settings.locked.names == {"concurrency"}
    (failure,) = settings.failures
    assert failure.path == str(policy)
    assert "server" in failure.detail


@pytest.mark.parametrize(
    "broken",
    [
        b"server = x\n",
        b"\xff\xfe[\0l\0",
        b"[locked]\nservr = https://ours.example\n",
        b"[loked]\nserver = https://ours.example\n",
        b"[locked]\ntile_size = 10\n",
        b"[default]\nsave_folder = here\n",
    ],
)
def test_a_broken_policy_is_told_and_not_ignored(settings: Settings, policy: Path, broken: bytes) -> None:
    policy.write_bytes(broken)
    settings.load()
    (failure,) = settings.failures
    assert (failure.kind, failure.path) == (FailureKind.policy_damaged, str(policy))
    assert failure.detail
    assert settings.locked.names == frozenset()
    assert policy.read_bytes() == broken


def test_a_policy_that_cannot_be_read_is_told(settings: Settings, policy: Path) -> None:
    policy.mkdir()
    settings.load()
    assert [failure.path for failure in settings.failures] == [str(policy)]


def test_a_disk_that_takes_nothing_is_told_and_the_old_settings_stay(
    small_disk: Callable[[str], Path],
) -> None:
    disk = small_disk("64k")
    profile = Profile.at(disk)
    settings = Settings(profile, [])
    preferences = replace(settings.load(), tile_edge=99)
    settings.save(preferences)
    ballast = fill(disk)
    with pytest.raises(FaceGenError) as caught:
        settings.save(replace(preferences, tile_edge=100))
    assert caught.value.failure.kind is FailureKind.disk_full
    assert settings.load() == preferences
    ballast.unlink()
    assert [path.name for path in disk.iterdir()] == ["settings.ini"]
    read_only(disk)
    with pytest.raises(FaceGenError) as caught:
        settings.save(replace(preferences, tile_edge=100))
    assert caught.value.failure.kind is FailureKind.folder_not_writable
