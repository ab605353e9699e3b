"""The key in a real Secret Service, and every way in which a keyring can fail."""

import contextlib
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from facegen_gui.domain.failures import FaceGenError, FailureKind
from facegen_gui.identity import KEYRING_SERVICE
from facegen_gui.storage.key_store import WINDOWS_MAX_BYTES, KeyStore, is_too_long_for_windows
from facegen_gui.storage.keyring_backend import is_plain_text
from tests.unit.storage.samples import SERVER

KEY = "aB3$ä-key-of-the-test-\N{KEY}"

# What a store says of every call, one line each; run where nothing else uses the keyring.
CALLS = """
import sys, traceback
from facegen_gui.domain.failures import FaceGenError
from facegen_gui.storage.key_store import KeyStore

store = KeyStore("https://modelslab.com/api/v1/enterprise")

def say(name, *values):
    try:
        print(name, getattr(store, name)(*values), "", sep="|")
    except FaceGenError as error:
        print(name, error.failure.kind.value, error.failure.detail, sep="|")
        assert "the-secret" not in "".join(traceback.format_exception(error)), "the key is in a traceback"
"""


@pytest.fixture
def store() -> Iterator[KeyStore]:
    store = KeyStore(SERVER)
    yield store
    store.forget()


def _calls(code: str, folder: Path, before: str | None = None, **environment: str) -> list[list[str]]:
    """Runs the calls in a session of their own; `before` is a shell command that starts the keyring in it.

    Without a screen, so that nobody is asked to unlock anything: the prompt counts as dismissed.
    """
    session = ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY")
    cleared = {name: value for name, value in os.environ.items() if name not in session}
    home = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "XDG_DATA_HOME": str(folder / "data")}
    run = [sys.executable, "-W", "ignore", "-c", CALLS + code]
    if before is not None:
        run = ["dbus-run-session", "--", "sh", "-c", f'{before}; exec "$@"', "sh", *run]
    process = subprocess.Popen(
        run,
        env=cleared | home | environment,
        cwd=Path(__file__).parents[3],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        output, errors = process.communicate(timeout=30)
    finally:
        # Whatever the session started ends with it.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    assert process.returncode == 0, errors
    return [line.split("|") for line in output.splitlines()]


# The daemon returns before it is on the bus; asked too early, the bus would start a second one.
ON_THE_BUS = "gdbus wait --session --timeout=30 org.freedesktop.secrets"
UNLOCKED = f"printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null && {ON_THE_BUS}"
WITHOUT_COLLECTION = f"gnome-keyring-daemon --start --components=secrets >/dev/null && {ON_THE_BUS}"


@pytest.mark.keyring
def test_a_key_is_kept_read_replaced_and_forgotten(store: KeyStore) -> None:
    assert store.read() is None
    store.write("first")
    store.write(KEY)
    assert store.read() == KEY
    assert KeyStore(SERVER + "/").read() == KEY
    store.forget()
    assert store.read() is None
    store.forget()


@pytest.mark.keyring
def test_keys_of_two_servers_do_not_mix(store: KeyStore) -> None:
    other = KeyStore("https://example.com/api")
    store.write(KEY)
    assert other.read() is None
    other.write("other")
    other.forget()
    assert store.read() == KEY


@pytest.mark.keyring
def test_the_entry_is_the_one_that_the_keyring_command_makes(store: KeyStore) -> None:
    command = [sys.executable, "-m", "keyring"]
    entry = ["Face Gen Viewer", "https://modelslab.com/api/v1/enterprise"]
    subprocess.run([*command, "set", *entry], input=f"{KEY}\n", text=True, check=True, capture_output=True)
    assert store.read() == KEY
    store.write("replaced")
    told = subprocess.run([*command, "get", *entry], text=True, check=True, capture_output=True)
    assert told.stdout.strip() == "replaced"


@pytest.mark.keyring
def test_what_cannot_be_seen_around_a_key_that_it_set_is_not_sent(store: KeyStore) -> None:
    keyring.set_password(KEYRING_SERVICE, SERVER, f"\ufeff\u200b {KEY}\u2060\n")
    assert store.read() == KEY


@pytest.mark.keyring
def test_the_store_is_called_what_people_call_it(store: KeyStore) -> None:
    assert store.name() == "GNOME Keyring"


@pytest.mark.keyring
def test_a_store_does_not_show_its_key(store: KeyStore) -> None:
    store.write(KEY)
    assert KEY not in repr(store)
    assert KEY not in str(vars(store))


@pytest.mark.keyring
def test_a_locked_keyring_that_nobody_unlocks_is_told_and_does_not_hang(tmp_path: Path) -> None:
    lock = """
say("write", "the-secret")
say("read")
import secretstorage
secretstorage.get_default_collection(secretstorage.dbus_init()).lock()
say("name")
say("read")
say("write", "the-secret-2")
say("forget")
"""
    lines = _calls(lock, tmp_path, before=UNLOCKED)
    assert lines[:3] == [["write", "None", ""], ["read", "the-secret", ""], ["name", "GNOME Keyring", ""]]
    assert [line[:2] for line in lines[3:]] == [
        [name, "keyring_locked"] for name in ("read", "write", "forget")
    ]


@pytest.mark.keyring
def test_a_keyring_without_a_collection_is_told(tmp_path: Path) -> None:
    lines = _calls(
        'say("name"); say("read"); say("write", "the-secret")', tmp_path, before=WITHOUT_COLLECTION
    )
    assert lines[0] == ["name", "GNOME Keyring", ""]
    assert [line[:2] for line in lines[1:]] == [
        ["read", "keyring_no_collection"],
        ["write", "keyring_no_collection"],
    ]


@pytest.mark.keyring
def test_a_keyring_that_was_started_later_is_found(tmp_path: Path) -> None:
    late = f"""
import os, subprocess
bus = os.environ.pop("DBUS_SESSION_BUS_ADDRESS")
say("read")
os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus
subprocess.run({UNLOCKED!r}, shell=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
say("read")
"""
    first, second = _calls(late, tmp_path, before=":")
    assert first[:2] == ["read", "keyring_missing"]
    assert second == ["read", "None", ""]


@pytest.mark.parametrize(
    ("environment", "detail"),
    [
        ({}, "keyring.backends.fail.Keyring"),
        ({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}, "keyring.backends.fail.Keyring"),
        ({"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}, "keyring.backends.null.Keyring"),
        ({"PYTHON_KEYRING_BACKEND": "no_such_module.Keyring"}, "ModuleNotFoundError"),
        ({"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.NoSuchClass"}, "AttributeError"),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a keyring")
def test_without_a_keyring_that_is_told(tmp_path: Path, environment: dict[str, str], detail: str) -> None:
    lines = _calls(
        'say("name"); say("read"); say("write", "the-secret"); say("forget")', tmp_path, **environment
    )
    assert len(lines) == 4
    for line in lines:
        assert line[1] == "keyring_missing"
        assert detail in line[2]


BACKENDS = """
from keyring.backend import KeyringBackend

class PlaintextKeyring(KeyringBackend):
    priority = 9
    kept = {}
    def get_password(self, service, username): return self.kept.get((service, username))
    def set_password(self, service, username, password): self.kept[service, username] = password
    def delete_password(self, service, username): del self.kept[service, username]

class VaultKeyring(PlaintextKeyring):
    priority = 3
    name = "The Vault"

class ForgetfulKeyring(PlaintextKeyring):
    priority = -1
    def set_password(self, service, username, password): pass

class TalkativeKeyring(PlaintextKeyring):
    priority = -1
    def set_password(self, service, username, password): raise ValueError(f"cannot store {password}")
"""


@pytest.mark.parametrize("backend", ["test_backends.PlaintextKeyring", "keyrings.alt.file.EncryptedKeyring"])
def test_a_back_end_that_keeps_plain_text_is_refused_by_name(tmp_path: Path, backend: str) -> None:
    module = tmp_path.joinpath(*backend.split(".")[:-1]).with_suffix(".py")
    module.parent.mkdir(parents=True, exist_ok=True)
    module.write_text(BACKENDS.replace("PlaintextKeyring", backend.split(".")[-1]))
    lines = _calls(
        'say("name"); say("read"); say("write", "the-secret")',
        tmp_path,
        PYTHON_KEYRING_BACKEND=backend,
        PYTHONPATH=str(tmp_path),
    )
    assert [line[1:] for line in lines] == [["keyring_plain_text", backend]] * 3


def test_in_a_chain_of_back_ends_the_safe_one_is_used_and_the_plain_one_never(tmp_path: Path) -> None:
    (tmp_path / "test_backends.py").write_text(BACKENDS)
    chain = """
import keyring, test_backends
from keyring.backends.chainer import ChainerBackend
assert isinstance(keyring.get_keyring(), ChainerBackend), keyring.get_keyring()
assert isinstance(keyring.get_keyring().backends[0], test_backends.PlaintextKeyring)
test_backends.VaultKeyring.kept = {}
say("name")
say("write", "the-secret")
say("read")
assert not test_backends.PlaintextKeyring.kept and test_backends.VaultKeyring.kept
say("forget")
say("read")
"""
    lines = _calls("import test_backends\n" + chain, tmp_path, PYTHONPATH=str(tmp_path))
    assert [line[1] for line in lines] == ["The Vault", "None", "the-secret", "None", "None"]


@pytest.mark.parametrize(
    ("backend", "detail"),
    [("ForgetfulKeyring", "did not give back"), ("TalkativeKeyring", "cannot store …")],
)
def test_a_back_end_that_does_not_store_is_told_without_the_key(
    tmp_path: Path, backend: str, detail: str
) -> None:
    (tmp_path / "test_backends.py").write_text(BACKENDS)
    (line,) = _calls(
        'say("write", "the-secret")',
        tmp_path,
        PYTHON_KEYRING_BACKEND=f"test_backends.{backend}",
        PYTHONPATH=str(tmp_path),
    )
    assert line[1] == "keyring_refused"
    assert detail in line[2]


@pytest.mark.keyring
def test_no_error_carries_the_key(store: KeyStore) -> None:
    key = "the-secret-\ud800"  # half a character: no back end can encode it
    with pytest.raises(FaceGenError) as caught:
        store.write(key)
    assert caught.value.failure.kind is FailureKind.keyring_refused
    assert "the-secret" not in "".join(traceback.format_exception(caught.value))
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_a_key_too_long_for_windows_is_known_before_it_is_stored() -> None:
    assert not is_too_long_for_windows("k" * (WINDOWS_MAX_BYTES // 2))
    assert is_too_long_for_windows("k" * (WINDOWS_MAX_BYTES // 2 + 1))


def test_back_ends_of_the_operating_systems_are_no_plain_text() -> None:
    from keyring.backends import SecretService, Windows, kwallet, libsecret

    backends = (SecretService.Keyring, Windows.WinVaultKeyring, kwallet.DBusKeyring, libsecret.Keyring)
    assert not any(is_plain_text(backend) for backend in backends)
