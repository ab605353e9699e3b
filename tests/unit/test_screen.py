"""Screens that Qt could not use are known before Qt would abort the process."""

import os
import shutil
import socket
import struct
import sys
import threading
from pathlib import Path

import pytest

from facegen_gui.screen import screen_trouble
from facegen_gui.system_libraries import plugin_trouble, sentence_for

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")


@pytest.mark.screen
def test_a_real_screen_is_no_trouble() -> None:
    assert screen_trouble((), {"DISPLAY": os.environ["DISPLAY"]}) is None


def test_a_screen_that_begins_anew_and_refuses_meanwhile_is_no_trouble() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        number = server.getsockname()[1] - 6000
        answer = struct.pack("<BxHHH", 1, 11, 0, 8) + bytes(32)

        def answer_the_second() -> None:
            server.accept()[0].close()
            second, _ = server.accept()
            second.recv(100)
            second.sendall(answer)
            accepted.append(second)

        accepted: list[socket.socket] = []
        thread = threading.Thread(target=answer_the_second, daemon=True)
        thread.start()
        assert screen_trouble((), {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f"127.0.0.1:{number}"}) is None
        thread.join()
        accepted[0].close()


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600"])
def test_what_needs_no_screen_starts_without_one(platform: str) -> None:
    assert screen_trouble((), {"QT_QPA_PLATFORM": platform}) is None
    assert screen_trouble(("-platform", platform), {}) is None


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": ":4711"},
        {"WAYLAND_DISPLAY": "wayland-4711"},
        {"QT_QPA_PLATFORM": "xcb"},
    ],
)
def test_a_screen_that_is_not_there_is_told(environment: dict[str, str]) -> None:
    trouble = screen_trouble((), environment)
    assert trouble is not None
    assert trouble.no_screen
    assert trouble.sentence.endswith(".")


def test_the_word_on_the_command_line_counts_more_than_the_environment() -> None:
    assert screen_trouble(("-platform", "xcb"), {"QT_QPA_PLATFORM": "offscreen"}) is not None


def test_a_plugin_that_cannot_be_loaded_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "libqwayland.so").write_text("no library")
    shutil.copy("/usr/bin/env", tmp_path / "libqxcb.so")
    monkeypatch.setattr("facegen_gui.system_libraries._plugins", lambda: tmp_path)
    assert plugin_trouble(["wayland", "xcb"]).startswith("Qt cannot start")
    monkeypatch.setattr("facegen_gui.system_libraries._plugins", lambda: tmp_path / "elsewhere")
    assert plugin_trouble(["wayland", "xcb"]) == ""


def test_the_packages_of_a_missing_library_are_named_for_debian_and_fedora() -> None:
    error = OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")
    sentence = sentence_for(error)
    assert "libxcb-cursor0" in sentence
    assert "xcb-util-cursor" in sentence


def test_a_library_without_a_known_package_is_named_itself() -> None:
    error = OSError("libstrange.so.7: cannot open shared object file: No such file or directory")
    assert "libstrange.so.7" in sentence_for(error)
    assert sentence_for(ImportError("cannot import name 'x'")) == ""
