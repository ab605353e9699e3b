"""What the service says beside the pictures, as people read it."""

import json

import pytest

from facegen_gui.widgets.wording.meta import meta_facts


def test_known_fields_have_plain_names_and_unknown_ones_stay_readable() -> None:
    meta = {
        "prompt": " a friendly face ",
        "negative_prompt": "",
        "seed": 12202888,
        "safety_checker": "no",
        "nsfw_content_detected": [False, True],
        "generationTime": 2.5,
        "guidance_scale": 7,
        "fileType": None,
        "clipSkip": "2",
        "loras": [{"name": "x"}],
    }
    assert meta_facts(json.dumps(meta)) == [
        ("Description (prompt)", "a friendly face"),
        ("Seed number", "12202888"),
        ("Filter for unsuitable pictures", "no"),
        ("Found unsuitable by the filter", "no, yes"),
        ("Seconds it took to make", "2.5"),
        ("Guidance scale", "7"),
        ("Clip Skip", "2"),
        ("Loras", '[{"name": "x"}]'),
    ]


@pytest.mark.parametrize("meta", ["", "{", "[1]", "7", "{}"])
def test_what_is_no_description_says_nothing(meta: str) -> None:
    assert meta_facts(meta) == []
