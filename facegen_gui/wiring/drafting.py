"""Keeps what stands in the paste box, and what was fetched from it but is in no library yet, over closing and
crashes, a moment after it has changed. After a restart all of it stands in the box again."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer

from facegen_gui.domain.failures import FailureKind
from facegen_gui.domain.job import Job, NewJob
from facegen_gui.domain.job_ids import RefusalReason, parse_job_ids
from facegen_gui.domain.key_status import KeyStatus, matches_fingerprint
from facegen_gui.models.job_store import JobStore
from facegen_gui.storage.draft import Draft
from facegen_gui.widgets.paste.panel import PastePanel

DELAY = 500  # milliseconds
_LINK = "/fetch/"  # what makes an ID of a word that would not be one by itself


class Drafting(QObject):
    """Writes nothing before the keyring has answered: until then a key is not known as one."""

    def __init__(self, paste: PastePanel, store: JobStore, draft: Draft) -> None:
        super().__init__(paste)
        self._paste = paste
        self._store = store
        self._draft = draft
        self._is_key_known = False
        self._fingerprint = b""
        self._asked: dict[str, NewJob] = {}  # the worker may have these in memory only
        self._asked_text: str | None = ""  # None: to be made anew
        self._kept = draft.read()
        self._waiting = QTimer(self, singleShot=True, interval=DELAY)
        self._waiting.timeout.connect(self.keep)
        if self._kept:
            paste.insert_text(self._kept)
        self._restored = paste.box.toPlainText() if self._kept else ""
        paste.draft_changed.connect(self._waiting.start)
        paste.fetch_requested.connect(self._on_asked)
        store.jobs_added.connect(self._on_added)
        store.loaded.connect(self._on_loaded)
        store.key_changed.connect(self._on_key)

    def keep(self) -> None:
        """Write it now, if it is another one than what is kept."""
        self._waiting.stop()
        if not self._is_key_known:
            return
        if self._asked_text is None:
            self._asked_text = as_text(self._asked.values(), self._fingerprint)
        # What was asked for stands first: a table's header in the box holds for all that follows it.
        text = "\n".join(part for part in (self._asked_text, self._paste.draft) if part)
        if text != self._kept:
            self._draft.write(text)
            self._kept = text

    def _on_asked(self, entries: tuple[NewJob, ...]) -> None:
        self._asked |= {entry.id: entry for entry in entries if not self._store.knows(entry.id)}
        self._asked_changed()

    def _on_added(self, jobs: list[Job]) -> None:
        if self._asked:
            for job in jobs:
                self._asked.pop(job.id, None)
            self._asked_changed()

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
        self._asked_changed()


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
