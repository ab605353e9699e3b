"""The signing hook, with a certificate made for the test: it signs, verifies, and says so when it cannot."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.installers.built import ROOT
from tests.installers.conftest import require

pytestmark = pytest.mark.installer
SOURCE = "int main(void) { return 0; }\n"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    require("x86_64-w64-mingw32-gcc", "osslsigncode", "openssl")
    (tmp_path / "empty.c").write_text(SOURCE, encoding="ascii")
    target = tmp_path / "empty.exe"
    subprocess.run(["x86_64-w64-mingw32-gcc", "-o", target, tmp_path / "empty.c"], check=True)
    return target


def sign(program: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("FACEGEN_")}
    return subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "signing.py"), str(program)],
        env=inherited | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def certificate(folder: Path) -> dict[str, str]:
    """A certificate for signing code that vouches for itself, with its password in a file."""
    password = folder / "password"
    password.write_text("secret-of-the-test", encoding="ascii")
    key, public, pfx = folder / "key.pem", folder / "public.pem", folder / "certificate.pfx"
    self_signed = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=Test",
    ]
    purpose = ["-addext", "extendedKeyUsage=codeSigning"]
    subprocess.run([*self_signed, *purpose, "-keyout", key, "-out", public], check=True, capture_output=True)
    packed = ["openssl", "pkcs12", "-export", "-inkey", key, "-in", public, "-out", pfx]
    subprocess.run([*packed, "-passout", f"file:{password}"], check=True)
    return {
        "FACEGEN_SIGN_PFX": str(pfx),
        "FACEGEN_SIGN_PASSWORD_FILE": str(password),
        "FACEGEN_SIGN_CA": str(public),
    }


def test_without_a_certificate_it_says_unsigned_and_leaves_the_file(program: Path) -> None:
    before = program.read_bytes()
    told = sign(program)
    assert told.returncode == 0
    assert told.stdout.startswith("unsigned: empty.exe")
    assert program.read_bytes() == before


def test_with_a_certificate_the_file_is_signed_and_verified(program: Path, tmp_path: Path) -> None:
    before = program.read_bytes()
    told = sign(program, **certificate(tmp_path))
    assert told.returncode == 0, told.stdout + told.stderr
    assert "signed and verified: empty.exe" in told.stdout
    assert program.read_bytes() != before
    assert "secret-of-the-test" not in told.stdout + told.stderr


def test_a_wrong_password_fails_the_build(program: Path, tmp_path: Path) -> None:
    configured = certificate(tmp_path)
    Path(configured["FACEGEN_SIGN_PASSWORD_FILE"]).write_text("wrong", encoding="ascii")
    assert sign(program, **configured).returncode != 0
