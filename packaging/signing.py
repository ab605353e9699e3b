"""Signs what is built when a certificate is configured, and says so when none is.

Windows files: FACEGEN_SIGN_PFX (a .pfx file) with FACEGEN_SIGN_PASSWORD_FILE, by signtool on Windows and by
osslsigncode elsewhere; FACEGEN_SIGN_TIMESTAMP is the time-stamp service's address, FACEGEN_SIGN_CA the file
of certificates to verify against. Checksums: FACEGEN_GPG_KEY. `python packaging/signing.py FILE…` signs and
verifies single files, as the NSIS script does for the uninstaller.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from commands import BuildError, require, run
from product import NAME, system


def configured() -> bool:
    return bool(os.environ.get("FACEGEN_SIGN_PFX"))


def sign_windows_file(file: Path) -> bool:
    """True when the file is signed and the signature verified; False where no certificate is configured."""
    if not configured():
        print(f"unsigned: {file.name} (FACEGEN_SIGN_PFX is not set)")
        return False
    pfx = os.environ["FACEGEN_SIGN_PFX"]
    password_file = os.environ.get("FACEGEN_SIGN_PASSWORD_FILE")
    if not password_file:
        raise BuildError("FACEGEN_SIGN_PASSWORD_FILE must name the file with the certificate's password")
    stamp = os.environ.get("FACEGEN_SIGN_TIMESTAMP")
    if system() == "windows":
        # signtool takes the password on the command line only, so that command is not shown.
        password = Path(password_file).read_text(encoding="utf-8").strip()
        time = ["/tr", stamp, "/td", "sha256"] if stamp else []
        run(["signtool", "sign", "/fd", "sha256", "/f", pfx, "/p", password, *time, file], shown=False)
        run(["signtool", "verify", "/pa", file])
    else:
        tool = require("osslsigncode", "osslsigncode")
        signed = file.with_name(file.name + ".signed")
        time = ["-ts", stamp] if stamp else []
        certificate = ["-pkcs12", pfx, "-readpass", password_file, "-n", NAME, "-h", "sha256", *time]
        run([tool, "sign", *certificate, "-in", file, "-out", signed])
        shutil.move(signed, file)
        run(
            [
                tool,
                "verify",
                "-CAfile",
                os.environ.get("FACEGEN_SIGN_CA", "/etc/ssl/certs/ca-certificates.crt"),
                file,
            ]
        )
    print(f"signed and verified: {file.name}")
    return True


def sign_checksums(file: Path) -> bool:
    key = os.environ.get("FACEGEN_GPG_KEY")
    if not key:
        print(f"unsigned: {file.name} (FACEGEN_GPG_KEY is not set)")
        return False
    signature = file.with_name(file.name + ".asc")
    signature.unlink(missing_ok=True)
    run(["gpg", "--batch", "--local-user", key, "--armor", "--detach-sign", "--output", signature, file])
    run(["gpg", "--batch", "--verify", signature, file])
    print(f"signed and verified: {signature.name}")
    return True


if __name__ == "__main__":
    for name in sys.argv[1:]:
        sign_windows_file(Path(name))
