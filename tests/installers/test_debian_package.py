"""The .deb, installed on this machine as root and used by an ordinary person."""

import os
import pwd
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from facegen_gui.identity import APP_ID
from tests.installers.built import listing
from tests.installers.self_test_output import assert_all_well

pytestmark = [pytest.mark.installer, pytest.mark.timeout(900)]
PERSON = "facegen-tester"
PLACES = tuple(Path(name) for name in ("/usr", "/etc", "/opt", "/var/lib/dpkg/info"))
# Written by other packages' triggers, for whatever is installed.
OF_TRIGGERS = ("mimeinfo.cache", "icon-theme.cache", "__pycache__", "/usr/share/icons/hicolor")
# A keyring of this person's own, unlocked as a log-in does.
IN_A_SESSION = """
eval "$(printf secret | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null)"
gdbus wait --session --timeout=30 org.freedesktop.secrets
exec facegen-gui --self-test
"""


@pytest.fixture(scope="module")
def installed(deb: Path) -> Iterator[Path]:
    """The package, and what was there before it; it is purged at the end whatever happens."""
    if os.geteuid() != 0:
        pytest.skip("installing a package needs root")
    apt("install", str(deb))
    yield deb
    apt("purge", "facegen-gui")


@pytest.fixture(scope="module")
def person() -> Iterator[str]:
    subprocess.run(["useradd", "--create-home", PERSON], check=True)
    yield PERSON
    subprocess.run(["userdel", "--remove", "--force", PERSON], check=True, capture_output=True)


def apt(*words: str) -> None:
    ran = subprocess.run(
        ["apt-get", "--yes", "--no-install-recommends", *words],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def succeeds(*command: str) -> str:
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def test_purging_leaves_nothing(deb: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("installing a package needs root")
    # The packages it depends on stay: they are brought in beforehand.
    apt("install", str(deb))
    apt("purge", "facegen-gui")
    before = listing(*PLACES)
    apt("install", str(deb))
    assert any("facegen-gui" in path for path in listing(*PLACES) - before)
    apt("purge", "facegen-gui")
    left = {path for path in listing(*PLACES) - before if not any(part in path for part in OF_TRIGGERS)}
    assert left == set()


def test_an_ordinary_person_passes_the_self_test_with_a_real_keyring(installed: Path, person: str) -> None:
    home = pwd.getpwnam(person).pw_dir
    as_person = [
        "runuser",
        "-u",
        person,
        "--",
        "env",
        "-i",
        f"HOME={home}",
        "PATH=/usr/bin:/bin",
        "LANG=C.UTF-8",
    ]
    ran = subprocess.run(
        [*as_person, "dbus-run-session", "--", "sh", "-c", IN_A_SESSION],
        cwd="/",
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    # What the session bus itself says about the container's limits is not the program's.
    errors = "\n".join(line for line in ran.stderr.splitlines() if not line.startswith("dbus-daemon["))
    assert_all_well(ran.returncode, ran.stdout, errors, "GNOME Keyring", "Secret Service")


def test_the_menu_entry_and_the_software_centre_s_page_are_valid(installed: Path) -> None:
    entry = Path(f"/usr/share/applications/{APP_ID}.desktop")
    assert succeeds("desktop-file-validate", str(entry)) == ""
    succeeds("appstreamcli", "validate", "--no-net", f"/usr/share/metainfo/{APP_ID}.metainfo.xml")
    for size in (16, 22, 24, 32, 48, 64, 96, 128, 192, 256, 512):
        assert Path(f"/usr/share/icons/hicolor/{size}x{size}/apps/{APP_ID}.png").exists()
    assert Path(f"/usr/share/icons/hicolor/scalable/apps/{APP_ID}.svg").exists()
    assert "Face Gen Viewer" in succeeds("man", "--warnings", "facegen-gui")


def test_lintian_finds_nothing(deb: Path) -> None:
    assert succeeds("lintian", "--allow-root", "--fail-on", "error,warning", str(deb)) == ""


def test_it_needs_no_newer_system_than_ubuntu_22_04(deb: Path) -> None:
    depends = succeeds("dpkg-deb", "--field", str(deb), "Depends")
    libc = next(entry for entry in depends.split(", ") if entry.startswith("libc6 "))
    assert tuple(map(int, libc.partition(">= ")[2].rstrip(")").split("."))) <= (2, 35)
