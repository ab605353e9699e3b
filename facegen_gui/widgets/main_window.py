"""The window: puts its parts together. It shows the store and emits wishes; it knows no worker.

It is painted as a frame first, which needs little, and furnished after that. `Qt` is imported late, where it
is needed: its 93 enumerations take 11 ms, a tenth of what the first paint of any window takes. What is made
with a parent brings them along, too.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from facegen_gui.identity import NAME
from facegen_gui.widgets.incoming import files_and_text, is_welcome
from facegen_gui.widgets.opening import menu_titles, opening_box, opening_gallery
from facegen_gui.widgets.window_place import (
    SMALLEST_SIZE,
    USUAL_SIZE,
    place_of,
    restore_place,
    restore_splitters,
    splitters_state,
)

if TYPE_CHECKING:
    from facegen_gui.domain.preferences import Preferences
    from facegen_gui.widgets.furniture import Furniture


@dataclass(frozen=True, slots=True)
class Parts:
    """The large parts, made by whoever composes the program."""

    paste: QWidget  # the box of job IDs with its line and button
    jobs: QWidget  # the list of jobs
    gallery: QWidget  # the pictures with their filters
    pages: Sequence[QWidget] = ()  # shown in place of all that: viewer, comparison


class MainWindow(QMainWindow):
    """What the composing code connects.

    Signals: `text_arrived` and `files_arrived` (pasted or dropped anywhere); `full_screen_changed`.
    Attributes with signals of their own: `commands` (every QAction), `progress` (`cancel_requested`), `news`
    (buttons of notices), `key` (`key_entered`, `forget_requested`, `unlock_requested`). Slots:
    `show_preferences`, `set_selection`, `set_all_shown`, `show_page`, `show_gallery`, `set_full_screen`,
    `bring_to_front`. All that is there once it is furnished.
    """

    text_arrived = Signal(str)
    files_arrived = Signal(list)  # list[Path]
    full_screen_changed = Signal(bool)

    def __init__(self, geometry: str = "", splitter: str = "") -> None:
        """The frame, with the places of the window and its splitters as they were remembered."""
        super().__init__()
        self._furniture: Furniture | None = None
        self._gallery_page = QSplitter()
        self._opening_box = opening_box()
        self._pages = QStackedWidget()
        self._footer = QWidget()
        for title in menu_titles():
            self.menuBar().addMenu(title)
        self._lay_out()
        self.setWindowTitle(NAME)
        self.setAcceptDrops(True)
        # Smaller than what the parts would like, so that it fits a small screen at 200 %.
        self.setMinimumSize(SMALLEST_SIZE)
        restore_place(self, geometry)
        self._splitter = splitter
        restore_splitters(splitter, self._gallery_page)

    def furnish(self, furniture: "Furniture", parts: Parts, preferences: "Preferences") -> str:
        """Puts everything into the frame, once. Gives what was typed into the box meanwhile."""
        self._furniture = furniture
        self.commands = furniture.commands
        self.menus = furniture.menus
        self.notices = furniture.notices
        self.news = furniture.news
        self.key = furniture.key
        self.save_bar = furniture.save_bar
        self.progress = furniture.progress
        typed = self._opening_box.toPlainText()
        self._put_in(parts)
        self._connect()
        self.show_preferences(preferences)
        return typed

    def sizeHint(self) -> QSize:
        return USUAL_SIZE

    def show_preferences(self, preferences: "Preferences") -> None:
        """Shows what is set: the save folder and what the menus' check marks stand for."""
        self.save_bar.set_folder(preferences.save.folder)
        self.save_bar.set_auto_save(preferences.auto_save_folder)
        self.commands.auto_save.setChecked(preferences.auto_save_folder is not None)
        self.commands.show_choices(preferences)

    def remembered(self, preferences: "Preferences") -> "Preferences":
        """The preferences with the window's present place in them."""
        state = splitters_state(self._gallery_page, self._left)
        return replace(preferences, geometry=place_of(self), splitter=state)

    def set_selection(self, pictures: int, jobs: int) -> None:
        """So many pictures that are here, of so many jobs, are selected."""
        self.commands.set_selection(pictures=pictures, jobs=jobs)
        self.save_bar.set_selected(pictures)

    def set_all_shown(self, pictures: int) -> None:
        """So many pictures would be saved by Save all."""
        self.commands.set_all_shown(pictures)
        self.save_bar.set_all_shown(pictures)

    def show_page(self, page: QWidget) -> None:
        """One of the parts' pages in place of the gallery."""
        self._pages.setCurrentWidget(page)

    def show_gallery(self) -> None:
        self._pages.setCurrentWidget(self._gallery_page)
        self.set_full_screen(False)

    def set_full_screen(self, on: bool) -> None:
        from PySide6.QtCore import Qt

        if on == self.isFullScreen():
            return
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        # On macOS the menu bar is the system's own and goes away by itself.
        self.menuBar().setVisible(not on)
        self._footer.setVisible(not on)
        self.commands.full_screen.setChecked(on)
        self.full_screen_changed.emit(on)

    def bring_to_front(self) -> None:
        """A second start hands its arguments over and wants to see the window."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._opening_box, 1)
        column.addStretch(1)
        self._gallery_page.addWidget(left)
        self._gallery_page.addWidget(opening_gallery())
        self._gallery_page.setSizes([350, 830])
        self._gallery_page.setStretchFactor(1, 1)
        self._gallery_page.setChildrenCollapsible(False)
        self._pages.addWidget(self._gallery_page)
        centre = QWidget()
        self._rows = QVBoxLayout(centre)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(self._pages, 1)
        self._rows.addWidget(self._footer)
        self.setCentralWidget(centre)
        self._opening_box.setFocus()

    def _put_in(self, parts: Parts) -> None:
        self.setMenuBar(self.menus)
        # Without the menu bar (full screen) the shortcuts must go on working.
        self.addActions(self.commands.findChildren(type(self.commands.fetch)))
        from PySide6.QtCore import Qt

        self._left = QSplitter(Qt.Orientation.Vertical)
        self._left.addWidget(parts.paste)
        self._left.addWidget(parts.jobs)
        self._left.setStretchFactor(1, 1)
        self._left.setChildrenCollapsible(False)
        from facegen_gui.widgets.scrolling import Scrolled

        _exchange(self._gallery_page, Scrolled(self._left), Scrolled(parts.gallery))
        restore_splitters(self._splitter, self._gallery_page, self._left)
        for page in parts.pages:
            self._pages.addWidget(page)
        # Below the pages: what comes and goes there must move nothing that somebody is about to press.
        self._rows.insertWidget(1, self.notices)
        lines = QVBoxLayout(self._footer)
        lines.setContentsMargins(10, 4, 10, 8)
        lines.addWidget(self.save_bar)
        lines.addWidget(self.progress)
        self.notices.set_room(self.height() // 4)
        parts.paste.setFocus()

    def _connect(self) -> None:
        commands, bar, news = self.commands, self.save_bar, self.news
        commands.paste.triggered.connect(self._on_paste)
        commands.quit.triggered.connect(self.close)
        commands.full_screen.triggered.connect(self.set_full_screen)
        commands.api_key.triggered.connect(self.key.ask)
        bar.change_requested.connect(commands.change_folder.trigger)
        bar.open_requested.connect(commands.open_folder.trigger)
        bar.save_selected_requested.connect(commands.save_selected.trigger)
        bar.save_all_requested.connect(commands.save_all.trigger)
        news.key_requested.connect(self.key.ask)
        news.unlock_requested.connect(self.key.unlock_requested)
        news.change_folder_requested.connect(commands.change_folder.trigger)
        news.check_up_requested.connect(commands.check_up.trigger)
        news.copy_failed_requested.connect(commands.copy_failed_ids.trigger)
        news.undo_requested.connect(commands.undo.trigger)
        self.progress.finished.connect(news.tell_finished)

    def _on_paste(self) -> None:
        self._take(*files_and_text(QGuiApplication.clipboard().mimeData()))

    def _take(self, files: list[Path], text: str) -> None:
        if files:
            self.files_arrived.emit(files)
        elif text:
            self.text_arrived.emit(text)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # What is dragged out of this very window is on its way to another program.
        if event.source() is None and is_welcome(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._take(*files_and_text(event.mimeData()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._furniture is not None:
            self.notices.set_room(event.size().height() // 4)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._furniture is not None:
            self._furniture.icons.recolour()


def _exchange(splitter: QSplitter, *parts: QWidget) -> None:
    """Not `replaceWidget`, which leaves the new ones to Python to be deleted."""
    sizes = splitter.saveState()
    for place, part in enumerate(parts):
        if (before := splitter.widget(place)) is not None:
            before.setParent(None)
            before.deleteLater()
        splitter.insertWidget(place, part)
    splitter.setStretchFactor(len(parts) - 1, 1)
    splitter.restoreState(sizes)
