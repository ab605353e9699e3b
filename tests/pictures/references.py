"""Painted pictures beside the ones that were looked at and found good.

After a change of looks that is meant: FACEGEN_WRITE_REFERENCES=1, then look at what was written.
"""

import math
import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QImageWriter

FOLDER = Path(__file__).parent / "references"
# Of 255, per channel; fonts differ a little between machines, a missing badge differs by more.
TOLERANCE = 3.0


def difference(first: QImage, second: QImage) -> float:
    """Root mean square over coarse cells, so that the exact shape of letters does not decide."""
    assert first.size() == second.size()
    size = first.size() / 8
    smooth = Qt.TransformationMode.SmoothTransformation
    scaled = [
        image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth).convertToFormat(
            QImage.Format.Format_RGBX8888
        )
        for image in (first, second)
    ]
    pairs = zip(bytes(scaled[0].constBits()), bytes(scaled[1].constBits()), strict=True)
    squares = [(a - b) ** 2 for a, b in pairs]
    return math.sqrt(sum(squares) / len(squares))


def assert_looks_like(
    image: QImage, name: str, parts: Iterable[QRect] = (), tolerance: float = TOLERANCE
) -> None:
    """`name` with its extension; `parts` of it are compared one by one, else the whole."""
    path = FOLDER / name
    if os.environ.get("FACEGEN_WRITE_REFERENCES"):
        writer = QImageWriter(str(path))
        writer.setQuality(88 if path.suffix == ".jpg" else -1)
        assert writer.write(image), writer.errorString()
    expected = QImage(str(path))
    assert expected.size() == image.size()
    for part in list(parts) or [image.rect()]:
        assert difference(image.copy(part), expected.copy(part)) < tolerance, (name, part)
