"""The system's own dialogs for files and folders, and one line of text: asked without blocking."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QWidget

from facegen_gui.widgets.dialogs.parts import title_width


def ask_folder(parent: QWidget, title: str, start: Path, chosen: Callable[[Path], None]) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(_nearest(start)))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _opened(dialog, lambda files: chosen(Path(files[0])))


def ask_files(
    parent: QWidget, title: str, start: Path, filters: str, chosen: Callable[[list[Path]], None]
) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(_nearest(start)), filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _opened(dialog, lambda files: chosen([Path(file) for file in files]))


def ask_new_file(
    parent: QWidget, title: str, suggestion: Path, filters: str, chosen: Callable[[Path], None]
) -> QFileDialog:
    """A name to save under; the system asks before an existing file is chosen."""
    dialog = QFileDialog(parent, title, str(_nearest(suggestion.parent)), filters)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(suggestion.suffix.removeprefix("."))
    dialog.selectFile(suggestion.name)
    return _opened(dialog, lambda files: chosen(Path(files[0])))


def ask_line(
    parent: QWidget, title: str, question: str, text: str, chosen: Callable[[str], None]
) -> QInputDialog:
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setTextValue(text)
    for field in dialog.findChildren(QLineEdit):
        field.setMinimumWidth(title_width(dialog))
    dialog.textValueSelected.connect(chosen)
    dialog.open()
    return dialog


def _opened(dialog: QFileDialog, chosen: Callable[[list[str]], None]) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(chosen)
    dialog.open()
    return dialog


def _nearest(folder: Path) -> Path:
    """The folder or the closest one above it that is there: the first save makes the save folder."""
    return next((each for each in (folder, *folder.parents) if each.is_dir()), Path.home())
