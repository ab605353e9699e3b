"""What is behind the person: a soft gradient and a large quiet shape."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QLinearGradient, QPainter

from facegen_gui.practice.drawing.shapes import curve, ellipse, fill, glow, mix, veil
from facegen_gui.practice.traits import Traits


def paint_backdrop(painter: QPainter, traits: Traits) -> None:
    light, deep = traits.backdrop
    gradient = QLinearGradient(0, 0, 512, 768)
    gradient.setColorAt(0, mix(light, "#ffffff", 0.25))
    gradient.setColorAt(0.55, mix(light, deep, 0.45))
    gradient.setColorAt(1, mix(deep, "#40304a", 0.12))
    painter.fillRect(QRectF(0, 0, 512, 768), QBrush(gradient))
    match traits.backdrop_pattern:
        case 0:
            ellipse(painter, 256, 350, 226, 226, veil("#ffffff", 0.28))
        case 1:
            wave = curve((0, 500), ((140, 400), (230, 580), (350, 460)), ((430, 380), (480, 430), (512, 390)))
            wave.lineTo(512, 768)
            wave.lineTo(0, 768)
            fill(painter, wave, veil(mix(deep, "#ffffff", 0.3), 0.45))
        case 2:
            window = curve((96, 768), ((96, 500), (96, 300), (96, 270)))
            window.cubicTo(96, 150, 170, 90, 256, 90)
            window.cubicTo(342, 90, 416, 150, 416, 270)
            window.lineTo(416, 768)
            fill(painter, window, veil("#ffffff", 0.25))
        case _:
            ellipse(painter, 96, 150, 250, 250, veil("#ffffff", 0.18))
            ellipse(painter, 470, 520, 220, 220, veil(deep, 0.35))
    painter.fillRect(QRectF(0, 0, 512, 768), glow(190, 190, 420, "#ffffff", 0.32))
