"""What Qt and CPython have inside: libraries that no Python package names, with their licences.

The texts are those of Debian's packages of the same libraries, taken from the machine that builds; NOTICE.txt
says of each whether it is there.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

DOCUMENTS = Path("/usr/share/doc")
COMMON = Path("/usr/share/common-licenses")
# Named by licences that are quoted, which do not repeat them.
COMMON_TEXTS = ("MPL-2.0", "GPL-2", "LGPL-2.1")
OF_QT = "https://doc.qt.io/qt-6/licenses-used-in-qt.html"


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    licence: str
    package: str = ""  # of Debian, as a pattern, since its name carries the library's number
    elsewhere: str = OF_QT  # where the text is when this machine has none


INSIDE_QT = (
    Part("double-conversion", "BSD-3-Clause", "libdouble-conversion*"),
    Part("FreeType", "FTL", "libfreetype6"),
    Part("HarfBuzz", "MIT", "libharfbuzz0b"),
    Part("ICU", "Unicode-3.0", "libicu[0-9]*"),
    Part("libjpeg-turbo", "IJG, BSD-3-Clause, Zlib", "libjpeg62-turbo"),
    Part("libpng", "libpng-2.0", "libpng16-16*"),
    Part("libwebp", "BSD-3-Clause", "libwebp[0-9]*"),
    Part("md4c", "MIT", "libmd4c0"),
    Part("PCRE2", "BSD-3-Clause", "libpcre2-*"),
    Part("Wayland", "MIT", "libwayland-client0"),
    Part("zlib", "Zlib", "zlib1g"),
)
OF_PYTHON = "https://docs.python.org/3/license.html"
WITH_PYTHON = (
    Part("Expat", "MIT", "libexpat1", OF_PYTHON),
    Part("libffi", "MIT", "libffi[0-9]*", OF_PYTHON),
    Part("SQLite", "public domain", "libsqlite3-0", "https://www.sqlite.org/copyright.html"),
)
ON_WINDOWS = (
    Part(
        "Microsoft Visual C++ runtime",
        "redistributed under Microsoft's terms",
        elsewhere="https://visualstudio.microsoft.com/license-terms/",
    ),
)


def collect(system: str, target: Path) -> list[str]:
    """Copies the texts into `target`; the lines about them for NOTICE.txt."""
    for name in COMMON_TEXTS:
        if (COMMON / name).is_file():
            shutil.copy(COMMON / name, target / f"{name}.txt")
    parts = (*INSIDE_QT, *WITH_PYTHON, *(ON_WINDOWS if system == "windows" else ()))
    return [_line(part, target) for part in parts]


def _line(part: Part, target: Path) -> str:
    text = next(iter(sorted(DOCUMENTS.glob(f"{part.package}/copyright"))), None) if part.package else None
    if text is None:
        return f"* {part.name}: {part.licence}; the text is not in this folder, but at {part.elsewhere}"
    file = f"{part.name.lower()}.txt"
    shutil.copy(text, target / file)
    return f"* {part.name}: {part.licence} ({file})"
