"""The window: puts its parts together. It shows the store and emits wishes; it knows no worker."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QResizeEvent, QUndoStack
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from facegen_gui.domain.preferences import Preferences
from facegen_gui.identity import NAME
from facegen_gui.models.job_store import JobStore
from facegen_gui.widgets.actions import Actions, check
from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.incoming import files_and_text, is_welcome
from facegen_gui.widgets.key_questions import KeyQuestions
from facegen_gui.widgets.menus import MenuBar
from facegen_gui.widgets.news import News
from facegen_gui.widgets.notices import NoticeBar
from facegen_gui.widgets.progress_line import ProgressLine
from facegen_gui.widgets.save_bar import SaveBar
from facegen_gui.widgets.window_place import (
    SMALLEST_SIZE,
    USUAL_SIZE,
    place_of,
    restore_place,
    restore_splitters,
    splitters_state,
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The large parts, made by whoever composes the program."""

    paste: QWidget  # the box of job IDs with its line and button
    jobs: QWidget  # the list of jobs
    gallery: QWidget  # the pictures with their filters
    pages: Sequence[QWidget] = ()  # shown in place of all that: viewer, comparison


class MainWindow(QMainWindow):
    """What the composing code connects.

    Signals: `closing`; `text_arrived` and `files_arrived` (pasted or dropped anywhere);
    `full_screen_changed`. Attributes with signals of their own: `commands` (every QAction), `progress`
    (`cancel_requested`), `news` (buttons of notices), `key` (`key_entered`, `forget_requested`,
    `unlock_requested`). Slots: `show_preferences`, `set_selection`, `set_all_shown`, `show_page`,
    `show_gallery`, `set_full_screen`, `bring_to_front`.
    """

    closing = Signal()
    text_arrived = Signal(str)
    files_arrived = Signal(list)  # list[Path]
    full_screen_changed = Signal(bool)

    def __init__(
        self, store: JobStore, parts: Parts, preferences: Preferences, icons: Icons, undo_stack: QUndoStack
    ) -> None:
        super().__init__()
        self._icons = icons
        self.commands = Actions(icons, undo_stack, self)
        self.notices = NoticeBar(icons, parent=self)
        self.news = News(store, self.notices, self)
        self.key = KeyQuestions(store, icons, self)
        # Without a parent until their place is reached: Tab goes through the window in that order.
        self.save_bar = SaveBar(icons)
        self.progress = ProgressLine(store, icons)
        self._gallery_page = QSplitter(Qt.Orientation.Horizontal, self)
        self._left = QSplitter(Qt.Orientation.Vertical, self)
        self._pages = QStackedWidget(self)
        self._footer = QWidget(self)
        self._compose(parts)
        self._connect()
        self.setWindowTitle(NAME)
        self.setAcceptDrops(True)
        # Smaller than what the parts would like, so that it fits a small screen at 200 %.
        self.setMinimumSize(SMALLEST_SIZE)
        restore_place(self, preferences.geometry)
        restore_splitters(preferences.splitter, self._gallery_page, self._left)
        self.show_preferences(preferences)

    def sizeHint(self) -> QSize:
        return USUAL_SIZE

    def show_preferences(self, preferences: Preferences) -> None:
        """Shows what is set: the save folder and what the menus' check marks stand for."""
        self.save_bar.set_folder(preferences.save.folder)
        self.save_bar.set_auto_save(preferences.auto_save_folder)
        self.commands.auto_save.setChecked(preferences.auto_save_folder is not None)
        check(self.commands.sort, preferences.sort)
        check(self.commands.group, preferences.grouping)
        check(self.commands.colours, preferences.colour_scheme)

    def remembered(self, preferences: Preferences) -> Preferences:
        """The preferences with the window's present place in them."""
        state = splitters_state(self._gallery_page, self._left)
        return replace(preferences, geometry=place_of(self), splitter=state)

    def set_selection(self, pictures: int, jobs: int) -> None:
        """So many pictures that are here, of so many jobs, are selected."""
        self.commands.set_selection(pictures=pictures, jobs=jobs)
        self.save_bar.set_selected(pictures)

    def set_all_shown(self, pictures: int) -> None:
        """So many pictures would be saved by Save all."""
        self.commands.save_all.setEnabled(pictures > 0)
        self.save_bar.set_all_shown(pictures)

    def show_page(self, page: QWidget) -> None:
        """One of the parts' pages in place of the gallery."""
        self._pages.setCurrentWidget(page)

    def show_gallery(self) -> None:
        self._pages.setCurrentWidget(self._gallery_page)
        self.set_full_screen(False)

    def set_full_screen(self, on: bool) -> None:
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
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _compose(self, parts: Parts) -> None:
        self.menus = MenuBar(self.commands, self)
        self.setMenuBar(self.menus)
        # Without the menu bar (full screen) the shortcuts must go on working.
        self.addActions(self.commands.findChildren(type(self.commands.fetch)))
        self._left.addWidget(parts.paste)
        self._left.addWidget(parts.jobs)
        self._left.setStretchFactor(1, 1)
        self._gallery_page.addWidget(self._left)
        self._gallery_page.addWidget(parts.gallery)
        self._gallery_page.setStretchFactor(1, 1)
        self._gallery_page.setSizes([350, 830])
        for splitter in (self._gallery_page, self._left):
            splitter.setChildrenCollapsible(False)
        self._pages.addWidget(self._gallery_page)
        for page in parts.pages:
            self._pages.addWidget(page)
        lines = QVBoxLayout(self._footer)
        lines.setContentsMargins(10, 4, 10, 8)
        lines.addWidget(self.save_bar)
        lines.addWidget(self.progress)
        centre = QWidget(self)
        rows = QVBoxLayout(centre)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.notices)
        rows.addWidget(self._pages, 1)
        rows.addWidget(self._footer)
        self.setCentralWidget(centre)
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
        self.notices.set_room(event.size().height() // 4)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._icons.recolour()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
