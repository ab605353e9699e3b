"""A disk that fails at a single file, and rows that lead anywhere, end nothing but themselves."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from facegen_gui.domain.failures import FaceGenError, FailureKind
from facegen_gui.storage import picture_files, rebuild
from facegen_gui.storage.library import Library
from facegen_gui.storage.picture_files import PictureFiles
from facegen_gui.storage.profile import Profile
from tests.unit.storage.samples import NOW, SERVER, entries, full_job, keep_picture


class FailingEntry:
    """Of a folder whose disk gives the names and not what they are."""

    def __init__(self, entry: os.DirEntry[str]) -> None:
        self.name, self.path = entry.name, entry.path

    def is_file(self, *, follow_symlinks: bool = True) -> bool:
        if self.name.startswith("1_"):
            raise OSError(errno.EIO, "Input/output error")
        return True


def test_a_file_that_cannot_be_looked_at_hides_no_other(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_picture(profile, "1")
    other = keep_picture(profile, "2")
    real = os.scandir

    def scandir(folder: Path) -> Iterator[FailingEntry]:
        with real(folder) as entries:
            return iter([FailingEntry(entry) for entry in entries])

    monkeypatch.setattr(picture_files.os, "scandir", scandir)
    assert PictureFiles(profile, SERVER).strays(set()) == {other.key: other.file}


def test_a_file_that_a_row_names_outside_of_the_profile_is_not_thrown_away(profile: Profile) -> None:
    with Library.open(profile, SERVER) as library:
        (job,) = library.add(entries("1"), NOW).jobs
        library.put([full_job(job)])
        library.remove(["1"], NOW)
    with closing(sqlite3.connect(profile.library_file)) as connection:
        connection.execute("UPDATE pictures SET file = '../../somebody.png' WHERE file <> ''")
        connection.commit()
    with Library.open(profile, SERVER) as library:
        assert library.purge_removed() == ()
        assert library.purge_removed() == ()


def test_a_folder_that_fails_while_a_lost_library_is_looked_for_is_told(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(rebuild, "_folders", fail)
    with pytest.raises(FaceGenError) as raised:
        Library.open(profile, SERVER)
    assert raised.value.failure.kind is FailureKind.file_unreadable
