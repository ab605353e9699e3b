"""Keys in pasted text, whole, in pieces and in another case; and IDs that have something of a key."""

import pytest

from facegen_gui.domain.job_ids import RefusalReason, looks_like_key, parse_job_ids
from facegen_gui.domain.key_status import fingerprint, matches_fingerprint

KEY = "zH4kP9qL2mX7vB"  # of the enterprise kind
LONG_KEY = "q7RtY2uVw9XzA4bCdE1fG6hJkL3mN8pQsT5vWxYz0aB2cD4eF6gH8jK1mN3p"
PRINT = fingerprint(KEY, bytes(16))


def is_key(text: str) -> bool:
    return matches_fingerprint(text, PRINT)


@pytest.mark.parametrize(
    "text", [KEY.lower(), KEY.upper(), f"12202889 {KEY.lower()}", f"12202889\t{KEY.lower()}"]
)
def test_the_stored_key_is_refused_in_any_case(text: str) -> None:
    parsed = parse_job_ids(text, is_key)
    assert RefusalReason.looks_like_key in [one.reason for one in parsed.refused]
    assert KEY.lower() not in repr(parsed.found).lower()


@pytest.mark.parametrize("cut", [3, 5, 7, 9, 11])
@pytest.mark.parametrize(
    "text", ["{}\n{}", "my key is {}\n{} and the job is 12202888", "> {}=\n> {}", "ab {}\n{}, x"]
)
def test_the_stored_key_is_refused_where_a_mail_broke_its_line(cut: int, text: str) -> None:
    parsed = parse_job_ids(text.format(KEY[:cut], KEY[cut:]), is_key)
    keys = [one.text for one in parsed.refused if one.reason is RefusalReason.looks_like_key]
    assert keys == [KEY[:cut], KEY[cut:]]
    assert set(parsed.ids) <= {"12202888"}


@pytest.mark.parametrize(
    "piece",
    [
        LONG_KEY[:30],
        LONG_KEY[30:],
        LONG_KEY[:30].lower(),
        LONG_KEY[20:40].upper(),
        LONG_KEY.lower(),
        f"sk-{LONG_KEY[:20]}",
        f"live_{KEY}_1",
    ],
)
def test_a_long_piece_of_any_key_is_refused_by_its_look(piece: str) -> None:
    assert looks_like_key(piece)
    assert [one.reason for one in parse_job_ids(piece).refused] == [RefusalReason.looks_like_key]


@pytest.mark.parametrize(
    "job_id",
    [
        "abc123-def456",
        "123e4567e89b12d3a456426614174000",
        "507f1f77bcf86cd799439011",
        "portraits20261123final2",
        "a1b2c3d4e5f6",
        "Order-2026-Berlin-12",
        "job_2026_11_23_part_4",
    ],
)
def test_an_id_of_letters_and_digits_is_still_one(job_id: str) -> None:
    assert parse_job_ids(job_id, is_key).ids == (job_id,)
