"""The command line: what its words mean. Knows no Qt, so that a wrong word is answered at once.

Its sentences are English only: they are written before a translation can be loaded, for people at a terminal.
"""

import argparse
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

from facegen_gui import __version__
from facegen_gui.domain.text_files import LARGEST_FILE, LARGEST_TEXT, decode_text
from facegen_gui.identity import NAME, PACKAGE

TEXT_FILES = frozenset({".txt", ".csv", ".tsv", ".text", ".json"})
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True)
class Arguments:
    """What a start was asked to do. `text` is to be pasted and fetched: IDs, links and contents of files."""

    text: str = ""
    demo: bool = False
    server: str = ""  # checked, without trailing slash; empty: as the settings say
    profile: Path | None = None  # absolute
    self_test: bool = False
    report: Path | None = None  # absolute
    debug: bool = False
    qt_arguments: tuple[str, ...] = ()  # for QApplication


class CommandLineError(Exception):
    """The arguments cannot be followed; the text is the sentence that says why."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise CommandLineError(f"{message[:1].upper()}{message[1:]}.")

    def _print_message(self, message: str, file: Any = None) -> None:
        # A program in a window has no standard output; argparse before Python 3.11.4 falls over that.
        if file is not None or sys.stderr is not None:
            super()._print_message(message, file)


def parse_arguments(argv: Sequence[str]) -> Arguments:
    """Raises CommandLineError, or SystemExit(0) after --help or --version has been answered."""
    words = list(argv)
    literal: list[str] = []
    if "--" in words:
        place = words.index("--")
        words, literal = words[:place], words[place + 1 :]
    found, unknown = _parser().parse_known_intermixed_args(words)
    if unknown:
        sentence = f"{PACKAGE} has no option {unknown[0]}; {PACKAGE} --help lists them."
        if not unknown[0].startswith("--"):
            sentence += f" A job ID that begins with a hyphen goes after two hyphens: -- {unknown[0]}"
        raise CommandLineError(sentence)
    if found.report is not None and not (found.self_test or found.demo):
        raise CommandLineError("--report goes with --self-test or --demo.")
    if found.server is not None and (found.demo or found.self_test):
        raise CommandLineError("Practice mode and the self-test bring their own server: leave --server out.")
    if found.self_test and (found.words or literal or found.profile is not None):
        raise CommandLineError("The self-test takes no IDs and no profile: it brings its own.")
    text = "\n".join(_pasted(word) for word in (*found.words, *literal))
    if len(text) > LARGEST_TEXT:
        raise _too_long("All of this together is")
    return Arguments(
        text=text,
        demo=found.demo,
        server=_server(found.server),
        profile=_folder(found.profile),
        self_test=found.self_test,
        report=_folder(found.report),
        debug=found.debug,
        qt_arguments=("-platform", found.platform) if found.platform else (),
    )


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog=PACKAGE,
        usage=f"{PACKAGE} [ID, link or text file ...] [options]",
        description=f"{NAME} fetches the pictures of job IDs, shows them and saves them.",
        epilog="What you name is pasted into the window, a running one if there is one, and fetched at once.",
        allow_abbrev=False,
        add_help=False,
    )
    parser.add_argument(
        "words", nargs="*", metavar="ID, link or text file", help="job IDs, or where they stand"
    )
    option = parser.add_argument_group("options").add_argument
    option("--demo", action="store_true", help="practice mode: drawn pictures, no API key and no internet")
    option("--server", metavar="URL", help="fetch from this server instead of the usual one")
    option("--profile", metavar="DIR", help="keep everything in this folder")
    option("--self-test", action="store_true", help="check that the program works on this computer, then end")
    option("--report", metavar="DIR", help="where the self-test leaves its pictures")
    option("--debug", action="store_true", help="tell on standard error what happens")
    option("--version", action="version", version=f"{NAME} {__version__}", help="tell the version, then end")
    option("-h", "--help", action="help", help="show this, then end")
    # Qt's own option, for systems that hide QT_QPA_PLATFORM from programs.
    option("-platform", default="", help=argparse.SUPPRESS)
    return parser


def _server(url: str | None) -> str:
    if url is None:
        return ""
    if not url:
        raise CommandLineError("The address of the server is empty.")
    from facegen_gui.domain.network import checked_server  # an ordinary start does not wait for it

    try:
        return checked_server(url)
    except ValueError:
        raise CommandLineError(
            f"{url} cannot be used as the server: it must be a plain address that begins with https://, "
            "without user name and question mark. Plain http:// is for this computer only (127.0.0.1)."
        ) from None


def _folder(name: str | None) -> Path | None:
    if name is None:
        return None
    if not name:
        raise CommandLineError("The name of the folder is empty.")
    folder = Path(name).expanduser().absolute()
    there = next((each for each in (folder, *folder.parents) if each.exists()), folder)
    if there.exists() and not there.is_dir():
        raise CommandLineError(f"{there} is not a folder.")
    return folder


def _pasted(word: str) -> str:
    """The word itself, or the text in the file it names."""
    file = _file_named(word)
    if file is None:
        return word
    try:
        # Before reading: a film named by mistake may have gigabytes.
        if file.stat().st_size > LARGEST_FILE:
            raise _too_long(f"{file} is")
        data = file.read_bytes()
    except FileNotFoundError:
        raise CommandLineError(f"There is no file {file}.") from None
    except OSError as error:
        raise CommandLineError(f"{file} cannot be read: {error.strerror}.") from None
    text = decode_text(data)
    if text is None:
        raise CommandLineError(f"{file} is not a text file. Save the list as text or CSV, and use that.")
    if len(text) > LARGEST_TEXT:
        raise _too_long(f"{file} is")
    return text


def _too_long(subject: str) -> CommandLineError:
    """The same measure as the window's box has, so that what is not understood can be shown there."""
    return CommandLineError(
        f"{subject} too long for one list of job IDs: {LARGEST_TEXT:,} characters are taken at once. "
        "Make several files of it, and use one after the other."
    )


def _file_named(word: str) -> Path | None:
    if word.lower().startswith("file:"):
        from urllib.request import url2pathname  # costs 15 ms, which only this rare case shall pay

        return Path(url2pathname(urlsplit(word).path))
    if _ID.fullmatch(word) or "://" in word or "\n" in word:
        return None
    path = Path(word)
    try:
        there = path.exists()
    except (OSError, ValueError):  # too long, or with characters that no file name has
        return None
    return path if there or path.suffix.lower() in TEXT_FILES else None
