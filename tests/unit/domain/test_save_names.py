"""Saves that a person asks for and saves that happen by themselves give the same names."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from facegen_gui.domain.job import Batch, Job, Picture, PictureKey
from facegen_gui.domain.save_names import save_name
from facegen_gui.domain.saves import SaveFormat, SaveOptions

WHEN = datetime(2026, 10, 28, 12, 30, 5, tzinfo=UTC)
PICTURE = Picture(PictureKey("101", 1), file="a", media_type="image/png", width=9)
JOB = Job("101", 1, 1, WHEN, label="Anna", pictures=(PICTURE,))
BATCH = Batch(1, WHEN, "Actors")
OPTIONS = SaveOptions(Path("/saved"))


def test_the_extension_is_that_of_the_format_except_for_what_is_never_converted() -> None:
    jpeg = replace(OPTIONS, format=SaveFormat.jpeg)
    assert save_name(JOB, PICTURE, BATCH, OPTIONS) == "101_1.png"
    assert save_name(JOB, PICTURE, BATCH, jpeg) == "101_1.jpg"
    # Of a library that was rebuilt nobody knows the sizes yet; it is converted all the same.
    assert save_name(JOB, replace(PICTURE, width=0), BATCH, jpeg) == "101_1.jpg"
    assert save_name(JOB, replace(PICTURE, media_type="video/mp4"), BATCH, jpeg) == "101_1.mp4"


def test_a_folder_is_named_like_its_batch_or_else_by_time() -> None:
    options = replace(OPTIONS, batch_folders=True, pattern="{batch}_{label}")
    moment = WHEN.astimezone()
    assert save_name(JOB, PICTURE, BATCH, options) == "Actors/Actors_Anna.png"
    by_time = f"{moment:%Y-%m-%d %H-%M-%S}/{moment:%Y-%m-%d}_Anna.png"
    assert save_name(JOB, PICTURE, replace(BATCH, name=""), options) == by_time
    assert save_name(JOB, PICTURE, None, options) == by_time
