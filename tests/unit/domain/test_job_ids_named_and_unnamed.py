"""Which numbers are meant: joined to a named one, like those in a list, or of another thing altogether."""

import pytest

from facegen_gui.domain.job_ids import ParsedText, RefusalReason, parse_job_ids

COUNT = RefusalReason.small_number
UNCLEAR = RefusalReason.code_in_sentence
SIGNATURE = RefusalReason.in_signature
UNLIKE = RefusalReason.unlike_others

TWO = "12202888\n12202889\n"


def refused(parsed: ParsedText) -> list[tuple[str, RefusalReason]]:
    return [(one.text, one.reason) for one in parsed.refused]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Please fetch jobs 55, 56 and 57 for me.", ["55", "56", "57"]),
        ("jobs 12 and 13 please", ["12", "13"]),
        ("IDs 17, 18 und 19 bitte", ["17", "18", "19"]),
        ("job no. 17 please", ["17"]),
        ("Job Nr. 17 bitte", ["17"]),
        ("jobs a1, a2 and a3 for me", ["a1", "a2", "a3"]),
        ("From: anna17@example.com  Subject: jobs 5 12202888", ["5", "12202888"]),
        ("Please redo 12202888. Job 12202889 is fine.", ["12202888", "12202889"]),
        ("Nr.12202888 bitte", ["12202888"]),
        ("№12202888 please", ["12202888"]),
        ("ジョブ12202888をお願いします", ["12202888"]),
        ("please look at ✅12202888 here", ["12202888"]),
    ],
)
def test_what_is_named_or_joined_to_it_is_found_however_small(text: str, expected: list[str]) -> None:
    parsed = parse_job_ids(text)
    assert list(parsed.ids) == expected
    assert refused(parsed) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jobs 101-103 please", [("101-103", RefusalReason.number_range)]),
        ("Auftrag 17 bitte holen", [("17", COUNT)]),
        ("job 12/13 please", [("12/13", RefusalReason.date_or_time)]),
        ("please redo 5/6", [("5/6", RefusalReason.date_or_time)]),
        ("jobs 555-1234 please", [("555-1234", RefusalReason.phone_number)]),
        ("jobs 101.102.1 please", [("101.102.1", RefusalReason.version_number)]),
        ("Maybe 12 and 13", [("12", COUNT), ("13", COUNT)]),
        ("ask Mark 12 times two", []),
        ("about job 12 pictures", [("12", COUNT)]),
        ("I need 2 large ones", [("2", COUNT)]),
        ("fetch a1 please", [("a1", UNCLEAR)]),
        ("please redo abc123 now", [("abc123", UNCLEAR)]),
        ("all of 7-9 please", [("7-9", RefusalReason.number_range)]),
        ("画像2枚です", [("2", COUNT)]),
        ("write to 17@18 please", [("17@18", RefusalReason.email_address)]),
        ("it is at 12202888 %", [("12202888 %", RefusalReason.price)]),
    ],
)
def test_what_might_be_meant_is_refused_and_not_passed_over(
    text: str, expected: list[tuple[str, RefusalReason]]
) -> None:
    parsed = parse_job_ids(text)
    assert parsed.ids == ()
    assert refused(parsed) == expected


@pytest.mark.parametrize(
    ("text", "number", "reason"),
    [
        ("-- \nAnna Meier\nSan Francisco, CA 94105", "94105", UNCLEAR),
        ("-- \nAnna Meier\n12202890", "12202890", SIGNATURE),
        ("--\nAnna Meier\n5551234567", "5551234567", SIGNATURE),
        ("-- \nAnna\tMeier 12202890", "12202890", SIGNATURE),
        ("Anna Meier\nSan Francisco, CA 94105", "94105", UNCLEAR),
        ("Austin, TX 78701", "78701", UNCLEAR),
        ("Berlin, 10115", "10115", UNCLEAR),
        ("Best regards,\nAnna Meier\nHRB 123456", "123456", UNCLEAR),
        ("Best regards,\nAnna Meier\n5551234567", "5551234567", UNLIKE),
        ("P.IVA 12345678901", "12345678901", UNCLEAR),
        ("电话 13800138000", "13800138000", UNCLEAR),
        ("Tel.\t5551234567", "5551234567", UNCLEAR),
        ("our registered office is 123456 there", "123456", UNCLEAR),
        ("Kundennr 12202890", "12202890", UNCLEAR),
    ],
)
def test_below_a_list_numbers_of_other_things_are_refused(
    text: str, number: str, reason: RefusalReason
) -> None:
    parsed = parse_job_ids(TWO + text)
    assert parsed.ids == ("12202888", "12202889")
    assert (number, reason) in refused(parsed)


@pytest.mark.parametrize(
    "text", ["Austin, TX 78701", "电话 13800138000", "HRB 123456", "call 5551234567 now"]
)
def test_numbers_of_other_things_are_refused_where_nothing_else_stands(text: str) -> None:
    parsed = parse_job_ids(text)
    assert parsed.ids == ()
    assert [reason for _, reason in refused(parsed)] == [UNCLEAR]


@pytest.mark.parametrize(
    "text",
    [
        "5551234567",
        "5551234567\n5551234568",
        "Job ID\n12202888\n5551234567",
        "12202888 Anna\n12202889 Bob Miller",
        "12202888\n12202889 Anna",
        "12202888\nand 12202889 too, please",
        "12202888\n--\n12202889",
        "12202888\n-- \nAnna Meier\n\nHello Bob,\n12202889",
        "12202888\n-- \nAnna Meier\nJob 12202889",
        "12202888\n-- \nAnna Meier\n> 12202889",
    ],
)
def test_what_is_an_id_beside_words_and_lists_is_found(text: str) -> None:
    parsed = parse_job_ids(text)
    numbers = [word for word in text.split() if word.isdecimal()]
    assert list(parsed.ids) == numbers
    assert refused(parsed) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12202888,00", {"12202888": ""}),
        ("12202888,00 12202889,00", {"12202888": "", "12202889": ""}),
        ("12202888,00,Anna", {"12202888": "Anna"}),
        ("1\t12202888\tAnna\n2\t12202889\tBob", {"12202888": "Anna", "12202889": "Bob"}),
        ("7\t12202888\tAnna", {"12202888": "Anna"}),
        ("1.\t12202888\tAnna 2", {"12202888": "Anna 2"}),
        ("1;12202888;Anna\n2;12202889;Bob", {"12202888": "Anna", "12202889": "Bob"}),
        ("1,12202888\n2,12202889", {"12202888": "", "12202889": ""}),
        ("1 12202888\n2 12202889", {"12202888": "", "12202889": ""}),
        (
            "99\t12202888\n100\t12202889\n101\t12202890",
            dict.fromkeys(("12202888", "12202889", "12202890"), ""),
        ),
        ("1\t12202888\t12202889", {"12202888": "", "12202889": ""}),
        ("5, 12202888", {"5": "", "12202888": ""}),
        ("101\t12202888", {"101": "", "12202888": ""}),
        ("Datum;Auftrag;Kunde\n2026-10-28;12202888;Anna", {"12202888": "Anna"}),
        ("12202888%2012202889", {"12202888": "", "12202889": ""}),
        ("12202888%2C%2012202889%0A", {"12202888": "", "12202889": ""}),
        ('["abc-def","12202888"]', {"abc-def": "", "12202888": ""}),
        ('["abc", "a1"]\n12202888', {"abc": "", "a1": "", "12202888": ""}),
        ('["portrait"]', {"portrait": ""}),
        ("12202888.png", {"12202888": ""}),
        ("✅12202888\n№12202889", {"12202888": "", "12202889": ""}),
        ("Nr.12202888\nNr.12202889", {"12202888": "", "12202889": ""}),
    ],
)
def test_columns_arrays_and_odd_writing_give_these_ids_and_labels(
    text: str, expected: dict[str, str]
) -> None:
    parsed = parse_job_ids(text)
    assert {one.id: one.label for one in parsed.unique} == expected
    assert refused(parsed) == []


def test_a_grouped_number_with_decimals_is_refused_whole() -> None:
    parsed = parse_job_ids("12.202.888,00")
    assert refused(parsed) == [("12.202.888,00", RefusalReason.grouped_number)]


def test_words_in_brackets_within_a_sentence_are_no_ids() -> None:
    parsed = parse_job_ids('she said ["please"] and wrote ["thanks", "bye"]')
    assert (parsed.ids, refused(parsed)) == ((), [])
