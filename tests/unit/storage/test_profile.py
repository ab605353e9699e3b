"""Places of a profile, and the way between a picture's `file` and the disk."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QStandardPaths
from pytestqt.qtbot import QtBot

from facegen_gui.identity import NAME
from facegen_gui.storage.policy import standard_policy_files
from facegen_gui.storage.profile import Profile

Places = QStandardPaths.StandardLocation


def test_a_profile_in_one_folder_keeps_everything_there(tmp_path: Path) -> None:
    profile = Profile.at(tmp_path)
    assert {
        "settings.ini": profile.settings_file,
        "library.sqlite3": profile.library_file,
        "pictures": profile.pictures,
        "thumbnails": profile.thumbnails,
        "logs/facegen-gui.log": profile.log_file,
        "saved": profile.save_folder,
    } == {name: tmp_path / name for name in ("settings.ini", "library.sqlite3", "pictures", "thumbnails")} | {
        "logs/facegen-gui.log": tmp_path / "logs" / "facegen-gui.log",
        "saved": tmp_path / "saved",
    }


def test_a_relative_folder_is_made_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert Profile.at(Path("here")).root == tmp_path / "here"


def test_the_standard_places_are_those_of_qt(qtbot: QtBot) -> None:
    names = QCoreApplication.applicationName(), QCoreApplication.organizationName()
    QCoreApplication.setApplicationName(NAME)
    QCoreApplication.setOrganizationName("")
    try:
        profile = Profile.standard()
        for place, path in {
            Places.AppLocalDataLocation: profile.root,
            Places.AppConfigLocation: profile.settings_file.parent,
            Places.PicturesLocation: profile.save_folder.parent,
        }.items():
            assert Path(QStandardPaths.writableLocation(place)) == path
        assert Path(QStandardPaths.writableLocation(Places.CacheLocation)) in profile.thumbnails.parents
        assert profile.library_file.parent == profile.root
    finally:
        QCoreApplication.setApplicationName(names[0])
        QCoreApplication.setOrganizationName(names[1])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('XDG_PICTURES_DIR="$HOME/Bilder"', "/home/anna/Bilder"),
        ('XDG_PICTURES_DIR="/data/Anna\\"s"', '/data/Anna"s'),
        ('#XDG_PICTURES_DIR="$HOME/x"', "/home/anna/Pictures"),
        ('XDG_PICTURES_DIR="relative"', "/home/anna/Pictures"),
        ('XDG_PICTURES_DIR="$HOME"', "/home/anna"),
    ],
)
def test_a_translated_pictures_folder_is_found(tmp_path: Path, line: str, expected: str) -> None:
    (tmp_path / "user-dirs.dirs").write_text(f"# made by xdg-user-dirs\n{line}\n")
    environment = {"HOME": "/home/anna", "XDG_CONFIG_HOME": str(tmp_path)}
    assert Profile.standard("linux", environment).save_folder == Path(expected) / NAME


def test_a_relative_xdg_folder_is_ignored() -> None:
    environment = {"HOME": "/home/anna", "XDG_DATA_HOME": "data"}
    assert Profile.standard("linux", environment).root == Path("/home/anna/.local/share") / NAME


def test_windows_keeps_the_library_out_of_the_roaming_profile() -> None:
    environment = {"USERPROFILE": "/Users/anna", "LOCALAPPDATA": "/Users/anna/AppData/Local"}
    profile = Profile.standard("win32", environment)
    assert profile.library_file == Path("/Users/anna/AppData/Local") / NAME / "library.sqlite3"


def test_macos_has_places_of_its_own() -> None:
    profile = Profile.standard("darwin", {"HOME": "/Users/anna"})
    assert profile.root == Path("/Users/anna/Library/Application Support") / NAME
    assert profile.logs == Path("/Users/anna/Library/Logs") / NAME


@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        ("linux", "/etc/facegen-gui/policy.ini"),
        ("darwin", "/Library/Application Support/Face Gen Viewer/policy.ini"),
        ("win32", "/ProgramData/Face Gen Viewer/policy.ini"),
    ],
)
def test_the_policy_has_one_place_on_every_system(platform: str, expected: str) -> None:
    (file,) = standard_policy_files(platform, {"PROGRAMDATA": "/ProgramData"})
    assert file == Path(expected)


def test_a_file_leads_to_the_disk_and_back(tmp_path: Path) -> None:
    profile = Profile.at(tmp_path)
    path = profile.pictures / "server" / "1_1.png"
    assert profile.relative(path) == "pictures/server/1_1.png"
    assert profile.absolute("pictures/server/1_1.png") == path


@pytest.mark.parametrize("file", ["", "../x", "/etc/passwd", "pictures/../../x", "C:/x", "a\\..\\b"])
def test_a_file_that_leads_out_of_the_profile_is_refused(tmp_path: Path, file: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(file)}$"):
        Profile.at(tmp_path).absolute(file)
