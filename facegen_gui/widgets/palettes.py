"""The colours of the whole program: those of the system, or light or dark ones of its own."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def apply_named_palette(name: str) -> None:
    """By the name under which the settings keep it; any other is the system's."""
    apply_palette(_SCHEMES.get(name, Qt.ColorScheme.Unknown))


def apply_palette(wanted: Qt.ColorScheme) -> None:
    """System (unknown), light or dark. Where the platform cannot be asked (plain X11), an own one serves."""
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(wanted)
    if wanted in (Qt.ColorScheme.Unknown, hints.colorScheme()):
        QApplication.setPalette(QPalette())
    else:
        QApplication.setPalette(dark_palette() if wanted is Qt.ColorScheme.Dark else light_palette())


def dark_palette() -> QPalette:
    return _palette(
        window="#2e3136",
        base="#1e2023",
        alternate="#26282c",
        button="#3f434a",
        text="#eceef1",
        accent="#3d8bd4",
    )


def light_palette() -> QPalette:
    return _palette(
        window="#f1f2f4",
        base="#ffffff",
        alternate="#f6f7f9",
        button="#fbfbfc",
        text="#1d2024",
        accent="#1f6fb8",
    )


def _palette(*, window: str, base: str, alternate: str, button: str, text: str, accent: str) -> QPalette:
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette(QColor(button), QColor(window))
    for text_role in (role.WindowText, role.Text, role.ButtonText, role.ToolTipText):
        palette.setColor(text_role, QColor(text))
        faint = QColor(text)
        faint.setAlphaF(0.45)
        palette.setColor(group.Disabled, text_role, faint)
    faint = QColor(text)
    faint.setAlphaF(0.6)
    palette.setColor(role.PlaceholderText, faint)
    palette.setColor(role.Base, QColor(base))
    palette.setColor(role.AlternateBase, QColor(alternate))
    palette.setColor(role.ToolTipBase, QColor(base))
    palette.setColor(role.Highlight, QColor(accent))
    palette.setColor(role.Accent, QColor(accent))
    palette.setColor(role.HighlightedText, QColor("#ffffff"))
    palette.setColor(role.Link, QColor(accent))
    palette.setColor(group.Disabled, role.Highlight, QColor(accent).darker(130))
    return palette
