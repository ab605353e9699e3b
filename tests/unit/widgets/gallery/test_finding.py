"""The search finds states by the very words that filters and tiles show, in every language."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QTranslator

from facegen_gui.domain.job import Choice, JobState
from facegen_gui.models.tallies import Tallies
from facegen_gui.models.tiles import TileFilter
from facegen_gui.resources import resource_path
from facegen_gui.widgets.gallery.bar.filter_bar import FilterBar
from tests.unit.models.samples import START, failed, ready, waiting


@pytest.fixture(params=["en", "de"])
def language(qapp, request):
    translator = QTranslator()
    assert translator.load(str(resource_path(f"translations/facegen_gui_{request.param}.qm")))
    qapp.installTranslator(translator)
    yield request.param
    qapp.removeTranslator(translator)


def marked(sequence, **marks):
    job = ready(sequence)
    return replace(job, pictures=(replace(job.pictures[0], **marks),))


def shown(qtbot, gallery):
    qtbot.waitUntil(lambda: gallery.model.is_settled)
    return {gallery.model.tile(row).key for row in range(gallery.model.rowCount())}


def test_what_a_filter_shows_is_found_by_its_name(qtbot, gallery, language):
    bar = FilterBar(Tallies(gallery.store), gallery.icons)
    qtbot.addWidget(bar)
    gallery.tell(
        waiting(1),
        replace(waiting(2), state=JobState.downloading),
        replace(waiting(3), state=JobState.overdue),
        failed(4),
        marked(5, saved_at=START),
        marked(6, starred=True),
        marked(7, choice=Choice.no),
        marked(8, saved_at=START, choice=Choice.keep),
        marked(9, choice=Choice.maybe),
    )
    everything = shown(qtbot, gallery)
    for tile_filter, name in bar._filter_names():
        if tile_filter is TileFilter.all:
            continue
        gallery.model.arrange(replace(gallery.model.arrangement, filter=tile_filter))
        expected = shown(qtbot, gallery)
        assert expected < everything
        gallery.model.arrange(replace(gallery.model.arrangement, filter=TileFilter.all))
        gallery.model.search(name)
        assert shown(qtbot, gallery) == expected, name
        gallery.model.search("")


def test_saved_does_not_find_what_is_not_saved(qtbot, gallery, language):
    gallery.tell(waiting(1), marked(2, saved_at=START), ready(3))
    gallery.model.search({"en": "Saved", "de": "gespeichert"}[language])
    assert [key.job_id for key in shown(qtbot, gallery)] == ["12000002"]
    gallery.model.search({"en": "waiting", "de": "wartet"}[language])
    assert [key.job_id for key in shown(qtbot, gallery)] == ["12000001"]
