"""Settings of saving: where, under what names, in what format, and what is saved by itself."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSlider,
    QWidget,
)

from facegen_gui.domain.file_names import (
    NamePreset,
    PatternProblem,
    file_name,
    folder_name,
    preset_of,
    validate_pattern,
)
from facegen_gui.domain.preferences import Preferences
from facegen_gui.domain.saves import Conflict, SaveFormat
from facegen_gui.widgets.dialogs.parts import PathField, quiet

_SUFFIXES = {
    SaveFormat.as_received: ".png",
    SaveFormat.png: ".png",
    SaveFormat.jpeg: ".jpg",
    SaveFormat.webp: ".webp",
}


class SavingPage(QWidget):
    """`problem` is a sentence while something cannot be used, else empty."""

    def __init__(
        self, preferences: Preferences, locked: frozenset[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        save = preferences.save
        self._batch = save.batch_folders
        self.folder = PathField(self.tr("Save folder"), folder=True, parent=self)
        self.folder.set_text(str(save.folder))
        self.folder.setEnabled("save_folder" not in locked)
        self.names = QComboBox(self)
        self.names.setAccessibleName(self.tr("File names"))
        self.names.addItem(self.tr("ID and number"), NamePreset.id_number)
        self.names.addItem(self.tr("Label and number"), NamePreset.label_number)
        self.names.addItem(self.tr("Date, ID and number"), NamePreset.date_id_number)
        self.names.addItem(self.tr("Own pattern"), NamePreset.own)
        self.pattern = QLineEdit(save.pattern, self)
        self.pattern.setAccessibleName(self.tr("Own pattern of file names"))
        self.pattern.setToolTip(
            self.tr("{places} stand for what they say.").format(
                places="{id} {number} {label} {date} {time} {batch}"
            )
        )
        self.example = quiet("", self)
        self.batch_folders = QCheckBox(self.tr("A folder of its own for each batch"), self)
        self.batch_folders.setChecked(save.batch_folders)
        self.format = QComboBox(self)
        self.format.setAccessibleName(self.tr("Format"))
        self.format.addItem(self.tr("As received (recommended)"), SaveFormat.as_received)
        self.format.addItem("PNG", SaveFormat.png)
        self.format.addItem("JPEG", SaveFormat.jpeg)
        self.format.addItem("WebP", SaveFormat.webp)
        self.format.setCurrentIndex(self.format.findData(save.format))
        self.quality = QSlider(Qt.Orientation.Horizontal, self)
        self.quality.setAccessibleName(self.tr("Quality"))
        self.quality.setRange(1, 100)
        self.quality.setValue(save.quality)
        self._quality_words = QLabel(self)
        self.clean = QCheckBox(self.tr("Without metadata (clean copy)"), self)
        self.clean.setChecked(save.clean)
        self.clean_reach = quiet(
            self.tr(
                "This holds for all that is saved and for ZIP files. Files that you copy or drag out of the "
                "window are as received, with their metadata."
            ),
            self,
        )
        self.conflict = QComboBox(self)
        self.conflict.setAccessibleName(self.tr("When a file of that name is there already"))
        self.conflict.addItem(self.tr("Save under a free name"), Conflict.free_name)
        self.conflict.addItem(self.tr("Ask"), Conflict.ask)
        self.conflict.addItem(self.tr("Leave it out"), Conflict.skip)
        self.conflict.setCurrentIndex(self.conflict.findData(save.conflict))
        self.auto = QCheckBox(self.tr("Save everything that arrives, by itself"), self)
        self.auto.setChecked(preferences.auto_save_folder is not None)
        self.auto_folder = PathField(self.tr("Folder for what is saved by itself"), folder=True, parent=self)
        self.auto_folder.set_text(str(preferences.auto_save_folder or save.folder))
        for widget in (self.auto, self.auto_folder):
            widget.setEnabled("auto_save_folder" not in locked)
        self._auto_locked = "auto_save_folder" in locked
        self._lay_out()
        self.names.setCurrentIndex(self.names.findData(preset_of(save.pattern)))
        for signal in (
            self.names.currentIndexChanged,
            self.pattern.textChanged,
            self.batch_folders.toggled,
            self.format.currentIndexChanged,
            self.quality.valueChanged,
            self.auto.toggled,
        ):
            signal.connect(self._show)
        self._show()

    @property
    def problem(self) -> str:
        found = validate_pattern(self._pattern())
        if found is not None:
            return self._problem_words(found)
        if not Path(self.folder.text).is_absolute():
            return self.tr("Please choose a folder to save into.")
        if self.auto.isChecked() and not Path(self.auto_folder.text).is_absolute():
            return self.tr("Please choose a folder for what is saved by itself.")
        return ""

    def result(self, preferences: Preferences) -> Preferences:
        """`preferences` with what stands here now."""
        save = replace(
            preferences.save,
            folder=Path(self.folder.text),
            pattern=self._pattern(),
            batch_folders=self.batch_folders.isChecked(),
            format=self.format.currentData(),
            quality=self.quality.value(),
            clean=self.clean.isChecked(),
            conflict=self.conflict.currentData(),
        )
        auto = Path(self.auto_folder.text) if self.auto.isChecked() else None
        return replace(preferences, save=save, auto_save_folder=auto)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("Save into:"), self.folder)
        form.addRow(self.tr("File names:"), self.names)
        form.addRow("", self.pattern)
        form.addRow("", self.example)
        form.addRow("", self.batch_folders)
        form.addRow(self.tr("Format:"), self.format)
        quality = QHBoxLayout()
        quality.addWidget(self.quality, 1)
        quality.addWidget(self._quality_words)
        form.addRow(self.tr("Quality:"), quality)
        form.addRow("", self.clean)
        form.addRow("", self.clean_reach)
        form.addRow(self.tr("If the name is taken:"), self.conflict)
        form.addRow("", self.auto)
        form.addRow(self.tr("Into:"), self.auto_folder)

    def _pattern(self) -> str:
        preset = self.names.currentData()
        return str(self.pattern.text() if preset is NamePreset.own else preset.value)

    def _show(self) -> None:
        self.pattern.setVisible(self.names.currentData() is NamePreset.own)
        chosen = self.format.currentData()
        lossy = chosen in (SaveFormat.jpeg, SaveFormat.webp)
        self.quality.setEnabled(lossy)
        self._quality_words.setText(f"{self.quality.value()} %")
        self.auto_folder.setEnabled(self.auto.isChecked() and not self._auto_locked)
        problem = validate_pattern(self._pattern())
        if problem is not None:
            self.example.setText(self._problem_words(problem))
            return
        now = datetime.now(UTC)
        example = file_name(
            self._pattern(),
            job_id="12202888",
            number=1,
            label=self.tr("Anna"),
            when=now,
            extension=_SUFFIXES[chosen],
        )
        if self.batch_folders.isChecked():
            example = f"{folder_name('', now)}/{example}"
        self.example.setText(self.tr("Example: {name}").format(name=example))

    def _problem_words(self, problem: PatternProblem) -> str:
        match problem:
            case PatternProblem.empty:
                return self.tr("The pattern is empty.")
            case PatternProblem.too_long:
                return self.tr("The pattern is too long.")
            case PatternProblem.unknown_field | PatternProblem.stray_brace:
                return self.tr("In braces, only {places} can be used.").format(
                    places="{id} {number} {label} {date} {time} {batch}"
                )
            case PatternProblem.forbidden_character:
                return self.tr('A file name cannot contain any of < > : " / \\ | ? *')
            case PatternProblem.no_field:
                return self.tr("All files would get the same name: add {id}, {label} or {number}.")
