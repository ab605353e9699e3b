"""The shapes of single tokens: IDs, keys, numbers that lost digits. No context, no sentence."""

import re

from facegen_gui.domain.pasted.values import IsKey, RefusalReason

ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_WHOLE_NUMBER = re.compile(r"([0-9]{1,64})[.,]0+")
_DAMAGED = re.compile(r"[0-9]+[.,][0-9]*(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-][0-9]+")
_DASHED_DIGITS = re.compile(r"[0-9]+(?:-+[0-9]+)+")
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_DASHED_HEX = re.compile(r"[0-9a-f]+(?:-[0-9a-f]+)+")
_DASH = re.compile(r"[-_]")
_DIGIT = re.compile(r"[0-9]")
_LETTER = re.compile(r"[A-Za-z]")
_KEY_LETTERS = re.compile(r"[A-Za-z0-9_-]+")
_CHANGE = re.compile(r"(?<=[0-9])[A-Za-z]|(?<=[A-Za-z])[0-9]")
_HEX = re.compile(r"[0-9a-f]+|[0-9A-F]+")
_PICTURE_FILE = re.compile(r"([0-9]{1,64})\.(?:png|jpe?g|webp|gif|bmp)", re.IGNORECASE)
_SIZE = re.compile(r"[0-9]+x[0-9]+(?:x[0-9]+)?", re.IGNORECASE)


def looks_like_key(token: str) -> bool:
    """Whether `token` has the shape of an API key.

    The service's keys are about 60 mixed characters, or about 14 for enterprises: twelve or more
    with capitals, small letters and digits and no dash or underscore, or forty or more with letters and
    digits. A piece of one, or one in small letters, is sixteen or more whose letters and digits change four
    times and that is not hexadecimal. Dashed small hexadecimal, as in a UUID, is none, and with dashes
    otherwise only what has a key between two of them.
    """
    if len(token) < 12 or _KEY_LETTERS.fullmatch(token) is None or _DIGIT.search(token) is None:
        return False
    if _LETTER.search(token) is None or _DASHED_HEX.fullmatch(token):
        return False
    if len(token) >= 40:
        return True
    if not token.isalnum():
        return any(looks_like_key(part) for part in _DASH.split(token))
    if token != token.lower() and token != token.upper():
        return True
    return len(token) >= 16 and _HEX.fullmatch(token) is None and len(_CHANGE.findall(token)) >= 4


def is_size(token: str) -> bool:
    """Whether it is a picture's size, as "1024x1024"."""
    return _SIZE.fullmatch(token) is not None


def is_strong(token: str) -> bool:
    """Whether letters and digits are mixed in a way that words, sizes and model names are not."""
    if _UUID.fullmatch(token):
        return True
    if len(token) < 8 or len(_DIGIT.findall(token)) < 3 or is_size(token):
        return False
    return len(_CHANGE.findall(token)) + token.count("-") >= 2


def read_token(token: str, is_key: IsKey) -> str | RefusalReason:
    """The ID that `token` is where IDs are listed, or why it is none."""
    if is_key(token):
        return RefusalReason.looks_like_key
    if token.isdecimal() and len(token) <= 64:
        return token  # by far the commonest
    if looks_like_key(token):
        return RefusalReason.looks_like_key
    if _DIGIT.search(token) is None:
        return RefusalReason.word
    whole = _WHOLE_NUMBER.fullmatch(token)
    if whole:
        return whole[1]
    picture = _PICTURE_FILE.fullmatch(token)
    if picture:
        return picture[1]
    if _DAMAGED.fullmatch(token):
        return RefusalReason.damaged_number
    if _DASHED_DIGITS.fullmatch(token):
        return RefusalReason.number_range
    if ID.fullmatch(token):
        return token
    if len(token) > 64 and _KEY_LETTERS.fullmatch(token):
        return RefusalReason.too_long
    return RefusalReason.other_characters
