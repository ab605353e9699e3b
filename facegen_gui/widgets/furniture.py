"""What the window is furnished with besides the large parts: commands, menus, notices, bars."""

from dataclasses import dataclass

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from facegen_gui.models.job_store import JobStore
from facegen_gui.widgets.actions import Actions
from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.key_questions import KeyQuestions
from facegen_gui.widgets.menus import MenuBar
from facegen_gui.widgets.news import News
from facegen_gui.widgets.notices import NoticeBar
from facegen_gui.widgets.progress_line import ProgressLine
from facegen_gui.widgets.save_bar import SaveBar


@dataclass(frozen=True, slots=True)
class Furniture:
    icons: Icons
    commands: Actions
    menus: MenuBar
    notices: NoticeBar
    news: News
    key: KeyQuestions
    save_bar: SaveBar
    progress: ProgressLine


def furniture(window: QWidget, store: JobStore, icons: Icons, undo_stack: QUndoStack) -> Furniture:
    """All of it new, for this window."""
    commands = Actions(icons, undo_stack, window)
    # Without a parent until their place is reached: Tab goes through the window in that order.
    notices = NoticeBar(icons)
    return Furniture(
        icons,
        commands,
        MenuBar(commands, window),
        notices,
        News(store, notices, window),
        KeyQuestions(store, icons, window),
        SaveBar(icons),
        ProgressLine(store, icons),
    )
