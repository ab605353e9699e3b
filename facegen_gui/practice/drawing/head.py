"""The head itself: outline, ears, light and shade of the skin."""

from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath

from facegen_gui.practice.drawing.shapes import curve, ellipse, fill, glow, line, mix, veil
from facegen_gui.practice.traits import Traits

HALF_WIDTH = 100.0
CHIN = 136.0
CROWN = -132.0
SHADE = "#4a1f2b"


def half_width(traits: Traits) -> float:
    return HALF_WIDTH * traits.width


def head_outline(traits: Traits) -> QPainterPath:
    w = half_width(traits)
    j = traits.jaw
    path = curve(
        (0, CROWN),
        ((w * 0.66, CROWN), (w * 1.02, -92), (w, -8)),
        ((w * 0.99, 46), (w * 0.78 * j + 6, 92), (w * 0.46 * j, CHIN - 16)),
        ((w * 0.28 * j, CHIN + 3), (12, CHIN + 3), (0, CHIN + 3)),
        ((-12, CHIN + 3), (-w * 0.28 * j, CHIN + 3), (-w * 0.46 * j, CHIN - 16)),
        ((-w * 0.78 * j - 6, 92), (-w * 0.99, 46), (-w, -8)),
        ((-w * 1.02, -92), (-w * 0.66, CROWN), (0, CROWN)),
    )
    path.closeSubpath()
    return path


def paint_ears(painter: QPainter, traits: Traits) -> None:
    w = half_width(traits)
    skin = mix(traits.skin, SHADE, 0.06)
    for side in (-1, 1):
        ear = curve(
            (side * (w - 6), -28),
            ((side * (w + 18), -46), (side * (w + 26), -6), (side * (w + 14), 22)),
            ((side * (w + 8), 40), (side * (w - 4), 40), (side * (w - 8), 30)),
        )
        fill(painter, ear, skin)
        inner = curve(
            (side * (w + 1), -20), ((side * (w + 14), -22), (side * (w + 14), 4), (side * (w + 4), 18))
        )
        line(painter, inner, veil(mix(traits.skin, SHADE, 0.5), 0.45), 3)
        if traits.earrings:
            ellipse(painter, side * (w + 6), 44, 6, 6, "#e9c46a")
            ellipse(painter, side * (w + 4.5), 42, 2, 2, veil("#ffffff", 0.8))


def paint_head(painter: QPainter, traits: Traits) -> None:
    outline = head_outline(traits)
    skin = QColor(traits.skin)
    gradient = QLinearGradient(-80, -120, 90, 140)
    gradient.setColorAt(0, mix(skin, "#fff4e6", 0.22))
    gradient.setColorAt(0.5, skin)
    gradient.setColorAt(1, mix(skin, SHADE, 0.16))
    fill(painter, outline, QBrush(gradient))
    painter.save()
    painter.setClipPath(outline)
    w = half_width(traits)
    # Light comes from the upper left: the far cheek lies in shade, and so does the chin's underside.
    ellipse(painter, w * 1.12, 30, 110, 110, glow(w * 1.12, 30, 110, SHADE, 0.30))
    ellipse(painter, 0, CHIN + 26, 76, 76, glow(0, CHIN + 26, 76, SHADE, 0.24))
    for side in (-1, 1):
        ellipse(painter, side * w * 0.56, 44, 40, 40, glow(side * w * 0.56, 44, 40, "#d9435b", 0.20))
    ellipse(painter, -w * 0.25, -70, 60, 60, glow(-w * 0.25, -70, 60, "#ffffff", 0.16))
    if traits.freckles:
        _freckles(painter, traits)
    if traits.lines:
        _lines(painter, traits)
    painter.restore()


def _freckles(painter: QPainter, traits: Traits) -> None:
    colour = veil(mix(traits.skin, "#8a3d1c", 0.6), 0.55)
    spots = ((-58, 34), (-46, 42), (-36, 32), (-50, 52), (-28, 44), (-14, 30), (12, 31), (30, 42), (40, 33))
    for x, y in (*spots, (50, 44), (58, 35), (46, 53), (0, 22)):
        ellipse(painter, x, y, 1.9, 1.9, colour)


def _lines(painter: QPainter, traits: Traits) -> None:
    colour = veil(mix(traits.skin, SHADE, 0.6), 0.35)
    for side in (-1, 1):
        line(
            painter, curve((side * 28, 48), ((side * 40, 58), (side * 44, 68), (side * 44, 80))), colour, 2.5
        )
        for dy in (0, 8):
            line(
                painter,
                curve(
                    (side * 72, -2 + dy),
                    ((side * 77, -2 + dy), (side * 80, -4 + dy), (side * 84, -7 + dy * 1.6)),
                ),
                colour,
                2,
            )
    for y in (-78, -66):
        line(painter, curve((-36, y), ((-12, y - 5), (12, y - 5), (36, y))), veil(colour, 0.22), 2)
