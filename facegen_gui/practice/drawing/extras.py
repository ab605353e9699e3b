"""Beards and glasses: what lies over the face."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from facegen_gui.practice.drawing.features import EYE_Y, eye_x
from facegen_gui.practice.drawing.head import CHIN, half_width, head_outline
from facegen_gui.practice.drawing.shapes import curve, fill, line, mix, veil
from facegen_gui.practice.traits import Beard, Glasses, Traits


def paint_beard(painter: QPainter, traits: Traits) -> None:
    match traits.beard:
        case Beard.stubble:
            fill(
                painter,
                _beard_shape(traits).intersected(head_outline(traits)),
                veil(traits.hair_colour, 0.22),
            )
        case Beard.full:
            colour = mix(traits.hair_colour, "#201512", 0.12)
            fill(painter, _beard_shape(traits, 14), colour)
            fill(painter, _moustache(46, 10), mix(colour, "#ffffff", 0.06))
        case Beard.moustache:
            fill(painter, _moustache(42, 11), mix(traits.hair_colour, "#201512", 0.15))
        case Beard.none:
            pass


def _beard_shape(traits: Traits, beyond: float = 0) -> QPainterPath:
    w, j = half_width(traits), traits.jaw
    path = curve(
        (-w + 1, 4),
        ((-w * 0.96 - beyond * 0.3, 60), (-w * 0.74 * j - beyond, 108), (-w * 0.42 * j, CHIN - 6 + beyond)),
        ((-w * 0.2, CHIN + 6 + beyond), (w * 0.2, CHIN + 6 + beyond), (w * 0.42 * j, CHIN - 6 + beyond)),
        ((w * 0.74 * j + beyond, 108), (w * 0.96 + beyond * 0.3, 60), (w - 1, 4)),
        ((w * 0.86, 40), (w * 0.74, 58), (44, 60)),
        ((24, 56), (-24, 56), (-44, 60)),
        ((-w * 0.74, 58), (-w * 0.86, 40), (-w + 1, 4)),
    )
    path.closeSubpath()
    opening = curve((-40, 76), ((-30, 64), (30, 64), (40, 76)), ((34, 108), (-34, 108), (-40, 76)))
    return path.subtracted(opening)


def _moustache(half: float, depth: float) -> QPainterPath:
    return curve(
        (0, 56),
        ((14, 50), (half * 0.8, 58), (half, 60 + depth * 1.6)),
        ((half * 0.6, 60 + depth), (12, 64 + depth), (0, 62 + depth * 0.6)),
        ((-12, 64 + depth), (-half * 0.6, 60 + depth), (-half, 60 + depth * 1.6)),
        ((-half * 0.8, 58), (-14, 50), (0, 56)),
    )


def paint_glasses(painter: QPainter, traits: Traits) -> None:
    if traits.glasses is Glasses.none:
        return
    frame = "#2b2530" if traits.glasses is Glasses.square else "#7a5230"
    x, y, w = eye_x(traits), EYE_Y + 2, half_width(traits)
    for side in (-1, 1):
        lens = QPainterPath()
        if traits.glasses is Glasses.round:
            lens.addEllipse(QPointF(side * x, y), 33, 32)
            inner, outer = x - 33, x + 33
        else:
            lens.addRoundedRect(QRectF(side * x - 35, y - 25, 70, 52), 15, 15)
            inner, outer = x - 35, x + 35
        fill(painter, lens, veil("#ffffff", 0.12))
        gleam = curve(
            (side * x - 18, y - 14), ((side * x - 12, y - 20), (side * x - 6, y - 22), (side * x, y - 22))
        )
        line(painter, gleam, veil("#ffffff", 0.7), 3)
        line(painter, lens, frame, 5)
        line(
            painter,
            curve(
                (side * outer, y - 6),
                ((side * (outer + 6), y - 8), (side * w, y - 8), (side * (w + 2), y - 10)),
            ),
            frame,
            5,
        )
        if side == 1:
            line(
                painter,
                curve((-inner, y - 4), ((-inner * 0.5, y - 12), (inner * 0.5, y - 12), (inner, y - 4))),
                frame,
                5,
            )
