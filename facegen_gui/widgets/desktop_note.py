"""One note by the desktop when a batch has come in and the window is not in front."""

from functools import partial

from PySide6.QtCore import QObject, QThreadPool, Slot
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from facegen_gui.identity import NAME
from facegen_gui.services.desktop_notes import notify
from facegen_gui.widgets.notice_texts import finished_notice


class BatchNote(QObject):
    def __init__(self, window: QWidget, application: QGuiApplication) -> None:
        super().__init__(window)
        self._window = window
        self._application = application

    @Slot(int, int)
    def tell_finished(self, ready: int, failed: int) -> None:
        """Nothing is under way any more; so many jobs became ready or failed since it began."""
        if not self._window.isActiveWindow():
            text = finished_notice(ready, failed).text
            show_note(self._window, NAME, text, self._application.windowIcon())


def show_note(parent: QObject, title: str, text: str, icon: QIcon) -> None:
    """Ask the desktop for a note. It may be switched off there; nothing depends on it."""
    if QGuiApplication.platformName() in ("xcb", "wayland"):
        QThreadPool.globalInstance().start(partial(notify, title, text))
    elif QSystemTrayIcon.supportsMessages():
        tray = QSystemTrayIcon(icon, parent)
        tray.messageClicked.connect(tray.deleteLater)
        tray.show()
        tray.showMessage(title, text, icon)
