"""Runs all checks in order, prints a line for each, and leaves nothing but the report."""

import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication

from facegen_gui import __version__
from facegen_gui.domain.scrubbing import KnownKeys
from facegen_gui.identity import NAME, PACKAGE
from facegen_gui.logs import Logs
from facegen_gui.self_test import surroundings
from facegen_gui.self_test.check import Check, perform
from facegen_gui.self_test.practice_round import PracticeRound
from facegen_gui.storage.profile import Profile
from facegen_gui.storage.settings import Settings
from facegen_gui.terminal import say
from facegen_gui.wiring.application import Application
from facegen_gui.wiring.opening import opened_window

REPORT_FILE = "self-test.txt"
LOG_FILE = "self-test.log"
SCREENSHOT = "window.png"
PICTURES = "pictures"


def run(report: Path | None, qt_arguments: tuple[str, ...] = (), *, is_practice: bool = False) -> int:
    """0 if all is well, else 1. With `report` the saved pictures, a screenshot and the lines stay there.

    `is_practice`: somebody wanted to practise, and there is no screen.
    """
    if report is not None:
        try:
            report.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            say(f"FAIL report: {report} cannot be made: {error.strerror}. Name another folder.", sys.stdout)
            return 1
    lines: list[str] = []
    outcomes: list[bool] = []
    with ExitStack() as stack:
        # On Windows a file may be let go of a little later than its folder is removed.
        temporary = tempfile.TemporaryDirectory(prefix="facegen-self-test-", ignore_cleanup_errors=True)
        folder = Path(stack.enter_context(temporary))
        keys = KnownKeys()
        logs = Logs(folder / LOG_FILE, keys)
        logs.start()
        stack.callback(logs.stop)
        qt = QApplication([PACKAGE, *qt_arguments])
        lines.append(_heading(qt))
        say(lines[-1], sys.stdout)
        for check in _checks(qt, folder, report, keys, stack, is_practice):
            went_well, line = perform(check)
            outcomes.append(went_well)
            lines.append(line)
            say(line, sys.stdout)
        all_well = all(outcomes)
        if report is not None:
            (report / REPORT_FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")
            if not all_well:
                shutil.copy(folder / LOG_FILE, report)
            what = "The pictures and a screenshot are" if all_well else "What there is to report is"
            say(f"{what} in {report}", sys.stdout)
    return 0 if all_well else 1


def _heading(qt: QApplication) -> str:
    return (
        f"{NAME} {__version__}, Python {platform.python_version()}, Qt {qVersion()} "
        f"({qt.platformName()}), {platform.platform()}"
    )


def _checks(
    qt: QApplication,
    folder: Path,
    report: Path | None,
    keys: KnownKeys,
    stack: ExitStack,
    is_practice: bool,
) -> Iterator[Check]:
    yield Check("resources", surroundings.find_resources)
    yield Check("translations", surroundings.find_translations)
    yield Check("picture formats", lambda: surroundings.find_formats(folder))
    yield Check("certificates", surroundings.find_certificates)
    yield Check("keyring", lambda: surroundings.find_keyring(is_practice=is_practice))
    yield Check("database", lambda: surroundings.find_database(folder))
    profile = Profile.at(folder / "profile")

    def compose() -> Application:
        surroundings.need_loopback()
        # Without the policy files of this computer: the practice service is not where IT wants people to be.
        settings = Settings(profile, policy_files=())
        application = Application(qt, opened_window(qt, profile), profile, settings, keys)
        stack.callback(application.start_practice())
        stack.callback(application.stop)
        return application

    played = PracticeRound(compose, profile, (report or folder) / PICTURES)
    yield Check("fetching", played.find_fetching)
    yield Check("saving", played.find_saving)
    yield Check("window", lambda: played.find_window(report / SCREENSHOT if report is not None else None))
