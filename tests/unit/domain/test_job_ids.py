"""Pasted text is understood in any mixture, and nothing in it is dropped silently."""

import pytest

from facegen_gui.domain.job_ids import (
    ParsedText,
    RefusalReason,
    looks_like_key,
    parse_in_steps,
    parse_job_ids,
)

KEY = "aB3dE6gH9jK2mN"  # of the enterprise kind
UUID = "123e4567-e89b-12d3-a456-426614174000"
FETCH = "https://modelslab.com/api/v1/enterprise/face_gen/fetch/12202888"


def ids(text: str) -> list[str]:
    return list(parse_job_ids(text).ids)


def labels(text: str) -> dict[str, str]:
    return {one.id: one.label for one in parse_job_ids(text).unique}


def reasons(parsed: ParsedText) -> list[tuple[str, str]]:
    return [(one.text, one.reason.value) for one in parsed.refused]


@pytest.mark.parametrize(
    "text",
    [
        "12202888 12202889",
        "12202888,12202889",
        "12202888 ,  12202889,",
        "12202888;12202889;;",
        "12202888\t12202889\n",
        "\r\n12202888\r\n\r\n12202889\r\n",
        "'12202888', '12202889'",
        "“12202888” „12202889”",
        "[12202888, 12202889]",
        '["12202888", "12202889"]',
        "(12202888) <12202889>",
        "• 12202888\n• 12202889",
        "- 12202888\n* 12202889",
        "-12202888\n-12202889",
        "1. 12202888\n2. 12202889",
        "1) 12202888\n2) 12202889",
        "#12202888 #12202889",
        "\ufeff12202888\u200b\n12202\u200d889",
        "12202888\u00a012202889",
        "12202888\u202f12202889\u3000",
        "１２２０２８８８、１２２０２８８９",
        "١٢٢٠٢٨٨٨ ١٢٢٠٢٨٨٩",
        "Job ID\n12202888.0\n12202889.0\n",
        "job_ids\r12202888\r12202889",
        "12202888 and 12202889",
        "12202888 & 12202889",
        "12202888/12202889",
        "ID: 12202888\nID=12202889",
        "jobs 12202888 and 12202889, thanks",
        "Could you look at 12202888, please? And at 12202889!",
        "12202888 12202889 12202888",
        f"{FETCH}\n12202889",
        f"see {FETCH}?a=b, then 12202889",
        f"<{FETCH}/> (12202889)",
        f"modelslab.com/api/v1/enterprise/face_gen/fetch/12202888;{FETCH[:-1]}9",
        '{"status":"success","id":12202888,"output":["https://a.r2.dev/1-0.png"]}{"id":"12202889"}',
        '[{"id":12202888,"meta":{"id":7,"seed":5}},\n {"status":"processing","id":12202889}]',
        "{'id': 12202888, 'output': ['https://a.r2.dev/1-0.png']}\n12202889",
        '"status":"success","id":12202888,"output":["https://a.r2.dev/1-0.png",\n12202889',
        'The answer was {"id":12202888,"output":[]} and the next is 12202889.',
        r'{"fetch_result":"https:\/\/modelslab.com\/api\/v1\/fetch\/12202888"} 12202889',
        '{"ids": [12202888, "12202889"]}',
        '{"data": {"jobs": [{"id": 12202888.0}, {"id": 12202889}]}}',
    ],
)
def test_two_ids_are_found_however_they_are_written(text: str) -> None:
    parsed = parse_job_ids(text)
    assert parsed.ids == ("12202888", "12202889")
    assert reasons(parsed) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("101 102 103", ["101", "102", "103"]),
        ("101,102,103", ["101", "102", "103"]),
        ("32", ["32"]),
        ("7\n8", ["7", "8"]),
        ("abc123-def456", ["abc123-def456"]),
        (f"{UUID}, {UUID.upper()}", [UUID, UUID.upper()]),
        ("a1_b2", ["a1_b2"]),
        ("jobs 101, 102 and 103 have 2 pictures", ["101", "102", "103"]),
        ("what about #101?", ["101"]),
        ("job 32 please", ["32"]),
        (f"the one called abc123-def456 and {UUID} please", ["abc123-def456", UUID]),
        ('{"id": "portrait-one"}', ["portrait-one"]),
    ],
)
def test_small_numbers_and_codes_are_ids_where_they_are_listed_or_named(
    text: str, expected: list[str]
) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hello Anna, these are the portraits for the poster.",
        "We meet on 28.10.2026 at 14:30, or 10/28/2026, or 2026-10-28T14:30:00Z, on 3 October 2026.",
        "Call +49 170 1234567 or 555-123-4567 or (555) 123-4567.",
        "It cost $12.50, 1200 EUR, or 15 % less",
        "Write to anna12202888@example.com, please",
        "Version 2.3.1 and v1.20 on the 1st A4 page, 512x768, in mp3 and 1024x1024",
        "I need 2 pictures and 12 more",
        "Dear all,\nwe have no IDs.\nThanks\nBob",
    ],
)
def test_a_sentence_without_ids_yields_nothing_and_complains_of_nothing(text: str) -> None:
    parsed = parse_job_ids(text)
    assert (parsed.ids, reasons(parsed)) == ((), [])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("portrait", RefusalReason.word),
        ("1.22E+07", RefusalReason.damaged_number),
        ("1,22E+07", RefusalReason.damaged_number),
        ("1.22e7", RefusalReason.damaged_number),
        ("12202888.5", RefusalReason.damaged_number),
        ("12,202,888", RefusalReason.grouped_number),
        ("12.202.888", RefusalReason.grouped_number),
        ("12'202'888", RefusalReason.grouped_number),
        ("12\u00a0202\u00a0888", RefusalReason.grouped_number),
        ("2026-10-28", RefusalReason.date_or_time),
        ("14:30", RefusalReason.date_or_time),
        ("555-1234", RefusalReason.phone_number),
        ("$1200", RefusalReason.price),
        ("anna12@example.com", RefusalReason.email_address),
        ("2.3.1", RefusalReason.version_number),
        ("12202888-12202890", RefusalReason.number_range),
        ("1" * 65, RefusalReason.too_long),
        ("Größe12", RefusalReason.other_characters),
        ("12202888²", RefusalReason.other_characters),
        ("12202888_1.png", RefusalReason.other_characters),
        ("https://pub-8b49.r2.dev/generations/0be2-0.png", RefusalReason.picture_link),
        ("https://example.com/12202888", RefusalReason.other_link),
        ('{"status":"processing","message":"Try Again","output":""}', RefusalReason.no_id_in_answer),
    ],
)
def test_what_cannot_be_an_id_is_refused_whole_with_its_reason(text: str, reason: RefusalReason) -> None:
    parsed = parse_job_ids(text)
    assert parsed.ids == ()
    assert reasons(parsed) == [(text, reason.value)]


def test_in_a_sentence_an_unclear_number_is_refused_but_not_dropped() -> None:
    parsed = parse_job_ids("please send me 4711 and 12202888 and project2026 too")
    assert parsed.ids == ("12202888",)
    assert reasons(parsed) == [("4711", "small_number"), ("project2026", "code_in_sentence")]


def test_a_word_within_a_list_is_refused() -> None:
    parsed = parse_job_ids("12202888, portrait, 12202889")
    assert parsed.ids == ("12202888", "12202889")
    assert reasons(parsed) == [("portrait", "word")]


@pytest.mark.parametrize(
    "text",
    [
        "12202888\tAnna Smith\n12202889\tBob",
        "12202888,Anna Smith\n12202889,Bob",
        "12202888;Anna Smith;2026-10-28;512\n12202889;Bob;;",
        '"12202888","Anna Smith"\n"12202889","Bob"',
        "| 12202888 | Anna Smith |\n| 12202889 | Bob |",
        "12202888: Anna Smith\n12202889 - Bob",
        "12202888    Anna Smith\n12202889  Bob",
        "Anna Smith\t12202888\nBob\t12202889",
        "Anna Smith,12202888\nBob,12202889",
        "Job ID\tLabel\n12202888.0\tAnna Smith\n12202889.0\tBob",
        "Date,Name,Job ID\n2026-10-28,Anna Smith,12202888\n2026-10-29,Bob,12202889",
        "Seed;ID;Name\n5555555;12202888;Anna Smith\n5555556;12202889;Bob",
        f"{FETCH}\tAnna Smith\n{FETCH[:-1]}9\tBob",
    ],
)
def test_a_second_column_becomes_the_label(text: str) -> None:
    assert labels(text) == {"12202888": "Anna Smith", "12202889": "Bob"}
    assert reasons(parse_job_ids(text)) == []


def test_labels_may_hold_commas_digits_and_quotes() -> None:
    assert labels('12202888,"Smith, ""Anna"" 2"') == {"12202888": 'Smith, "Anna" 2'}
    assert labels("12202888,P01\n12202889\t2") == {"12202888": "P01", "12202889": "2"}


def test_a_repeated_id_keeps_its_first_label_and_is_marked() -> None:
    parsed = parse_job_ids("12202888\n12202888\tAnna\n12202888\tBob")
    assert [one.repeated for one in parsed.found] == [False, True, True]
    assert [(one.id, one.label) for one in parsed.unique] == [("12202888", "Anna")]


def test_a_cut_off_answer_gives_no_id_that_may_lack_digits() -> None:
    assert reasons(parse_job_ids('{"status":"success","id":1220')) == [("1220", "answer_cut_off")]
    assert reasons(parse_job_ids('{"status":"success","id":"1220')) == [('"1220', "answer_cut_off")]
    assert ids('{"status":"success","id":12202888,"outp') == ["12202888"]
    assert ids('"id": 12202888') == ["12202888"]


@pytest.mark.parametrize(
    "text",
    [
        KEY,
        f"my key is {KEY}, and the job is 12202888",
        f"12202888\t{KEY}",
        f"12202888,{KEY},Anna",
        f"12202888\tAnna\t{KEY}",
        f'{{"key": "{KEY}", "id": 12202888}}',
        f'{{"key":"{KEY}',
        f"{FETCH}?key={KEY}",
        f"https://example.com/?key={KEY}",
        "x1" * 30,
        f"{'Ab1' * 20}",
    ],
)
def test_what_has_the_shape_of_a_key_is_refused_wherever_it_stands(text: str) -> None:
    parsed = parse_job_ids(text)
    assert RefusalReason.looks_like_key in [one.reason for one in parsed.refused]
    shown = repr(parsed.found) + repr(parsed.refused)
    assert KEY not in shown
    assert "Ab1Ab1" not in shown
    assert "x1x1" not in shown


@pytest.mark.parametrize("key", ["12202888", "hunter2", "plainwordkey", "a-b-c-1"])
@pytest.mark.parametrize(
    "text", ["{}", "{}\n12202889", "12202889 {}", "12202889,{}", '{{"id":"{}"}}', "https://x.org/fetch/{}"]
)
def test_the_stored_key_is_refused_whatever_its_shape(key: str, text: str) -> None:
    parsed = parse_job_ids(text.format(key), lambda piece: piece == key)
    assert key not in parsed.ids
    assert all(key not in one.label for one in parsed.found)
    assert RefusalReason.looks_like_key in [one.reason for one in parsed.refused]


def test_the_stored_key_is_recognised_in_a_line_of_its_own_even_with_separators_in_it() -> None:
    parsed = parse_job_ids("12202888\n pass,word/1=x\n", lambda piece: piece == "pass,word/1=x")
    assert parsed.ids == ("12202888",)
    assert reasons(parsed) == [("pass,word/1=x", "looks_like_key")]


@pytest.mark.parametrize(
    "text", ["12202888", "168000000" * 5, UUID, "abc123-def456", "portrait", "Portraits2026"[:11]]
)
def test_ids_do_not_look_like_keys(text: str) -> None:
    assert not looks_like_key(text)


def test_what_stands_under_key_in_an_answer_is_a_key_whatever_it_looks_like() -> None:
    parsed = parse_job_ids('{"key": "12202889", "id": 12202888}\nkey: 12202890')
    assert parsed.ids == ("12202888",)
    assert [one.reason for one in parsed.refused] == [RefusalReason.looks_like_key] * 2


def test_places_are_those_of_the_original_text() -> None:
    text = "\ufeffIDs: “12202\u200b888”,\r\n１２２０２８８９\tAnna\r\n1.22E+07"
    parsed = parse_job_ids(text)
    assert [text[one.start : one.end] for one in parsed.found] == ["12202\u200b888", "１２２０２８８９"]
    assert [one.text for one in parsed.refused] == ["1.22E+07"]


@pytest.mark.parametrize(
    "text",
    [
        "1," * 20_000,
        ",".join(str(12202888 + number) for number in range(5_000)),
        "12202888 and words " * 2_000,
        "word " * 10_000,
        '"1";' * 10_000,
        "$5 and " * 10_000,
        '{"ids": [' + "12202888," * 5_000 + "1]}",
    ],
    ids=["list", "ids", "sentence", "words", "cells", "prices", "answer"],
)
def test_an_endless_line_is_read_in_many_steps(text: str) -> None:
    assert len(list(parse_in_steps(text))) >= 10
    assert parse_job_ids(text).ids == parse_job_ids(text.replace(",", ",\n")).ids
