"""The menu bar: every action of the window in its menu."""

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from facegen_gui.widgets.actions import Actions
from facegen_gui.widgets.opening import menu_titles


class MenuBar(QMenuBar):
    """`menus` are the menus in their order."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        a = actions
        file, edit, view, picture, job, help_ = menu_titles()
        self.menus = [
            self._menu(
                file,
                [a.open_text, a.paste, a.fetch],
                [a.save_selected, a.save_as, a.save_all],
                [a.change_folder, a.open_folder, a.auto_save],
                [a.export_zip, a.contact_sheet, a.delivery_note, a.print],
                [a.quit],
            ),
            self._menu(
                edit,
                [a.undo, a.redo],
                [a.copy, a.copy_ids, a.copy_failed_ids],
                [a.select_all, a.select_again, a.find],
                [a.remove],
                [a.settings],
            ),
            self._menu(
                view,
                [a.larger, a.smaller, a.normal_size],
                [a.discreet, a.full_screen],
            ),
            self._menu(
                picture,
                [a.open_picture, a.compare, a.slideshow],
                [a.star, a.keep, a.maybe, a.no, a.no_choice],
                [a.show_in_folder, a.information],
            ),
            self._menu(
                job,
                [a.ask_now, a.retry_failed, a.resume, a.dismiss, a.set_label],
                [a.api_key, a.check_up],
            ),
            self._menu(help_, [a.practice, a.shortcuts, a.diagnostics], [a.about]),
        ]
        looks = self.menus[2]
        looks.addSeparator()
        self._choice(looks, self.tr("S&how"), a.filter)
        self._choice(looks, self.tr("S&ort"), a.sort)
        self._choice(looks, self.tr("&Group"), a.group)
        self._choice(looks, self.tr("&Colours"), a.colours)

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
