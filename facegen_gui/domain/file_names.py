"""What a picture's file is called: patterns for saved copies, and the names inside the profile.

Names are made from the job ID, number, label and times only, never from a URL or header, and are legal on
Windows, macOS and Linux alike, because saved files travel. Which names are free is the disk's business.
"""

import enum
import re
import unicodedata
from collections.abc import Callable
from datetime import datetime

from pathvalidate import is_valid_filename, sanitize_filename

from facegen_gui.domain.job import PictureKey

FIELDS = ("id", "number", "label", "date", "time", "batch")
MAX_BYTES = 160  # of a whole name in UTF-8: leaves Windows' 260 characters of path some room
MAX_PATTERN = 80  # characters

_FIELD = re.compile(r"\{([a-z]+)\}")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_STORED = re.compile(r"([a-z0-9_-]{1,64})(?:=([0-9a-f]{1,16}))?_([1-9][0-9]{0,5})")
# pathvalidate knows CON, NUL, COM1 …; Windows also keeps its console's two handles for itself.
_CONSOLE = ("CONIN$", "CONOUT$")
_JOINERS = "\u200c\u200d"  # invisible, but part of how some scripts and emoji are written


class NamePreset(enum.Enum):
    """The patterns on offer; `own` stands for any other."""

    id_number = "{id}_{number}"
    label_number = "{label}_{number}"
    date_id_number = "{date}_{id}_{number}"
    own = ""


class PatternProblem(enum.Enum):
    """Why a pattern cannot be used."""

    empty = "empty"
    too_long = "too_long"
    unknown_field = "unknown_field"
    stray_brace = "stray_brace"
    forbidden_character = "forbidden_character"
    no_field = "no_field"  # every file would get the same name


def preset_of(pattern: str) -> NamePreset:
    return next((p for p in NamePreset if p.value == pattern and p is not NamePreset.own), NamePreset.own)


def validate_pattern(pattern: str) -> PatternProblem | None:
    """What is wrong with `pattern`, or None. Sub-folders are not part of a pattern."""
    if not pattern.strip(" ."):
        return PatternProblem.empty
    if len(pattern) > MAX_PATTERN:
        return PatternProblem.too_long
    fields = set(_FIELD.findall(pattern))
    if not fields <= set(FIELDS):
        return PatternProblem.unknown_field
    literal = _FIELD.sub("", pattern)
    if "{" in literal or "}" in literal:
        return PatternProblem.stray_brace
    if _FORBIDDEN.search(literal):
        return PatternProblem.forbidden_character
    return None if fields & {"id", "label", "number"} else PatternProblem.no_field


def file_name(
    pattern: str,
    *,
    job_id: str,
    number: int,
    label: str = "",
    when: datetime,
    batch: str = "",
    extension: str,
) -> str:
    """The name of one picture's copy, with `extension` (".png"); no folder.

    `when` is written in local time. A missing label falls back to the ID, a missing batch name to the date.
    A pattern that `validate_pattern` refuses counts as the first preset. Too long a label is cut, so that the
    ID and number beside it stay whole.
    """
    if validate_pattern(pattern) is not None:
        pattern = NamePreset.id_number.value
    local = when.astimezone()
    date = local.strftime("%Y-%m-%d")
    values = {
        "id": job_id,
        "number": str(number),
        "label": _clean(label) or job_id,
        "date": date,
        "time": local.strftime("%H-%M-%S"),
        "batch": _clean(batch) or date,
    }

    def stem() -> str:
        return _FIELD.sub(lambda found: values[found[1]], pattern)

    room = MAX_BYTES - len(extension.encode())
    for long in ("label", "batch"):
        surplus = len(stem().encode()) - room
        if surplus > 0 and "{" + long + "}" in pattern:
            whole = values[long].encode()
            share = surplus // pattern.count("{" + long + "}") + 1
            values[long] = _cut(values[long], max(8, len(whole) - share))
    return _legal(stem(), room, lambda: f"{job_id}_{number}") + extension


def folder_name(name: str, when: datetime) -> str:
    """The sub-folder of one batch: its name, else its local date and time."""
    moment = when.astimezone().strftime("%Y-%m-%d %H-%M-%S")
    return _legal(_clean(name) or moment, MAX_BYTES // 2, lambda: moment)


def stored_name(job_id: str, number: int) -> str:
    """The name inside the profile, without extension: no two pictures share one, whatever the file system.

    `abc` and `ABC` are two jobs but one file on a disk that ignores case, so capitals are written small,
    with their places as a hexadecimal mask: `ABC` becomes `abc=7_1`. `read_stored_name` is the way back.
    """
    mask = sum(1 << place for place, letter in enumerate(job_id) if letter.isupper())
    return f"{job_id.lower()}={mask:x}_{number}" if mask else f"{job_id}_{number}"


def read_stored_name(stem: str) -> PictureKey | None:
    """The picture that `stored_name` named so; None for any other name."""
    found = _STORED.fullmatch(stem)
    if found is None:
        return None
    mask = int(found[2] or "0", 16)
    job_id = "".join(c.upper() if mask >> place & 1 else c for place, c in enumerate(found[1]))
    key = PictureKey(job_id, int(found[3]))
    return key if stored_name(*key) == stem else None


def _clean(text: str) -> str:
    """Free text made fit for a name: one line, no invisible or direction-changing characters."""
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    kept = (c for c in text if c in _JOINERS or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    return _FORBIDDEN.sub("_", "".join(kept)).strip(" .")


def _cut(text: str, size: int) -> str:
    """`text` cut to `size` bytes of UTF-8 between characters, never before a combining mark."""
    if len(text.encode()) <= size:
        return text
    cut = text.encode()[:size].decode(errors="ignore")
    while cut and (unicodedata.combining(text[len(cut)]) or text[len(cut)] in _JOINERS):
        cut = cut[:-1]
    return cut.rstrip(" ." + _JOINERS)


def _legal(stem: str, size: int, fallback: Callable[[], str]) -> str:
    stem = str(sanitize_filename(stem, replacement_text="_", platform="universal", max_len=None))
    # A leading dot hides a file; Windows drops dots and blanks at the end.
    stem = _cut(stem.strip(" ."), size).strip(" .") or fallback()
    head, dot, rest = stem.partition(".")
    # Windows takes "NUL .txt" and "nul.tar.gz" for the device as well.
    if not is_valid_filename(
        head.rstrip() or "_", platform="universal", additional_reserved_names=list(_CONSOLE)
    ):
        stem = f"{head.rstrip()}_{dot}{rest}"
    return stem
