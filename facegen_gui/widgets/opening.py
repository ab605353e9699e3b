"""What the window shows while the rest of the program is on its way: true parts of it that need nothing else.

The words are those of the parts that take these places, which ask for them here.
"""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget


def box_name() -> str:
    return QCoreApplication.translate("PasteBox", "Job IDs")


def box_placeholder() -> str:
    return QCoreApplication.translate(
        "PasteBox",
        "Paste job IDs here, as they are: a list, a column of a spreadsheet, a whole mail.\n"
        "For example: 12202888, 12202889",
    )


def menu_titles() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("MenuBar", "&File"),
        QCoreApplication.translate("MenuBar", "&Edit"),
        QCoreApplication.translate("MenuBar", "&View"),
        QCoreApplication.translate("MenuBar", "&Picture"),
        QCoreApplication.translate("MenuBar", "&Job"),
        QCoreApplication.translate("MenuBar", "&Help"),
    )


def looking_up() -> str:
    return QCoreApplication.translate("EmptyState", "Looking up your pictures…")


def opening_box() -> QPlainTextEdit:
    """Takes what is typed until the real box does."""
    box = QPlainTextEdit()
    box.setAccessibleName(box_name())
    box.setPlaceholderText(box_placeholder())
    return box


def opening_gallery() -> QWidget:
    gallery = QWidget()
    rows, columns = QVBoxLayout(gallery), QHBoxLayout()
    rows.addStretch()
    rows.addLayout(columns)
    rows.addStretch()
    columns.addStretch()
    columns.addWidget(QLabel(looking_up()))
    columns.addStretch()
    return gallery
