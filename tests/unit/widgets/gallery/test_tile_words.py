"""What a tile without a picture says, at the usual size and in every language: whole sentences."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from facegen_gui.domain.failures import Failure, FailureKind, Pause
from facegen_gui.domain.job import JobState, Picture, PictureKey
from facegen_gui.models.tiles import Tile
from facegen_gui.resources import resource_path
from facegen_gui.widgets.gallery.tile.tile_icons import TileIcons
from facegen_gui.widgets.gallery.tile.tile_state import StatePainter, state_of
from tests.unit.models.samples import START, failed, ready, waiting

# What concerns the key or the list of jobs as a whole never becomes a job's own failure.
KINDS = [kind for kind in FailureKind if not kind.value.startswith(("keyring", "library"))]


@pytest.fixture(params=["en", "de"])
def language(qapp, request):
    translator = QTranslator()
    assert translator.load(str(resource_path("translations") / f"facegen_gui_{request.param}.qm"))
    qapp.installTranslator(translator)
    yield request.param
    qapp.removeTranslator(translator)


@pytest.fixture
def words(qtbot, gallery):
    """The lines that a tile of the usual size shows."""
    view = gallery.view()
    qtbot.addWidget(view)
    painter = StatePainter(TileIcons(gallery.icons))

    def lines(tile, pause=None):
        area = view.painter.geometry.picture
        return painter.words(area, state_of(tile, START, None, pause), QApplication.font())

    return lines


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.value)
def test_a_failed_tile_says_what_happened_and_what_to_do_without_cutting_it(words, language, kind):
    gone = Picture(PictureKey("12000001", 2), failure=Failure(kind))
    incomplete = replace(ready(1), pictures=(*ready(1).pictures, gone))
    for tile in (Tile(failed(1, kind=kind)), Tile(incomplete, gone)):
        title, sentence = words(tile)
        assert title
        assert not title[-1].endswith("…")
        assert sentence
        assert sentence[-1].endswith(".")


def test_what_is_overdue_says_how_to_look_once_more(words, language):
    _, sentence = words(Tile(replace(waiting(1), state=JobState.overdue)))
    assert sentence[-1].endswith(".")


def test_while_everything_waits_a_tile_says_what_it_waits_for(words):
    _, sentence = words(Tile(waiting(1)), Pause(Failure(FailureKind.offline)))
    assert " ".join(sentence) == "Goes on by itself once the service answers"
