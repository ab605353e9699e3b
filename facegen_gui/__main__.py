"""Where the program begins: reads the command line and decides what of the program is needed for it.

Light on purpose: nothing of Qt is imported before it is known that a window can be shown.
"""

import os
import sys
from collections.abc import Sequence
from typing import TextIO

from facegen_gui.cli import Arguments, CommandLineError, parse_arguments
from facegen_gui.screen import ScreenTrouble, screen_trouble
from facegen_gui.system_libraries import sentence_for

CANNOT_START = 2  # bad arguments, or no screen


def main(argv: Sequence[str] | None = None) -> int:
    """The program's exit code. Raises SystemExit(0) after --help or --version."""
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
    from facegen_gui.self_test import run  # the same

    offscreen = ("-platform", "offscreen")
    return run(arguments.report, offscreen if trouble is not None else arguments.qt_arguments)


def _refuse(sentence: str) -> int:
    _tell(sentence, sys.stderr)
    return CANNOT_START


def _tell(sentence: str, stream: TextIO | None) -> None:
    """Programs that Windows starts without a console have no standard error."""
    if stream is not None:
        encoding = stream.encoding or "ascii"
        print(sentence.encode(encoding, "backslashreplace").decode(encoding), file=stream)


if __name__ == "__main__":
    sys.exit(main())
