"""Makes files for others: zip, contact sheet, delivery note.

Each factory returns a `Run` for a thread: it makes the file whole or not at all, and returns its path, or
`Path()` if it was cancelled. Every word in the files is handed in; none stands here.
"""

from facegen_gui.exports.contact_sheet import PageSize, SheetPicture, SheetWords, contact_sheet
from facegen_gui.exports.delivery_note import NoteRow, NoteWords, delivery_note
from facegen_gui.exports.measuring import NoteFile, measured
from facegen_gui.exports.whole_file import Cancelled, Progress, Run
from facegen_gui.exports.zip_files import zip_files

__all__ = [
    "Cancelled",
    "NoteFile",
    "NoteRow",
    "NoteWords",
    "PageSize",
    "Progress",
    "Run",
    "SheetPicture",
    "SheetWords",
    "contact_sheet",
    "delivery_note",
    "measured",
    "zip_files",
]
