"""The window's first paint: as it was left, before anything that takes long is imported or read."""

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from facegen_gui.resources import resource_path
from facegen_gui.storage.first_look import first_look
from facegen_gui.storage.profile import Profile
from facegen_gui.widgets.main_window import MainWindow
from facegen_gui.widgets.translations import install_translations

# A window that is started minimised is not painted at all.
PATIENCE_MS = 500


def opened_window(qt: QApplication, profile: Profile) -> MainWindow:
    """The frame of the window in its language, colours and place; not yet shown."""
    look = first_look(profile.settings_file)
    install_translations(qt, resource_path("translations"), look.language)
    if look.colours:
        # Most people have the colours of their system, and need not wait for this.
        from facegen_gui.widgets.palettes import apply_named_palette

        apply_named_palette(look.colours)
    return MainWindow(look.geometry, look.splitter)


def show_until_painted(window: MainWindow) -> bool:
    """Show it and return once it is on the screen; False if it was closed meanwhile."""
    loop = QEventLoop()
    painted = _Painted(window, loop)
    window.installEventFilter(painted)
    QTimer.singleShot(PATIENCE_MS, loop, loop.quit)
    window.show()
    loop.exec()
    window.removeEventFilter(painted)
    return window.isVisible()


class _Painted(QObject):
    def __init__(self, window: MainWindow, loop: QEventLoop) -> None:
        super().__init__(window)
        self._loop = loop

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            # The event is only about to be handled; by the next turn of the loop it is on screen.
            QTimer.singleShot(0, self._loop, self._loop.quit)
        return False
