"""The practice service in a process of its own, with pictures as large as real ones.

Prints its URL and the key, then serves until standard input ends. For the throughput figures.
"""

import random
import sys

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from facegen_gui.practice.drawn import Drawn
from facegen_gui.practice.faces import draw_face
from facegen_gui.practice.server import PracticeService

SIDE = 1024
DIFFERENT = 8


def picture(number: int) -> bytes:
    """A drawn face of 1024 by 1024 pixels with the grain of a photograph, as PNG of some 1.5 MB."""
    face = QImage.fromData(draw_face(str(12202888 + number), 1, "png").data)
    image = face.scaled(SIDE, SIDE).convertToFormat(QImage.Format.Format_RGB888)
    grain = random.Random(number)
    bits = image.bits()
    noise = grain.randbytes(len(bits))
    bits[:] = bytes(min(255, value + (n & 7)) for value, n in zip(bits, noise, strict=True))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return data.data()


def main() -> None:
    pictures = [picture(number) for number in range(DIFFERENT)]

    def draw(job_id: str, _number: int) -> Drawn:
        return Drawn(pictures[int(job_id) % DIFFERENT], "image/png", ".png", SIDE, SIDE)

    with PracticeService(draw=draw) as service:
        print(service.url, service.key, flush=True)
        sys.stdin.read()


main()
