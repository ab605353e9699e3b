"""The .tar.gz: unpacked anywhere it runs, without Python, an installation or a network."""

import os
import subprocess
import tarfile
from pathlib import Path

import pytest

from tests.installers.built import ROOT
from tests.installers.licences import assert_licences
from tests.installers.self_test_output import assert_all_well

pytestmark = [pytest.mark.installer, pytest.mark.keyring, pytest.mark.timeout(600)]
# Only the loopback of a network of its own, which reaches nothing.
ALONE = ["unshare", "--net", "sh", "-c", 'ip link set lo up && PATH=/nowhere exec "$@"', "sh"]


@pytest.fixture(scope="module")
def unpacked(tarball: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("a folder with spaces and äöü")
    with tarfile.open(tarball) as archive:
        archive.extractall(folder, filter="data")
    return next(folder.iterdir())


def kept_environment() -> dict[str, str]:
    names = ("HOME", "LANG", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "XDG_DATA_HOME")
    return {"PATH": os.environ["PATH"]} | {name: os.environ[name] for name in names if name in os.environ}


def test_it_passes_its_self_test_without_network_and_python(unpacked: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("a network of its own needs root")
    ran = subprocess.run(
        [*ALONE, str(unpacked / "facegen-gui"), "--self-test"],
        env=kept_environment(),
        cwd="/",
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert_all_well(ran.returncode, ran.stdout, ran.stderr, "GNOME Keyring", "Secret Service")


def test_it_belongs_to_nobody_and_is_dated_alike(tarball: Path) -> None:
    with tarfile.open(tarball) as archive:
        entries = archive.getmembers()
    assert {(entry.uid, entry.gid, entry.uname) for entry in entries} == {(0, 0, "root")}
    assert len({entry.mtime for entry in entries}) == 1
    assert [entry.name for entry in entries] == sorted((entry.name for entry in entries), key=Path)


def test_it_carries_the_licences_of_all_that_is_in_it(unpacked: Path) -> None:
    licences = unpacked / "_internal" / "licences"
    assert_licences(licences)
    for name in ("libsqlite3-0.txt", "cryptography.txt"):
        assert (licences / name).stat().st_size > 100


def test_it_takes_the_place_of_no_library_that_the_system_s_own_need(unpacked: Path) -> None:
    """The starter puts the folder first: an older libffi there would end a newer fontconfig or GTK."""
    names = {file.name.partition(".so")[0] for file in (unpacked / "_internal").glob("*.so*")}
    assert not names & {"libexpat", "libffi", "libsqlite3", "libz", "libuuid", "libbz2", "liblzma"}


def test_nothing_in_it_tells_about_the_builder(unpacked: Path) -> None:
    telling = [str(ROOT), str(Path.home())]
    texts = {file: file.read_bytes() for file in unpacked.rglob("*") if file.is_file()}
    found = [str(file) for file, data in texts.items() if any(word.encode() in data for word in telling)]
    assert found == []
    assert not list(unpacked.rglob("RECORD"))
