"""What the window may know of the API key: never the key itself."""

import hashlib
import hmac
from dataclasses import dataclass

from facegen_gui.domain.failures import Failure


@dataclass(frozen=True, slots=True)
class KeyStatus:
    """Whether there is a key, where it lives, and what is wrong with that place.

    `fingerprint` lets the paste box recognise the key without holding it; `hint` is its last two characters
    (empty for keys shorter than 12). `store` is the keyring's name in plain words ("GNOME Keyring"), empty
    when there is none. `failure` tells "could not read" from "none stored" (None).
    """

    present: bool = False
    kept: bool = False  # stored in the keyring; False with present=True means: for this session only
    store: str = ""
    hint: str = ""
    fingerprint: bytes = b""
    failure: Failure | None = None
    previous_store: str = ""  # set when the key was last kept in another store than the one in use now
    unverified: bool = False  # a replacement that the service has not accepted yet


def fingerprint(key: str, salt: bytes) -> bytes:
    """Salt (16 bytes) followed by SHA-256 of salt and key, in small letters.

    So the key is recognised in whatever case a mail or a keyboard left it.
    """
    return salt + hashlib.sha256(salt + key.lower().encode()).digest()


def matches_fingerprint(text: str, known: bytes) -> bool:
    """Whether `text` is the key that `known` was made from, in any case; False for an empty fingerprint."""
    return bool(known) and hmac.compare_digest(fingerprint(text, known[:16]), known)
