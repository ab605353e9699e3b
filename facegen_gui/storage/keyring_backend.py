"""Which keyring is in use, what it is called, and what its errors mean. Never sees the key.

The only importer of keyring, and it imports it inside functions: that costs 100 ms, which the first paint
of the window must not wait for.
"""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

# Back ends that write files anybody who can read the home folder can open, or ask on a terminal.
_FILE_BACKENDS = "keyrings.alt."
_UNSAFE_WORDS = ("plaintext", "unencrypted", "uncrypted")
_NO_BACKENDS = ("keyring.backends.fail", "keyring.backends.null")

_SECRET_SERVICES = {
    "gnome-keyring-d": "GNOME Keyring",
    "keepassxc": "KeePassXC",
    "kwalletd": "KWallet",
    "kwalletd5": "KWallet",
    "kwalletd6": "KWallet",
    "ksecretd": "KWallet",
    "oo7-daemon": "GNOME Keyring",
}
_NAMES = {
    "keyring.backends.Windows": "Windows Credential Manager",
    "keyring.backends.macOS": "macOS Keychain",
    "keyring.backends.kwallet": "KWallet",
}
_SECRET_SERVICE_BACKENDS = ("keyring.backends.SecretService", "keyring.backends.libsecret")


def errors() -> tuple[type[Exception], ...]:
    """Everything that a back end of this system raises besides what is an error of this program."""
    from keyring.errors import KeyringError

    found: list[type[Exception]] = [
        KeyringError,
        OSError,
        ImportError,
        AttributeError,
        ValueError,
        RuntimeError,
    ]
    with contextlib.suppress(ImportError):
        from jeepney import DBusErrorResponse

        found.append(DBusErrorResponse)
    with contextlib.suppress(ImportError):
        from secretstorage.exceptions import SecretStorageException

        found.append(SecretStorageException)
    with contextlib.suppress(ImportError):
        from win32ctypes.pywin32 import pywintypes  # type: ignore[import-not-found,import-untyped,unused-ignore]

        found.append(pywintypes.error)
    return tuple(found)


def safe_backend() -> "KeyringBackend":
    """The back end that keeps the key. Raises FaceGenError(keyring_missing | keyring_plain_text)."""
    import keyring
    from keyring.backend import KeyringBackend, by_priority
    from keyring.backends.chainer import ChainerBackend

    foreign = errors()
    try:
        chosen = keyring.get_keyring()
        if _module(chosen) == "keyring.backends.fail":
            # keyring looks once; the Secret Service may have been started since.
            viable = [
                kind for kind in KeyringBackend.get_viable_backends() if not issubclass(kind, ChainerBackend)
            ]
            chosen = max((kind() for kind in viable), key=by_priority, default=chosen)
        candidates = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
    except foreign as error:
        failure = Failure(FailureKind.keyring_missing, detail=_detail(error))
    else:
        there = [backend for backend in candidates if not _module(backend).startswith(_NO_BACKENDS)]
        safe = [backend for backend in there if not is_plain_text(type(backend))]
        if safe:
            return safe[0]
        kind = FailureKind.keyring_plain_text if there else FailureKind.keyring_missing
        failure = Failure(kind, detail=", ".join(_class_name(type(backend)) for backend in there or [chosen]))
    raise FaceGenError(failure)


def is_plain_text(backend: type) -> bool:
    """Whether a back end keeps its secrets where other programs can read them."""
    name = _class_name(backend)
    return name.startswith(_FILE_BACKENDS) or any(word in name.lower() for word in _UNSAFE_WORDS)


def is_windows(backend: "KeyringBackend") -> bool:
    return _module(backend) == "keyring.backends.Windows"


def plain_name(backend: "KeyringBackend") -> str:
    """What people call it: a product's name, not a sentence."""
    module = _module(backend)
    if module in _SECRET_SERVICE_BACKENDS:
        return _secret_service_name()
    return _NAMES.get(module) or str(backend.name)


def failure_of(error: Exception) -> Failure:
    """The failure that one of `errors()` stands for. Its detail is not yet scrubbed of the key."""
    names = [type(each).__name__ for each in (error, error.__cause__, error.__context__) if each is not None]
    match names:
        case ["NoKeyringError" | "SecretServiceNotAvailableException", *_]:
            kind = FailureKind.keyring_missing
        case ["KeyringLocked" | "LockedException" | "PromptDismissedException", *_]:
            kind = FailureKind.keyring_locked
        case ["InitError", "SecretServiceNotAvailableException", *_]:
            kind = FailureKind.keyring_missing
        case ["InitError", "LockedException", *_]:
            kind = FailureKind.keyring_locked
        case ["InitError", *_]:
            # There is no default collection, and the offer to create one was turned down.
            kind = FailureKind.keyring_no_collection
        case [
            "PasswordSetError" | "PasswordDeleteError" | "KeyringError" | "DBusErrorResponse" | "error",
            *_,
        ]:
            kind = FailureKind.keyring_refused
        case _ if isinstance(error, ImportError | AttributeError | OSError):
            kind = FailureKind.keyring_missing
        case _:
            kind = FailureKind.keyring_refused
    return Failure(kind, detail=_detail(error))


def _detail(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:2000]


def _module(backend: "KeyringBackend") -> str:
    return type(backend).__module__


def _class_name(backend: type) -> str:
    return f"{backend.__module__}.{backend.__qualname__}"


def _secret_service_name() -> str:
    """The program behind the Secret Service: whoever owns its name on the bus. Starts it if need be."""
    process = ""
    with contextlib.suppress(*errors()), contextlib.ExitStack() as stack:
        import secretstorage
        from jeepney.bus_messages import message_bus

        bus = stack.enter_context(contextlib.closing(secretstorage.dbus_init()))
        name = "org.freedesktop.secrets"
        bus.send_and_get_reply(message_bus.StartServiceByName(name))
        number = bus.send_and_get_reply(message_bus.GetConnectionUnixProcessID(name)).body[0]
        process = Path(f"/proc/{int(number)}/comm").read_text().strip()
    return _SECRET_SERVICES.get(process, "Secret Service")
