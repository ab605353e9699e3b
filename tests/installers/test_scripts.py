"""What can be told about the packaging without building anything: fast, part of every test run."""

import re
import subprocess
import sys
import tomllib
from configparser import ConfigParser
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name
from pytestqt.qtbot import QtBot

from facegen_gui import __version__
from packaging.requirements import Requirement
from tests.installers.built import ROOT

PACKAGING = ROOT / "packaging"


def script(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(PACKAGING / name), *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_icon_files_are_made_from_the_svg() -> None:
    checked = script("icons.py", "--check")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_what_is_new_in_this_version_is_written_down() -> None:
    newest = tomllib.loads((PACKAGING / "releases.toml").read_text(encoding="utf-8"))["release"][0]
    assert newest["version"] == __version__
    assert newest["news"]


def test_every_library_of_the_program_is_pinned_with_hashes_for_every_system() -> None:
    import requirements

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [Requirement(line) for line in project["dependencies"]]
    for system in ("linux", "windows", "macos"):
        for python in ("3.11", "3.12", "3.13"):
            pinned = {pin.name: pin for pin in requirements.pins() if pin.wanted_for(system, python)}
            named = {"sys_platform": requirements.PLATFORMS[system], "python_version": python}
            for requirement in wanted:
                if requirement.marker is not None and not requirement.marker.evaluate(named):
                    continue
                pin = pinned[canonicalize_name(requirement.name)]
                assert requirement.specifier.contains(pin.version)
                assert pin.hashes
            assert ("pywin32-ctypes" in pinned) is (system == "windows")


def test_no_index_is_named_in_the_constraints() -> None:
    text = (PACKAGING / "constraints.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index-url" not in text


@pytest.mark.parametrize(
    ("destination", "kept"),
    [
        ("PySide6/Qt6Core.dll", True),
        ("PySide6/Qt6Quick.dll", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6/plugins/tls/qschannelbackend.dll", False),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/lib/libQt6Qml.so.6", False),
        ("PySide6/Qt/lib/libicudata.so.73", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/imageformats/libqtiff.so", False),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtbase_ko.qm", False),
        ("libxcb-cursor.so.0", True),
        ("libglib-2.0.so.0", False),
        ("libssl.so.3", False),
        ("libz.so.1", False),
        ("libexpat.so.1", False),
        ("libpython3.11.so.1.0", True),
        ("keyring-25.7.0.dist-info/entry_points.txt", True),
        ("keyring-25.7.0.dist-info/RECORD", False),
        ("certifi/cacert.pem", False),
        ("keyring/backends/Windows.py", True),
    ],
)
def test_only_what_the_program_needs_is_kept(destination: str, kept: bool) -> None:
    import trimming

    assert trimming.is_kept(destination, ("de",)) is kept


def test_the_small_icu_archive_reads_back_with_the_kept_items_only() -> None:
    from linux import icu_data

    header = b"\x20\x00\xda\x27" + bytes(6) + b"\x00\x00CmnD" + bytes(16)
    items = [
        ("icu/coll/root.res", b"sorting"),
        ("icu/translit/root.res", b"letters"),
        ("icu/nfkc.nrm", b"forms"),
    ]
    library = b"\x7fELF...." + icu_data.write_archive(header, items) + bytes(16)
    read_header, read = icu_data.read_archive(library)
    assert read_header == header
    assert [name for name, _ in read] == [name for name, _ in items]
    assert [data.rstrip(b"\xaa\x00") for _, data in read] == [data for _, data in items]
    assert [name for name, _ in read if icu_data.is_kept(name.partition("/")[2])] == [
        items[0][0],
        items[2][0],
    ]


def test_an_unknown_word_builds_nothing_and_is_told() -> None:
    told = script("build.py", "floppy")
    assert told.returncode == 2
    assert "deb" in told.stderr


def test_windows_gets_four_numbers_whatever_the_version() -> None:
    import product

    assert product.version_tuple("1.2") == (1, 2, 0, 0)
    assert product.version_tuple("1.2.3rc1") == (1, 2, 3, 0)


def test_the_manual_page_knows_every_option() -> None:
    help_text = subprocess.run(
        [sys.executable, "-m", "facegen_gui", "--help"], capture_output=True, text=True, check=True
    ).stdout
    page = (PACKAGING / "linux" / "facegen-gui.1").read_text(encoding="utf-8").replace("\\-", "-")
    for option in set(re.findall(r"--[a-z-]+", help_text)):
        assert option in page


def test_debian_package_lists_hold_names_only() -> None:
    for file in (PACKAGING / "debian-packages.txt", Path(ROOT / "tests" / "debian-packages.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            assert re.fullmatch(r"(#.*|[a-z0-9][a-z0-9.+-]+)?", line), line


def test_the_builder_s_folders_give_way_without_moving_anything() -> None:
    from linux import elf

    before, after = elf.neutral("/home/anna/.pyenv/versions/3.11.7")
    assert (before, len(after)) == (b"/home/anna/.pyenv/versions/", len(before))
    assert after.startswith(b"/usr/local/")
    assert set(after.removeprefix(b"/usr/local")) == {ord("/")}
    for prefix in ("/usr", "/usr/local", "/opt/py"):
        before, after = elf.neutral(prefix)
        assert before == after


def test_a_library_that_needs_a_newer_system_than_promised_is_seen() -> None:
    import product
    from linux import elf

    told = (
        "0000000000000000      DF *UND*\t0000000000000000 (GLIBC_2.4)  __stack_chk_fail\n"
        "0000000000000000      DF *UND*\t0000000000000000 (GLIBC_2.36) arc4random_buf\n"
        "0000000000006d40 g    DF .text\t00000000000000b5  GLIBC_2.99  own\n"
    )
    assert elf.newest_glibc(told) == (2, 36) > product.GLIBC
    assert elf.newest_glibc("no dynamic symbols") < product.GLIBC
    assert ".".join(map(str, product.GLIBC)) in (PACKAGING / "README.md").read_text(encoding="utf-8")


def test_a_library_that_others_use_as_well_gets_a_name_of_its_own() -> None:
    import trimming
    from linux import elf

    assert elf.own_name("libffi.so.8") == "libfacegen-gui-ffi.so.8"
    assert not trimming.matches(elf.own_name("libffi.so.8"), trimming.SYSTEM_LIBRARIES)


@pytest.mark.screen
def test_the_menu_entry_knows_the_window_and_leads_to_practice(qtbot: QtBot) -> None:
    from linux import deb

    entry = ConfigParser(interpolation=None)
    entry.read_string(deb.filled("program.desktop"))
    assert entry["Desktop Action practice"]["Exec"] == "facegen-gui --demo"
    shown = (
        "from facegen_gui.app import make_application; from PySide6.QtWidgets import QWidget; "
        "qt = make_application(); window = QWidget(); window.show(); print(int(window.winId()), flush=True); "
        "qt.exec()"
    )
    with subprocess.Popen([sys.executable, "-c", shown], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        window = program.stdout.readline().strip()
        named = ["xdotool", "search", "--class", f"^{entry['Desktop Entry']['StartupWMClass']}$"]
        found = subprocess.run(named, capture_output=True, text=True)
        program.terminate()
    assert window in found.stdout.split()


def test_the_notice_says_of_every_part_where_its_text_is(tmp_path: Path) -> None:
    import third_party

    lines = third_party.collect("windows", tmp_path)
    assert any("Microsoft" in line for line in lines)
    for line in lines:
        named = re.search(r"\(([\w.-]+\.txt)\)$", line)
        assert (tmp_path / named[1]).is_file() if named else "not in this folder, but at https://" in line
