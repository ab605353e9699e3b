"""Diagnostics, crash, shortcuts, conflict and About, and the system's questions for files."""

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QUndoStack
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLabel, QPushButton, QWidget

from facegen_gui import __version__
from facegen_gui.domain.saves import Conflict
from facegen_gui.widgets.actions import Actions
from facegen_gui.widgets.dialogs.about_dialog import AboutDialog
from facegen_gui.widgets.dialogs.conflict_dialog import ConflictDialog
from facegen_gui.widgets.dialogs.contact_sheet_dialog import ContactSheetDialog
from facegen_gui.widgets.dialogs.parts import title_width
from facegen_gui.widgets.dialogs.questions import ask_folder, ask_line, ask_new_file
from facegen_gui.widgets.dialogs.shortcuts_dialog import ShortcutsDialog
from facegen_gui.widgets.dialogs.text_dialogs import CrashDialog, DiagnosticsDialog
from facegen_gui.widgets.menus import MenuBar


def test_diagnostics_are_shown_before_they_are_copied(qtbot, icons):
    dialog = DiagnosticsDialog(icons)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.text_requested) as asked:
        dialog.start()
    assert asked.args == [False]
    dialog.show_text("Version 1\nno secrets")
    assert dialog.text.toPlainText() == "Version 1\nno secrets"
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "Version 1\nno secrets"


def test_job_ids_are_included_only_on_request(qtbot, icons):
    dialog = DiagnosticsDialog(icons)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.text_requested) as asked:
        dialog.with_ids.click()
    assert asked.args == [True]


def test_a_crash_is_told_calmly_and_lets_one_go_on_or_quit(qtbot, icons):
    dialog = CrashDialog(icons)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "safe" in dialog.lead.text()
    with qtbot.waitSignal(dialog.quit_requested):
        dialog.quit.click()


def test_the_list_of_shortcuts_has_the_menus_keys_and_can_be_searched(qtbot, icons):
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = ShortcutsDialog(MenuBar(Actions(icons, QUndoStack(owner), owner), owner), owner)
    rows = {row.text(0): row.text(1) for rows in dialog._groups.values() for row in rows}
    assert rows["Find"] == "Ctrl+F"
    assert rows["Keyboard shortcuts"] == "F1"
    assert "1, 2, 3" in rows.values()
    dialog.search.setText("zip")
    assert all(group.isHidden() for group in dialog._groups)
    dialog.search.setText("save ctrl")
    shown = [row.text(0) for rows in dialog._groups.values() for row in rows if not row.isHidden()]
    assert shown
    assert all("Save" in text or "save" in text for text in shown)


def test_a_taken_name_is_asked_about_and_cancelling_saves_nothing(qtbot):
    dialog = ConflictDialog(2, "1_1.png")
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.skip.click()
    assert chosen.args == [Conflict.skip]
    again = ConflictDialog(2, "{weird}.png")
    qtbot.addWidget(again)
    assert any("{weird}.png" in label.text() for label in again.findChildren(QLabel))
    with qtbot.assertNotEmitted(again.chosen):
        again.reject()


def test_about_tells_version_and_licence(qtbot):
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert __version__ in words
    assert "Lesser General Public License version 3" in words


class Opener(QObject):
    """Stands in for the system's file manager, of which a test has none."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def open(self, url):
        self.opened.append(url.toLocalFile())


def test_about_opens_the_licence_texts_of_a_built_program(qtbot, tmp_path):
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    dialog = AboutDialog(tmp_path)
    qtbot.addWidget(dialog)
    assert any(str(tmp_path) in label.text() for label in dialog.findChildren(QLabel))
    next(button for button in dialog.findChildren(QPushButton) if "Licences" in button.text()).click()
    QDesktopServices.unsetUrlHandler("file")
    assert opener.opened == [str(tmp_path)]


def test_a_folder_is_asked_for_beginning_where_there_is_one(qtbot, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    chosen = []
    dialog = ask_folder(window, "Save into", tmp_path / "not" / "yet", chosen.append)
    assert isinstance(dialog, QFileDialog)
    assert dialog.directory().absolutePath() == str(tmp_path)
    dialog.filesSelected.emit([str(tmp_path / "x")])
    assert chosen == [tmp_path / "x"]
    dialog.close()


def test_a_new_file_is_suggested_by_name(qtbot, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ask_new_file(window, "Save as", tmp_path / "1_1.png", "PNG (*.png)", lambda file: None)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.selectedFiles() == [str(tmp_path / "1_1.png")]
    assert dialog.defaultSuffix() == "png"
    dialog.close()


def test_a_line_is_asked_for(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    chosen = []
    dialog = ask_line(window, "Label", "Name:", "old", chosen.append)
    assert isinstance(dialog, QInputDialog)
    assert dialog.width() >= title_width(dialog)
    dialog.setTextValue("Anna")
    dialog.accept()
    assert chosen == ["Anna"]


def test_a_contact_sheets_dialog_is_as_wide_as_its_title_needs(qtbot):
    dialog = ContactSheetDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.width() >= title_width(dialog) > dialog.fontMetrics().horizontalAdvance("Contact sheet")
