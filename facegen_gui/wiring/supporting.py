"""Settings, check-up, diagnostics, crashes, shortcuts and About: the dialogs beside the main job."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog

from facegen_gui.domain.scrubbing import KnownKeys
from facegen_gui.models.job_store import JobStore
from facegen_gui.resources import licences_folder, resource_path
from facegen_gui.services.diagnostics import Situation, diagnostics
from facegen_gui.services.practice_start import start_practice
from facegen_gui.storage.profile import Profile
from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.dialogs.about_dialog import AboutDialog
from facegen_gui.widgets.dialogs.check_up_dialog import CheckUpDialog
from facegen_gui.widgets.dialogs.settings_dialog import SettingsDialog, SettingsPage
from facegen_gui.widgets.dialogs.shortcuts_dialog import ShortcutsDialog
from facegen_gui.widgets.dialogs.text_dialogs import CrashDialog, DiagnosticsDialog
from facegen_gui.widgets.main_window import MainWindow
from facegen_gui.widgets.translations import languages
from facegen_gui.wiring.picture_host import picture_host
from facegen_gui.wiring.preferring import Preferring
from facegen_gui.wiring.worker_owner import WorkerOwner


class Supporting(QObject):
    def __init__(
        self,
        window: MainWindow,
        store: JobStore,
        owner: WorkerOwner,
        preferring: Preferring,
        profile: Profile,
        keys: KnownKeys,
        icons: Icons,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._store = store
        self._owner = owner
        self._preferring = preferring
        self._profile = profile
        self._keys = keys
        self._icons = icons
        self._crash: CrashDialog | None = None
        commands = window.commands
        commands.settings.triggered.connect(lambda: self.open_settings())
        window.news.network_settings_requested.connect(lambda: self.open_settings(SettingsPage.network))
        commands.check_up.triggered.connect(self.open_check_up)
        commands.diagnostics.triggered.connect(lambda: self._open_text(DiagnosticsDialog(icons, window)))
        commands.practice.triggered.connect(self._open_practice)
        commands.shortcuts.triggered.connect(lambda: _open(ShortcutsDialog(window.menus, window)))
        commands.about.triggered.connect(lambda: _open(AboutDialog(licences_folder(), window)))

    def open_settings(self, page: SettingsPage = SettingsPage.saving) -> None:
        dialog = SettingsDialog(
            self._preferring.preferences,
            self._preferring.locked,
            languages(resource_path("translations")),
            self._window,
            page=page,
        )
        dialog.preferences_changed.connect(self._preferring.change)
        _open(dialog)

    def open_check_up(self) -> None:
        dialog = CheckUpDialog(self._owner.network.server, self._icons, self._window)
        dialog.started.connect(lambda: self._owner.worker.check_up(picture_host(self._store)))
        self._store.check_step_done.connect(dialog.show_step)
        self._store.check_up_finished.connect(dialog.end)
        _open(dialog)
        dialog.start()

    def _open_practice(self) -> None:
        self._window.news.tell_practice_opens(started=bool(start_practice()))

    @Slot(str)
    def on_crash(self, _traceback: str) -> None:
        """The traceback is in the log already, whose end the dialog shows; one dialog at a time."""
        if self._crash is None:
            self._crash = CrashDialog(self._icons, self._window)
            self._crash.quit_requested.connect(self._window.close)
            self._crash.finished.connect(self._on_crash_closed)
            self._open_text(self._crash)

    def _on_crash_closed(self) -> None:
        self._crash = None

    def _open_text(self, dialog: DiagnosticsDialog) -> None:
        dialog.text_requested.connect(lambda with_ids: dialog.show_text(self._diagnostics(with_ids)))
        _open(dialog)
        dialog.start()

    def _diagnostics(self, with_job_ids: bool) -> str:
        # In practice mode another network is in use than the settings say.
        situation = Situation(
            replace(self._preferring.preferences, network=self._owner.network),
            self._preferring.locked,
            self._window.key.status,
            self._store.jobs(),
            self._profile.log_file,
            Path.home(),
        )
        return diagnostics(situation, self._keys, with_job_ids=with_job_ids)


def _open(dialog: QDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
