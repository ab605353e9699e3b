"""Judges the folder of licences that a built program carries."""

import re
from pathlib import Path


def assert_licences(folder: Path) -> None:
    """Every text that the notice names is there, and none that does not apply."""
    notice = (folder / "NOTICE.txt").read_text(encoding="utf-8")
    for words in ("PySide6", "may replace them", "httpx", "FreeType", "libjpeg-turbo", "SQLite", "certifi"):
        assert words in notice
    named = set(re.findall(r"[\w.-]+\.txt", notice))
    assert {"LGPL-3.0.txt", "GPL-3.0.txt", "python.txt", "harfbuzz.txt", "zlib.txt"} <= named
    assert [name for name in sorted(named) if not (folder / name).is_file()] == []
    commercial = [
        file.name for file in folder.iterdir() if "commercial Qt licenses" in file.read_text("utf-8")
    ]
    assert commercial == []
    assert "Mozilla Public License" in (folder / "MPL-2.0.txt").read_text(encoding="utf-8")
