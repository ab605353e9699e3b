"""A private screen, D-Bus session and keyring for the tests, so that nobody's own are ever touched."""

import gc
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

REQUIRED = bool(os.environ.get("CI"))
MISSING: dict[str, str] = {}
# Milliseconds. What holds is seen at once however long one would wait; a busy machine may take ten times as
# long as an idle one, and only what never happens takes all of it.
PATIENCE = 60_000


class PrivateSession:
    """Xvfb and a D-Bus session with an unlocked GNOME Keyring, in a folder that is deleted afterwards."""

    def __init__(self) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="facegen-tests-"))
        self._processes: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        for name in ("CONFIG", "DATA", "CACHE", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = str(self.home / name.lower())
        runtime = self.home / "run"
        runtime.mkdir(mode=0o700)
        os.environ["XDG_RUNTIME_DIR"] = str(runtime)
        os.environ["HOME"] = str(self.home)
        # A developer's own choice of language, keyring back end or style must not decide a test.
        os.environ["LC_ALL"] = "C.UTF-8"
        for name in (
            "LANGUAGE",
            "PYTHON_KEYRING_BACKEND",
            "QT_STYLE_OVERRIDE",
            "QT_QPA_PLATFORMTHEME",
            "QT_SCALE_FACTOR",
        ):
            os.environ.pop(name, None)
        self._start_bus()
        self._start_keyring()
        self._start_screen()
        self._start_accessibility()
        if not shutil.which("pdftoppm"):
            MISSING["pdf"] = "pdftoppm (Debian package poppler-utils) is not installed"

    def _start_bus(self) -> None:
        os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
        if not shutil.which("dbus-daemon"):
            MISSING["keyring"] = "dbus-daemon (Debian package dbus) is not installed"
            return
        bus = self._popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE
        )
        assert bus.stdout is not None
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()

    def _start_keyring(self) -> None:
        if "keyring" in MISSING:
            return
        if not shutil.which("gnome-keyring-daemon"):
            MISSING["keyring"] = "gnome-keyring-daemon (Debian package gnome-keyring) is not installed"
            return
        if not shutil.which("gdbus"):
            MISSING["keyring"] = "gdbus (Debian package libglib2.0-bin) is not installed"
            return
        daemon = self._popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
        )
        assert daemon.stdin is not None
        daemon.stdin.write(b"password of the private test keyring")
        daemon.stdin.close()
        # Asked before it is on the bus, the bus would start a second one, which has no keyring.
        subprocess.run(["gdbus", "wait", "--session", "--timeout=30", "org.freedesktop.secrets"], check=True)

    def _start_screen(self) -> None:
        if sys.platform != "linux":
            return
        if not shutil.which("Xvfb"):
            MISSING["screen"] = "Xvfb (Debian package xvfb) is not installed"
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
            return
        read, write = os.pipe()
        self._popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"],
            pass_fds=(write,),
        )
        os.close(write)
        with os.fdopen(read) as numbers:
            os.environ["DISPLAY"] = ":" + numbers.readline().strip()
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        os.environ.pop("WAYLAND_DISPLAY", None)

        if not shutil.which("xdotool"):
            MISSING["keyboard"] = "xdotool (Debian package xdotool) is not installed"

    def _start_accessibility(self) -> None:
        launcher = Path("/usr/libexec/at-spi-bus-launcher")
        if not launcher.exists():
            MISSING["accessibility"] = "at-spi-bus-launcher (Debian package at-spi2-core) is not installed"
        elif "keyring" in MISSING and "dbus" in MISSING["keyring"]:
            MISSING["accessibility"] = MISSING["keyring"]
        elif "screen" in MISSING:
            MISSING["accessibility"] = MISSING["screen"]
        elif subprocess.run(["/usr/bin/python3", "-c", "import pyatspi"], capture_output=True).returncode:
            MISSING["accessibility"] = "pyatspi (Debian package python3-pyatspi) is not installed"
        else:
            self._popen([str(launcher), "--launch-immediately"], stdout=subprocess.DEVNULL)

    def _popen(self, command: list[str], **options: object) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, **options)  # type: ignore[call-overload]
        self._processes.append(process)
        return process

    def stop(self) -> None:
        for process in reversed(self._processes):
            process.terminate()
        for process in self._processes:
            process.wait(60)
            if process.stdout is not None:
                process.stdout.close()
        shutil.rmtree(self.home, ignore_errors=True)


def pytest_configure(config: pytest.Config) -> None:
    # xdist's master runs no test and needs no screen.
    if getattr(config.option, "numprocesses", None) and not hasattr(config, "workerinput"):
        return
    session = PrivateSession()
    session.start()
    config.add_cleanup(session.stop)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        for mark, reason in MISSING.items():
            if item.get_closest_marker(mark) is None:
                continue
            if REQUIRED:
                raise pytest.UsageError(f"{item.nodeid} needs what is not here: {reason}")
            item.add_marker(pytest.mark.skip(reason=reason))


def pytest_collection_finish() -> None:
    # Cycles are freed between tests, in this thread: a widget freed in the thread of a pool ends the process.
    gc.collect()
    gc.freeze()
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    gc.collect(1)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["facegen-gui"]


class PatientBot(QtBot):
    """Waits for as long as a busy machine may take."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitSignals(self, signals: Any, *, timeout: int = PATIENCE, **more: Any) -> Any:
        return super().waitSignals(signals, timeout=timeout, **more)

    def waitExposed(self, widget: Any, *, timeout: int = PATIENCE) -> Any:
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)
