"""Files of fetched pictures and their thumbnails: names, safe arrival, sweeping. Not what is in them.

A picture is at `pictures/<server>/<stored name>`. Folder and file name carry the server, the job ID and the
number, so that a lost library can be rebuilt from the files alone.
"""

import contextlib
import hashlib
import itertools
import os
import re
import time
import uuid
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from facegen_gui.domain.disk_failures import os_failure
from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.file_names import read_stored_name, stored_name
from facegen_gui.domain.job import Picture, PictureKey
from facegen_gui.storage.disk import patiently, sha256_of, sync_file, sync_folder
from facegen_gui.storage.profile import Profile

_TEMPORARY = re.compile(r"part-([0-9a-f]{32})-\d+\.tmp")
_TEMPORARY_THUMBNAIL = re.compile(r".+\.thumb\.([0-9]+)-[0-9]+\.part")  # as `decoding` names them
_LONGEST_SLUG = 120
_THUMBNAIL = ".thumb"
# A thumbnail is written before its picture is known: one younger than so many seconds may belong to one.
_DAMAGED = ".damaged"  # after the whole name, so that it is no name of a kept picture
_THUMBNAIL_SETTLED = 3600.0


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

        `known` are the `Picture.file`s that it names. Strays are whole, for they were renamed after a sync.
        """
        return {key: file for key, file in kept_files(self._profile, self._folder) if file not in known}

    def missing(self, files: Collection[str]) -> set[str]:
        """Those `Picture.file`s that somebody took away from the disk.

        Raises FaceGenError(folder_missing) when the whole folder is out of reach: nothing is known then.
        """
        if not files:
            return set()
        self._check_reach()
        gone = {file for file in files if _is_gone(self._profile.absolute(file))}
        # It may have gone away in between.
        self._check_reach()
        return gone

    def set_aside_damaged(self, pictures: Iterable[Picture]) -> None:
        """Renames files that are no longer what was received: then they are `missing`, and nobody's."""
        for picture in pictures:
            path = self._profile.absolute(picture.file)
            # What cannot be read now may be sound.
            with contextlib.suppress(OSError):
                if picture.sha256 and sha256_of(path) != picture.sha256:
                    path.replace(path.with_name(path.name + _DAMAGED))

    def _check_reach(self) -> None:
        """An empty folder is one whose disk is not mounted, a dangling link one whose disk is not connected.

        No folder at all, where the profile itself can be read, has been deleted.
        """
        folder = self._profile.pictures
        try:
            with os.scandir(folder) as entries:
                is_away = next(entries, None) is None
            detail = "the folder is empty"
        except FileNotFoundError:
            is_away = os.path.lexists(folder) or not self._profile.root.is_dir()
            detail = "the folder's disk is not there"
        except OSError as error:
            is_away, detail = True, f"{type(error).__name__}: {error.strerror or error}"
        if is_away:
            raise FaceGenError(Failure(FailureKind.folder_missing, path=str(folder), detail=detail))

    def drop_thumbnails(self, pictures: Iterable[Path]) -> None:
        """Deletes the thumbnails of picture files that were purged, so that no face outlives its picture."""
        for picture in pictures:
            with contextlib.suppress(OSError):
                (self._thumbnails / (picture.stem + _THUMBNAIL)).unlink()

    def sweep_thumbnails(self, known: Collection[str]) -> int:
        """Deletes thumbnails whose picture is none of the `known` `Picture.file`s; returns how many."""
        wanted = {Path(file).stem + _THUMBNAIL for file in known}
        settled = time.time() - _THUMBNAIL_SETTLED
        swept = 0
        with contextlib.suppress(OSError):
            for entry in os.scandir(self._thumbnails):
                if entry.name in wanted or not entry.name.endswith(_THUMBNAIL):
                    continue
                with contextlib.suppress(OSError):
                    if entry.stat().st_mtime < settled:
                        Path(entry.path).unlink()
                        swept += 1
        return swept

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


def _is_gone(path: Path) -> bool:
    """Whether the file is surely not there; one that cannot be looked at may well be."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


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
        with contextlib.suppress(OSError):
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
