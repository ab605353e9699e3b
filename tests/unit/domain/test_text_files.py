"""Text files of every program are read, and nothing else is taken for text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facegen_gui.domain.text_files import decode_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_a_list_is_read_in_every_encoding_that_spreadsheets_write(encoding: str) -> None:
    assert decode_text("ID;Name\r\n12202888;Zoë\r\n".encode(encoding)) == "ID;Name\r\n12202888;Zoë\r\n"


def test_big_endian_is_read_by_its_mark() -> None:
    assert decode_text(b"\xfe\xff" + "12202888".encode("utf-16-be")) == "12202888"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04\x14\x00\x06\x00",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"\xff\xfe\x00",
        b"12\x00",
        b"\x81\x8d",
    ],
)
def test_other_files_are_no_text(data: bytes) -> None:
    assert decode_text(data) is None


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_none(data: bytes) -> None:
    assert decode_text(data) is None or isinstance(decode_text(data), str)


@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), max_size=100))
def test_any_text_in_utf_8_comes_back(text: str) -> None:
    assert decode_text(text.encode()) == text.removeprefix("\ufeff")
