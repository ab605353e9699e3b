"""In sentences only what is meant as a job ID is found, because a wrong one can be somebody else's job."""

import pytest

from facegen_gui.domain.job_ids import ParsedText, RefusalReason, parse_job_ids

UNCLEAR = RefusalReason.code_in_sentence
DATE = RefusalReason.date_or_time
GROUPED = RefusalReason.grouped_number
SMALL = RefusalReason.small_number


def refused(parsed: ParsedText) -> list[tuple[str, RefusalReason]]:
    return [(one.text, one.reason) for one in parsed.refused]


@pytest.mark.parametrize(
    ("text", "number", "reason"),
    [
        ("Call me at 01711234567 about job 12202888", "01711234567", UNCLEAR),
        ("Ruf mich unter 01711234567 wegen Job 12202888 an", "01711234567", UNCLEAR),
        ("Tel: 017112345678\nplease look at job 12202888", "017112345678", UNCLEAR),
        ("Rechnung 4500123456 zu Job 12202888", "4500123456", UNCLEAR),
        ("Rechnung Nr. 4500123456 zu Auftrag 12202888", "4500123456", UNCLEAR),
        ("Auftrag Nr. 12202888, Kunden-Nr. 4500123456", "4500123456", UNCLEAR),
        ("Die Job-ID lautet 12202888, die Bestellnummer 4500123456", "4500123456", UNCLEAR),
        ("invoice #4500123456 is for job #12202888", "4500123456", UNCLEAR),
        ("order no. 4500123456: please fetch 12202888", "4500123456", UNCLEAR),
        ("on 20261123 I sent job 12202888", "20261123", DATE),
        ("Am 20261123 habe ich Job 12202888 geschickt", "20261123", DATE),
        ("job 12202888 and 20261123, thanks", "20261123", DATE),
        ("ID: 12202888 Seed: 987654321", "987654321", UNCLEAR),
        ("10115 Berlin\njob 12202888", "10115", UNCLEAR),
        ("Job 12202888, 10115 Berlin", "10115", UNCLEAR),
        ("job 12202888. 4500123456 is what they paid", "4500123456", UNCLEAR),
        ("job 12202888 (4500123456), thanks", "4500123456", UNCLEAR),
        ("please send job 12202888 to 1711234567", "1711234567", UNCLEAR),
        ("My job ID is 12202888 and my phone number is 1711234567", "1711234567", UNCLEAR),
        ("Please look at 4500123456 here.\nThe job 12202888 is wrong.", "4500123456", UNCLEAR),
        ("The job 12202888 is wrong.\nAnd what of 4500123456 here?", "4500123456", UNCLEAR),
        ("job 12202888, or whatever abc123-def456 means", "abc123-def456", UNCLEAR),
        ("job 12202888 and job 007", "007", UNCLEAR),
    ],
)
def test_beside_a_named_id_another_number_is_refused(text: str, number: str, reason: RefusalReason) -> None:
    parsed = parse_job_ids(text)
    assert parsed.ids == ("12202888",)
    assert refused(parsed) == [(number, reason)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tel: 017112345678", [("017112345678", UNCLEAR)]),
        ("Telefon 1711234567, danke", [("1711234567", UNCLEAR)]),
        (
            "Zoom meeting ID: 987 6543 2101 passcode 445566",
            [("987 6543 2101", GROUPED), ("445566", UNCLEAR)],
        ),
        ("Zoom-Meeting-ID: 98765432101", [("98765432101", UNCLEAR)]),
        ("the seeds are 987654321 and 987654322", [("987654321", UNCLEAR), ("987654322", UNCLEAR)]),
        ("10115 Berlin", [("10115", UNCLEAR)]),
        ("I am in PLZ 10115", [("10115", UNCLEAR)]),
        ("please fetch job 12 202 888 for me", [("12 202 888", GROUPED)]),
        ("bitte Job 12 202 888 laden", [("12 202 888", GROUPED)]),
        ("about 12 202 888 and 12202 888", [("12 202 888", GROUPED), ("12202 888", GROUPED)]),
        ("job 1220 2888 please", [("1220 2888", GROUPED)]),
        ("Zimmer Nr. 5", [("5", SMALL)]),
    ],
)
def test_numbers_of_other_things_are_refused(text: str, expected: list[tuple[str, RefusalReason]]) -> None:
    parsed = parse_job_ids(text)
    assert parsed.ids == ()
    assert refused(parsed) == expected


@pytest.mark.parametrize(
    "text",
    [
        "jobs 12202888 and 12202889, thanks",
        "Jobs 12202888 und 12202889, danke",
        "please fetch 12202888 & 12202889 today",
        "the IDs are 12202888, 12202889, thanks",
        "Die IDs sind: 12202888 oder 12202889, glaube ich",
        "Auftrag Nr. 12202888 sowie 12202889 bitte",
        "jobs 12202888 12202889 please",
        "jobs #12202888/#12202889 please",
        "jobs '12202888', and '12202889' please",
        "jobs 12202888 to 12202889 please",
        "job 12202888 is fine, job 12202889 is not",
        "Invoice for job 12202888, seed of job 12202889",
        "We paid the invoice. ID 12202888 and ID 12202889 are wrong",
        "look at 12202888, please, and at 12202889 too",
        "We got the invoice! 12202888 is wrong and 12202889 is too",
        "Job ID 12202888 is wrong\n12202889",
        "Job ID 12202888 is wrong\n12202889\tAnna Smith",
        "Job ID 12202888 is wrong: https://modelslab.com/api/v1/enterprise/face_gen/fetch/12202889",
        'Job ID 12202888 is wrong: {"id": 12202889}',
    ],
)
def test_ids_that_are_meant_are_found_in_sentences(text: str) -> None:
    parsed = parse_job_ids(text)
    assert parsed.ids == ("12202888", "12202889")
    assert refused(parsed) == []


@pytest.mark.parametrize("text", ["01711234567", "20261123", "10115, 4500123456", "101 102 103", "007\n008"])
def test_in_lists_every_number_is_an_id_whatever_it_looks_like(text: str) -> None:
    parsed = parse_job_ids(text)
    assert list(parsed.ids) == text.replace(",", " ").split()
    assert refused(parsed) == []


def test_the_stored_key_among_groups_of_digits_is_refused_alone() -> None:
    parsed = parse_job_ids("job 12 202 12202888 please", lambda piece: piece == "12202888")
    assert ("12202888", RefusalReason.looks_like_key) in refused(parsed)
    assert "12202888" not in parsed.ids


@pytest.mark.parametrize(
    "text", ["IDs: 101 102 103", "jobs 101 102 103 please", "Job IDs 101 102 103, thanks"]
)
def test_several_of_three_digits_are_a_list_after_a_word_for_several(text: str) -> None:
    assert parse_job_ids(text).ids == ("101", "102", "103")
