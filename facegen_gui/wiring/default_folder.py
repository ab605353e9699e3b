"""Makes the save folder that nobody chose when a dialog is about to open in it.

Saving makes it by itself. A dialog cannot open in a folder that is not there, and would go to the one above:
the program's own with --profile, and in practice one that is thrown away.
"""

import contextlib
from pathlib import Path

from PySide6.QtCore import QObject

from facegen_gui.widgets.main_window import MainWindow
from facegen_gui.wiring.preferring import Preferring


class DefaultFolder(QObject):
    """To be made before what asks: commands are heard in the order of connecting."""

    def __init__(self, window: MainWindow, preferring: Preferring, folder: Path) -> None:
        super().__init__(window)
        self._preferring = preferring
        self._folder = folder
        commands = window.commands
        for command in (
            commands.save_as,
            commands.export_zip,
            commands.contact_sheet,
            commands.delivery_note,
            commands.change_folder,
        ):
            command.triggered.connect(self._make)

    def _make(self) -> None:
        """Never a folder that a person chose: that one is on a drive that is away."""
        if self._preferring.preferences.save.folder == self._folder:
            # The dialog opens above it then, and what cannot be written is told where it is tried.
            with contextlib.suppress(OSError):
                self._folder.mkdir(parents=True, exist_ok=True)
