"""The menu bar: every action of the window in its menu."""

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from facegen_gui.widgets.actions import Actions


class MenuBar(QMenuBar):
    """`menus` are the menus in their order."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        a = actions
        self.menus = [
            self._menu(
                self.tr("&File"),
                [a.open_text, a.paste, a.fetch],
                [a.save_selected, a.save_as, a.save_all],
                [a.change_folder, a.open_folder, a.auto_save],
                [a.export_zip, a.contact_sheet, a.delivery_note, a.print],
                [a.quit],
            ),
            self._menu(
                self.tr("&Edit"),
                [a.undo, a.redo],
                [a.copy, a.copy_ids, a.copy_failed_ids],
                [a.select_all, a.find],
                [a.remove],
                [a.settings],
            ),
            self._menu(
                self.tr("&View"),
                [a.larger, a.smaller, a.normal_size],
                [a.discreet, a.full_screen],
            ),
            self._menu(
                self.tr("&Picture"),
                [a.open_picture, a.compare, a.slideshow],
                [a.star, a.keep, a.maybe, a.no, a.no_choice],
                [a.show_in_folder, a.information],
            ),
            self._menu(
                self.tr("&Job"),
                [a.ask_now, a.retry_failed, a.resume, a.dismiss, a.set_label],
                [a.api_key, a.check_up],
            ),
            self._menu(self.tr("&Help"), [a.shortcuts, a.diagnostics], [a.about]),
        ]
        view = self.menus[2]
        view.addSeparator()
        self._choice(view, self.tr("S&how"), a.filter)
        self._choice(view, self.tr("S&ort"), a.sort)
        self._choice(view, self.tr("&Group"), a.group)
        self._choice(view, self.tr("&Colours"), a.colours)

    def _menu(self, title: str, *sections: list[QAction]) -> QMenu:
        menu = self.addMenu(title)
        menu.setToolTipsVisible(False)
        for number, section in enumerate(sections):
            if number:
                menu.addSeparator()
            menu.addActions(section)
        return menu

    @staticmethod
    def _choice(menu: QMenu, title: str, group: QActionGroup) -> None:
        menu.addMenu(title).addActions(group.actions())
