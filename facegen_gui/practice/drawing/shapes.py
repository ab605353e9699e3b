"""Small things that all layers of a practice face need: colours mixed, curves, soft light."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QRadialGradient

Point = tuple[float, float]


def mix(first: str | QColor, second: str | QColor, share: float) -> QColor:
    """`share` 0 is the first colour, 1 the second."""
    a, b = QColor(first), QColor(second)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )


def veil(colour: str | QColor, alpha: float) -> QColor:
    """The colour, transparent by 1 - alpha."""
    c = QColor(colour)
    c.setAlphaF(alpha)
    return c


def curve(start: Point, *segments: tuple[Point, Point, Point]) -> QPainterPath:
    """A path of cubic curves: each segment is two control points and an end."""
    path = QPainterPath(QPointF(*start))
    for one, two, end in segments:
        path.cubicTo(QPointF(*one), QPointF(*two), QPointF(*end))
    return path


def fill(painter: QPainter, path: QPainterPath, brush: str | QColor | QBrush) -> None:
    painter.fillPath(path, brush if isinstance(brush, QBrush) else QBrush(QColor(brush)))


def ellipse(
    painter: QPainter, x: float, y: float, rx: float, ry: float, brush: str | QColor | QBrush
) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush if isinstance(brush, QBrush) else QBrush(QColor(brush)))
    painter.drawEllipse(QPointF(x, y), rx, ry)


def line(painter: QPainter, path: QPainterPath, colour: str | QColor, width: float) -> None:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)


def glow(x: float, y: float, radius: float, colour: str | QColor, alpha: float) -> QBrush:
    """A round spot of light or shade that fades out towards `radius`."""
    gradient = QRadialGradient(QPointF(x, y), radius)
    gradient.setColorAt(0, veil(colour, alpha))
    gradient.setColorAt(1, veil(colour, 0))
    return QBrush(gradient)
