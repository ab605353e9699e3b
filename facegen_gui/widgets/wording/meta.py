"""What the service says of a job beside its pictures (`Job.meta`), in words where the field is known."""

import json
import re
from typing import Any

from PySide6.QtCore import QLocale

from facegen_gui.widgets.wording.text import Context, capital

Meta = Context("Meta")

# Where a word begins in names such as "guidance_scale" and "fileType".
_BORDER = re.compile(r"[_\s]+|(?<=[a-z])(?=[A-Z])")


def meta_facts(meta: str) -> list[tuple[str, str]]:
    """Names and values in the service's order. Unknown names keep their words, empty values are left out."""
    try:
        values = json.loads(meta) if meta else {}
    except ValueError:
        return []
    if not isinstance(values, dict):
        return []
    facts = ((_name(str(field)), _value(value)) for field, value in values.items())
    return [(name, value) for name, value in facts if value]


def _name(field: str) -> str:
    names = {
        "prompt": Meta.tr("Description (prompt)"),
        "negative_prompt": Meta.tr("Not wanted (negative prompt)"),
        "seed": Meta.tr("Seed number"),
        "width": Meta.tr("Width asked for"),
        "height": Meta.tr("Height asked for"),
        "samples": Meta.tr("Number of pictures asked for"),
        "safety_checker": Meta.tr("Filter for unsuitable pictures"),
        "nsfw_content_detected": Meta.tr("Found unsuitable by the filter"),
        "generationtime": Meta.tr("Seconds it took to make"),
    }
    return names.get(field.lower()) or capital(" ".join(_BORDER.split(field)).strip())


def _value(value: Any) -> str:
    # The service writes truth as words, and not always as JSON's own.
    match value:
        case True | "yes" | "true" | "True":
            return Meta.tr("yes")
        case False | "no" | "false" | "False":
            return Meta.tr("no")
        case None:
            return ""
        case str():
            return value.strip()
        case float():
            return QLocale().toString(value, "f", QLocale.FloatingPointPrecisionOption.FloatingPointShortest)
        case list() if not any(isinstance(one, list | dict) for one in value):
            return ", ".join(filter(None, map(_value, value)))
        case _:
            return json.dumps(value, ensure_ascii=False)
