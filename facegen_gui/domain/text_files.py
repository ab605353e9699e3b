"""Bytes of a text file as text, whatever program wrote it. Reads no file itself."""

import codecs

LARGEST_TEXT = 1_000_000  # characters, about 100,000 IDs: as much as the window's box takes
LARGEST_FILE = 4 * LARGEST_TEXT  # bytes; UTF-32 has four a character

# The longer mark first: UTF-32's begins like UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_IN_TEXT = bytes(c for c in range(32) if c not in b"\t\n\v\f\r\x1a\x1b")


def decode_text(data: bytes) -> str | None:
    """The text, or None for what is no text (a spreadsheet, a picture).

    UTF-8, UTF-16 and UTF-32 with their marks; without one UTF-8, else Windows' western code page, in which
    old spreadsheets write. There a letter may come out wrong, but never a digit.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return None
    if data.translate(None, _NOT_IN_TEXT) != data:
        return None
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
