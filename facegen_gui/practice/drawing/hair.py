"""Hair: what falls behind the head, and what lies on it."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath

from facegen_gui.practice.drawing.head import CROWN, half_width
from facegen_gui.practice.drawing.shapes import Point, curve, fill, line, mix, veil
from facegen_gui.practice.traits import Hair, Traits

SHORT_CURLS = ((-96, -52, 30), (-92, -90, 33), (-66, -122, 36), (-28, -140, 38), (14, -142, 38))
AFRO_HAIRLINE = ((-96, -48, 16), (-88, -74, 18), (-66, -96, 20), (-36, -106, 20), (-2, -108, 22))
AFRO_CURLS = ((-118, 10, 40), (-130, -40, 46), (-116, -92, 52), (-78, -136, 56), (-26, -158, 58))


def paint_hair_behind(painter: QPainter, traits: Traits) -> None:
    w = half_width(traits)
    shade = mix(traits.hair_colour, "#120a0c", 0.3)
    match traits.hair:
        case Hair.bob:
            fill(painter, _fall(w + 24, 128, 26), shade)
        case Hair.long:
            fill(painter, _fall(w + 28, 262, 10), shade)
        case Hair.wavy:
            fill(painter, _waves(w), shade)
        case Hair.ponytail:
            tail = curve(
                (w * 0.5, -110),
                ((w + 70, -120), (w + 84, 0), (w + 46, 90)),
                ((w + 30, 140), (w + 52, 170), (w + 30, 196)),
                ((w - 6, 170), (w - 6, 90), (w + 4, 20)),
            )
            fill(painter, tail, shade)
        case Hair.bun:
            bun = QPainterPath()
            bun.addEllipse(QPointF(6, CROWN - 34), 52, 46)
            fill(painter, bun, _sheen(traits, CROWN - 80, CROWN + 10))
        case Hair.afro:
            fill(painter, _curls(AFRO_CURLS), _sheen(traits, -190, 60))
        case Hair.scarf:
            drape = curve(
                (0, CROWN - 24),
                ((w + 60, CROWN - 30), (w + 42, 60), (w + 34, 120)),
                ((w + 60, 190), (w + 70, 240), (w + 40, 282)),
                ((60, 320), (-60, 320), (-w - 40, 282)),
                ((-w - 70, 240), (-w - 60, 190), (-w - 34, 120)),
                ((-w - 42, 60), (-w - 60, CROWN - 30), (0, CROWN - 24)),
            )
            fill(painter, drape, mix(traits.second_fabric, "#181020", 0.2))
        case _:
            pass


def paint_hair(painter: QPainter, traits: Traits) -> None:
    w = half_width(traits)
    brush = _sheen(traits, CROWN - 20, -20)
    match traits.hair:
        case Hair.crop:
            _cap(painter, brush, w, 12, -30, ((w * 0.86, -86), (40, -92), (-w * 0.86, -86)))
        case Hair.side_part:
            _cap(painter, brush, w, 18, -26, ((w * 0.74, -92), (-10, -112), (-w * 0.94, -50)))
            _strand(painter, traits, ((-38, -140), (10, -128), (60, -118), (w * 0.7, -104)))
        case Hair.quiff:
            quiff = curve(
                (-w * 0.86, -78),
                ((-w * 1.1, -160), (-20, -196), (70, -172)),
                ((w * 1.15, -158), (w * 1.08, -100), (w * 0.86, -78)),
                ((40, -104), (-30, -104), (-w * 0.86, -78)),
            )
            _cap(painter, brush, w, 8, -26, ((w * 0.86, -80), (0, -96), (-w * 0.86, -80)))
            fill(painter, quiff, brush)
            _strand(painter, traits, ((-54, -106), (-40, -150), (10, -166), (62, -158)))
        case Hair.curly:
            _cap(painter, brush, w, 10, -22, ((w * 0.84, -80), (0, -90), (-w * 0.84, -80)))
            fill(painter, _curls(SHORT_CURLS), brush)
        case Hair.afro:
            brush = _sheen(traits, -190, 60)
            _cap(painter, brush, w, 20, -14, ((w * 0.84, -84), (0, -98), (-w * 0.84, -84)))
            fill(painter, _curls(AFRO_HAIRLINE), brush)
        case Hair.bob:
            _curtain(painter, traits, w, 92, fringe=True)
        case Hair.long:
            _curtain(painter, traits, w, 150, fringe=False)
        case Hair.wavy:
            _curtain(painter, traits, w, 120, fringe=False)
        case Hair.bun | Hair.ponytail:
            _cap(painter, brush, w, 12, -34, ((w * 0.8, -94), (0, -114), (-w * 0.8, -94)))
            for end in (-60, -20, 30):
                _strand(painter, traits, ((end, -98), (end * 0.8, -116), (end * 0.4, -132), (6, -142)))
        case Hair.scarf:
            _scarf(painter, traits, w)
        case Hair.none:
            pass


def _sheen(traits: Traits, top: float, bottom: float) -> QBrush:
    gradient = QLinearGradient(-60, top, 40, bottom)
    gradient.setColorAt(0, mix(traits.hair_colour, "#ffffff", 0.16))
    gradient.setColorAt(0.45, QColor(traits.hair_colour))
    gradient.setColorAt(1, mix(traits.hair_colour, "#120a0c", 0.25))
    return QBrush(gradient)


def _strand(painter: QPainter, traits: Traits, points: tuple[Point, Point, Point, Point]) -> None:
    start, *rest = points
    line(
        painter,
        curve(start, (rest[0], rest[1], rest[2])),
        veil(mix(traits.hair_colour, "#ffffff", 0.5), 0.3),
        4,
    )


def _cap(
    painter: QPainter, brush: QBrush, w: float, rise: float, ear: float, hairline: tuple[Point, Point, Point]
) -> None:
    """Hair that follows the skull: `rise` above it, down to `ear`, with a hairline from right to left."""
    right, middle, left = hairline
    path = curve(
        (-w - 5, ear),
        ((-w - 14, -100), (-w * 0.7, CROWN - rise), (0, CROWN - rise)),
        ((w * 0.7, CROWN - rise), (w + 14, -100), (w + 5, ear)),
        ((w - 8, ear - 10), (w - 6, right[1] + 20), right),
        ((right[0] * 0.6, middle[1]), (middle[0] + 30, middle[1]), middle),
        ((middle[0] - 30, middle[1]), (left[0] * 0.6, middle[1] * 0.6 + left[1] * 0.4), left),
        ((-w + 6, left[1] + 20), (-w + 8, ear - 10), (-w - 5, ear)),
    )
    fill(painter, path, brush)


def _curls(half: tuple[tuple[float, float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for x, y, radius in half:
        path.addEllipse(QPointF(x, y), radius, radius)
        path.addEllipse(QPointF(-x, y + 2), radius, radius)
    return path


def _fall(w: float, length: float, turn: float) -> QPainterPath:
    """Straight hair behind the head, `turn` inwards at its ends."""
    return curve(
        (0, CROWN - 18),
        ((w * 0.8, CROWN - 18), (w + 8, -80), (w, 0)),
        ((w, length * 0.5), (w + 8, length * 0.8), (w - turn, length)),
        ((w * 0.4, length + 12), (-w * 0.4, length + 12), (-w + turn, length)),
        ((-w - 8, length * 0.8), (-w, length * 0.5), (-w, 0)),
        ((-w - 8, -80), (-w * 0.8, CROWN - 18), (0, CROWN - 18)),
    )


def _waves(w: float) -> QPainterPath:
    return curve(
        (0, CROWN - 20),
        ((w * 0.9, CROWN - 20), (w + 26, -80), (w + 22, -10)),
        ((w + 10, 40), (w + 54, 70), (w + 34, 120)),
        ((w + 16, 160), (w + 56, 190), (w + 22, 236)),
        ((w - 30, 250), (-w + 30, 250), (-w - 22, 236)),
        ((-w - 56, 190), (-w - 16, 160), (-w - 34, 120)),
        ((-w - 54, 70), (-w - 10, 40), (-w - 22, -10)),
        ((-w - 26, -80), (-w * 0.9, CROWN - 20), (0, CROWN - 20)),
    )


def _curtain(painter: QPainter, traits: Traits, w: float, length: float, *, fringe: bool) -> None:
    """Hair that falls on both sides of the face, parted in the middle or with a fringe."""
    brush = _sheen(traits, CROWN - 20, length)
    for side in (-1, 1):
        lock = curve(
            (side * -12, CROWN - 18),
            ((side * w * 0.8, CROWN - 20), (side * (w + 26), -80), (side * (w + 22), 10)),
            ((side * (w + 20), length * 0.6), (side * (w + 20), length * 0.9), (side * (w + 6), length)),
            ((side * (w - 6), length * 0.7), (side * (w + 4), 20), (side * (w - 12), -34)),
            ((side * (w - 26), -84), (side * 30, -104), (side * -12, CROWN - 2)),
        )
        fill(painter, lock, brush)
        if not fringe:
            sheen = curve((side * 30, -128), ((side * 70, -112), (side * (w + 4), -60), (side * (w + 8), 0)))
            line(painter, sheen, veil(mix(traits.hair_colour, "#ffffff", 0.5), 0.28), 5)
    if fringe:
        front = curve(
            (-w + 8, -44),
            ((-w * 0.9, -140), (-30, CROWN - 12), (6, CROWN - 10)),
            ((40, CROWN - 12), (w * 0.9, -140), (w - 8, -44)),
            ((60, -64), (20, -56), (0, -60)),
            ((-30, -56), (-60, -60), (-w + 8, -44)),
        )
        fill(painter, front, brush)
        for x in (-44, -12, 26):
            _strand(painter, traits, ((x * 0.5, -136), (x * 0.7, -112), (x * 0.9, -92), (x, -74)))


def _scarf(painter: QPainter, traits: Traits, w: float) -> None:
    colour = traits.second_fabric
    outer = curve(
        (0, CROWN - 26),
        ((w * 0.9, CROWN - 26), (w + 34, -70), (w + 24, 20)),
        ((w + 18, 100), (70, 168), (0, 178)),
        ((-70, 168), (-w - 18, 100), (-w - 24, 20)),
        ((-w - 34, -70), (-w * 0.9, CROWN - 26), (0, CROWN - 26)),
    )
    face = curve(
        (0, -98),
        ((60, -98), (w - 6, -50), (w - 8, 4)),
        ((w - 14, 80), (46, 128), (0, 130)),
        ((-46, 128), (-w + 14, 80), (-w + 8, 4)),
        ((-w + 6, -50), (-60, -98), (0, -98)),
    )
    gradient = QLinearGradient(-90, CROWN, 90, 170)
    gradient.setColorAt(0, mix(colour, "#ffffff", 0.25))
    gradient.setColorAt(0.5, QColor(colour))
    gradient.setColorAt(1, mix(colour, "#181020", 0.25))
    fill(painter, outer.subtracted(face), QBrush(gradient))
    painter.save()
    painter.setClipPath(outer.subtracted(face))
    shade = veil(mix(colour, "#181020", 0.5), 0.35)
    line(painter, curve((-w - 8, 40), ((-70, 130), (20, 170), (80, 216))), shade, 4)
    line(painter, curve((-w + 2, 84), ((-60, 150), (10, 196), (50, 240))), shade, 4)
    line(painter, curve((-30, -146), ((20, -150), (70, -130), (w + 4, -60))), veil("#ffffff", 0.22), 4)
    painter.restore()
