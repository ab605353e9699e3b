"""Files of fetched pictures and their thumbnails: names, safe arrival, sweeping. Not what is in them.

A picture is at `pictures/<server>/<stored name>`. Folder and file name carry the server, the job ID and the
number, so that a lost library can be rebuilt from the files alone.
"""

import contextlib
import hashlib
import itertools
import os
import re
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from facegen_gui.domain.failures import FaceGenError
from facegen_gui.domain.file_names import read_stored_name, stored_name
from facegen_gui.domain.job import PictureKey
from facegen_gui.storage.disk import os_failure, patiently, sync_file, sync_folder
from facegen_gui.storage.profile import Profile

_TEMPORARY = re.compile(r"part-([0-9a-f]{32})-\d+\.tmp")
_TEMPORARY_THUMBNAIL = re.compile(r".+\.thumb\.([0-9]+)-[0-9]+\.part")  # as `decoding` names them
_LONGEST_SLUG = 120
_THUMBNAIL = ".thumb"


class PictureFiles:
    """The picture files of one server in one profile. Safe to use from several threads."""

    def __init__(self, profile: Profile, server: str) -> None:
        self._profile = profile
        self._folder = profile.pictures / server_slug(server)
        self._thumbnails = profile.thumbnails / server_slug(server)
        self._run = uuid.uuid4().hex
        self._numbers = itertools.count(1)

    def temporary(self) -> Path:
        """A fresh path, on the same disk as the kept pictures, that `sweep` of a later run will clear.

        Raises FaceGenError when the folder cannot be made.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FaceGenError(os_failure(error, self._folder)) from error
        return self._folder / f"part-{self._run}-{next(self._numbers)}.tmp"

    def keep(self, temporary: Path, key: PictureKey, extension: str) -> str:
        """Moves verified bytes to their final place and returns `Picture.file`.

        On return they survive a power loss. Raises FaceGenError; the temporary file is left then.
        """
        kept = self._folder / (stored_name(key.job_id, key.number) + extension)
        try:
            sync_file(temporary)
            patiently(lambda: temporary.replace(kept))
            sync_folder(self._folder)
        except OSError as error:
            raise FaceGenError(os_failure(error, self._folder)) from error
        return self._profile.relative(kept)

    def thumbnail_path(self, key: PictureKey) -> Path:
        """Where the thumbnail of `key` is or should be; its folder exists unless it cannot be made."""
        with contextlib.suppress(OSError):  # writing the thumbnail will tell
            self._thumbnails.mkdir(parents=True, exist_ok=True)
        return self._thumbnails / (stored_name(key.job_id, key.number) + _THUMBNAIL)

    def strays(self, known: set[str]) -> dict[PictureKey, str]:
        """Kept files that no row of the library names: the program was killed between disk and library.

        `known` is `Library.known_files()`. They are whole, for they were renamed after a sync.
        """
        return {key: file for key, file in kept_files(self._profile, self._folder) if file not in known}

    def drop_thumbnails(self, pictures: Iterable[Path]) -> None:
        """Deletes the thumbnails of picture files that were purged, so that no face outlives its picture."""
        for picture in pictures:
            with contextlib.suppress(OSError):
                (self._thumbnails / (picture.stem + _THUMBNAIL)).unlink()

    def sweep(self) -> int:
        """Deletes the temporary files of earlier runs, nothing else; returns how many."""
        of_pictures = (
            path
            for path in _files_below(self._profile.pictures)
            if (match := _TEMPORARY.fullmatch(path.name)) and match[1] != self._run
        )
        of_thumbnails = (
            path
            for path in _files_below(self._profile.thumbnails)
            if (match := _TEMPORARY_THUMBNAIL.fullmatch(path.name)) and int(match[1]) != os.getpid()
        )
        swept = 0
        for path in (*of_pictures, *of_thumbnails):
            with contextlib.suppress(OSError):
                path.unlink()
                swept += 1
        return swept


def _files_below(folder: Path) -> Iterator[Path]:
    """The files in the folders of `folder`, one for each server; nothing where they cannot be read."""
    with contextlib.suppress(OSError):
        for inner in folder.iterdir():
            for entry in os.scandir(inner) if inner.is_dir() else ():
                if entry.is_file(follow_symlinks=False):
                    yield Path(entry.path)


def kept_files(profile: Profile, folder: Path) -> Iterator[tuple[PictureKey, str]]:
    """Key and `Picture.file` of every kept picture in one server's folder; nothing when it is not there."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        key = read_stored_name(Path(entry.name).stem)
        if key is not None and entry.is_file(follow_symlinks=False):
            yield key, profile.relative(Path(entry.path))


def server_slug(server: str) -> str:
    """Folder name of a server: readable, different for every server also where case does not count."""
    text = server.removeprefix("https://")
    slug = "".join(_escaped(char) for char in text)
    if len(slug) <= _LONGEST_SLUG:
        return slug
    return f"{slug[: _LONGEST_SLUG - 20]}~{hashlib.sha256(server.encode()).hexdigest()[:19]}"


def server_of_slug(slug: str, known: str) -> str | None:
    """The server of a folder, or None for a folder that is none of ours.

    `known` is the server in use: only it can be told again from a slug that was too long.
    """
    if slug == server_slug(known):
        return known
    text = unquote(slug.replace("+", "/"))
    server = text if text.startswith("http://") else f"https://{text}"
    return server if server_slug(server) == slug else None


def _escaped(char: str) -> str:
    if char == "/":
        return "+"
    if re.fullmatch(r"[a-z0-9._-]", char):
        return char
    # Capital letters too: they would collide with small ones on some disks.
    return "".join(f"%{byte:02X}" for byte in char.encode())
