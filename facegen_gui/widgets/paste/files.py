"""Text files that were dropped or opened. Reads, never writes; what cannot be taken is said in a sentence."""

from pathlib import Path

from facegen_gui.domain.text_files import decode_text
from facegen_gui.widgets.paste.box import MAX_LETTERS
from facegen_gui.widgets.wording.text import Context, fill

PasteFiles = Context("PasteFiles")


def read_text_file(path: Path) -> tuple[str, str]:
    """The file's text and "", or "" and why it was not taken."""
    name = path.name
    try:
        if path.is_dir():
            return "", fill(PasteFiles.tr("“{name}” is a folder. Drop a text file instead."), name=name)
        # Before reading, for a film dropped by mistake may have gigabytes; UTF-32 has 4 bytes a letter.
        if path.stat().st_size > 4 * MAX_LETTERS:
            return "", fill(PasteFiles.tr("“{name}” is too large for a list of job IDs."), name=name)
        data = path.read_bytes()
    except OSError:
        return "", fill(PasteFiles.tr("“{name}” could not be read."), name=name)
    text = decode_text(data)
    if text is None:
        sentence = PasteFiles.tr(
            "“{name}” is not a text file. Save it as text or CSV, or copy the column with the job IDs."
        )
        return "", fill(sentence, name=name)
    return text, ""
