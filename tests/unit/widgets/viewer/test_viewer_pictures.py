"""Viewer and comparison beside reference pictures, light and dark, at 100 % and 200 %."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from tests.pictures.references import assert_looks_like

# Rows of buttons hold words, whose letters differ more from machine to machine than faces do.
WORDS_TOLERANCE = 7.0
HEAD = 40
FOOT = {"viewer": 0, "compare": 40, "overlay": 60}


@pytest.fixture(scope="module", params=[1, 2])
def painted(request, tmp_path_factory) -> tuple[Path, int]:
    folder = tmp_path_factory.mktemp("painted")
    ratio: int = request.param
    environment = os.environ | {"QT_SCALE_FACTOR": str(ratio)}
    command = [sys.executable, "-m", "tests.unit.widgets.viewer.painted", str(folder)]
    subprocess.run(command, check=True, env=environment, cwd=Path(__file__).parents[4], timeout=60)
    return folder, ratio


@pytest.mark.screen
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("what", list(FOOT))
def test_it_looks_like_its_reference(painted, what, scheme):
    folder, ratio = painted
    image = QImage(str(folder / f"{what}_{scheme}_{ratio}x.png"))
    head, foot = HEAD * ratio, FOOT[what] * ratio
    middle = QRect(0, head, image.width(), image.height() - head - foot)
    name = f"{what}_{scheme}_{ratio}x.jpg"
    assert_looks_like(image, name, [middle])
    rows = [QRect(0, 0, image.width(), head)]
    if foot:
        rows.append(QRect(0, middle.bottom() + 1, image.width(), foot))
    assert_looks_like(image, name, rows, WORDS_TOLERANCE)
