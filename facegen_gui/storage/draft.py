"""What was pasted but not fetched yet, kept over closing and crashes. Never a key: that is seen to above."""

import logging

from facegen_gui.storage.disk import write_atomically
from facegen_gui.storage.profile import Profile

_log = logging.getLogger(__name__)


class Draft:
    """One text beside the library; no file while there is none."""

    def __init__(self, profile: Profile) -> None:
        self._file = profile.library_file.with_name("draft.txt")

    def read(self) -> str:
        try:
            return self._file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return ""

    def write(self, text: str) -> None:
        """A disk that refuses is no reason to bother anybody: the text still stands in the window."""
        try:
            if text:
                write_atomically(self._file, text.encode("utf-8", "replace"), private=True)
            else:
                self._file.unlink(missing_ok=True)
        except OSError as error:
            _log.warning("The text in the box could not be kept: %s", error)
