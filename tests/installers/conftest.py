"""Builds the installers that are tested; without the tools for it the tests are skipped, in CI they fail."""

import os
import sys
from pathlib import Path

import pytest

from facegen_gui import __version__
from tests.installers.built import PREVIOUS_VERSION, ROOT, build, needs

# The scripts of packaging/ import each other by name, as they do when build.py runs.
sys.path.append(str(ROOT / "packaging"))


def require(*programs: str) -> None:
    reason = needs(*programs)
    if reason and os.environ.get("CI"):
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)


@pytest.fixture(scope="session")
def deb() -> Path:
    require("dpkg-deb", "dpkg-shlibdeps", "patchelf", "lintian", "desktop-file-validate", "appstreamcli")
    return build("deb", "facegen-gui_{version}_amd64.deb")


@pytest.fixture(scope="session")
def tarball() -> Path:
    require("patchelf", "unshare", "ip")
    return build("tar", "facegen-gui-{version}-linux-x86_64.tar.gz")


@pytest.fixture(scope="session")
def setup() -> Path:
    require("wine", "makensis", "x86_64-w64-mingw32-gcc")
    return build("windows", "FaceGenViewer-{version}-setup.exe")


@pytest.fixture(scope="session")
def previous_setup(setup: Path) -> Path:
    return build("windows", "FaceGenViewer-{version}-setup.exe", PREVIOUS_VERSION)


@pytest.fixture(scope="session")
def version() -> str:
    return __version__
