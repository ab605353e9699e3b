"""Makes `Face Gen Viewer.app` and its .dmg on macOS: signed, hardened and notarised when configured.

Not yet run: no macOS machine was at hand. FACEGEN_MACOS_IDENTITY is the "Developer ID Application" identity,
FACEGEN_MACOS_PROFILE the notarytool profile kept in the login keychain by `xcrun notarytool
store-credentials`. Without an identity PyInstaller signs ad hoc, which lets people open it by "Open Anyway".
"""

from __future__ import annotations

import os
from pathlib import Path

from commands import fresh_folder, run
from frozen import check_size, folder_size, freeze
from product import BUILD, DIST, NAME, PACKAGING, UNPACKED_LIMIT, VERSION

ENTITLEMENTS = PACKAGING / "macos" / "entitlements.plist"


def build() -> Path:
    application = freeze("macos").parent / f"{NAME}.app"
    check_size("macOS unpacked", folder_size(application), UNPACKED_LIMIT)
    identity = os.environ.get("FACEGEN_MACOS_IDENTITY")
    if identity:
        sign(application, identity)
    else:
        print(f"unsigned: {application.name} (FACEGEN_MACOS_IDENTITY is not set)")
    DIST.mkdir(exist_ok=True)
    target = DIST / f"FaceGenViewer-{VERSION}.dmg"
    make_image(application, target)
    if identity:
        run(["codesign", "--sign", identity, "--timestamp", target])
        notarise(target)
    return target


def sign(application: Path, identity: str) -> None:
    hardened = ["--options", "runtime", "--timestamp", "--entitlements", ENTITLEMENTS]
    run(["codesign", "--force", "--deep", "--sign", identity, *hardened, application])
    run(["codesign", "--verify", "--deep", "--strict", application])


def make_image(application: Path, target: Path) -> None:
    """A disk image with the program beside a link to the Applications folder."""
    folder = fresh_folder(BUILD / "macos" / "image")
    run(["ditto", application, folder / application.name])
    (folder / "Applications").symlink_to("/Applications")
    target.unlink(missing_ok=True)
    run(["hdiutil", "create", "-volname", NAME, "-srcfolder", folder, "-format", "UDZO", target])


def notarise(target: Path) -> None:
    profile = os.environ.get("FACEGEN_MACOS_PROFILE")
    if not profile:
        print(f"not notarised: {target.name} (FACEGEN_MACOS_PROFILE is not set)")
        return
    run(["xcrun", "notarytool", "submit", target, "--keychain-profile", profile, "--wait"], timeout=7200)
    run(["xcrun", "stapler", "staple", target])
    run(["spctl", "--assess", "--type", "open", "--context", "context:primary-signature", target])
