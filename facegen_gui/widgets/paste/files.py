"""Text files that were dropped or opened. Reads, never writes; what cannot be taken is said in a sentence."""

from pathlib import Path

from PySide6.QtCore import QLocale

from facegen_gui.domain.text_files import LARGEST_FILE, LARGEST_TEXT, decode_text
from facegen_gui.widgets.wording.text import Context, fill

PasteFiles = Context("PasteFiles")


def read_text_file(path: Path) -> tuple[str, str]:
    """The file's text and "", or "" and why it was not taken."""
    name = path.name
    try:
        if path.is_dir():
            return "", fill(PasteFiles.tr("“{name}” is a folder. Drop a text file instead."), name=name)
        # Before reading, for a film dropped by mistake may have gigabytes.
        if path.stat().st_size > LARGEST_FILE:
            return "", _too_long(name)
        data = path.read_bytes()
    except OSError:
        return "", fill(PasteFiles.tr("“{name}” could not be read."), name=name)
    text = decode_text(data)
    if text is None:
        sentence = PasteFiles.tr(
            "“{name}” is not a text file. Save it as text or CSV, or copy the column with the job IDs."
        )
        return "", fill(sentence, name=name)
    if len(text) > LARGEST_TEXT:
        return "", _too_long(name)
    return text, ""


def _too_long(name: str) -> str:
    sentence = PasteFiles.tr(
        "“{name}” is too long for one list of job IDs: {count} characters are taken at once. Nothing of it "
        "was taken. Make several files of it, and use one after the other."
    )
    return fill(sentence, name=name, count=QLocale().toString(LARGEST_TEXT))
