"""The gallery's colours, mixed from the palette, so that light, dark and high contrast all work."""

from PySide6.QtGui import QColor, QPalette

Role = QPalette.ColorRole


def mix(first: QColor, second: QColor, share: float) -> QColor:
    """`first` with this share of `second`."""
    rest = 1 - share
    return QColor.fromRgbF(
        first.redF() * rest + second.redF() * share,
        first.greenF() * rest + second.greenF() * share,
        first.blueF() * rest + second.blueF() * share,
    )


class TileColours:
    def __init__(self, palette: QPalette) -> None:
        self.base = palette.color(Role.Base)
        self.text = palette.color(Role.Text)
        self.accent = palette.color(Role.Highlight)
        self.on_accent = palette.color(Role.HighlightedText)
        self.is_dark = self.base.lightnessF() < 0.5
        self.quiet = mix(self.text, self.base, 0.38)
        self.well = mix(self.base, self.text, 0.06)
        self.line = mix(self.base, self.text, 0.16)
        self.hover = mix(self.base, self.text, 0.05)
        self.selected = mix(self.base, self.accent, 0.20 if self.is_dark else 0.14)
        self.button = mix(self.base, self.text, 0.08)
        self.trouble = QColor("#ff9b8f" if self.is_dark else "#a3261b")
        self.good = QColor("#79d98c" if self.is_dark else "#1b6e33")


# On top of photographs: the same in every palette.
VEIL = QColor(18, 20, 24, 175)
ON_VEIL = QColor(255, 255, 255)
UNCHECKED = QColor(255, 255, 255, 217)
OUTLINE = QColor(40, 44, 52, 230)
GOLD = QColor("#ffd76a")
KEEP = QColor("#8ee6a0")
MAYBE = QColor("#ffd08a")
REJECT = QColor("#ffaaa1")
