"""One check of the self-test: a name and something that says what it found, or why it is not well."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

_log = logging.getLogger(__name__)


class CheckFailedError(Exception):
    """The text says what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Check:
    """`find` returns the fact to be printed, and raises CheckFailedError."""

    name: str
    find: Callable[[], str]


def perform(check: Check) -> tuple[bool, str]:
    """Whether it went well, and its line. An error that nobody foresaw is a failed check, too."""
    try:
        return True, f"ok   {check.name}: {check.find()}"
    except CheckFailedError as error:
        return False, f"FAIL {check.name}: {error}"
    except Exception as error:  # noqa: BLE001 - the outer edge of a check
        _log.exception("The check of %s failed", check.name)
        return False, f"FAIL {check.name}: {type(error).__name__}: {error}. Please report this line."
