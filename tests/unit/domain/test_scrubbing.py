"""The key never stands in text that was scrubbed, whatever form it had there."""

import base64
import html
import json
from urllib.parse import quote, quote_plus

from hypothesis import given
from hypothesis import strategies as st

from facegen_gui.domain.scrubbing import PLACE, KnownKeys

KEY = "aB3+/=%\"'<é&q9ZxT7"
KEYS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=6, max_size=70)


def known(*keys: str) -> KnownKeys:
    holder = KnownKeys()
    for key in keys:
        holder.add(key)
    return holder


@given(KEYS, st.binary(max_size=5), st.binary(max_size=5))
def test_every_form_of_a_key_is_taken_out(key: str, before: bytes, after: bytes) -> None:
    holder = known(key)
    for form in (key, quote(key, safe=""), quote_plus(key), json.dumps(key), html.escape(key), repr(key)):
        scrubbed = holder.scrub(f">> {form} <<")
        assert PLACE in scrubbed
        assert key not in scrubbed.replace(PLACE, "")
    coded = base64.b64encode(before + key.encode() + after).decode()
    assert PLACE in holder.scrub(coded)


def test_words_around_the_key_stay() -> None:
    assert known(KEY).scrub(f"POST with {KEY} failed") == f"POST with {PLACE} failed"


def test_a_replaced_key_stays_secret() -> None:
    assert (
        known("first-key-123", "second-key-456").scrub("first-key-123 second-key-456") == f"{PLACE} {PLACE}"
    )


def test_nothing_changes_while_no_key_is_known() -> None:
    assert known().scrub("anything") == "anything"
    assert known("", "abc").scrub("abc and more") == "abc and more"
