"""The paste box, the line that says what was understood, and the buttons. Emits wishes, fetches nothing."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facegen_gui.domain.job import NewJob
from facegen_gui.domain.job_ids import ParsedText, RefusalReason, parse_job_ids
from facegen_gui.widgets.incoming import files_and_text
from facegen_gui.widgets.paste.box import PasteBox
from facegen_gui.widgets.paste.files import read_text_file
from facegen_gui.widgets.paste.marks import Marks
from facegen_gui.widgets.paste.reading import Reading
from facegen_gui.widgets.paste.refused_dialog import RefusedDialog


class PastePanel(QWidget):
    """Signals: `fetch_requested(tuple[NewJob, ...])`; `show_known(tuple[str, ...])`, IDs that are here
    already; `labels_given(tuple[NewJob, ...])`, those of them that stand beside a label; `trouble(str)`, a
    sentence about a file or text that was not taken.
    """

    fetch_requested = Signal(tuple)
    labels_given = Signal(tuple)
    show_known = Signal(tuple)
    trouble = Signal(str)
    draft_changed = Signal()

    def __init__(self, known: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self._new: tuple[NewJob, ...] = ()
        self._here: tuple[NewJob, ...] = ()
        self.box = PasteBox()
        self._reading = Reading(self.box.toPlainText, self)
        self._line = QLabel()
        self._line.setWordWrap(True)
        self._key_line = QLabel(
            self.tr("This looks like your API key. It was not sent or stored. Job IDs belong here.")
        )
        self._key_line.setWordWrap(True)
        bold = self._key_line.font()
        bold.setBold(True)
        self._key_line.setFont(bold)
        self._key_line.hide()
        self._not_taken: dict[str, str] = {}  # IDs that were fetched, and why the library refuses them
        self._not_taken_line = QLabel()
        self._not_taken_line.setWordWrap(True)
        self._not_taken_line.hide()
        self._show_refused = QPushButton(self.tr("Show what was not understood"))
        self._show_refused.hide()
        self._paste = QPushButton(self.tr("Paste"))
        self._paste.setToolTip(self.tr("Puts the text on the clipboard into the box"))
        self._fetch = QPushButton()
        self._fetch.setAccessibleName(self.tr("Fetch"))
        self._fetch.setDefault(True)
        self._lay_out()
        self.box.textChanged.connect(self._reading.text_changed)
        self.box.fetch_wanted.connect(self.fetch)
        self.box.files_dropped.connect(self.insert_files)
        self.box.too_much.connect(self._on_too_much)
        self._reading.finished.connect(self.refresh)
        self._show_refused.clicked.connect(self._on_show_refused)
        self._paste.clicked.connect(self._on_paste)
        self._fetch.clicked.connect(self.fetch)
        self.refresh()

    def set_key_fingerprint(self, fingerprint: bytes) -> None:
        """`KeyStatus.fingerprint`, by which the stored key is recognised."""
        self._reading.set_key_fingerprint(fingerprint)

    def focus_box(self) -> None:
        self.box.setFocus()

    def insert_text(self, text: str) -> None:
        """Adds text that arrived elsewhere, on a line of its own."""
        self.box.append_text(text)

    def put_back(self, text: str, job_ids: Iterable[str], why: str) -> None:
        """Adds what was fetched and is not taken so far; `why` in a few words, without a full stop."""
        self._not_taken |= dict.fromkeys(job_ids, why)
        if text:
            self.box.append_text(text)
        # At once, however long it is: until it is read, it would not be kept over the program's end.
        self._reading.now()
        self.refresh()

    @property
    def draft(self) -> str:
        """What stands in the box and was not fetched yet, without anything that may be a key.

        A number that was refused for where it stood is left out, too: by itself it would be read as an ID.
        """
        text = self._reading.text
        numbers = {one for one in self._reading.left if parse_job_ids(one.text).found}
        for one in reversed(self._reading.parsed.refused):
            if one.reason is RefusalReason.looks_like_key or one in numbers:
                text = text[: one.start] + text[one.end :]
        return text.strip()

    @property
    def new_count(self) -> int:
        """How many IDs in the box Fetch would fetch."""
        return len(self._new)

    @property
    def parsed(self) -> ParsedText:
        """What the text in the box means, as it was read last."""
        return self._reading.parsed

    def insert_files(self, paths: Sequence[Path]) -> None:
        """Adds the text of text files; `trouble` for each that is none."""
        for path in paths:
            text, trouble = read_text_file(path)
            if trouble:
                self.trouble.emit(trouble)
            else:
                self.box.append_text(text)

    def refresh(self) -> None:
        """Says anew what is understood; to be called when other IDs are known than before, too."""
        parsed = self._reading.parsed
        self._new, self._here = self._split(parsed)
        self.box.set_marks(Marks(self._reading.text, parsed, self._known))
        line = self._sentence(len(self._new), len(self._here), len(parsed.refused))
        self._line.setText(line)
        has_key = any(one.reason is RefusalReason.looks_like_key for one in parsed.refused)
        self._key_line.setVisible(has_key)
        self._say_not_taken()
        notes = (self._key_line.text() if has_key else "", self._not_taken_line.text())
        # Read out when the box gets the focus.
        self.box.setAccessibleDescription(" ".join(filter(None, (line, *notes))))
        self._show_refused.setVisible(bool(parsed.refused))
        self._say_on_button()
        self.draft_changed.emit()

    def fetch(self) -> None:
        """Asks for the new IDs, shows the ones that are here, and keeps in the box what was refused."""
        parsed = self._reading.now()
        if not self._new and not self._here:
            return
        new, here = self._new, self._here
        # The stored key itself is not left standing where others may see it.
        rest = [one for one in parsed.refused if not self._reading.is_key(one.text)]
        self.box.setPlainText(self._reading.leave(rest))
        self.box.moveCursor(QTextCursor.MoveOperation.End)
        self._ask_for(new, here)

    def fetch_text(self, text: str) -> None:
        """As if this had been pasted into an empty box and Fetch been pressed; what is in the box stays."""
        parsed = parse_job_ids(text, self._reading.is_key)
        self._ask_for(*self._split(parsed))
        rest = [one for one in parsed.refused if not self._reading.is_key(one.text)]
        if rest:
            self._reading.leave([*rest, *self._reading.left])
            self.box.put_first("".join(f"{one.text}\n" for one in rest))

    def _ask_for(self, new: tuple[NewJob, ...], here: tuple[NewJob, ...]) -> None:
        if new:
            self.fetch_requested.emit(new)
        if here:
            self.show_known.emit(tuple(job.id for job in here))
        if labelled := tuple(job for job in here if job.label):
            self.labels_given.emit(labelled)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._paste)
        buttons.addStretch()
        buttons.addWidget(self._fetch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 6, 8)
        layout.addWidget(self.box, 1)
        layout.addWidget(self._line)
        layout.addWidget(self._key_line)
        layout.addWidget(self._not_taken_line)
        layout.addWidget(self._show_refused)
        layout.addLayout(buttons)
        self.setFocusProxy(self.box)

    def _split(self, parsed: ParsedText) -> tuple[tuple[NewJob, ...], tuple[NewJob, ...]]:
        """What is new, and what is here already."""
        new: list[NewJob] = []
        here: list[NewJob] = []
        for one in parsed.unique:
            (here if self._known(one.id) else new).append(NewJob(one.id, one.label))
        return tuple(new), tuple(here)

    def _sentence(self, new: int, here: int, refused: int) -> str:
        """ "12 IDs: 10 new, 2 already here · 1 not understood"; parts that count none are left out."""
        parts = []
        if new or here:
            split = [self.tr("%n new", None, new)] if new else []
            if here:
                split.append(self.tr("%n already here", None, here))
            total = self.tr("%n ID(s)", None, new + here)
            parts.append(self.tr("%1: %2").replace("%1", total).replace("%2", ", ".join(split)))
        if refused:
            parts.append(self.tr("%n not understood", None, refused))
        return " · ".join(parts) or self.tr("No IDs yet")

    def _say_on_button(self) -> None:
        # No letter of the menu bar: one that means two things does neither.
        new, here = len(self._new), len(self._here)
        if new:
            text = self.tr("Fe&tch %n", None, new)
            meaning = self.tr("Fetches the pictures of %n job(s)", None, new)
        elif here:
            text = self.tr("&Show %n", None, here)
            meaning = self.tr("Shows %n job(s) that are already here", None, here)
        else:
            text = self.tr("Fe&tch")
            meaning = self.tr("There is no job ID in the box yet")
        self._fetch.setText(text)
        self._fetch.setAccessibleDescription(meaning)
        self._fetch.setToolTip(meaning)
        self._fetch.setEnabled(bool(new or here))

    def _say_not_taken(self) -> None:
        why = next((self._not_taken[job.id] for job in self._new if job.id in self._not_taken), "")
        text = self.tr(
            "Not taken yet, since the list of jobs cannot be written: %1. The IDs stay here until it can, "
            "and are then taken by themselves."
        )
        self._not_taken_line.setText(text.replace("%1", why) if why else "")
        self._not_taken_line.setVisible(bool(why))

    def _on_paste(self) -> None:
        files, text = files_and_text(QGuiApplication.clipboard().mimeData())
        if files:
            self.insert_files(files)
        elif text.strip():
            self.box.append_text(text)
        else:
            self.trouble.emit(self.tr("There is no text on the clipboard."))
        self.focus_box()

    def _on_too_much(self) -> None:
        self.trouble.emit(self.tr("That is too much text for the box. Paste it in smaller parts."))

    def _on_show_refused(self) -> None:
        dialog = RefusedDialog(self._reading.now().refused, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
