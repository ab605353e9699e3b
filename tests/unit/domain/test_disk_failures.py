"""What is told of a disk, by what the system says of it."""

import errno
from pathlib import Path

import pytest

from facegen_gui.domain.disk_failures import os_failure, read_failure
from facegen_gui.domain.failures import Failure, FailureKind

FOLDER = Path("/pictures")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, FailureKind.disk_full),
        (errno.EDQUOT, FailureKind.disk_full),
        (errno.EFBIG, FailureKind.disk_full),
        (errno.EACCES, FailureKind.folder_not_writable),
        (errno.EROFS, FailureKind.folder_not_writable),
        (errno.ENOENT, FailureKind.folder_missing),
        (errno.EEXIST, FailureKind.folder_missing),
        (errno.EIO, FailureKind.file_unreadable),
    ],
)
def test_an_error_of_the_system_is_told_as_what_it_means(number: int, kind: FailureKind) -> None:
    failure = os_failure(OSError(number, "words"), FOLDER)
    assert (failure.kind, failure.path) == (kind, str(FOLDER))
    assert failure.detail.endswith(": words")


@pytest.mark.parametrize("code", [39, 112])
def test_a_full_disk_is_known_by_the_number_of_windows_too(code: int) -> None:
    error = OSError(errno.EINVAL, "words")
    error.winerror = code
    assert os_failure(error, FOLDER, FailureKind.folder_not_writable).kind is FailureKind.disk_full


def test_what_means_nothing_in_particular_is_what_the_caller_says() -> None:
    error = OSError(errno.EIO, "words")
    assert os_failure(error, FOLDER, FailureKind.folder_not_writable).kind is FailureKind.folder_not_writable


def test_a_file_that_was_only_to_be_read_is_unreadable() -> None:
    assert read_failure(PermissionError(errno.EACCES, "words"), FOLDER) == Failure(
        FailureKind.file_unreadable, path=str(FOLDER), detail="PermissionError: words"
    )
