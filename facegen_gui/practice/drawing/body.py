"""Neck, shoulders and clothes."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath

from facegen_gui.practice.drawing.shapes import curve, ellipse, fill, line, mix, veil
from facegen_gui.practice.traits import Clothes, Traits

SHADE = "#3a1f2b"


def shoulders(neck: float = 46, top: float = 520) -> QPainterPath:
    """Clothes as an outline, closed around the neck at height `top`."""
    path = curve(
        (256 - neck, top),
        ((256 - neck - 40, top + 34), (150, 566), (112, 588)),
        ((62, 614), (44, 680), (36, 790)),
    )
    path.lineTo(476, 790)
    path.cubicTo(468, 680, 450, 614, 400, 588)
    path.cubicTo(362, 566, 256 + neck + 40, top + 34, 256 + neck, top)
    return path


def paint_neck(painter: QPainter, traits: Traits) -> None:
    skin = QColor(traits.skin)
    neck = curve(
        (204, 410),
        ((206, 470), (208, 500), (200, 526)),
        ((186, 552), (170, 580), (160, 606)),
    )
    neck.lineTo(256, 700)
    neck.lineTo(352, 606)
    neck.cubicTo(342, 580, 326, 552, 312, 526)
    neck.cubicTo(304, 500, 306, 470, 308, 410)
    gradient = QLinearGradient(0, 440, 0, 590)
    gradient.setColorAt(0, mix(skin, SHADE, 0.34))
    gradient.setColorAt(0.45, mix(skin, SHADE, 0.12))
    gradient.setColorAt(1, skin)
    fill(painter, neck, QBrush(gradient))


def paint_clothes(painter: QPainter, traits: Traits) -> None:
    match traits.clothes:
        case Clothes.round_neck:
            _round_neck(painter, traits)
        case Clothes.shirt:
            _shirt(painter, traits)
        case Clothes.jacket:
            _jacket(painter, traits)
        case Clothes.polo_neck:
            _polo_neck(painter, traits)
        case Clothes.hood:
            _hood(painter, traits)


def _cloth(colour: str) -> QBrush:
    gradient = QLinearGradient(90, 520, 430, 780)
    gradient.setColorAt(0, mix(colour, "#ffffff", 0.14))
    gradient.setColorAt(0.5, QColor(colour))
    gradient.setColorAt(1, mix(colour, "#181020", 0.28))
    return QBrush(gradient)


def _folds(painter: QPainter, colour: str) -> None:
    shade = veil(mix(colour, "#181020", 0.5), 0.35)
    line(painter, curve((128, 768), ((134, 720), (140, 690), (152, 664))), shade, 5)
    line(painter, curve((384, 768), ((378, 720), (372, 690), (360, 664))), shade, 5)


def _round_neck(painter: QPainter, traits: Traits) -> None:
    body = shoulders(66, 536)
    body.cubicTo(300, 590, 212, 590, 190, 536)
    fill(painter, body, _cloth(traits.fabric))
    hem = curve((190, 536), ((212, 592), (300, 592), (322, 536)))
    line(painter, hem, mix(traits.fabric, "#181020", 0.22), 9)
    _folds(painter, traits.fabric)


def _shirt(painter: QPainter, traits: Traits) -> None:
    body = shoulders(54, 526)
    body.lineTo(256, 628)
    fill(painter, body, _cloth(traits.fabric))
    edge = mix(traits.fabric, "#181020", 0.3)
    line(painter, curve((256, 628), ((257, 670), (257, 720), (257, 780))), edge, 3)
    for y in (668, 722):
        ellipse(painter, 266, y, 4.5, 4.5, mix(traits.fabric, "#ffffff", 0.6))
    for side in (-1, 1):
        collar = QPainterPath(QPointF(256 + side * 56, 516))
        collar.lineTo(256 + side * 2, 618)
        collar.lineTo(256 + side * 52, 648)
        collar.lineTo(256 + side * 92, 556)
        collar.closeSubpath()
        fill(painter, collar, mix(traits.fabric, "#ffffff", 0.24))
        line(painter, collar, veil(edge, 0.5), 2)
    _folds(painter, traits.fabric)


def _jacket(painter: QPainter, traits: Traits) -> None:
    blouse = curve((186, 534), ((214, 580), (298, 580), (326, 534)))
    blouse.lineTo(340, 790)
    blouse.lineTo(172, 790)
    fill(painter, blouse, mix(traits.second_fabric, "#ffffff", 0.55))
    body = shoulders(68, 528)
    body.cubicTo(312, 600, 280, 680, 262, 790)
    body.lineTo(250, 790)
    body.cubicTo(232, 680, 200, 600, 188, 528)
    fill(painter, body, _cloth(traits.fabric))
    for side in (-1, 1):
        lapel = QPainterPath(QPointF(256 + side * 70, 528))
        lapel.cubicTo(256 + side * 58, 610, 256 + side * 28, 700, 256 + side * 8, 768)
        lapel.lineTo(256 + side * 62, 690)
        lapel.lineTo(256 + side * 116, 650)
        lapel.lineTo(256 + side * 92, 640)
        lapel.lineTo(256 + side * 112, 610)
        lapel.closeSubpath()
        fill(painter, lapel, mix(traits.fabric, "#ffffff", 0.1))
        line(painter, lapel, veil("#181020", 0.22), 2)


def _polo_neck(painter: QPainter, traits: Traits) -> None:
    fill(painter, shoulders(60, 520), _cloth(traits.fabric))
    roll = curve((198, 480), ((200, 510), (196, 536), (186, 552)))
    roll.cubicTo(226, 574, 286, 574, 326, 552)
    roll.cubicTo(316, 536, 312, 510, 314, 480)
    roll.cubicTo(290, 502, 222, 502, 198, 480)
    fill(painter, roll, mix(traits.fabric, "#ffffff", 0.08))
    for x in range(206, 312, 13):
        bend = (x - 256) * 0.12
        rib = curve((x, 494), ((x + bend / 2, 516), (x + bend, 540), (x + bend, 556)))
        line(painter, rib, veil(mix(traits.fabric, "#181020", 0.45), 0.3), 2.5)
    _folds(painter, traits.fabric)


def _hood(painter: QPainter, traits: Traits) -> None:
    body = shoulders(64, 536)
    body.cubicTo(306, 620, 206, 620, 192, 536)
    fill(painter, body, _cloth(traits.fabric))
    for side in (-1, 1):
        fold = curve(
            (256 + side * 60, 512),
            ((256 + side * 116, 520), (256 + side * 140, 566), (256 + side * 110, 604)),
            ((256 + side * 70, 640), (256 + side * 30, 640), (256, 628)),
            ((256 + side * 34, 600), (256 + side * 60, 560), (256 + side * 60, 512)),
        )
        fill(painter, fold, mix(traits.fabric, "#ffffff", 0.13))
        line(painter, fold, veil("#181020", 0.16), 2)
        cord = curve(
            (256 + side * 26, 622), ((256 + side * 30, 660), (256 + side * 28, 690), (256 + side * 31, 724))
        )
        line(painter, cord, mix(traits.second_fabric, "#ffffff", 0.7), 5)
