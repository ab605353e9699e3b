"""The API key in the system's keyring. Every call may block for as long as an unlock prompt is open.

The entry is service "Face Gen Viewer", user name the server's URL, so that IT can set it with the `keyring`
command. No error raised here holds the key, neither in its text nor as its cause.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.key_forms import trimmed_key
from facegen_gui.identity import KEYRING_SERVICE
from facegen_gui.storage.keyring_backend import errors, failure_of, is_windows, plain_name, safe_backend

# CRED_MAX_CREDENTIAL_BLOB_SIZE, and the encoding that keyring writes it in.
WINDOWS_MAX_BYTES = 5 * 512
_WINDOWS_ENCODING = "utf-16-le"
# A keyring may hold an entry several times, put there by other programs.
_MOST_COPIES = 16

T = TypeVar("T")


def _ignore(_key: str) -> None:
    """Nobody wants to hear of keys."""


class KeyStore:
    """The key of one server. Methods raise FaceGenError: keyring_missing, keyring_no_collection,
    keyring_locked, keyring_refused or keyring_plain_text.
    """

    def __init__(self, server: str, on_key: Callable[[str], None] = _ignore) -> None:
        """`on_key` hears every key that is read or written, so that it can be kept out of logs."""
        self._user = server.rstrip("/")
        self._on_key = on_key

    def name(self) -> str:
        """The keyring in use as people know it: "GNOME Keyring", "Windows Credential Manager" …"""
        return self._guarded(lambda: plain_name(safe_backend()))

    def read(self) -> str | None:
        """The key, or None when the keyring holds none."""
        kept = self._guarded(lambda: safe_backend().get_password(KEYRING_SERVICE, self._user))
        # An entry that IT made from a file may end with a newline or begin with its mark.
        key = trimmed_key(kept or "") or None
        if key:
            self._on_key(key)
        return key

    def write(self, key: str) -> None:
        """Keeps `key` in place of any other."""
        self._on_key(key)

        def write() -> bool:
            backend = safe_backend()
            if is_windows(backend) and is_too_long_for_windows(key):
                detail = f"more than {WINDOWS_MAX_BYTES} bytes"
                raise FaceGenError(Failure(FailureKind.keyring_refused, detail=detail))
            backend.set_password(KEYRING_SERVICE, self._user, key)
            return backend.get_password(KEYRING_SERVICE, self._user) == key

        if not self._guarded(write, key):
            detail = "the keyring did not give back what was stored"
            raise FaceGenError(Failure(FailureKind.keyring_refused, detail=detail))

    def forget(self) -> None:
        """Removes the key; none stored is no error."""

        def forget() -> None:
            backend = safe_backend()
            for _ in range(_MOST_COPIES):
                if backend.get_password(KEYRING_SERVICE, self._user) is None:
                    return
                backend.delete_password(KEYRING_SERVICE, self._user)

        self._guarded(forget)

    def _guarded(self, act: Callable[[], T], key: str = "") -> T:
        foreign = errors()
        try:
            return act()
        except foreign as error:
            failure = failure_of(error)
        # Raised outside the handler, or the back end's error, which may hold the key, would be its context.
        if key:
            failure = replace(failure, detail=failure.detail.replace(key, "…"))
        raise FaceGenError(failure)


def is_too_long_for_windows(key: str) -> bool:
    return len(key.encode(_WINDOWS_ENCODING, "surrogatepass")) > WINDOWS_MAX_BYTES


class NoKeyStore(KeyStore):
    """For practice: nobody's keyring is asked or written, a key lives for the session."""

    def name(self) -> str:
        return ""

    def read(self) -> str | None:
        return None

    def write(self, key: str) -> None:
        """Nothing is kept."""

    def forget(self) -> None:
        """Nothing was kept."""
