"""Reads packaging/releases.toml: version, day and news of each release, newest first."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime

from commands import BuildError
from product import PACKAGING, VERSION, program_version


@dataclass(frozen=True, slots=True)
class Release:
    version: str
    day: date
    news: tuple[str, ...]

    @property
    def moment(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)


def releases() -> tuple[Release, ...]:
    """The release being built comes first. Raises BuildError when nobody wrote down what is new in it."""
    listed = tomllib.loads((PACKAGING / "releases.toml").read_text(encoding="utf-8"))["release"]
    found = [Release(item["version"], item["date"], tuple(item["news"])) for item in listed]
    if program_version != found[0].version:
        raise BuildError(f"packaging/releases.toml does not say what is new in {program_version}")
    if program_version != VERSION:
        found.insert(0, Release(VERSION, found[0].day, ("A build for testing upgrades.",)))
    return tuple(found)
