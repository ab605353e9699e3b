"""Holds the preferences in force, writes them, and tells everybody who goes by them."""

import logging
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from facegen_gui.domain.failures import FaceGenError
from facegen_gui.domain.preferences import Locked, Preferences
from facegen_gui.storage.settings import Settings

_log = logging.getLogger(__name__)


class Preferring(QObject):
    changed = Signal(object)  # Preferences
    failed = Signal(object)  # Failure: they hold for this session, but could not be written

    def __init__(self, settings: Settings, server: str = "", parent: QObject | None = None) -> None:
        """`server` replaces the one of the settings for this run, unless IT has locked that."""
        super().__init__(parent)
        self._settings = settings
        self.preferences = settings.load()
        self._own_server = self.preferences.network.server
        self._run_server = "" if "server" in settings.locked.names else server
        if self._run_server:
            self.preferences = with_server(self.preferences, self._run_server)

    @property
    def locked(self) -> Locked:
        return self._settings.locked

    def change(self, preferences: Preferences) -> None:
        """Take these into force at once."""
        self.remember(preferences)
        # Told even when nothing changed: a check mark that was clicked must show the truth again.
        self.changed.emit(preferences)

    def remember(self, preferences: Preferences) -> None:
        """Write what nobody needs to be told of, such as the window's place."""
        self.preferences = preferences
        if preferences.network.server == self._run_server:
            # Asked for on the command line: for this run only.
            preferences = with_server(preferences, self._own_server)
        try:
            self._settings.save(preferences)
        except FaceGenError as error:
            _log.warning("The settings could not be written: %s", error.failure.kind.value)
            self.failed.emit(error.failure)

    def last_folder(self) -> Path:
        """Where a file with a name of its own is offered to be put: where the last one is, if it is there."""
        last = self.preferences.last_folder
        return last if last is not None and last.is_dir() else self.preferences.save.folder

    def remember_folder(self, folder: Path) -> None:
        if folder != self.preferences.last_folder:
            self.remember(replace(self.preferences, last_folder=folder))


def with_server(preferences: Preferences, server: str) -> Preferences:
    return replace(preferences, network=replace(preferences.network, server=server))
