"""What is pasted or dropped anywhere in the window: text, text files and links, told apart."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def files_and_text(data: QMimeData) -> tuple[list[Path], str]:
    """Local files of the data, and its text; links to other places count as text (they may hold IDs)."""
    urls = data.urls() if data.hasUrls() else []
    files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    if files:
        return files, ""
    if urls and not data.hasText():
        return [], "\n".join(url.toString() for url in urls)
    return [], data.text() if data.hasText() else ""


def is_welcome(data: QMimeData) -> bool:
    """Whether a drop may hold job IDs."""
    return data.hasText() or data.hasUrls()
