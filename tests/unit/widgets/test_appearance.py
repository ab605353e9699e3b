"""Icons follow the palette, and the colour scheme can be chosen everywhere."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QPushButton

from facegen_gui.domain.preferences import ColourScheme
from facegen_gui.widgets.appearance import Icons, apply_colour_scheme, is_dark

ICONS = Path(__file__).parents[3] / "resources" / "icons"


@pytest.fixture(autouse=True)
def system_colours_afterwards(qapp):
    yield
    apply_colour_scheme(ColourScheme.system)
    QApplication.setPalette(QPalette())


def strongest_lightness(icon: QIcon) -> int:
    image = icon.pixmap(QSize(24, 24)).toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    strokes = [image.pixelColor(*point) for point in points if image.pixelColor(*point).alpha() > 200]
    return strokes[0].lightness()


@pytest.mark.parametrize(("scheme", "dark"), [(ColourScheme.dark, True), (ColourScheme.light, False)])
def test_a_chosen_scheme_is_shown(qapp, scheme, dark):
    apply_colour_scheme(scheme)
    assert is_dark(QGuiApplication.palette()) is dark


def test_icons_of_buttons_and_actions_follow_the_palette(qtbot):
    apply_colour_scheme(ColourScheme.light)
    icons = Icons(ICONS)
    button = QPushButton(icons("save"), "Save")
    qtbot.addWidget(button)
    action = QAction(icons("key"), "Key", button)
    button.addAction(action)
    assert strongest_lightness(button.icon()) < 100
    apply_colour_scheme(ColourScheme.dark)
    icons.recolour()
    assert strongest_lightness(button.icon()) > 150
    assert strongest_lightness(action.icon()) > 150


@pytest.mark.parametrize("drawing", sorted(ICONS.glob("*.svg")), ids=lambda path: path.stem)
def test_every_drawing_shows_something_in_the_texts_colour(qapp, drawing):
    assert b"currentColor" in drawing.read_bytes()
    icon = Icons(ICONS)(drawing.stem)
    assert QSize(24, 24) in icon.availableSizes()
    strongest_lightness(icon)
