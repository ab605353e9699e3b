"""Names are legal everywhere, tell pictures apart and lead back to them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facegen_gui.domain.file_names import (
    MAX_BYTES,
    NamePreset,
    PatternProblem,
    file_name,
    folder_name,
    preset_of,
    read_stored_name,
    stored_name,
    validate_pattern,
)

WHEN = datetime(2026, 10, 28, 12, 30, 5, tzinfo=UTC)
IDS = st.from_regex(r"[A-Za-z0-9_-]{1,64}", fullmatch=True)
NUMBERS = st.integers(1, 999)
DEVICES = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
    f"{d}{n}" for d in ("COM", "LPT") for n in "0123456789¹²³"
}
PATTERNS = st.lists(
    st.sampled_from(
        ["{id}", "{number}", "{label}", "{date}", "{time}", "{batch}", "_", " ", ".", "con", "-"]
    ),
    max_size=8,
).map("".join)


def name(pattern: str = "{id}_{number}", **values: object) -> str:
    given_values = {"job_id": "12202888", "number": 1, "when": WHEN, "extension": ".png"} | values
    return file_name(pattern, **given_values)  # type: ignore[arg-type]


def assert_legal(text: str) -> None:
    """Microsoft's "Naming Files, Paths, and Namespaces", and Linux' limit of bytes."""
    assert text
    assert not set(text) & set('<>:"/\\|?*')
    assert all(c.isprintable() or c in "\u200c\u200d\u3000" or c.isspace() for c in text)
    assert not any(ord(c) < 32 for c in text)
    assert not text.endswith((" ", "."))
    assert not text.startswith((" ", "."))
    assert text.split(".")[0].rstrip().upper() not in DEVICES
    assert len(text.encode()) <= MAX_BYTES


def test_the_default_is_id_and_number() -> None:
    assert name() == "12202888_1.png"
    assert preset_of("{id}_{number}") is NamePreset.id_number
    assert preset_of("{label} of {date}") is NamePreset.own


def test_a_label_names_the_file_and_a_missing_one_falls_back_to_the_id() -> None:
    assert name(NamePreset.label_number.value, label="Anna / Smith: 2") == "Anna _ Smith_ 2_1.png"
    assert name(NamePreset.label_number.value, label=" \t") == "12202888_1.png"


def test_times_are_local() -> None:
    local = WHEN.astimezone()
    assert name("{date}_{time}_{id}") == f"{local:%Y-%m-%d}_{local:%H-%M-%S}_12202888.png"


def test_a_missing_batch_name_falls_back_to_the_date() -> None:
    assert name("{batch}_{id}", batch="Poster") == "Poster_12202888.png"
    assert name("{batch}_{id}") == f"{WHEN.astimezone():%Y-%m-%d}_12202888.png"


@pytest.mark.parametrize("label", ["con", "NUL", "com1", "Aux.tar", "LPT9 ", "conin$", "nul .x", "COM¹"])
def test_a_device_of_windows_is_never_a_name(label: str) -> None:
    assert_legal(name("{label}", label=label))


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("", PatternProblem.empty),
        (" . ", PatternProblem.empty),
        ("{id}{seed}", PatternProblem.unknown_field),
        ("{id}_{", PatternProblem.stray_brace),
        ("{id}}", PatternProblem.stray_brace),
        ("{ID}", PatternProblem.stray_brace),
        ("../{id}", PatternProblem.forbidden_character),
        ("a:{id}", PatternProblem.forbidden_character),
        ("{date}", PatternProblem.no_field),
        ("{id}" + "x" * 90, PatternProblem.too_long),
        ("{label} {number}", None),
    ],
)
def test_a_pattern_is_told_what_is_wrong_with_it(pattern: str, problem: PatternProblem | None) -> None:
    assert validate_pattern(pattern) is problem


def test_an_unusable_pattern_counts_as_the_default() -> None:
    assert name("../{id}") == "12202888_1.png"


def test_a_long_label_is_cut_before_the_id_and_number() -> None:
    text = name("{label}_{id}_{number}", label="Ä" * 300, number=17)
    assert text.endswith("Ä_12202888_17.png")
    assert_legal(text)


def test_a_direction_changing_character_cannot_disguise_the_name() -> None:
    assert name("{label}", label="abc\u202egnp.exe") == "abcgnp.exe.png"


@given(
    pattern=PATTERNS,
    job_id=IDS,
    number=NUMBERS,
    label=st.text(max_size=300),
    batch=st.text(max_size=100),
    when=st.datetimes(datetime(1971, 1, 1), datetime(2199, 1, 1), timezones=st.just(UTC)),
)
def test_any_name_is_legal_everywhere(
    pattern: str, job_id: str, number: int, label: str, batch: str, when: datetime
) -> None:
    assert_legal(name(pattern, job_id=job_id, number=number, label=label, batch=batch, when=when))
    assert_legal(folder_name(batch, when))


@given(IDS, NUMBERS)
def test_the_id_and_number_survive_any_label(job_id: str, number: int) -> None:
    text = name("{label}_{id}_{number}", job_id=job_id, number=number, label="x" * 400)
    assert text.endswith(f"_{job_id}_{number}.png")


@given(st.lists(st.tuples(IDS, NUMBERS), unique=True, max_size=20))
def test_no_two_pictures_share_a_stored_name_even_where_case_is_ignored(keys: list[tuple[str, int]]) -> None:
    names = [stored_name(*key) for key in keys]
    assert len({n.casefold() for n in names}) == len(keys)
    assert [read_stored_name(n) for n in names] == keys


@pytest.mark.parametrize(
    "other", ["", "abc", "ABC_1", "abc_0", "abc_01", "abc=0_1", "abc=10_1", "a.b_1", "abc_1.png"]
)
def test_a_name_of_another_make_is_not_read(other: str) -> None:
    assert read_stored_name(other) is None
