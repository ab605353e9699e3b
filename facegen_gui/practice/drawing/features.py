"""Eyes, brows, nose and mouth."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QRadialGradient

from facegen_gui.practice.drawing.head import SHADE
from facegen_gui.practice.drawing.shapes import curve, ellipse, fill, line, mix, veil
from facegen_gui.practice.traits import Mouth, Traits

EYE_Y = -4.0
LASH = "#2a1a1c"


def eye_x(traits: Traits) -> float:
    return 43.0 * traits.width * traits.eye_distance


def paint_features(painter: QPainter, traits: Traits) -> None:
    for side in (-1, 1):
        _eye(painter, traits, side)
        _brow(painter, traits, side)
    _nose(painter, traits)
    _mouth(painter, traits)


def _eye(painter: QPainter, traits: Traits, side: int) -> None:
    painter.save()
    painter.translate(side * eye_x(traits), EYE_Y)
    painter.scale(side * traits.eye_size, traits.eye_size * (0.86 if traits.mouth is Mouth.laugh else 1))
    almond = curve(
        (-21, 3),
        ((-15, -11), (8, -16), (22, -2)),
        ((14, 10), (-10, 13), (-21, 3)),
    )
    fill(painter, almond, "#fbf7f4")
    painter.save()
    painter.setClipPath(almond)
    iris = QRadialGradient(QPointF(0, 1), 12)
    iris.setColorAt(0, mix(traits.eyes, "#ffffff", 0.28))
    iris.setColorAt(0.75, QColor(traits.eyes))
    iris.setColorAt(1, mix(traits.eyes, "#000000", 0.5))
    ellipse(painter, 0, -1, 11.5, 11.5, QBrush(iris))
    ellipse(painter, 0, -1, 5.2, 5.2, "#120c0e")
    ellipse(painter, 0, -16, 26, 9, veil(SHADE, 0.22))
    painter.restore()
    ellipse(painter, -4 * side, -5, 3.2, 3.2, veil("#ffffff", 0.95))
    lid = curve((-22, 4), ((-15, -11), (8, -16), (23, -2)))
    line(painter, lid, LASH, 4.4 if traits.lashes else 3.2)
    if traits.lashes:
        line(painter, curve((17, -7), ((22, -8), (26, -11), (28, -14))), LASH, 3)
        line(painter, curve((21, -3), ((26, -3), (29, -5), (32, -7))), LASH, 2.6)
    crease = curve((-16, -11), ((-8, -20), (10, -22), (21, -11)))
    line(painter, crease, veil(mix(traits.skin, SHADE, 0.6), 0.45), 2)
    line(painter, curve((-13, 11), ((-4, 15), (8, 14), (15, 9))), veil(mix(traits.skin, SHADE, 0.6), 0.3), 2)
    painter.restore()


def _brow(painter: QPainter, traits: Traits, side: int) -> None:
    painter.save()
    raised = 3 if traits.mouth is Mouth.smirk and side == 1 else 0
    painter.translate(side * eye_x(traits), EYE_Y - 32 - raised)
    painter.scale(side, 1)
    painter.rotate(traits.brow_tilt)
    h = 5.0 * traits.brow_weight
    brow = curve(
        (-25, 4),
        ((-16, -6 - h * 0.6), (8, -9 - h * 0.6), (29, 5)),
        ((10, -3), (-10, 0), (-24, 4 + h)),
    )
    brow.closeSubpath()
    colour = mix(traits.hair_colour, "#241a18", 0.35)
    fill(painter, brow, colour)
    painter.restore()


def _nose(painter: QPainter, traits: Traits) -> None:
    n = traits.nose
    shade = mix(traits.skin, SHADE, 0.42)
    bridge = curve((7 * n, -10), ((9 * n, 12), (14 * n, 26), (18 * n, 36)))
    bridge.cubicTo(16 * n, 44, 8, 46, 0, 46)
    bridge.cubicTo(10, 40, 6, 10, 7 * n, -10)
    fill(painter, bridge, veil(shade, 0.35))
    line(
        painter,
        curve((-16 * n, 38), ((-12 * n, 47), (-5, 43), (0, 48)), ((5, 43), (12 * n, 47), (16 * n, 38))),
        veil(shade, 0.85),
        3,
    )
    ellipse(painter, -3, 30, 5, 9, veil("#ffffff", 0.16))


def _mouth(painter: QPainter, traits: Traits) -> None:
    painter.save()
    painter.translate(0, 82)
    painter.scale(1, traits.lips)
    lip = mix(mix(traits.skin, "#b0324a", 0.5), SHADE, 0.1)
    dark = mix(lip, "#3a1018", 0.6)
    match traits.mouth:
        case Mouth.laugh:
            _open_mouth(painter, lip)
        case Mouth.smile:
            _lips(painter, lip, 36, 12)
            line(painter, curve((-37, -9), ((-18, 5), (18, 5), (37, -9))), dark, 3)
            _corners(painter, traits, 38, -9)
        case Mouth.calm:
            _lips(painter, lip, 30, 5)
            line(painter, curve((-31, -2), ((-12, 2), (12, 2), (31, -2))), dark, 3)
        case Mouth.smirk:
            painter.rotate(-5)
            _lips(painter, lip, 32, 8)
            line(painter, curve((-31, 0), ((-8, 6), (16, 4), (36, -9))), dark, 3)
            _corners(painter, traits, 36, -9)
    painter.restore()


def _lips(painter: QPainter, colour: QColor, half: float, lift: float) -> None:
    upper = curve(
        (-half, 3 - lift),
        ((-half * 0.5, -8 - lift * 0.2), (-8, -11), (0, -6)),
        ((8, -11), (half * 0.5, -8 - lift * 0.2), (half, 3 - lift)),
        ((half * 0.4, 5), (-half * 0.4, 5), (-half, 3 - lift)),
    )
    fill(painter, upper, mix(colour, SHADE, 0.14))
    lower = curve((-half, 3 - lift), ((-half * 0.5, 20), (half * 0.5, 20), (half, 3 - lift)))
    lower.cubicTo(half * 0.4, 5, -half * 0.4, 5, -half, 3 - lift)
    fill(painter, lower, colour)
    ellipse(painter, -3, 9, half * 0.32, 2.6, veil("#ffffff", 0.28))


def _open_mouth(painter: QPainter, colour: QColor) -> None:
    outline = curve((-40, -10), ((-20, -4), (20, -4), (40, -10)), ((30, 28), (-30, 28), (-40, -10)))
    fill(painter, outline, "#5a1a24")
    painter.save()
    painter.setClipPath(outline)
    teeth = QPainterPath()
    teeth.addRoundedRect(-32, -12, 64, 17, 8, 8)
    fill(painter, teeth, "#fdfaf6")
    ellipse(painter, 0, 24, 20, 10, "#c75b67")
    painter.restore()
    line(painter, outline, colour, 4.5)


def _corners(painter: QPainter, traits: Traits, x: float, y: float) -> None:
    shade = veil(mix(traits.skin, SHADE, 0.6), 0.5)
    line(painter, curve((x, y - 4), ((x + 4, y - 2), (x + 4, y + 2), (x + 2, y + 5))), shade, 2.5)
    if traits.mouth is Mouth.smile:
        line(painter, curve((-x, y - 4), ((-x - 4, y - 2), (-x - 4, y + 2), (-x - 2, y + 5))), shade, 2.5)
