"""One running program per profile: a second start hands what it was given over to the first.

Whether one runs is told by its answering, never by a file that lies about, so nothing stale blocks a start.
What is said between the two is `instance_channel`'s, which a first start imports only after its first paint.
"""

import enum
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDir, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from facegen_gui.services.instance_channel import Listener

PATIENCE_MS = 2_000  # with a running program that does not answer
STARTING_MS = 10_000  # with one that is just starting


class Claim(enum.Enum):
    first = "first"  # nobody else runs; this start is the program
    handed_over = "handed_over"  # the running program has taken it; this start ends
    unanswered = "unanswered"  # one runs, but did not answer in time
    other_server = "other_server"  # one runs, and uses another server than this start asked for


class SingleInstance(QObject):
    """Belongs to the GUI thread. `arguments_received` gives text to paste (maybe empty) and activation token.

    Each second start makes it once; the window should come to the front then.
    """

    arguments_received = Signal(str, str)

    def __init__(self, profile_root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = channel_name(profile_root)
        self._listener: Listener | None = None
        # Two starts in the same moment: the one that comes second waits until the first can be asked.
        self._lock = QLockFile(_lock_path(self._name))
        # However long that takes: only the end of its process makes a lock stale.
        self._lock.setStaleLockTime(0)

    def claim(self, text: str = "", token: str = "", server: str = "") -> Claim:
        """Becomes the running program, or hands over to it; waits for `PATIENCE_MS`, and `STARTING_MS`.

        `server` is the one that was asked for, empty for any: two servers never mix.

        The first must `listen` soon: until then others wait.
        """
        self._lock.tryLock(STARTING_MS)
        if not _may_be_listened_to(self._name):
            return Claim.first
        from facegen_gui.services.instance_channel import hand_over

        claim = hand_over(self._name, text, token, server, PATIENCE_MS) or Claim.first
        if claim is not Claim.first:
            self._lock.unlock()
        return claim

    def listen(self, server: Callable[[], str] = str) -> None:
        """From now on other starts are heard. `server` tells which one is in use."""
        from facegen_gui.services.instance_channel import Listener

        self._listener = Listener(self._name, PATIENCE_MS, server, self)
        self._listener.received.connect(self.arguments_received)
        self._lock.unlock()

    def close(self) -> None:
        if self._listener is not None:
            self._listener.close()
            self._listener = None
        self._lock.unlock()


def channel_name(profile_root: Path) -> str:
    """Different for every profile and every user; a path on systems where a folder can keep others out."""
    if sys.platform == "win32":
        import getpass  # only there the name tells more than a number

        user: int | str = getpass.getuser()
    else:
        user = os.getuid()
    owner = f"{user}\0{os.path.normcase(profile_root.resolve())}"
    # Qt's: importing hashlib takes as long as half a frame.
    digest = QCryptographicHash.hash(
        owner.encode("utf-8", "surrogatepass"), QCryptographicHash.Algorithm.Sha256
    )
    name = f"facegen-gui-{digest.toHex().toStdString()[:20]}"
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return str(Path(runtime) / name) if sys.platform == "linux" and Path(runtime or "?").is_dir() else name


def activation_token() -> str:
    """What the desktop gave this start so that a window may come to the front."""
    return os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID", "")


def _lock_path(name: str) -> str:
    # Joining leaves a name that is a path already as it is.
    return str(Path(tempfile.gettempdir()) / f"{name}.lock")


def _may_be_listened_to(name: str) -> bool:
    """Whether somebody has to be asked. Where a channel is a file, none means that nobody listens."""
    return sys.platform == "win32" or os.path.lexists(QDir.temp().filePath(name))
