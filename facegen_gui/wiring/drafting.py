"""Keeps what stands in the paste box, and what was fetched from it but is in no library yet, over closing and
crashes, a moment after it has changed. After a restart all of it stands in the box again.

Until the keyring has answered, a key is not known as one. So long only numbers are written, which no key is,
and without their labels.
"""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor

from facegen_gui.domain.failures import FailureKind
from facegen_gui.domain.job import Job, NewJob
from facegen_gui.domain.job_ids import ParsedText, RefusalReason, parse_job_ids
from facegen_gui.domain.key_status import KeyStatus, matches_fingerprint
from facegen_gui.models.job_store import JobStore
from facegen_gui.services.events import NotTaken
from facegen_gui.storage.draft import Draft
from facegen_gui.widgets.paste.panel import PastePanel
from facegen_gui.widgets.wording import failure_title

DELAY = 500  # milliseconds
LONGEST_NUMBER = 20  # digits
_LINK = "/fetch/"  # what makes an ID of a word that would not be one by itself


class Drafting(QObject):
    def __init__(self, paste: PastePanel, store: JobStore, draft: Draft) -> None:
        super().__init__(paste)
        self._paste = paste
        self._store = store
        self._draft = draft
        self._is_key_known = False
        self._fingerprint = b""
        self._asked: dict[str, NewJob] = {}  # the worker may have these in memory only
        self._asked_text: str | None = ""  # None: to be made anew
        self._put_back: set[str] = set()  # lines that the library did not take so far
        self._held: list[str] = []  # numbers that a start was given, and that nobody fetches yet
        self._kept = self._kept_before = draft.read()
        self._waiting = QTimer(self, singleShot=True, interval=DELAY)
        self._waiting.timeout.connect(self.keep)
        if self._kept:
            paste.insert_text(self._kept)
        self._restored = paste.box.toPlainText() if self._kept else ""
        paste.draft_changed.connect(self._waiting.start)
        paste.fetch_requested.connect(self._on_asked)
        store.jobs_added.connect(self._on_added)
        store.not_taken.connect(self._on_not_taken)
        store.loaded.connect(self._on_loaded)
        store.key_changed.connect(self._on_key)

    def hold(self, text: str) -> None:
        """Text that a start was given, and that is fetched once the keyring has answered."""
        self._held += numbers_in(parse_job_ids(text))
        self._waiting.start()

    def keep(self) -> None:
        """Write it now, if it is another one than what is kept."""
        self._waiting.stop()
        text = self._text() if self._is_key_known else self._numbers()
        if text != self._kept:
            self._draft.write(text)
            self._kept = text

    def _text(self) -> str:
        if self._asked_text is None:
            self._asked_text = as_text(self._asked.values(), self._fingerprint)
        # What was asked for stands first: a table's header in the box holds for all that follows it.
        return "\n".join(part for part in (self._asked_text, self._paste.draft) if part)

    def _numbers(self) -> str:
        """What the last run kept, when it knew what the key is, and the numbers that have come since."""
        asked = (job_id for job_id in self._asked if is_number(job_id))
        new = (*asked, *self._held, *numbers_in(self._paste.parsed))
        return with_numbers(self._kept_before, (one for one in new if not self._store.knows(one)))

    def _on_asked(self, entries: tuple[NewJob, ...]) -> None:
        self._asked |= {entry.id: entry for entry in entries if not self._store.knows(entry.id)}
        self._asked_changed()

    def _on_added(self, jobs: list[Job]) -> None:
        if self._asked:
            for job in jobs:
                self._asked.pop(job.id, None)
            self._asked_changed()
        if self._put_back:
            self._take_away({line for line in self._put_back if self._store.knows(_id_of(line))})

    def _on_not_taken(self, event: NotTaken) -> None:
        """Without rows, the box is the one place where these are seen. From there they are kept, too."""
        for entry in event.entries:
            self._asked.pop(entry.id, None)
        standing = {one.id for one in self._paste.parsed.found}
        text = as_text((one for one in event.entries if one.id not in standing), self._fingerprint)
        self._put_back.update(text.splitlines())
        self._paste.put_back(text, (one.id for one in event.entries), failure_title(event.failure))
        self._asked_changed()

    def _take_away(self, lines: Collection[str]) -> None:
        """Lines that were put back are not to be asked for again once there are rows for them."""
        self._put_back.difference_update(lines)
        box = self._paste.box
        standing = box.toPlainText().splitlines()
        left = [line for line in standing if line not in lines]
        if len(left) < len(standing):
            box.setPlainText("\n".join(left))
            box.moveCursor(QTextCursor.MoveOperation.End)

    def _asked_changed(self) -> None:
        self._asked_text = None
        self._waiting.start()

    def _on_loaded(self) -> None:
        """What the last run could still add before it ended is not to be asked for again."""
        restored, self._restored = self._restored, ""
        if restored and self._paste.box.toPlainText() == restored:
            lines = restored.splitlines()
            left = [line for line in lines if not self._store.knows(_id_of(line))]
            if len(left) < len(lines):
                self._paste.box.setPlainText("\n".join(left))

    def _on_key(self, status: KeyStatus) -> None:
        if status.failure is not None and status.failure.kind is FailureKind.keyring_timed_out:
            return  # it may still answer
        self._is_key_known = True
        self._fingerprint = status.fingerprint
        self._held = []  # is being asked for now
        self._asked_changed()


def is_number(job_id: str) -> bool:
    """Whether this cannot be a key, by its shape alone: keys are letters and digits mixed."""
    return len(job_id) <= LONGEST_NUMBER and job_id.isascii() and job_id.isdigit()


def numbers_in(parsed: ParsedText) -> list[str]:
    return [one.id for one in parsed.found if is_number(one.id)]


def with_numbers(kept: str, numbers: Iterable[str]) -> str:
    """What is kept, and below it a line for each of the numbers that does not stand in it."""
    known = {one.id for one in parse_job_ids(kept).found}
    return "\n".join(filter(None, (kept, *(one for one in dict.fromkeys(numbers) if one not in known))))


def keep_numbers(draft: Draft, text: str) -> None:
    """For a start whose window was closed before anything could be done with what it was given."""
    kept = draft.read()
    wanted = with_numbers(kept, numbers_in(parse_job_ids(text)))
    if wanted != kept:
        draft.write(wanted)


def as_text(entries: Iterable[NewJob], fingerprint: bytes) -> str:
    """A line for each entry, which reads as that entry again; without anything that may be a key."""
    rows = {entry.id: f"{entry.id}\t{entry.label}".rstrip() for entry in entries}
    by_themselves = {one.id for one in parse_job_ids("\n".join(rows.values())).found}
    text = "\n".join(row if job_id in by_themselves else _LINK + row for job_id, row in rows.items())
    refused = parse_job_ids(text, lambda word: matches_fingerprint(word, fingerprint)).refused
    for one in sorted(refused, key=lambda one: one.start, reverse=True):
        if one.reason is RefusalReason.looks_like_key:
            text = text[: one.start] + text[one.end :]
    return "\n".join(line.rstrip() for line in text.split("\n") if _id_of(line))


def _id_of(line: str) -> str:
    """The ID at the beginning of a line that `as_text` wrote."""
    return line.partition("\t")[0].removeprefix(_LINK)
