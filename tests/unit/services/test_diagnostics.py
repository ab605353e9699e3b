"""Diagnostics tell what support needs, and nothing that is secret or names a person."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import Job, JobState
from facegen_gui.domain.key_status import KeyStatus
from facegen_gui.domain.network import NetworkSettings, ProxyMode
from facegen_gui.domain.preferences import Locked, Preferences
from facegen_gui.domain.saves import SaveOptions
from facegen_gui.domain.scrubbing import KnownKeys
from facegen_gui.services.diagnostics import Situation, diagnostics, last_lines

KEY = "secret+key/4711"
NOW = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.fixture
def keys() -> KnownKeys:
    keys = KnownKeys()
    keys.add(KEY)
    return keys


@pytest.fixture
def situation(tmp_path: Path, qtbot: QtBot) -> Situation:
    home = tmp_path / "hannelore"
    network = NetworkSettings(
        "https://modelslab.com/api/v1/enterprise",
        proxy_mode=ProxyMode.manual,
        proxy_url="http://hannelore:hunter2@proxy.test:3128",
    )
    failure = Failure(FailureKind.generation_failed)
    jobs = (
        Job("12202888", 1, 1, NOW, JobState.ready),
        Job("abc123-def456", 2, 1, NOW, JobState.failed, failure=failure),
    )
    log = tmp_path / "facegen-gui.log"
    log.write_text(
        "job 12202888: ready\njob abc123-def456: failed\njob 777888999: removed long ago\n"
        f"GET https://pub-1.r2.dev/generations/0f3c-0.png?sig=1 for hannelore, {KEY}\n",
        "utf-8",
    )
    return Situation(
        preferences=Preferences(network, SaveOptions(home / "Pictures")),
        locked=Locked(frozenset({"server"}), "/etc/facegen-gui/policy.ini"),
        key=KeyStatus(present=True, kept=True, store="GNOME Keyring", hint="11"),
        jobs=jobs,
        log_file=log,
        home=home,
    )


def test_support_sees_versions_settings_keyring_and_states(situation: Situation, keys: KnownKeys) -> None:
    text = diagnostics(situation, keys)
    for fact in (
        "Qt: 6.",
        "PySide6: 6.",
        "httpx: 0.",
        "keyring: GNOME Keyring",
        "server: https://modelslab.com/api/v1/enterprise",
        "proxy: manual http://proxy.test:3128",
        "save folder: ~/Pictures",
        "set by /etc/facegen-gui/policy.ini: server",
        "jobs: 2",
        "failure generation_failed: 1",
    ):
        assert fact in text.replace("\\", "/")


@pytest.mark.parametrize("with_job_ids", [False, True])
def test_nothing_secret_and_no_person_is_in_it(
    situation: Situation, keys: KnownKeys, with_job_ids: bool
) -> None:
    text = diagnostics(situation, keys, with_job_ids=with_job_ids)
    for secret in (KEY, "hunter2", "hannelore", "0f3c", "sig=1"):
        assert secret not in text


def test_job_ids_are_in_it_only_when_asked_for(situation: Situation, keys: KnownKeys) -> None:
    without = diagnostics(situation, keys)
    for job_id in ("12202888", "abc123-def456", "777888999"):
        assert job_id not in without
        assert job_id in diagnostics(situation, keys, with_job_ids=True)
    assert "job [job]: ready" in without


def test_only_the_last_lines_of_the_log_are_read(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("\n".join(f"line {n} {'x' * 2000}" for n in range(1000)))
    lines = last_lines(log, 50)
    assert len(lines) == 50
    assert lines[-1].startswith("line 999 ")
    assert last_lines(tmp_path / "missing") == []


def test_a_proxy_that_cannot_be_understood_is_not_repeated(situation: Situation, keys: KnownKeys) -> None:
    network = replace(situation.preferences.network, proxy_url="http://user:pass@host:notaport")
    preferences = replace(situation.preferences, network=network)
    text = diagnostics(replace(situation, preferences=preferences), keys)
    assert "pass@" not in text
    assert "cannot be understood" in text
