"""The settings window: its pages, what IT has locked, and what comes of it as one new Preferences value."""

import enum
from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from facegen_gui.domain.preferences import Locked, Preferences
from facegen_gui.widgets.dialogs.look_page import LookPage
from facegen_gui.widgets.dialogs.network_page import NetworkPage
from facegen_gui.widgets.dialogs.parts import Dialog, wrapped
from facegen_gui.widgets.dialogs.saving_page import SavingPage


class SettingsPage(enum.IntEnum):
    saving = 0
    network = 1
    look = 2


class SettingsDialog(Dialog):
    """Nothing is changed before OK; then `preferences_changed` carries all of it."""

    preferences_changed = Signal(object)  # Preferences

    def __init__(
        self,
        preferences: Preferences,
        locked: Locked,
        languages: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        page: SettingsPage = SettingsPage.saving,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.setWindowTitle(self.tr("Settings"))
        self.saving = SavingPage(preferences, locked.names, self)
        self.network = NetworkPage(preferences, locked.names, self)
        self.look = LookPage(preferences, languages, self)
        self.tabs = QTabWidget(self)
        self.tabs.setAccessibleName(self.tr("Pages of the settings"))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.saving, self.tr("Saving"))
        self.tabs.addTab(self.network, self.tr("Network"))
        self.tabs.addTab(self.look, self.tr("Look"))
        self.tabs.setCurrentIndex(page)
        self.locked_words = wrapped("", self)
        self.locked_words.setVisible(bool(locked.names))
        if locked.names:
            self.locked_words.setText(
                self.tr("Your IT has set in {file}, and it cannot be changed here: {settings}.").format(
                    file=locked.origin, settings=", ".join(self._named(locked.names))
                )
            )
        self.problem = wrapped("", self)
        self.problem.hide()
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.accepted.connect(self._on_ok)
        self.buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        for widget in (self.tabs, self.locked_words, self.problem, self.buttons):
            rows.addWidget(widget)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 78)

    def _named(self, names: Collection[str]) -> list[str]:
        """By name, since other things are greyed out too as long as they have no effect."""
        words = {
            "save_folder": self.tr("save folder"),
            "auto_save_folder": self.tr("saving by itself"),
            "server": self.tr("server"),
            "concurrency": self.tr("calls at a time"),
            "proxy": self.tr("proxy"),
            "proxy_url": self.tr("address of the proxy"),
            "extra_ca_file": self.tr("certificate file"),
        }
        return [word for name, word in words.items() if name in names]

    def _on_ok(self) -> None:
        pages: tuple[SavingPage | NetworkPage | LookPage, ...] = (self.saving, self.network, self.look)
        for place, page in enumerate(pages):
            if page.problem:
                self.tabs.setCurrentIndex(place)
                self.problem.setText(page.problem)
                self.problem.show()
                return
        changed = self._preferences
        for page in pages:
            changed = page.result(changed)
        if changed != self._preferences:
            self.preferences_changed.emit(changed)
        self.accept()
