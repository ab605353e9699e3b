"""Every command of the window as a named action with its shortcut; what it does is connected elsewhere."""

import enum

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack

from facegen_gui.domain.preferences import ColourScheme, Grouping, Preferences, SortOrder
from facegen_gui.models.tiles import TileFilter
from facegen_gui.widgets.appearance import Icons

Key = QKeySequence.StandardKey
Role = QAction.MenuRole


class Actions(QObject):
    """One attribute per command. `undo` and `redo` name what they would undo."""

    def __init__(self, icons: Icons, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._make_file()
        self._make_edit(undo_stack)
        self._make_view()
        self._make_choices_of_view()
        self._make_pictures()
        self._make_jobs()
        self._make_help()
        self.set_selection(pictures=0, jobs=0)
        self.set_all_shown(0)

    def set_selection(self, *, pictures: int, jobs: int) -> None:
        """Enables what can be done with that many selected pictures, of that many selected jobs."""
        for action in (
            self.save_selected,
            self.save_as,
            self.copy,
            self.open_picture,
            self.star,
            self.keep,
            self.maybe,
            self.no,
            self.no_choice,
            self.show_in_folder,
            self.information,
        ):
            action.setEnabled(pictures > 0)
        self.compare.setEnabled(2 <= pictures <= 4)
        for action in (self.copy_ids, self.remove, self.ask_now, self.dismiss, self.set_label):
            action.setEnabled(jobs > 0)

    def show_choices(self, preferences: Preferences) -> None:
        """Marks what is set."""
        check(self.sort, preferences.sort)
        check(self.group, preferences.grouping)
        check(self.colours, preferences.colour_scheme)

    def set_all_shown(self, pictures: int) -> None:
        """Enables what can be done with all that is shown when nothing is selected."""
        for action in (
            self.save_all,
            self.export_zip,
            self.contact_sheet,
            self.delivery_note,
            self.print,
        ):
            action.setEnabled(pictures > 0)

    def _make_file(self) -> None:
        self.open_text = self._action("open-text", self.tr("&Open text file…"), Key.Open)
        self.open_text.setStatusTip(self.tr("Reads job IDs from a text or CSV file"))
        self.paste = self._action("paste", self.tr("&Paste IDs"), Key.Paste)
        self.fetch = self._action("fetch", self.tr("&Fetch pasted IDs"), "Ctrl+Return", "Ctrl+Enter")
        self.save_selected = self._action("save", self.tr("&Save selected pictures"), Key.Save)
        self.save_as = self._action("save-as", self.tr("Save &as…"), "Ctrl+Shift+S")
        self.save_all = self._action("save-all", self.tr("Save a&ll pictures"))
        self.change_folder = self._action("folder", self.tr("&Change save folder…"))
        self.open_folder = self._action("folder-open", self.tr("Ope&n save folder"))
        self.auto_save = self._action("auto-save", self.tr("Save everything that arrives"))
        self.auto_save.setCheckable(True)
        self.export_zip = self._action("zip", self.tr("Export as &ZIP…"))
        self.contact_sheet = self._action("contact-sheet", self.tr("Contact s&heet (PDF)…"))
        self.delivery_note = self._action("delivery-note", self.tr("&Delivery note…"))
        self.print = self._action("print", self.tr("P&rint…"), Key.Print)
        self.quit = self._action("quit", self.tr("&Quit"), "Ctrl+Q", role=Role.QuitRole)

    def _make_edit(self, undo_stack: QUndoStack) -> None:
        self.undo = undo_stack.createUndoAction(self, self.tr("&Undo"))
        self.undo.setIcon(self._icons("undo"))
        self.undo.setShortcuts(QKeySequence.keyBindings(Key.Undo))
        self.redo = undo_stack.createRedoAction(self, self.tr("&Redo"))
        self.redo.setIcon(self._icons("redo"))
        self.redo.setShortcuts(QKeySequence.keyBindings(Key.Redo))
        self.copy = self._action("copy", self.tr("&Copy pictures"), Key.Copy)
        self.copy_ids = self._action("copy", self.tr("Copy &IDs"), "Ctrl+Shift+C")
        self.copy_failed_ids = self._action("copy", self.tr("Cop&y failed IDs"))
        self.select_all = self._action("select-all", self.tr("Select &all"), Key.SelectAll)
        self.select_again = self._action("select-all", self.tr("Previous selectio&n"), "Ctrl+Shift+A")
        self.select_again.setStatusTip(self.tr("Selects what was selected before the last click"))
        self.find = self._action("find", self.tr("&Find…"), Key.Find)
        self.remove = self._action("remove", self.tr("Remo&ve"), "Del")
        self.remove.setStatusTip(self.tr("Takes jobs out of the program; saved copies stay"))
        self.settings = self._action(
            "settings", self.tr("S&ettings…"), Key.Preferences, "Ctrl+,", role=Role.PreferencesRole
        )

    def _make_view(self) -> None:
        self.larger = self._action("zoom-in", self.tr("&Larger pictures"), Key.ZoomIn, "Ctrl+=")
        self.smaller = self._action("zoom-out", self.tr("&Smaller pictures"), Key.ZoomOut)
        self.normal_size = self._action("fit", self.tr("&Normal size"), "Ctrl+0")
        self.discreet = self._action("discreet", self.tr("&Discreet mode"), "F9")
        self.discreet.setCheckable(True)
        self.discreet.setStatusTip(self.tr("Softens all faces until you point at them"))
        self.full_screen = self._action("full-screen", self.tr("&Full screen"), Key.FullScreen, "F11")
        self.full_screen.setCheckable(True)

    def _make_choices_of_view(self) -> None:
        self.sort = self._group(
            (SortOrder.newest, self.tr("Newest first")),
            (SortOrder.oldest, self.tr("Oldest first")),
            (SortOrder.id, self.tr("By ID")),
            (SortOrder.label, self.tr("By label")),
            (SortOrder.state, self.tr("By state")),
        )
        self.group = self._group(
            (Grouping.none, self.tr("Not grouped")),
            (Grouping.batch, self.tr("By batch")),
            (Grouping.job, self.tr("By job")),
        )
        self.filter = self._group(
            (TileFilter.all, self.tr("All")),
            (TileFilter.being_made, self.tr("Being made")),
            (TileFilter.ready, self.tr("Ready")),
            (TileFilter.not_saved, self.tr("Not saved")),
            (TileFilter.starred, self.tr("Starred")),
            (TileFilter.keep, self.tr("Keep")),
            (TileFilter.maybe, self.tr("Maybe")),
            (TileFilter.rejected, self.tr("Rejected")),
            (TileFilter.failed, self.tr("Failed")),
        )
        self.colours = self._group(
            (ColourScheme.system, self.tr("As the system")),
            (ColourScheme.light, self.tr("Light")),
            (ColourScheme.dark, self.tr("Dark")),
        )

    def _make_pictures(self) -> None:
        self.open_picture = self._action("picture", self.tr("&Open"))
        self.compare = self._action("compare", self.tr("&Compare"), "Ctrl+E")
        self.star = self._action("star", self.tr("&Star"), "Ctrl+D")
        self.keep = self._action("keep", self.tr("&Keep"), "Ctrl+1")
        self.maybe = self._action("maybe", self.tr("&Maybe"), "Ctrl+2")
        self.no = self._action("no", self.tr("&Reject"), "Ctrl+3")
        self.no_choice = self._action("undo", self.tr("No c&hoice"), "Ctrl+4")
        self.slideshow = self._action("slideshow", self.tr("Sli&deshow"), "Shift+F5")
        self.show_in_folder = self._action("show-in-folder", self.tr("Show in &folder"))
        self.information = self._action("information", self.tr("&Information"), "Ctrl+I")

    def _make_jobs(self) -> None:
        self.ask_now = self._action("refresh", self.tr("&Ask now"), "F5")
        self.retry_failed = self._action("retry", self.tr("&Retry all failed"), "Ctrl+Shift+R")
        self.dismiss = self._action("dismiss", self.tr("&Dismiss"))
        self.dismiss.setStatusTip(self.tr("Stops waiting for what is missing of these jobs"))
        self.set_label = self._action("details", self.tr("&Label…"), "F2")
        self.resume = self._action("fetch", self.tr("&Try again"))
        self.api_key = self._action("key", self.tr("API &key…"), "Ctrl+K")
        self.check_up = self._action("check-up", self.tr("&Check-up…"))

    def _make_help(self) -> None:
        self.shortcuts = self._action("keyboard", self.tr("&Keyboard shortcuts"), "F1")
        self.diagnostics = self._action("copy", self.tr("Copy &diagnostics…"))
        self.practice = self._action("practice", self.tr("&Practice mode"))
        self.practice.setStatusTip(self.tr("Opens a window to try everything in, without a key"))
        self.about = self._action("information", self.tr("&About Face Gen Viewer"), role=Role.AboutRole)

    def _action(
        self, icon: str, text: str, *keys: QKeySequence.StandardKey | str, role: Role = Role.NoRole
    ) -> QAction:
        """The first standard key that exists on this platform, and all keys given in words."""
        action = QAction(self._icons(icon), text, self)
        action.setMenuRole(role)
        sequences: list[QKeySequence] = []
        for key in keys:
            found = [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
            sequences.extend(sequence for sequence in found if sequence not in sequences)
        action.setShortcuts(sequences)
        if sequences:
            native = sequences[0].toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(self.tr("{command} ({key})").format(command=plain(text), key=native))
        return action

    def _group(self, *choices: tuple[enum.Enum, str]) -> QActionGroup:
        """Actions of which one is checked; their data is the member."""
        group = QActionGroup(self)
        for member, text in choices:
            action = group.addAction(text)
            action.setCheckable(True)
            action.setMenuRole(Role.NoRole)
            action.setData(member)
        group.actions()[0].setChecked(True)
        return group


def check(group: QActionGroup, member: enum.Enum) -> None:
    """Marks the choice that is in force, without announcing it as a wish."""
    for action in group.actions():
        if action.data() is member:
            action.setChecked(True)


def plain(text: str) -> str:
    """A menu's text without its mnemonic and its dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
