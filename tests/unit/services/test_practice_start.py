"""Practice mode, started from the running program."""

import os
import signal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facegen_gui.services.practice_start import start_practice


def test_practice_opens_beside_the_program_and_leaves_nothing(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    process = start_practice()
    try:
        qtbot.waitUntil(lambda: any(tmp_path.rglob("library.sqlite3")), timeout=30_000)
    finally:
        os.kill(process, signal.SIGTERM)
    qtbot.waitUntil(lambda: not any(tmp_path.iterdir()), timeout=30_000)
