"""Drawn faces: different for every ID, the same every time, in real picture formats."""

import hashlib
import subprocess
import sys
import threading

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from facegen_gui.practice.drawn import Drawn
from facegen_gui.practice.face_store import FaceStore
from facegen_gui.practice.faces import draw_face, paint_face
from facegen_gui.practice.traits import traits_of


@pytest.mark.parametrize(
    ("job_id", "head"), [("101", b"\x89PNG"), ("102", b"\xff\xd8\xff"), ("103", b"RIFF")]
)
def test_the_first_cases_show_each_format(job_id: str, head: bytes) -> None:
    drawn = draw_face(job_id, 1)
    assert drawn.data.startswith(head)
    image = QImage.fromData(drawn.data)
    assert (image.width(), image.height()) == (drawn.width, drawn.height)
    assert drawn.width == 512


def test_a_face_is_the_same_every_time_and_in_every_thread() -> None:
    found: list[Drawn] = []
    thread = threading.Thread(target=lambda: found.append(draw_face("4711", 1)))
    thread.start()
    thread.join()
    assert found == [draw_face("4711", 1)]


def test_a_face_is_the_same_in_another_process_without_a_screen(qtbot: QtBot) -> None:
    code = (
        "import sys; from facegen_gui.practice.faces import draw_face; "
        "sys.stdout.buffer.write(draw_face('12202888', 1).data)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=True)
    assert result.stdout == draw_face("12202888", 1).data


def test_faces_of_different_ids_and_numbers_differ() -> None:
    faces = [paint_face(traits_of(str(1000 + n // 2), n % 2 + 1), 512) for n in range(40)]
    digests = {hashlib.sha256(bytes(face.constBits())).digest() for face in faces}
    assert len(digests) == 40


def test_a_face_is_no_flat_area() -> None:
    image = paint_face(traits_of("12202888", 1), 768)
    colours = {image.pixel(x, y) for x in range(0, 512, 16) for y in range(0, 768, 16)}
    assert len(colours) > 300


def test_the_store_draws_each_picture_once_and_forgets_the_oldest_when_full(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("facegen_gui.practice.face_store.LARGEST_TOTAL", 250)
    calls: list[tuple[str, int]] = []

    def draw(job_id: str, number: int) -> Drawn:
        calls.append((job_id, number))
        return Drawn(bytes(100), "image/png", ".png", 1, 1)

    store = FaceStore(draw)
    assert store.known("1", 1) is None
    for job_id in ("1", "1", "2", "3"):
        store.get(job_id, 1)
    assert calls == [("1", 1), ("2", 1), ("3", 1)]
    assert store.known("1", 1) is None
    assert store.known("3", 1) is not None
