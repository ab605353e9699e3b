"""Settings of the window itself: colours, language, and the note when a batch is complete."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from facegen_gui.domain.preferences import ColourScheme, Preferences
from facegen_gui.widgets.dialogs.parts import quiet


class LookPage(QWidget):
    problem = ""

    def __init__(
        self, preferences: Preferences, languages: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """`languages` are codes with their own names."""
        super().__init__(parent)
        self.colours = QComboBox(self)
        self.colours.setAccessibleName(self.tr("Colours"))
        self.colours.addItem(self.tr("As the system"), ColourScheme.system)
        self.colours.addItem(self.tr("Light"), ColourScheme.light)
        self.colours.addItem(self.tr("Dark"), ColourScheme.dark)
        self.colours.setCurrentIndex(self.colours.findData(preferences.colour_scheme))
        self.language = QComboBox(self)
        self.language.setAccessibleName(self.tr("Language"))
        self.language.addItem(self.tr("As the system"), "")
        for code, name in languages:
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(preferences.language)))
        self.notify = QCheckBox(
            self.tr("Tell me when a batch is complete and the window is not in front"), self
        )
        self.notify.setChecked(preferences.notify)
        self.offer_clipboard = QCheckBox(self.tr("Offer job IDs that are on the clipboard"), self)
        self.offer_clipboard.setChecked(preferences.offer_clipboard)
        form = QFormLayout(self)
        form.addRow(self.tr("Colours:"), self.colours)
        form.addRow(self.tr("Language:"), self.language)
        form.addRow("", quiet(self.tr("Another language is used from the next start on."), self))
        form.addRow("", self.notify)
        form.addRow("", self.offer_clipboard)

    def result(self, preferences: Preferences) -> Preferences:
        return replace(
            preferences,
            colour_scheme=self.colours.currentData(),
            language=self.language.currentData(),
            notify=self.notify.isChecked(),
            offer_clipboard=self.offer_clipboard.isChecked(),
        )
