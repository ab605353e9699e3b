"""A delivery note tells everything, and nothing in it can run."""

import csv
import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facegen_gui.domain.failures import FaceGenError, FailureKind
from facegen_gui.domain.saves import SaveFormat, SaveItem, SaveOptions
from facegen_gui.exports import NoteFile, NoteRow, NoteWords, delivery_note, measured
from facegen_gui.exports.delivery_note import _guarded, _page
from facegen_gui.exports.measuring import Measured
from facegen_gui.services.converting import convert
from tests.unit.exports.conftest import full_disk, never, no_progress

JPEG = SaveOptions(Path("/x"), format=SaveFormat.jpeg)
WORDS = NoteWords(
    "en",
    "Delivery note",
    "Made today",
    "1 of 2",
    "Job ID",
    "Label",
    "File",
    "Size",
    "Bytes",
    "SHA-256",
    "Missing",
)
ROWS = [
    NoteRow("12202888", "Zoë <b>", "12202888_1.png", 1234, "1.2 kB", "ab" * 32),
    NoteRow("12202889", '=HYPERLINK("http://x")', trouble="The service does not know this ID."),
]


def no_measure(_file: NoteFile, _folder: Path) -> Measured:
    raise AssertionError


class Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_page_and_table_tell_the_same(out: Path) -> None:
    path = delivery_note(ROWS, out / "note.html", WORDS, no_measure)(no_progress, never)
    assert path == out / "note.html"
    assert sorted(p.name for p in out.iterdir()) == ["note.csv", "note.html"]
    page = path.read_text(encoding="utf-8")
    assert "Zoë &lt;b&gt;" in page
    assert "1.2 kB" in page
    assert page.count('class="missing"') == 1
    raw = (out / "note.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
    assert table[0] == ["Job ID", "Label", "File", "Bytes", "SHA-256", "Missing"]
    assert table[1] == ["12202888", "Zoë <b>", "12202888_1.png", "1234", "ab" * 32, ""]
    assert table[2] == [
        "12202889",
        '\'=HYPERLINK("http://x")',
        "",
        "",
        "",
        "The service does not know this ID.",
    ]


def test_somebody_elses_table_is_not_replaced(out: Path) -> None:
    (out / "note.csv").write_text("mine")
    delivery_note(ROWS, out / "note.html", WORDS, no_measure)(no_progress, never)
    assert (out / "note.csv").read_text() == "mine"
    assert (out / "note (2).csv").exists()


@given(st.text(max_size=60))
def test_no_text_becomes_markup_or_a_formula(text: str) -> None:
    plain, odd = Cells(), Cells()
    plain.feed(_page([NoteRow("1", "x", "x", trouble="x")], WORDS))
    odd.feed(_page([NoteRow("1", text, text, trouble=text or "x")], WORDS))
    assert odd.tags == plain.tags
    assert not _guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert _guarded(text).endswith(text)


def test_a_full_disk_leaves_neither(out: Path) -> None:
    # The table fits, the page does not.
    with pytest.raises(FaceGenError) as caught, full_disk(900):
        delivery_note(ROWS, out / "note.html", WORDS, no_measure)(no_progress, never)
    assert caught.value.failure.kind is FailureKind.disk_full
    assert list(out.iterdir()) == []


def test_a_cancelled_note_leaves_neither(out: Path) -> None:
    run = delivery_note(ROWS, out / "note.html", WORDS, no_measure)
    for answers in ([False, True], [False, False, False, True]):
        assert run(no_progress, iter(answers).__next__) == Path()
    assert list(out.iterdir()) == []


def test_sizes_and_sums_are_those_of_the_saved_files(pictures: list[SaveItem], out: Path) -> None:
    copy = out / "1.jpg"
    convert(pictures[0].source, copy, JPEG)
    now = datetime.now(UTC)
    rows = [
        NoteRow("1", "", "1.jpg", file=NoteFile(pictures[0], copy, now)),
        NoteRow("2", "", "gone.jpg", file=NoteFile(pictures[1], out / "gone.jpg", now)),
        NoteRow("3", "", "3.jpg", file=NoteFile(pictures[2])),
        NoteRow("4", "", "1.jpg", file=NoteFile(pictures[0], copy, now - timedelta(hours=1))),
    ]
    words = replace(WORDS, gone="gone", changed="changed", size_text=lambda size: f"{size} bytes")
    delivery_note(rows, out / "note.html", words, partial(measured, options=JPEG, convert=convert))(
        no_progress, never
    )
    assert sorted(path.name for path in out.iterdir()) == ["1.jpg", "note.csv", "note.html"]
    table = list(csv.reader((out / "note.csv").read_text(encoding="utf-8-sig").splitlines()))
    saved, would = copy.read_bytes(), _converted(pictures[2], out / "3.jpg")
    assert [row[2:] for row in table[1:]] == [
        ["1.jpg", str(len(saved)), hashlib.sha256(saved).hexdigest(), ""],
        ["gone.jpg", "", "", "gone"],
        ["3.jpg", str(len(would)), hashlib.sha256(would).hexdigest(), ""],
        ["1.jpg", str(len(saved)), hashlib.sha256(saved).hexdigest(), "changed"],
    ]
    assert f"{len(saved)} bytes" in (out / "note.html").read_text(encoding="utf-8")


def _converted(item: SaveItem, file: Path) -> bytes:
    convert(item.source, file, JPEG)
    return file.read_bytes()
