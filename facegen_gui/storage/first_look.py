"""What the first paint needs of the settings. All the rest of them, and what is wrong with them, is
`settings`', which is read only after it.

Policy sets none of these. Nothing else is imported here on purpose: the first paint waits for this.
"""

from dataclasses import dataclass
from pathlib import Path

_SECTION = "window"


@dataclass(frozen=True, slots=True)
class FirstLook:
    """As the settings file has them, unchecked; empty where it says nothing."""

    colours: str = ""
    language: str = ""
    geometry: str = ""
    splitter: str = ""


def first_look(settings_file: Path) -> FirstLook:
    """A file that is missing or damaged says nothing."""
    try:
        lines = settings_file.read_text("utf-8-sig", "surrogateescape").splitlines()
    except OSError:
        return FirstLook()
    section = ""
    found: dict[str, str] = {}
    for line in lines:
        if line.startswith("["):
            section = line.strip().strip("[]")
        elif section == _SECTION:
            name, _, value = line.partition("=")
            found[name.strip().lower()] = value.strip()
    return FirstLook(
        found.get("colours", ""),
        found.get("language", ""),
        found.get("geometry", ""),
        found.get("splitter", ""),
    )
