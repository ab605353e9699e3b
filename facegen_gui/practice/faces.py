"""Draws a friendly face for a job ID and encodes it. Works in any thread; owns no files and no network."""

import random
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QImageWriter, QPainter

from facegen_gui.practice.drawing.backdrop import paint_backdrop
from facegen_gui.practice.drawing.body import paint_clothes, paint_neck
from facegen_gui.practice.drawing.extras import paint_beard, paint_glasses
from facegen_gui.practice.drawing.features import paint_features
from facegen_gui.practice.drawing.hair import paint_hair, paint_hair_behind
from facegen_gui.practice.drawing.head import paint_ears, paint_head
from facegen_gui.practice.drawn import Drawn
from facegen_gui.practice.traits import Hair, Traits, traits_of

FORMATS = {"png": ("image/png", ".png"), "jpeg": ("image/jpeg", ".jpg"), "webp": ("image/webp", ".webp")}
FIXED_FORMATS = {"101": "png", "102": "jpeg", "103": "webp"}
FACE_X, FACE_Y = 256, 356
DOTS_PER_METRE = 2835  # 72 per inch


def draw_face(job_id: str, number: int, media_format: str = "") -> Drawn:
    """The face of a job's picture, 512 × 768 or 512 × 512, always the same bytes on one machine.

    `media_format` is "png", "jpeg" or "webp"; without it the ID decides.
    """
    chance = random.Random(f"{job_id} form")
    chosen = media_format or FIXED_FORMATS.get(job_id) or chance.choice(tuple(FORMATS))
    height = chance.choice((768, 768, 512))
    image = paint_face(traits_of(job_id, number), height)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The writer lets other threads run while it encodes; QImage.save would not.
    writer = QImageWriter(buffer, chosen.encode())
    writer.setQuality(90 if chosen != "png" else -1)
    if not writer.write(image):
        raise RuntimeError(f"a practice picture could not be written as {chosen}: {writer.errorString()}")
    media_type, extension = FORMATS[chosen]
    return Drawn(bytes(buffer.data().data()), media_type, extension, image.width(), image.height())


def paint_face(traits: Traits, height: int) -> QImage:
    image = QImage(512, height, QImage.Format.Format_RGB32)
    # Else the screen's resolution would get into the file, and its bytes would depend on it.
    image.setDotsPerMeterX(DOTS_PER_METRE)
    image.setDotsPerMeterY(DOTS_PER_METRE)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if height < 768:
        painter.translate(0, -118)
    paint_backdrop(painter, traits)
    if traits.mirrored:
        painter.translate(512, 0)
        painter.scale(-1, 1)
    _head_layer(painter, traits, paint_hair_behind)
    paint_neck(painter, traits)
    paint_clothes(painter, traits)
    if traits.hair is not Hair.scarf:
        _head_layer(painter, traits, paint_ears)
    for layer in (paint_head, paint_beard, paint_features, paint_hair, paint_glasses):
        _head_layer(painter, traits, layer)
    painter.end()
    return image


def _head_layer(painter: QPainter, traits: Traits, paint: Callable[[QPainter, Traits], None]) -> None:
    painter.save()
    painter.translate(FACE_X, FACE_Y)
    painter.rotate(traits.tilt)
    paint(painter, traits)
    painter.restore()
