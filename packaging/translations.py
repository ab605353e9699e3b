"""Takes new sentences of the source into every .ts file, and compiles all of them.

    python packaging/translations.py

English stands in the source, so its file holds only plurals. Run it after sentences have changed.
"""

import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
SOURCE_LANGUAGE = "facegen_gui_en.ts"


def tool(name: str) -> str:
    """PySide6's own lupdate and lrelease, beside the Python that runs this."""
    return str(Path(sysconfig.get_path("scripts")) / f"pyside6-{name}")


def update(ts: Path) -> None:
    """Adds what is new and drops what is gone. Without line numbers, so that only sentences make a change."""
    sources = sorted(str(file.relative_to(ROOT)) for file in (ROOT / "facegen_gui").rglob("*.py"))
    plurals = ["-pluralonly"] if ts.name == SOURCE_LANGUAGE else []
    options = ["-silent", "-no-obsolete", "-locations", "none", *plurals]
    subprocess.run([tool("lupdate"), *options, *sources, "-ts", str(ts)], cwd=ROOT, check=True)


def compile_to(ts: Path, qm: Path) -> None:
    subprocess.run([tool("lrelease"), "-silent", str(ts), "-qm", str(qm)], check=True)


def main() -> int:
    for ts in sorted(FOLDER.glob("*.ts")):
        update(ts)
        compile_to(ts, ts.with_suffix(".qm"))
        left = ts.read_text(encoding="utf-8").count('type="unfinished"')
        print(f"{ts.name}: {left} to be translated" if left else f"{ts.name}: complete")
    return 0


if __name__ == "__main__":
    sys.exit(main())
