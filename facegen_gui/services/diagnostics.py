"""What "Copy diagnostics" copies: facts from an allow-list and the end of the log, without anything secret.

English on purpose: it is read by those who support the program.
"""

import platform
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import PySide6
from PySide6.QtCore import QLocale, QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication, QImageReader

from facegen_gui import __version__
from facegen_gui.domain.job import Job
from facegen_gui.domain.key_status import KeyStatus
from facegen_gui.domain.preferences import Locked, Preferences
from facegen_gui.domain.scrubbing import KnownKeys
from facegen_gui.identity import NAME

LOG_LINES = 200
_LARGEST_TAIL = 256 * 1024
_LIBRARIES = ("httpx", "keyring", "truststore", "pathvalidate")
_LINK = re.compile(r"(https?://[^/\s\"'<>]+)/[^\s\"'<>]*")
_WORD = re.compile(r"[A-Za-z0-9_-]+")
_LONG_NUMBER = re.compile(r"[0-9]{5,}")
_SHORTEST_USER_NAME = 3


@dataclass(frozen=True, slots=True)
class Situation:
    """What the program knows of itself. `home` is taken out of all paths."""

    preferences: Preferences
    locked: Locked
    key: KeyStatus
    jobs: tuple[Job, ...]
    log_file: Path
    home: Path


def diagnostics(situation: Situation, keys: KnownKeys, *, with_job_ids: bool = False) -> str:
    """The text to be shown and copied. Picture links lose their paths, job IDs stay only if asked for."""
    lines = [
        f"{NAME} {__version__}",
        *_section("Versions", _versions()),
        *_section("Settings", _settings(situation.preferences, situation.locked)),
        *_section("API key", _key(situation.key)),
        *_section("Jobs", _jobs(situation.jobs)),
    ]
    if with_job_ids:
        lines += _section("Job IDs", ((job.id, job.state.value) for job in situation.jobs))
    known = frozenset() if with_job_ids else frozenset(job.id for job in situation.jobs)
    lines += ["", f"Log (last {LOG_LINES} lines)"]
    lines += [_without_links(line, known, hide=not with_job_ids) for line in last_lines(situation.log_file)]
    return keys.scrub(_without_person("\n".join(lines), situation.home)) + "\n"


def last_lines(file: Path, count: int = LOG_LINES) -> list[str]:
    """The end of a log; nothing where there is no log."""
    try:
        with file.open("rb") as log:
            log.seek(max(0, file.stat().st_size - _LARGEST_TAIL))
            return log.read().decode("utf-8", errors="replace").splitlines()[-count:]
    except OSError:
        return []


def _section(title: str, facts: Iterable[tuple[str, object]]) -> list[str]:
    return ["", title, *(f"  {name}: {value}" for name, value in facts)]


def _versions() -> Iterator[tuple[str, object]]:
    import importlib.metadata  # 20 ms, which only those wait who want to know

    yield "installed", "built program" if getattr(sys, "frozen", False) else "Python package"
    yield "system", f"{QSysInfo.prettyProductName()}, {platform.system()} {platform.release()}"
    yield "processor", QSysInfo.currentCpuArchitecture()
    yield "Python", platform.python_version()
    yield "PySide6", PySide6.__version__
    yield "Qt", qVersion()
    for library in _LIBRARIES:
        try:
            yield library, importlib.metadata.version(library)
        except importlib.metadata.PackageNotFoundError:
            yield library, "no metadata"
    yield "window system", QGuiApplication.platformName() or "none"
    for screen in QGuiApplication.screens():
        size = screen.size()
        yield "screen", f"{size.width()} x {size.height()} at {screen.devicePixelRatio():g}"
    yield "language", QLocale.system().name()
    formats = (bytes(name.data()).decode() for name in QImageReader.supportedImageFormats())
    yield "picture formats", " ".join(sorted(formats))


def _settings(preferences: Preferences, locked: Locked) -> Iterator[tuple[str, object]]:
    network, save = preferences.network, preferences.save
    yield "server", network.server
    yield "calls at a time", network.concurrency
    yield "proxy", " ".join((network.proxy_mode.value, _without_user(network.proxy_url))).strip()
    yield "extra certificates", network.extra_ca_file or "none"
    yield "save folder", save.folder
    yield "file names", save.pattern + (" in a folder for each batch" if save.batch_folders else "")
    yield "save format", f"{save.format.value or 'as received'}, quality {save.quality}, clean {save.clean}"
    yield "existing files", save.conflict.value
    yield "saving by itself", preferences.auto_save_folder or "off"
    yield "colours", preferences.colour_scheme.value
    yield "chosen language", preferences.language or "the system's"
    yield "gallery", f"tiles {preferences.tile_edge}, {preferences.sort.value}, {preferences.grouping.value}"
    yield "notifications", preferences.notify
    if locked.names:
        yield f"set by {locked.origin}", ", ".join(sorted(locked.names))


def _key(status: KeyStatus) -> Iterator[tuple[str, object]]:
    yield "present", status.present
    yield "kept", status.kept
    yield "keyring", status.store or "none"
    if status.previous_store:
        yield "keyring before", status.previous_store
    if status.failure is not None:
        yield "trouble", f"{status.failure.kind.value} {status.failure.detail}".rstrip()


def _jobs(jobs: tuple[Job, ...]) -> Iterator[tuple[str, object]]:
    yield "jobs", len(jobs)
    yield "pictures kept", sum(len(job.kept) for job in jobs)
    yield from sorted(Counter(job.state.value for job in jobs).items())
    failures = Counter(f"failure {job.failure.kind.value}" for job in jobs if job.failure is not None)
    yield from sorted(failures.items())


def _without_user(url: str) -> str:
    """A proxy's address without the user name and password it may carry."""
    if not url:
        return ""
    try:
        parts = urlsplit(url if "://" in url else f"//{url}")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "(an address that cannot be understood)"
    return f"{parts.scheme}://{parts.hostname or ''}{port}".removeprefix("://")


def _without_links(line: str, known: frozenset[str], *, hide: bool) -> str:
    line = _LINK.sub(r"\1/…", line)
    if not hide:
        return line
    line = _WORD.sub(lambda match: "[job]" if match[0] in known else match[0], line)
    # IDs that were removed from the library may still stand in the log.
    return _LONG_NUMBER.sub("[number]", line)


def _without_person(text: str, home: Path) -> str:
    for form in {str(home), str(home.resolve()), home.as_posix(), str(home).replace("\\", "\\\\")}:
        if len(form) > 1:
            text = text.replace(form, "~")
    name = home.name
    if len(name) >= _SHORTEST_USER_NAME:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "[user]", text)
    return text
