"""What the program needs to find: its files, picture formats, certificates, a keyring, a database."""

import socket
import ssl
import sys
import threading
import uuid
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtGui import QIcon

from facegen_gui.api.transport import tls_context
from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.job import NewJob
from facegen_gui.domain.media import sniff
from facegen_gui.practice.faces import FORMATS, draw_face
from facegen_gui.resources import resource_folder, resource_path
from facegen_gui.self_test.check import CheckFailedError
from facegen_gui.services.decoding import inspect
from facegen_gui.storage.key_store import KeyStore
from facegen_gui.storage.library import Library
from facegen_gui.storage.profile import Profile
from facegen_gui.widgets.translations import PREFIX, SOURCE_LANGUAGE, languages

KEYRING_PATIENCE = 30.0  # seconds; an unlock prompt that nobody answers must not hold the test up for ever
LOOPBACK_PATIENCE = 5.0  # seconds
REINSTALL = "Install the program again."
# Where systems keep their certificates in one file; Python's own default comes first.
CERTIFICATE_FILES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/pki/tls/cert.pem",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


def find_resources() -> str:
    icons = sorted(resource_path("icons").glob("*.svg"))
    if not icons:
        raise CheckFailedError(f"there are no icons in {resource_folder()}. {REINSTALL}")
    for icon in (*icons, resource_path("app-icon/facegen-gui.svg")):
        if QIcon(str(icon)).pixmap(32, 32).isNull():
            raise CheckFailedError(f"{icon} cannot be drawn. {REINSTALL}")
    return f"{len(icons)} icons"


def find_translations() -> str:
    """The program's own words in every language, and Qt's (buttons of dialogs) beside them."""
    folder = resource_path("translations")
    codes = [code for code, _ in languages(folder)]
    if not codes:
        raise CheckFailedError(f"there are no translations in {resource_folder()}. {REINSTALL}")
    qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    files = [folder / f"{PREFIX}{code}.qm" for code in codes]
    files += [qt_folder / f"qtbase_{code.partition('-')[0]}.qm" for code in codes if code != SOURCE_LANGUAGE]
    for file in files:
        if not QTranslator().load(str(file)):
            raise CheckFailedError(f"{file} cannot be read. {REINSTALL}")
    return ", ".join(codes)


def find_formats(folder: Path) -> str:
    """Writes a drawn face in each format and decodes it as any picture that comes in."""
    for name in FORMATS:
        drawn = draw_face("self-test", 1, name)
        file = folder / f"format{drawn.extension}"
        file.write_bytes(drawn.data)
        if sniff(drawn.data[:64]) != drawn.media_type:
            raise CheckFailedError(f"what was written as {name} is none. {REINSTALL}")
        found = inspect(file, drawn.media_type, folder / f"{name}.thumbnail")
        if (found.width, found.height) != (drawn.width, drawn.height):
            raise CheckFailedError(f"{name} was read as {found.width} x {found.height}. {REINSTALL}")
        if not (folder / f"{name}.thumbnail").exists():
            raise CheckFailedError(f"no thumbnail could be made of {name}. {REINSTALL}")
    return "PNG, JPEG and WebP are written and read"


def find_certificates() -> str:
    context = tls_context("")
    # Only a connection makes truststore look for the system's certificates; this one leads nowhere.
    context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname="self-test.invalid")
    if sys.platform == "darwin":
        return f"{ssl.OPENSSL_VERSION}, certificates are left to the system"
    count = _count_certificates()
    if not count:
        raise CheckFailedError(
            "this computer has no certificates to trust, so no server could be reached. "
            "On Debian and Ubuntu this helps: sudo apt install ca-certificates"
        )
    return f"{ssl.OPENSSL_VERSION}, {count} certificates of the system"


def _count_certificates() -> int:
    if sys.platform == "win32":
        return len(ssl.enum_certificates("ROOT"))
    for file in (ssl.get_default_verify_paths().cafile, *CERTIFICATE_FILES):
        if file and Path(file).is_file():
            plain = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            plain.load_verify_locations(cafile=file)
            return plain.cert_store_stats()["x509_ca"]
    folder = ssl.get_default_verify_paths().capath
    return len(list(Path(folder).glob("*.0"))) if folder else 0


def find_keyring(*, is_practice: bool = False) -> str:
    """Keeps a throw-away entry, reads it, removes it.

    Practice needs no key, and a source tree may do without a keyring, as a server does; a built program that
    is tested and finds none was built badly.
    """
    outcome: list[str | Failure] = []
    thread = threading.Thread(target=lambda: outcome.append(_try_keyring()), daemon=True)
    thread.start()
    thread.join(KEYRING_PATIENCE)
    found = outcome[0] if outcome else Failure(FailureKind.keyring_timed_out)
    if isinstance(found, str):
        return found
    told = found.kind.value.replace("keyring_", "").replace("_", " ")
    told += f" ({found.detail})" if found.detail else ""
    if getattr(sys, "frozen", False) and not is_practice:
        raise CheckFailedError(
            f"{told}. Unlock or start the keyring of this computer (GNOME Keyring, KWallet)."
        )
    return f"none to be used, so a key would be kept for the session only: {told}"


def _try_keyring() -> str | Failure:
    store = KeyStore(f"https://self-test.invalid/{uuid.uuid4()}")
    secret = f"self-test {uuid.uuid4()}"
    try:
        name = store.name()
        store.write(secret)
        try:
            if store.read() != secret:
                return Failure(FailureKind.keyring_refused, detail=f"{name} gave back something else")
        finally:
            store.forget()
        if store.read() is not None:
            return Failure(FailureKind.keyring_refused, detail=f"{name} does not forget")
    except FaceGenError as error:
        return error.failure
    return name


def need_loopback() -> None:
    """The practice service is reached over this computer's own network, which a container may lack."""
    try:
        with socket.create_server(("127.0.0.1", 0)) as server:
            socket.create_connection(server.getsockname(), LOOPBACK_PATIENCE).close()
    except OSError as error:
        raise CheckFailedError(
            f"this computer's own network (127.0.0.1) is not up ({error.strerror or error}), and the "
            "practice service is reached over it. On Linux this helps, as root: ip link set lo up"
        ) from error


def find_database(folder: Path) -> str:
    profile = Profile.at(folder / "database")
    server = "https://self-test.invalid"
    with Library.open(profile, server) as library:
        library.add([NewJob("101", "a label")], datetime.now(UTC))
    with Library.open(profile, server) as library:
        job = library.job("101")
    if job is None or job.label != "a label":
        raise CheckFailedError(f"what was written to {profile.library_file} is not in it.")
    return "the library keeps what it is given"
