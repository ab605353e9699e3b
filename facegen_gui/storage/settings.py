"""Preferences in `settings.ini`, with the policy of IT over them. Never the key, which is in the keyring.

Only what differs from the presets is written, so that a preset that IT changes later arrives. Names that
this version does not know stay in the file.
"""

import configparser
from collections.abc import Sequence
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from facegen_gui.domain.disk_failures import os_failure, read_failure
from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.domain.network import NetworkSettings
from facegen_gui.domain.preferences import Locked, Preferences
from facegen_gui.domain.saves import SaveOptions
from facegen_gui.identity import DEFAULT_SERVER
from facegen_gui.storage.disk import patiently, write_atomically
from facegen_gui.storage.policy import Policy, policy_failure, read_policy, standard_policy_files
from facegen_gui.storage.preference_fields import FIELDS, Field
from facegen_gui.storage.profile import Profile


class Settings:
    """The settings of one profile. `locked` and `failures` are what the last `load` found."""

    def __init__(self, profile: Profile, policy_files: Sequence[Path] | None = None) -> None:
        self._file = profile.settings_file
        self._policy_files = standard_policy_files() if policy_files is None else tuple(policy_files)
        self._presets = Preferences(NetworkSettings(DEFAULT_SERVER), SaveOptions(profile.save_folder))
        self._built_in = self._presets
        self.locked = Locked()
        self.failures: tuple[Failure, ...] = ()  # of files that could not be used; never fatal
        self._is_unread = False  # what a person chose may stand in a file that could not be read

    def load(self) -> Preferences:
        """What holds now. Wrong values count as not given, one by one; a broken file is set aside."""
        policy = read_policy(self._policy_files)
        failures = list(policy.failures)
        self._is_unread = False
        stored = self._stored(failures)
        self._presets = _preset(self._built_in, policy, failures)
        preferences, locked = self._presets, set[str]()
        for field in FIELDS:
            text = stored.get(field.section, field.name, fallback=None)
            if text is not None:
                preferences = _with(preferences, field, text) or preferences
            if field.name in policy.locked:
                fixed = _with(preferences, field, policy.locked[field.name])
                if fixed is None:
                    failures.append(_refused(policy, field))
                else:
                    preferences = fixed
                    locked.add(field.name)
        self.locked = Locked(frozenset(locked), policy.origin if locked else "")
        self.failures = tuple(failures)
        return preferences

    def save(self, preferences: Preferences) -> None:
        """Writes what a person may choose, in one step; a file that cannot be read is set aside first.

        Raises FaceGenError of the disk.
        """
        failures: list[Failure] = []
        stored = self._stored(failures)
        if failures:
            self._set_aside()
        for field in FIELDS:
            if field.name in self.locked.names:
                continue  # the person's own choice comes back when IT lifts the lock
            if field.value_in(preferences) == field.value_in(self._presets):
                # In a file that is read only now, other choices may stand, made before this start.
                if not self._is_unread and stored.has_section(field.section):
                    stored.remove_option(field.section, field.name)
                continue
            if not stored.has_section(field.section):
                stored.add_section(field.section)
            stored.set(field.section, field.name, field.text_of(preferences))
        text = StringIO()
        stored.write(text)
        try:
            # The address of a proxy may hold a password.
            write_atomically(self._file, text.getvalue().encode("utf-8", "surrogateescape"), private=True)
        except OSError as error:
            raise FaceGenError(os_failure(error, self._file.parent)) from error

    def _stored(self, failures: list[Failure]) -> configparser.ConfigParser:
        """What is in the file; empty where there is none or it had to be set aside."""
        try:
            text = patiently(self._file.read_bytes).decode("utf-8-sig", "surrogateescape")
            parser = _parser()
            parser.read_string(text)
        except FileNotFoundError:
            return _parser()
        except OSError as error:
            self._is_unread = True
            failures.append(_damaged(self._file, read_failure(error, self._file).detail))
            return _parser()
        except configparser.Error as error:
            failures.append(_damaged(self._set_aside(), f"{type(error).__name__}: {error}"))
            return _parser()
        return parser

    def _set_aside(self) -> Path:
        """Where the broken file is now."""
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        aside = self._file.with_name(f"{self._file.name}.damaged-{stamp}")
        try:
            patiently(lambda: self._file.replace(aside))
        except OSError:
            return self._file  # a read-only folder: it stays, and nothing is written over it either
        return aside


def _damaged(file: Path, detail: str) -> Failure:
    return Failure(FailureKind.settings_damaged, path=str(file), detail=detail[:2000])


def _parser() -> configparser.ConfigParser:
    return configparser.ConfigParser(interpolation=None, delimiters=("=",), default_section="")


def _preset(built_in: Preferences, policy: Policy, failures: list[Failure]) -> Preferences:
    preferences = built_in
    for field in FIELDS:
        if field.name in policy.preset:
            changed = _with(preferences, field, policy.preset[field.name])
            if changed is None:
                failures.append(_refused(policy, field))
            preferences = changed or preferences
    return preferences


def _with(preferences: Preferences, field: Field, text: str) -> Preferences | None:
    try:
        return field.put_into(preferences, text)
    except (ValueError, RuntimeError):  # RuntimeError: "~" of a person without a home
        return None


def _refused(policy: Policy, field: Field) -> Failure:
    return policy_failure(policy.origin, f"value of {field.name} cannot be used")
