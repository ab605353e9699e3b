"""Checkable buttons whose state tells what holds, and by which a person asks for a change of it.

Assistive technology switches such a button by its action "Toggle", which tells `toggled` and never `clicked`:
so whoever acts listens to `toggled`, and what the program shows by itself must not be told as a wish.
"""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QAbstractButton


def show_checked(button: QAbstractButton, checked: bool) -> None:
    """Without telling it as a wish."""
    with QSignalBlocker(button):
        button.setChecked(checked)
