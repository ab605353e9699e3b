import random
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester

from facegen_gui.domain.job import Choice, JobState, PictureKey
from facegen_gui.domain.preferences import Grouping, SortOrder
from facegen_gui.models.gallery_model import GalleryModel
from facegen_gui.models.tiles import TileFilter
from facegen_gui.services.events import JobsChanged, JobsRemoved
from tests.unit.models.samples import START, failed, kept, many, ready, waiting


@pytest.fixture
def model(store, tmp_path):
    model = GalleryModel(
        store,
        say=lambda tile: f"Job {tile.job.id}, {tile.job.state.value}",
        caption=lambda tile: tile.job.label or tile.job.id,
        search_words=lambda tile: (tile.job.state.value, "not saved" if tile.is_kept else "saved"),
        file_of=lambda picture: Path(tmp_path) / picture.file,
    )
    # Both for the length of the test.
    model.tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning, model
    )
    return model


def shown(model):
    return [f"{k.job_id[-2:]}/{k.number}" for k in (model.tile(r).key for r in range(model.rowCount()))]


def tell(store, *jobs):
    store.apply([JobsChanged(jobs)])


def test_there_is_a_tile_per_picture_and_one_per_job_without_any(store, model):
    tell(store, ready(1, pictures=2), waiting(2))
    assert shown(model) == ["01/1", "01/2", "02/0"]
    index = model.index(2)
    assert index.data() == "12000002"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Job 12000002, waiting"
    assert index.data(model.KEY_ROLE) == PictureKey("12000002", 0)
    assert model.row_of(PictureKey("12000001", 2)) == 1
    assert model.row_of(PictureKey("12000001", 3)) == -1
    assert model.rows_of_job("12000001") == [0, 1]


def test_the_newest_paste_comes_first_and_in_its_own_order(store, model):
    tell(store, waiting(1), waiting(2), waiting(3, batch=2), waiting(4, batch=2))
    assert shown(model) == ["03/0", "04/0", "01/0", "02/0"]
    model.arrange(replace(model.arrangement, sort=SortOrder.oldest))
    assert shown(model) == ["01/0", "02/0", "03/0", "04/0"]


def test_a_tile_stays_in_place_when_its_first_picture_arrives(store, model):
    tell(store, waiting(1), waiting(2))
    removed, changed = [], []
    model.rowsRemoved.connect(lambda *_: removed.append(1))
    model.dataChanged.connect(lambda first, last, _: changed.append((first.row(), last.row())))
    tell(store, ready(1, pictures=2))
    assert shown(model) == ["01/1", "01/2", "02/0"]
    assert removed == []
    assert changed == [(0, 0)]


def test_rows_that_belong_together_are_inserted_together(store, model):
    runs = []
    model.rowsInserted.connect(lambda _, first, last: runs.append((first, last)))
    tell(store, *[waiting(i) for i in range(1, 6)])
    tell(store, *[waiting(i, batch=2) for i in range(6, 9)])
    assert runs == [(0, 4), (0, 2)]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (TileFilter.all, ["01/1", "02/1", "03/1", "04/0", "05/0"]),
        (TileFilter.being_made, ["04/0"]),
        (TileFilter.ready, ["01/1", "02/1", "03/1"]),
        (TileFilter.not_saved, ["02/1", "03/1"]),
        (TileFilter.starred, ["02/1"]),
        (TileFilter.rejected, ["03/1"]),
        (TileFilter.failed, ["05/0"]),
        (TileFilter.keep, ["01/1"]),
        (TileFilter.maybe, ["02/1"]),
    ],
)
def test_each_filter_shows_what_it_is_named_after(store, model, wanted, expected):
    def job(sequence, **of_picture):
        made = ready(sequence)
        return replace(made, pictures=(replace(made.pictures[0], **of_picture),))

    kept, maybe = {"saved_at": START, "choice": Choice.keep}, {"starred": True, "choice": Choice.maybe}
    tell(store, job(1, **kept), job(2, **maybe), job(3, choice=Choice.no))
    tell(store, waiting(4), failed(5))
    model.arrange(replace(model.arrangement, filter=wanted))
    assert shown(model) == expected


def test_a_tile_leaves_a_filter_that_it_no_longer_fits(store, model):
    tell(store, ready(1), ready(2))
    model.arrange(replace(model.arrangement, filter=TileFilter.not_saved))
    job = ready(1)
    tell(store, replace(job, pictures=(replace(job.pictures[0], saved_at=START),)))
    assert shown(model) == ["02/1"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("anna", ["01/1"]),
        ("ANNA  Berg", ["01/1"]),
        ("12000002", ["02/0"]),
        ("waiting", ["02/0"]),
        ("berg ready", ["01/1"]),
        ("anna waiting", []),
        ("", ["01/1", "02/0"]),
        ("saved", ["02/0"]),
        ("not saved", ["01/1"]),
        ("berg not sav", ["01/1"]),
        ("b", ["01/1"]),
        ("erg", []),
        ("a b", ["01/1"]),
        ("g a", []),
        ('"anna b', ["01/1"]),
        ("„Berg Anna“", []),
        ("12000002, 12000001", ["01/1", "02/0"]),
        ("12000002;99", ["02/0"]),
        ("0002", ["02/0"]),
        ("anna 1", ["01/1"]),
        ("anna 01", []),
    ],
)
def test_the_search_finds_ids_labels_and_states(store, model, text, expected):
    tell(store, ready(1, label="Anna Berg"), waiting(2))
    model.search(text)
    assert shown(model) == expected


def test_ids_are_ordered_by_their_value_labels_by_their_letters_and_states_by_need(store, model):
    tell(
        store,
        waiting(1, job_id="1000", label="b"),
        ready(2, job_id="999"),
        waiting(3, job_id="x-1", label="A"),
    )
    model.arrange(replace(model.arrangement, sort=SortOrder.id))
    assert [model.tile(r).job.id for r in range(3)] == ["999", "1000", "x-1"]
    model.arrange(replace(model.arrangement, sort=SortOrder.label))
    assert [model.tile(r).job.id for r in range(3)] == ["x-1", "1000", "999"]
    model.arrange(replace(model.arrangement, sort=SortOrder.state))
    assert [model.tile(r).job.id for r in range(3)] == ["1000", "x-1", "999"]


def test_a_tile_that_changes_its_place_says_so(store, model):
    tell(store, waiting(1), waiting(2))
    model.arrange(replace(model.arrangement, sort=SortOrder.state))
    moves = []
    model.about_to_move.connect(lambda keys: moves.append(("leaves", keys)))
    model.moved.connect(lambda keys: moves.append(("back", keys)))
    tell(store, replace(waiting(1), state=JobState.being_made))
    key = PictureKey("12000001", 0)
    assert moves == [("leaves", [key]), ("back", [key])]
    assert shown(model) == ["02/0", "01/0"]


def test_groups_by_batch_and_by_job_count_their_tiles(store, model):
    tell(store, ready(1, pictures=2), ready(2), waiting(3, batch=2))
    model.arrange(replace(model.arrangement, grouping=Grouping.batch))
    assert model.group_counts() == [1, 3]
    assert model.group_rows(1) == range(1, 4)
    assert model.group_of(0) == 0
    assert model.group_of(3) == 1
    model.arrange(replace(model.arrangement, grouping=Grouping.job))
    assert model.group_counts() == [1, 2, 1]
    store.apply([JobsRemoved((ready(1).id,))])
    assert model.group_counts() == [1, 1]


def test_a_drag_takes_files_ids_and_the_bitmap_of_a_single_picture_along(store, model, tmp_path):
    job = ready(1, pictures=2)
    (tmp_path / "pictures").mkdir()
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    image.setText("parameters", "words of the file, not of the bitmap")
    assert image.save(str(tmp_path / job.pictures[0].file))
    tell(store, job, waiting(2))
    single = model.mimeData([model.index(0)])
    assert [url.toLocalFile() for url in single.urls()] == [str(tmp_path / job.pictures[0].file)]
    assert QImage(single.imageData()).size() == image.size()
    assert QImage(single.imageData()).textKeys() == []
    several = model.mimeData([model.index(row) for row in range(3)])
    assert len(several.urls()) == 2
    assert several.text() == "12000001\n12000002"
    assert not several.hasImage()
    assert model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert not model.flags(model.index(2)) & Qt.ItemFlag.ItemIsDragEnabled


def test_a_file_that_is_no_longer_what_it_was_is_not_decoded_as_something_else(qtbot, store, model, tmp_path):
    job = ready(1)
    (tmp_path / "pictures").mkdir(exist_ok=True)
    file = tmp_path / job.pictures[0].file
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(file), "bmp")
    tell(store, job)
    data = model.mimeData([model.index(0)])
    assert [url.toLocalFile() for url in data.urls()] == [str(file)]
    assert not data.hasImage()


def test_a_new_order_of_many_is_swapped_in_and_misses_nothing_that_happens_meanwhile(qtbot, store, model):
    tell(store, *many(6000))
    qtbot.waitUntil(lambda: model.is_settled)
    model.arrange(replace(model.arrangement, sort=SortOrder.oldest))
    assert not model.is_settled
    model.arrange(replace(model.arrangement, sort=SortOrder.id))
    tell(store, replace(ready(5), label="changed"))
    tell(store, waiting(9000, batch=900))
    store.apply([JobsRemoved((ready(7).id,))])
    qtbot.waitUntil(lambda: model.is_settled)
    assert model.arrangement.sort is SortOrder.id
    assert model.rowCount() == 6000
    assert model.tile(5).job.label == "changed"
    assert model.tile(7).job.id == ready(8).id
    assert model.tile(5999).job.id == "12009000"


def test_any_order_of_events_ends_in_the_same_rows_as_a_fresh_start(qtbot, store, model):
    chance = random.Random(4)
    model.arrange(replace(model.arrangement, sort=SortOrder.state))
    model.arrange(replace(model.arrangement, grouping=Grouping.batch))
    for _ in range(300):
        sequence = chance.randrange(60)
        made = chance.choice(
            [
                waiting(sequence, batch=1 + sequence // 10),
                ready(sequence, batch=1 + sequence // 10, pictures=chance.randrange(1, 4)),
                failed(sequence, batch=1 + sequence // 10),
            ]
        )
        if chance.random() < 0.2:
            store.apply([JobsRemoved((made.id,))])
        else:
            tell(store, made)
        if chance.random() < 0.05:
            model.arrange(replace(model.arrangement, filter=chance.choice(list(TileFilter))))
    model.arrange(replace(model.arrangement, filter=TileFilter.all))
    qtbot.waitUntil(lambda: model.is_settled)
    fresh = GalleryModel(
        store, say=str, caption=str, search_words=lambda tile: (), file_of=lambda picture: Path(picture.file)
    )
    fresh.arrange(model.arrangement)
    assert shown(fresh) == shown(model)
    assert fresh.group_counts() == model.group_counts()
    assert sum(model.group_counts()) == model.rowCount()
    assert model.picture_count == len(model.picture_keys()) == fresh.picture_count
    places = [model.picture_place(key) for key in model.picture_keys()]
    assert places == list(range(1, model.picture_count + 1))


def test_scattered_changes_of_many_rows_become_one_new_order(qtbot, store, model):
    tell(store, *[waiting(i) for i in range(1, 400)])
    model.arrange(replace(model.arrangement, sort=SortOrder.state))
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    tell(store, *[replace(ready(i), pictures=(kept(ready(i).id),)) for i in range(1, 400, 2)])
    qtbot.waitUntil(lambda: model.is_settled)
    assert 1 <= len(resets) <= 2
    assert [model.tile(r).job.state for r in (0, 398)] == [JobState.waiting, JobState.ready]
