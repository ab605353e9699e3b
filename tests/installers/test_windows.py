"""The Windows installer, run in a real Windows environment (Wine): every promise of packaging/README.md."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from facegen_gui.practice.server import PracticeService
from tests.installers.built import ARTEFACTS, PREVIOUS_VERSION
from tests.installers.licences import assert_licences
from tests.installers.self_test_output import assert_all_well

pytestmark = [pytest.mark.installer, pytest.mark.screen, pytest.mark.timeout(1500)]
JOBS = ("101", "102", "103")


@pytest.fixture
def machine(setup: Path, tmp_path: Path) -> Iterator:
    # packaging/ is importable only once the conftest has said where it is.
    from tests.installers.windows_machine import WindowsMachine

    machine = WindowsMachine(tmp_path)
    yield machine
    machine.stop()
    shutil.rmtree(tmp_path, ignore_errors=True)


def test_a_silent_install_passes_its_self_test_and_uninstalls_without_a_trace(
    machine, setup, version
) -> None:
    before = machine.listing()
    # Wine takes the shortcut's AppUserModelID without keeping it, and says so in its own log.
    installed = machine.wine.run([setup, "/S"], env={"WINEDEBUG": "fixme+shell"})
    assert installed.returncode == 0
    assert b"propertystore_SetValue" in installed.stderr
    assert b"propertystore_Commit" in installed.stderr
    assert machine.start_menu.exists()
    practice = machine.start_menu.with_name("Face Gen Viewer (practice).lnk").read_bytes()
    assert "--demo".encode("utf-16-le") in practice
    assert_licences(machine.program.parent / "_internal" / "licences")
    machine.wine.wait()

    entry = machine.apps_entry()
    for line in (
        '"DisplayName"="Face Gen Viewer"',
        f'"DisplayVersion"="{version}"',
        '"Publisher"=',
        '"EstimatedSize"=',
    ):
        assert line in entry

    told = machine.run([machine.program, "--version"])
    assert told.stdout.decode().strip() == f"Face Gen Viewer {version}"

    report = ARTEFACTS / "windows-self-test"
    shutil.rmtree(report, ignore_errors=True)
    test = machine.run(
        [
            machine.program,
            "--self-test",
            "--report",
            machine.wine.windows_path(report),
            "-platform",
            "windows",
        ]
    )
    assert_all_well(
        test.returncode,
        test.stdout.decode("utf-8"),
        test.stderr.decode("utf-8"),
        "Windows Credential Manager",
    )
    assert "windows" in test.stdout.decode("utf-8")

    assert machine.uninstall() == 0
    assert machine.apps_entry() == ""
    assert machine.listing() - before == set()


def test_practice_mode_shows_faces_in_a_real_window(machine, setup, qtbot: QtBot) -> None:
    from tests.installers.windows_machine import until

    assert machine.run([setup, "/S"]).returncode == 0
    program = machine.start(
        [machine.program, "--demo", "12202888", "101", "102", "103", "104", "-platform", "windows"]
    )
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    file = ARTEFACTS / "windows-practice.png"
    until(lambda: program.process.poll() is not None or colours(screenshot()) > 2000, "faces on the screen")
    assert program.process.poll() is None, program.output + program.errors
    assert screenshot().save(str(file))
    machine.close_program()
    assert program.wait(30) == 0
    assert program.output + program.errors == b""


def test_an_upgrade_waits_for_the_open_window_and_keeps_library_and_key(
    machine, previous_setup, setup, version
) -> None:
    from tests.installers.windows_machine import until

    before = machine.listing()
    assert machine.run([previous_setup, "/S"]).returncode == 0
    assert PREVIOUS_VERSION in machine.run([machine.program, "--version"]).stdout.decode()
    with PracticeService(key="Only-For-These-Tests-0123456789") as service:
        machine.keep_key(service.url, service.key)
        program = machine.start([machine.program, "--server", service.url, *JOBS, "-platform", "windows"])
        until(lambda: len(pictures(machine.profile)) >= len(JOBS), "the pictures of the three jobs")
        upgrade = machine.start([setup, "/S"])
        assert upgrade.process.poll() is None
        machine.close_program()
        assert program.wait(60) == 0
        assert program.output + program.errors == b""
        assert upgrade.wait(120) == 0
    assert version in machine.run([machine.program, "--version"]).stdout.decode()
    kept = pictures(machine.profile)
    assert set(JOBS) <= jobs(machine.profile)
    assert machine.kept_key(service.url) == service.key

    assert machine.uninstall() == 0
    assert pictures(machine.profile) == kept
    left = {path for path in machine.listing() - before if "AppData/Local/Face Gen Viewer" not in path}
    assert left <= {str(Path(path)) for path in left if path.endswith("Pictures/Face Gen Viewer")}
    assert machine.kept_key(service.url) == service.key

    assert machine.run([setup, "/S", "/DESKTOP"]).returncode == 0
    assert (machine.person / "Desktop" / "Face Gen Viewer.lnk").exists()
    assert machine.uninstall("/PURGE") == 0
    assert not machine.profile.exists()
    assert machine.kept_key(service.url) == "None"
    assert machine.listing() - before == left


def test_a_program_that_stays_open_is_told_by_the_exit_code(machine, setup) -> None:
    assert machine.run([setup, "/S"]).returncode == 0
    with machine.program.open("rb+") as held:
        assert held.read(2) == b"MZ"
    program = machine.start([machine.program, "--demo", "-platform", "windows"])
    assert machine.run([setup, "/S"]).returncode == 3
    assert program.process.poll() is None
    machine.close_program()
    assert program.wait(30) == 0


def test_an_uninstaller_removes_its_own_installation_however_its_path_is_spelled(machine, setup) -> None:
    own, other = machine.start_menu, machine.for_all_users
    assert machine.run([setup, "/S"]).returncode == 0
    assert machine.run([setup, "/S", "/ALLUSERS"]).returncode == 0
    uninstaller = machine.wine.drive / "Program Files" / "Face Gen Viewer" / "uninstall.exe"
    spelled = "Z:" + str(uninstaller).replace("/", "\\").upper()
    assert machine.run([spelled, "/S"]).returncode == 0
    assert (own.exists(), other.exists()) == (True, False)
    assert (machine.apps_entry() != "", machine.apps_entry("system.reg")) == (True, "")
    assert not uninstaller.parent.exists()

    # The links are the later installation's: the earlier one leaves them.
    assert machine.run([setup, "/S", r"/D=C:\other"]).returncode == 0
    assert machine.uninstall() == 0
    assert own.exists()
    assert r'"InstallLocation"="C:\\other"' in machine.apps_entry()
    # In place, as it is waited for, it cannot remove itself.
    folder = machine.wine.drive / "other"
    assert machine.run([folder / "uninstall.exe", "/S", r"_?=C:\other"]).returncode == 0
    assert [file.name for file in folder.iterdir()] == ["uninstall.exe"]
    assert not own.exists()
    assert machine.apps_entry() == ""


def pictures(profile: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (profile / "pictures").rglob("*.*") if path.is_file()}


def jobs(profile: Path) -> set[str]:
    with closing(sqlite3.connect(profile / "library.sqlite3")) as library:
        return {row[0] for row in library.execute("SELECT id FROM jobs")}


def screenshot() -> QImage:
    return QGuiApplication.primaryScreen().grabWindow(0).toImage()


def colours(image: QImage) -> int:
    return len({image.pixel(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)})
