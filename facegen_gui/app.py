"""Starts the program and ends it: one process, one profile, one window. What is connected to what stands in
`wiring`."""

import logging
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from facegen_gui import __version__
from facegen_gui.cli import Arguments
from facegen_gui.domain.scrubbing import KnownKeys
from facegen_gui.identity import APP_ID, NAME
from facegen_gui.logs import Logs
from facegen_gui.resources import resource_path
from facegen_gui.services.single_instance import Claim, SingleInstance, activation_token
from facegen_gui.storage.profile import Profile
from facegen_gui.terminal import say
from facegen_gui.wiring.opening import opened_window, show_until_painted
from facegen_gui.wiring.signals import closing_on_signals

if TYPE_CHECKING:
    from facegen_gui.widgets.main_window import MainWindow
    from facegen_gui.wiring.application import Application

_log = logging.getLogger(__name__)

# The interpreter hands the GIL over this often, so that the window is never kept waiting for a frame.
SWITCH_INTERVAL = 0.002  # seconds


def run(arguments: Arguments) -> int:
    """Run until the window is closed; the exit status."""
    with ExitStack() as stack:
        profile = stack.enter_context(_profile(arguments))
        qt = make_application(arguments.qt_arguments)
        instance = SingleInstance(profile.root)
        stack.callback(instance.close)
        match instance.claim(arguments.text, activation_token(), arguments.server):
            case Claim.handed_over:
                return 0
            case Claim.unanswered:
                say(
                    f"{NAME} is already running, but it does not answer. End it and start again.",
                    sys.stderr,
                )
                return 2
            case Claim.other_server:
                say(
                    f"{NAME} is already running with another server on the same profile. "
                    "Close it first, or name another --profile.",
                    sys.stderr,
                )
                return 2
            case Claim.first:
                pass
        keys = KnownKeys()
        logs = Logs(profile.log_file, keys, debug=arguments.debug)
        logs.start()
        stack.callback(logs.stop)
        _log.info("%s %s starts", NAME, __version__)
        sys.setswitchinterval(SWITCH_INTERVAL)
        window = opened_window(qt, profile)
        stack.enter_context(closing_on_signals(window.close))
        if not show_until_painted(window):
            _keep_for_later(arguments.text, profile)
            return 0
        _log.info("First paint")
        application = _composed(arguments, stack, qt, window, profile, keys)
        logs.watch_crashes(application.crashed.emit)
        instance.arguments_received.connect(application.take_over)
        instance.listen(lambda: application.owner.network.server)
        application.start(arguments.text)
        _log.info("Window furnished")
        return qt.exec()


def _keep_for_later(text: str, profile: Profile) -> None:
    if text:
        # Not imported by a start that goes on: the first paint does not wait for it.
        from facegen_gui.storage.draft import Draft
        from facegen_gui.wiring.drafting import keep_numbers

        keep_numbers(Draft(profile), text)


def _composed(
    arguments: Arguments,
    stack: ExitStack,
    qt: QApplication,
    window: "MainWindow",
    profile: Profile,
    keys: KnownKeys,
) -> "Application":
    """Everything behind the painted window; `stack` will stop it."""
    # The one late import of most of the program: 250 modules that the first paint does not wait for.
    from facegen_gui.storage.settings import Settings
    from facegen_gui.wiring.application import Application

    application = Application(qt, window, profile, Settings(profile), keys, server=arguments.server)
    if arguments.demo:
        from facegen_gui.practice.cases import DEMO_IDS  # practice only

        stack.callback(application.start_practice())
        application.offer_practice(DEMO_IDS)
    stack.callback(application.stop)
    return application


def make_application(qt_arguments: tuple[str, ...] = ()) -> QApplication:
    """The QApplication with the program's name, icon and identity, translated into the system's language."""
    if sys.platform == "win32":
        import ctypes  # only there it has windll

        # The taskbar groups windows and shows the installed icon by this; it must precede the first window.
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APP_ID)
    qt = QApplication([sys.argv[0], *qt_arguments])
    qt.setApplicationName(NAME)
    qt.setApplicationDisplayName(NAME)
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName(APP_ID)
    qt.setWindowIcon(QIcon(str(resource_path("app-icon/facegen-gui.svg"))))
    return qt


@contextmanager
def _profile(arguments: Arguments) -> Iterator[Profile]:
    if arguments.demo:
        with tempfile.TemporaryDirectory(prefix="facegen-practice-", ignore_cleanup_errors=True) as folder:
            yield Profile.at(Path(folder))
    else:
        yield Profile.at(arguments.profile) if arguments.profile is not None else Profile.standard()
