"""What holds for any text at all."""

import re
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from facegen_gui.domain.job_ids import RefusalReason, looks_like_key, parse_job_ids

_WORDS = (
    "12202888 101 2 abc123-def456 portrait and jobs id key Anna 1.22E+07 12.5 12,202,888 28.10.2026 14:30 "
    '{ } [ ] " \' : , ; | / \\ # - — • ( ) = & + @ $ {"id": "id":12 "key":" {"key":"x1y2z3"} https:// '
    "/fetch/ https://modelslab.com/fetch/12202888 https://a.r2.dev/1.png aB3dE6gH9jK2mN "
    "٣٤٥ １２ ² é \u200b \ufeff"
)
PIECES = st.sampled_from([*_WORDS.split(), "\n", "\t", " ", "  ", "\r\n", " - ", ": ", "\u00a0"])
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map("".join))
# Of what is written in mails; `{}` is a number that must be told, what else has digits may be passed over.
_IN_MAILS = (
    "{} {} {} {} #{} ({}) '{}' {}. {}? {}-{} {}/{} {}% a{} {}b {}_{} x{}y{} v{} ~{} {}° №{} Nr.{} {}.png "
    "{},00 ✅{} 枚{}枚 job jobs id IDs Job Auftrag Nr. no. number fetch redo and und or to is are for me "
    "please bitte Anna Tel. seed invoice Berlin TX HRB room the with pictures more times per 14:30 "
    "28.10.2026 2026-10-28 $12 3% v1.2.3 A4 mp3 1st 512x768 anna17@example.com https://example.com/17 May "
    "Mark - -- > • : & + also -5 =5 "
)
_BETWEEN = [*([" "] * 5), ", ", "\n", "\n", ". ", "; ", "  "]
# With marks around the number: counts, short codes, prices, versions, dates, and telephone numbers.
_PASSED_OVER = re.compile(
    r"(?i)\0[0-9]{1,2}\0(?:-[0-9]{1,2})?[^\w\n]*(?:pictures|more|times|jobs?|IDs|枚)|\b[A-Z]{1,3}\0[0-9]{1,2}\0"
    r"|\0[0-9]{1,4}\0(?:b| ?%|[^\w\n]*\sMay)|(?:May\.? |v)\0|\0[0-9]{3}\0-[0-9]{4}|[0-9]{3}-\0[0-9]{4}\0"
    r"|[0-9]-\0[0-9]{1,2}\0[^\w\n]*(?:pictures|more|times|jobs?|IDs)"
)
IDS = st.from_regex(r"[a-z0-9_]{1,11}[0-9]", fullmatch=True)


@given(TEXTS)
def test_found_and_refused_are_places_that_do_not_overlap(text: str) -> None:
    parsed = parse_job_ids(text)
    spans = sorted((one.start, one.end) for one in (*parsed.found, *parsed.refused))
    for start, end in spans:
        assert 0 <= start < end <= len(text)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert all(one.text == text[one.start : one.end] for one in parsed.refused)


@given(TEXTS)
def test_what_is_found_is_an_id_and_no_key(text: str) -> None:
    parsed = parse_job_ids(text)
    assert len(set(parsed.ids)) == len(parsed.ids)
    for one in parsed.found:
        assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", one.id)
        assert not looks_like_key(one.id)
        assert "\n" not in one.label
        assert not any(looks_like_key(word) for word in one.label.split())


@given(st.lists(IDS, unique=True, max_size=20), st.sampled_from(["\n", "\r\n", " ", "  \n", "\n\n"]))
def test_a_list_of_ids_is_read_back_whole(job_ids: list[str], separator: str) -> None:
    parsed = parse_job_ids(separator.join(job_ids))
    assert list(parsed.ids) == job_ids
    assert parsed.refused == ()


@given(
    st.lists(st.integers(32, 168_000_000).map(str), unique=True, max_size=20),
    st.sampled_from([", ", "; ", " , "]),
)
def test_a_list_of_numbers_is_read_back_whole_with_any_separator(job_ids: list[str], separator: str) -> None:
    assert list(parse_job_ids(separator.join(job_ids)).ids) == job_ids


@given(TEXTS)
def test_the_ids_found_are_found_again_in_their_own_list(text: str) -> None:
    ids = [one for one in parse_job_ids(text).ids if re.search("[0-9]", one) and one.strip("-") == one]
    ids = [one for one in ids if not re.fullmatch(r"[0-9]+(-+[0-9]+)+", one)]
    assert list(parse_job_ids("\n".join(ids)).ids) == ids


@given(st.lists(st.sampled_from([*"0123456789", " ", "\n", "#", "(", "'", ".", "-", "E+", "/"]), max_size=40))
def test_no_digit_of_a_text_without_words_is_dropped_silently(pieces: list[str]) -> None:
    text = "".join(pieces)
    parsed = parse_job_ids(text)
    told = {i for one in (*parsed.found, *parsed.refused) for i in range(one.start, one.end)}
    # The zeros that a spreadsheet puts behind a whole number belong to it.
    zeros = (m.span() for m in re.finditer(r"\.0+(?![0-9])", text) if m.start() - 1 in told)
    told |= {i for span in zeros for i in range(*span)}
    dropped = {i for i, c in enumerate(text) if c.isdigit()} - told
    # A row's columns beside the ID are its label and what is not read; a bullet's number counts the lines.
    labelled = any(one.label for one in parsed.found)
    bullets = {
        i for m in re.finditer(r"^\s*([0-9]{1,3})[.)]?\s+", text, re.MULTILINE) for i in range(*m.span(1))
    }
    assert labelled or dropped <= bullets


@given(TEXTS, st.sampled_from(["12202888", "portrait", "abc123-def456", "hunter"]))
def test_the_stored_key_is_never_found_nor_a_label(text: str, key: str) -> None:
    parsed = parse_job_ids(text, lambda piece: piece == key)
    assert key not in parsed.ids
    assert all(key not in one.label.split() for one in parsed.found)
    assert all(one.reason is RefusalReason.looks_like_key for one in parsed.refused if one.text == key)


@given(st.integers(0, 2**32))
def test_every_number_in_a_mail_is_found_or_refused_or_of_a_kind_that_may_be_passed_over(seed: int) -> None:
    chance = Random(seed)  # drawing each piece by itself takes hypothesis too long
    pieces = _IN_MAILS.split()
    mail = "".join(chance.choice(pieces) + chance.choice(_BETWEEN) for _ in range(chance.randint(1, 12)))
    text, *parts = mail.split("{}")
    places = []
    for part in parts:
        number = str(chance.randint(1, 10 ** chance.randint(1, 12)))
        places.append((len(text), len(text) + len(number)))
        text += number + part
    parsed = parse_job_ids(text)
    told = {i for one in (*parsed.found, *parsed.refused) for i in range(one.start, one.end)}
    for start, end in places:
        number = text[start:end]
        line = text[text.rfind("\n", 0, start) + 1 : end]
        beside = [one for one in parsed.found if one.label and "\n" not in text[one.end : start]]
        assert (
            told & {*range(start, end)}
            or any(one.end <= start for one in beside)  # in a row's further columns
            or any(number in one.label for one in parsed.found)
            or re.fullmatch(rf"[\s>•-]*{number}", line)  # a bullet's or a row's number
            or _PASSED_OVER.search(f"{text[:start][-40:]}\0{number}\0{text[end:][:40]}")
        ), (text, number)
