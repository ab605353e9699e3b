"""What a picture looks like where it is turned, transparent, made smaller or softened."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from facegen_gui.widgets.palettes import dark_palette, light_palette
from facegen_gui.widgets.viewer.picture.shown_picture import CHEQUER, ShownPicture

GROUND = QColor("magenta")


def painted(shown: ShownPicture, target: QRectF, *, rotation: int = 0, softened: bool = False) -> QImage:
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(GROUND)
    painter = QPainter(image)
    shown.paint(painter, target, rotation, light_palette(), softened)
    painter.end()
    return image


def filled(width: int, height: int, colour: str) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(colour))
    return image


def test_transparent_places_show_a_chequered_ground(qapp):
    shown = ShownPicture()
    shown.set(filled(100, 50, "#00000000"), None, None)
    light = painted(shown, QRectF(0, 0, 100, 50))
    seen = {light.pixelColor(x, 4).name() for x in (2, CHEQUER + 2)}
    assert len(seen) == 2
    assert GROUND.name() not in seen
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    shown.paint(painter, QRectF(0, 0, 100, 50), 0, dark_palette(), False)
    painter.end()
    assert image.pixelColor(2, 4).lightness() < 128 < light.pixelColor(2, 4).lightness()


def test_a_turned_transparent_picture_covers_exactly_its_place(qapp):
    shown = ShownPicture()
    shown.set(filled(100, 50, "#00000000"), None, None)
    image = painted(shown, QRectF(10, 20, 50, 100), rotation=90)
    assert image.pixelColor(12, 22) != GROUND
    assert image.pixelColor(57, 117) != GROUND
    assert image.pixelColor(62, 60) == GROUND
    assert image.pixelColor(30, 122) == GROUND


def test_a_smaller_picture_is_centred_in_the_room_it_shares(qapp):
    shown = ShownPicture()
    shown.set(filled(50, 50, "green"), None, QSize(100, 200))
    image = painted(shown, QRectF(0, 0, 100, 200))
    assert image.pixelColor(50, 100) == QColor("green")
    assert image.pixelColor(50, 52) == QColor("green")
    assert image.pixelColor(50, 45) == GROUND
    assert image.pixelColor(50, 155) == GROUND


def test_much_smaller_means_averaged_and_not_picked(qapp):
    stripes = QImage(800, 800, QImage.Format.Format_RGB32)
    stripes.fill(QColor("white"))
    painter = QPainter(stripes)
    for x in range(0, 800, 8):
        painter.fillRect(x, 0, 4, 800, QColor("black"))
    painter.end()
    shown = ShownPicture()
    shown.set(stripes, None, None)
    image = painted(shown, QRectF(0, 0, 100, 100))
    greys = {image.pixelColor(x, 50).lightness() for x in range(10, 90)}
    assert all(110 <= grey <= 145 for grey in greys)


def test_a_small_copy_stands_in_for_the_whole_picture(qapp):
    shown = ShownPicture()
    shown.set(filled(10, 20, "red"), QSize(100, 200), None)
    assert shown.box == QSize(100, 200)
    image = painted(shown, QRectF(0, 0, 100, 200))
    assert image.pixelColor(50, 100) == QColor("red")


def test_a_softened_face_keeps_no_detail(qapp):
    face = filled(100, 100, "white")
    painter = QPainter(face)
    painter.fillRect(50, 50, 2, 2, QColor("black"))
    painter.end()
    shown = ShownPicture()
    shown.set(face, None, None)
    image = painted(shown, QRectF(0, 0, 100, 100), softened=True)
    assert image.pixelColor(51, 51).lightness() > 200
