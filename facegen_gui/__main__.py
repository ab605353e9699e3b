"""Where the program begins: reads the command line and decides what of the program is needed for it.

Light on purpose: nothing of Qt is imported before it is known that a window can be shown.
"""

import os
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from facegen_gui.cli import Arguments, CommandLineError, parse_arguments
from facegen_gui.screen import ScreenTrouble, screen_trouble
from facegen_gui.system_libraries import sentence_for
from facegen_gui.terminal import say

CANNOT_START = 2  # bad arguments, or no screen
INTERRUPTED = 128 + signal.SIGINT  # as shells have it


def main(argv: Sequence[str] | None = None) -> int:
    """The program's exit code. Raises SystemExit(0) after --help or --version."""
    if argv is None:
        # Until the window takes interrupts for its close button, they end the process as they do others. As
        # exceptions they would end imports of Qt in an abort, and anything else in a traceback.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        arguments = parse_arguments(sys.argv[1:] if argv is None else argv)
    except CommandLineError as error:
        return _refuse(str(error))
    trouble = _trouble(arguments)
    try:
        if arguments.self_test or (arguments.demo and trouble is not None and trouble.no_screen):
            return _check(arguments, trouble)
        if trouble is not None:
            return _refuse(trouble.sentence)
        return _show(arguments)
    except ImportError as error:
        sentence = sentence_for(error)
        if not sentence:
            raise
        return _refuse(sentence)


def _trouble(arguments: Arguments) -> ScreenTrouble | None:
    return screen_trouble(arguments.qt_arguments, os.environ) if sys.platform == "linux" else None


def _show(arguments: Arguments) -> int:
    from facegen_gui.app import run  # needs Qt, which --version does not

    return run(arguments)


def _check(arguments: Arguments, trouble: ScreenTrouble | None) -> int:
    from facegen_gui.self_test.run import run  # the same

    report = arguments.report
    if report is None and arguments.demo:
        # Somebody wanted to see something: what there is to see stays there, and its place is printed.
        report = Path(tempfile.mkdtemp(prefix="facegen-practice-"))
    offscreen = ("-platform", "offscreen")
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what was made for the check is cleared away
    qt_arguments = offscreen if trouble is not None else arguments.qt_arguments
    try:
        return run(report, qt_arguments, is_practice=not arguments.self_test)
    except KeyboardInterrupt:
        return INTERRUPTED


def _refuse(sentence: str) -> int:
    say(sentence, sys.stderr)
    return CANNOT_START


if __name__ == "__main__":
    sys.exit(main())
