"""The self-test as those who install the program run it: a process, its lines, its exit code."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from facegen_gui.practice.faces import draw_face

CHECKS = (
    "resources",
    "translations",
    "picture formats",
    "certificates",
    "keyring",
    "database",
    "fetching",
    "saving",
    "window",
)


ALONE = ("unshare", "--net", "--map-root-user")  # a network in which not even the loopback is up


def start(
    tmp_path: Path, *words: str, screen: bool, around: tuple[str, ...] = ()
) -> "subprocess.CompletedProcess[str]":
    temporary = tmp_path / "temporary"
    temporary.mkdir(exist_ok=True)
    hidden = set() if screen else {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [*around, sys.executable, "-m", "facegen_gui", *words],
        env=environment | {"TMPDIR": str(temporary), "TEMP": str(temporary)},
        capture_output=True,
        text=True,
        timeout=100,
    )


@pytest.mark.screen
@pytest.mark.keyring
def test_all_is_well_here_and_nothing_is_left_behind_but_the_report(tmp_path: Path) -> None:
    report = tmp_path / "report"
    result = start(tmp_path, "--self-test", "--report", str(report), screen=True)
    lines = result.stdout.splitlines()
    assert result.stderr == ""
    assert [line.split(":")[0] for line in lines[1:-1]] == [f"ok   {check}" for check in CHECKS]
    assert result.returncode == 0
    assert "(xcb)" in lines[0]
    assert "ok   keyring: GNOME Keyring" in lines
    assert [line for line in lines[:-1] if str(tmp_path) in line] == []  # of what is gone nothing is told
    assert list((tmp_path / "temporary").iterdir()) == []
    assert {path.name for path in report.iterdir()} == {"pictures", "self-test.txt", "window.png"}
    saved = report / "pictures" / "12202888_1"
    (file,) = saved.parent.glob(f"{saved.name}.*")
    assert file.read_bytes() == draw_face("12202888", 1).data
    assert QImage(str(report / "window.png")).width() >= 1000


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_practice_without_a_screen_leaves_pictures_and_a_screenshot_where_it_says(tmp_path: Path) -> None:
    result = start(tmp_path, "--demo", screen=False)
    assert (result.returncode, result.stderr) == (0, "")
    assert "(offscreen)" in result.stdout
    report = Path(result.stdout.splitlines()[-1].partition(" are in ")[2])
    assert (report / "window.png").stat().st_size > 10_000
    assert len(list((report / "pictures").iterdir())) >= 9


@pytest.mark.skipif(sys.platform != "linux", reason="there nobody can make a folder in /proc")
def test_a_report_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    result = start(tmp_path, "--self-test", "--report", "/proc/no-folder-of-ours/report", screen=False)
    assert result.returncode == 1
    assert "cannot be made" in result.stdout


@pytest.mark.skipif(shutil.which("unshare") is None, reason="needs unshare")
def test_a_computer_without_its_own_network_is_told_so_instead_of_waiting(tmp_path: Path) -> None:
    if subprocess.run([*ALONE, "true"], capture_output=True).returncode != 0:
        pytest.skip("no network of one's own may be made here")
    result = start(tmp_path, "--self-test", screen=False, around=ALONE)
    assert result.returncode == 1
    failed = [line for line in result.stdout.splitlines() if line.startswith("FAIL")]
    assert "127.0.0.1" in failed[0]
    assert "seconds" not in result.stdout
