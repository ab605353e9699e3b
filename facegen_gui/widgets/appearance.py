"""How the program looks: the colour scheme, and icons in the palette's colours, sharp on every screen."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from facegen_gui.domain.preferences import ColourScheme
from facegen_gui.widgets.palettes import apply_palette

ICON_SIZES = (16, 24, 32, 48)  # logical pixels; in between, Qt scales the next larger one down

_QT_SCHEMES = {
    ColourScheme.system: Qt.ColorScheme.Unknown,
    ColourScheme.light: Qt.ColorScheme.Light,
    ColourScheme.dark: Qt.ColorScheme.Dark,
}


class Icons:
    """Called with a name such as "save", gives the icon of resources/icons in the present text colour.

    Drawn at once in the sizes in use: a QIconEngine written in Python (PySide6 6.11.3) ends the process when
    Qt copies an icon. Hence `recolour` when the palette has changed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._icons: dict[str, QIcon] = {}
        self._names: dict[int, str] = {}
        self._colour = QColor()

    def __call__(self, name: str) -> QIcon:
        if not self._colour.isValid():
            self._colour = _text_colour()
        icon = self._icons.get(name)
        if icon is None:
            icon = self._drawn(name)
            self._icons[name] = icon
            self._names[icon.cacheKey()] = name
        return icon

    def recolour(self) -> None:
        """Exchanges the icons of all buttons and actions, if the colour of text is another one now."""
        colour = _text_colour()
        if colour == self._colour:
            return
        names = self._names
        self._colour, self._icons, self._names = colour, {}, {}
        for holder in _icon_holders():
            name = names.get(holder.icon().cacheKey())
            if name is not None:
                holder.setIcon(self(name))

    def pixmap(self, name: str, side: int, ratio: float, colour: QColor) -> QPixmap:
        """One picture of `side` logical pixels in a colour of the caller's choice."""
        return self._painted(QSvgRenderer(self._coloured(name, colour)), side, ratio)

    def _drawn(self, name: str) -> QIcon:
        renderer = QSvgRenderer(self._coloured(name, self._colour))
        icon = QIcon()
        for ratio in sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()}):
            for side in ICON_SIZES:
                pixmap = self._painted(renderer, side, ratio)
                icon.addPixmap(pixmap)
                # The style's own greying does not show on a dark ground.
                icon.addPixmap(_faded(pixmap), QIcon.Mode.Disabled)
        return icon

    def _coloured(self, name: str, colour: QColor) -> QByteArray:
        drawing = (self._folder / f"{name}.svg").read_bytes()
        return QByteArray(drawing.replace(b"currentColor", colour.name().encode()))

    @staticmethod
    def _painted(renderer: QSvgRenderer, side: int, ratio: float) -> QPixmap:
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        return pixmap


def apply_colour_scheme(scheme: ColourScheme) -> None:
    apply_palette(_QT_SCHEMES[scheme])


def is_dark(palette: QPalette) -> bool:
    window, text = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.WindowText)
    return window.lightness() < text.lightness()


def _faded(pixmap: QPixmap) -> QPixmap:
    faded = QPixmap(pixmap.size())
    faded.setDevicePixelRatio(pixmap.devicePixelRatio())
    faded.fill(Qt.GlobalColor.transparent)
    painter = QPainter(faded)
    painter.setOpacity(0.35)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return faded


def _text_colour() -> QColor:
    return QGuiApplication.palette().color(QPalette.ColorRole.ButtonText)


def _icon_holders() -> Iterator[QAbstractButton | QAction]:
    for widget in QApplication.allWidgets():
        if isinstance(widget, QAbstractButton):
            yield widget
        yield from widget.actions()
