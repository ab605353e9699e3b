"""Saves that a person asked for, kept until they have ended: the end of the program does not drop them.

One file beside the library for each.
"""

import contextlib
import json
import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from facegen_gui.domain.job import PictureKey
from facegen_gui.domain.saves import Conflict, SaveFormat, SaveItem, SaveOptions
from facegen_gui.storage.disk import write_atomically
from facegen_gui.storage.profile import Profile

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PromisedSave:
    file: Path
    asked_at: datetime
    options: SaveOptions
    names: tuple[tuple[PictureKey, str], ...]  # as in SaveItem

    def forget(self) -> None:
        """It has ended, or is no longer wanted."""
        with contextlib.suppress(OSError):
            self.file.unlink(missing_ok=True)


class PromisedSaves:
    """Those of one server. For any thread."""

    def __init__(self, profile: Profile, server: str) -> None:
        self._library = profile.library_file
        self._server = server

    def keep(self, items: Sequence[SaveItem], options: SaveOptions, now: datetime) -> PromisedSave:
        """A disk that refuses is no reason not to save."""
        file = self._library.with_name(f"promised-{os.urandom(6).hex()}.json")
        promised = PromisedSave(file, now, options, tuple((item.key, item.name) for item in items))
        try:
            write_atomically(file, json.dumps(_written(promised, self._server)).encode(), private=True)
        except OSError as error:
            _log.warning("A save could not be remembered: %s", error)
        return promised

    def kept(self) -> list[PromisedSave]:
        """What an earlier run has left, in the order it was asked for."""
        found = []
        for file in self._library.parent.glob("promised-*.json"):
            try:
                entry = json.loads(file.read_bytes())
                if entry["server"] == self._server:
                    found.append(_read(file, entry))
            except OSError as error:
                _log.warning("A promised save cannot be read: %s", error)
            except (ValueError, TypeError, KeyError) as error:
                _log.warning("A promised save is damaged: %s", error)
                file.unlink(missing_ok=True)
        return sorted(found, key=lambda promised: promised.asked_at)


def _written(promised: PromisedSave, server: str) -> dict[str, object]:
    options = promised.options
    return {
        "server": server,
        "asked_at": promised.asked_at.isoformat(),
        "folder": str(options.folder),
        "pattern": options.pattern,
        "batch_folders": options.batch_folders,
        "format": options.format.value,
        "quality": options.quality,
        "clean": options.clean,
        "conflict": options.conflict.value,
        "names": [[key.job_id, key.number, name] for key, name in promised.names],
    }


def _read(file: Path, entry: dict[str, object]) -> PromisedSave:
    """Raises ValueError, TypeError or KeyError for what nobody has promised."""
    names = entry["names"]
    if not isinstance(names, list):
        raise TypeError(names)
    options = SaveOptions(
        Path(str(entry["folder"])),
        str(entry["pattern"]),
        bool(entry["batch_folders"]),
        SaveFormat(entry["format"]),
        int(str(entry["quality"])),
        bool(entry["clean"]),
        Conflict(entry["conflict"]),
    )
    pairs = tuple((PictureKey(str(job_id), int(number)), str(name)) for job_id, number, name in names)
    return PromisedSave(file, datetime.fromisoformat(str(entry["asked_at"])), options, pairs)
