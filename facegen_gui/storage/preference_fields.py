"""Every preference as text: its name in `settings.ini` and `policy.ini`, its values, how it is written."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from facegen_gui.domain.file_names import validate_pattern
from facegen_gui.domain.network import ProxyMode, checked_server
from facegen_gui.domain.preferences import ColourScheme, Grouping, Preferences, SortOrder
from facegen_gui.domain.saves import Conflict, SaveFormat

_YES = {"yes", "true", "on", "1"}
_NO = {"no", "false", "off", "0"}


@dataclass(frozen=True, slots=True)
class Field:
    """One preference. `place` leads to it from `Preferences`; `read` raises ValueError for a wrong value."""

    section: str
    name: str
    place: tuple[str, ...]
    read: Callable[[str], Any]
    write: Callable[[Any], str] = str
    policy: bool = False  # whether IT may preset and lock it

    def value_in(self, preferences: Preferences) -> Any:
        value: Any = preferences
        for name in self.place:
            value = getattr(value, name)
        return value

    def put_into(self, preferences: Preferences, text: str) -> Preferences:
        """`preferences` with this one read from `text`. Raises ValueError."""
        value = self.read(text)
        if len(self.place) == 1:
            return replace(preferences, **{self.place[0]: value})
        group, name = self.place
        return replace(preferences, **{group: replace(getattr(preferences, group), **{name: value})})

    def text_of(self, preferences: Preferences) -> str:
        return self.write(self.value_in(preferences))


def _number(lowest: int, highest: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        value = int(text)
        if not lowest <= value <= highest:
            raise ValueError(f"{value} is not within {lowest} and {highest}")
        return value

    return read


def _yes_or_no(text: str) -> bool:
    if text.lower() in _YES | _NO:
        return text.lower() in _YES
    raise ValueError(f"neither yes nor no: {text}")


def _written_yes_or_no(value: bool) -> str:
    return "yes" if value else "no"


def _written_enum(value: Enum) -> str:
    return str(value.value)


def _folder(text: str) -> Path:
    path = Path(os.path.expandvars(text)).expanduser()
    if not path.is_absolute():
        raise ValueError(f"not an absolute path: {text}")
    return path


def _folder_or_none(text: str) -> Path | None:
    return _folder(text) if text else None


def _written_folder_or_none(value: Path | None) -> str:
    return str(value or "")


def _file_or_empty(text: str) -> str:
    return str(_folder(text)) if text else ""


def _proxy_url(text: str) -> str:
    if not text:
        return ""
    parts = urlsplit(text)
    _ = parts.port  # raises ValueError for a port that is none
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("not an address of a proxy (http://host:port)")
    return text


def _pattern(text: str) -> str:
    problem = validate_pattern(text)
    if problem is not None:
        raise ValueError(f"not a pattern for names: {problem.value}")
    return text


def _matching(expression: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not re.fullmatch(expression, text):
            raise ValueError(text)
        return text

    return read


_base64 = _matching(r"[A-Za-z0-9+/=]{0,20000}")

FIELDS = (
    Field("network", "server", ("network", "server"), checked_server, policy=True),
    Field("network", "concurrency", ("network", "concurrency"), _number(1, 8), policy=True),
    Field("network", "proxy", ("network", "proxy_mode"), ProxyMode, _written_enum, policy=True),
    Field("network", "proxy_url", ("network", "proxy_url"), _proxy_url, policy=True),
    Field("network", "extra_ca_file", ("network", "extra_ca_file"), _file_or_empty, policy=True),
    Field("saving", "save_folder", ("save", "folder"), _folder, policy=True),
    Field(
        "saving",
        "auto_save_folder",
        ("auto_save_folder",),
        _folder_or_none,
        _written_folder_or_none,
        policy=True,
    ),
    Field("saving", "last_folder", ("last_folder",), _folder_or_none, _written_folder_or_none),
    Field("saving", "name_pattern", ("save", "pattern"), _pattern),
    Field("saving", "folder_per_batch", ("save", "batch_folders"), _yes_or_no, _written_yes_or_no),
    Field("saving", "format", ("save", "format"), SaveFormat, _written_enum),
    Field("saving", "quality", ("save", "quality"), _number(1, 100)),
    Field("saving", "without_metadata", ("save", "clean"), _yes_or_no, _written_yes_or_no),
    Field("saving", "if_name_is_taken", ("save", "conflict"), Conflict, _written_enum),
    Field("window", "colours", ("colour_scheme",), ColourScheme, _written_enum),
    Field("window", "language", ("language",), _matching(r"[A-Za-z0-9-]{0,35}")),
    Field("window", "tile_size", ("tile_edge",), _number(16, 4096)),
    Field("window", "sort_by", ("sort",), SortOrder, _written_enum),
    Field("window", "group_by", ("grouping",), Grouping, _written_enum),
    Field("window", "notify", ("notify",), _yes_or_no, _written_yes_or_no),
    Field("window", "offer_clipboard", ("offer_clipboard",), _yes_or_no, _written_yes_or_no),
    Field("window", "geometry", ("geometry",), _base64),
    Field("window", "splitter", ("splitter",), _base64),
    Field("key", "kept_in", ("key_store",), _matching(r".{0,200}")),
)
