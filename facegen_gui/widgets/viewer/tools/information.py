"""What is known of a picture, beside it: where it came from, what it is, where it was saved."""

import json
from datetime import datetime
from html import escape

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtGui import QShowEvent, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from facegen_gui.domain.job import Batch, Job, Picture
from facegen_gui.widgets.wording import media_name, size_text

WIDTH_IN_CHARACTERS = 34


class Information(QTextEdit):
    """A list of names and values that can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._described: tuple[Picture, Job, Batch | None] | None = None
        self.setReadOnly(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        # Paths and checksums have no place to break at.
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * WIDTH_IN_CHARACTERS)
        self.setAccessibleName(self.tr("Picture information"))

    def describe(self, picture: Picture, job: Job, batch: Batch | None) -> None:
        # Laying out takes as long as a frame has: only where somebody reads it.
        self._described = (picture, job, batch)
        if not self.isHidden():
            self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        self._lay_out()
        super().showEvent(event)

    def _lay_out(self) -> None:
        if self._described is not None:
            rows = (
                f"<p><b>{escape(name)}</b><br>{escape(value)}</p>"
                for name, value in self._facts(*self._described)
                if value
            )
            self.setHtml("".join(rows))

    def _facts(self, picture: Picture, job: Job, batch: Batch | None) -> list[tuple[str, str]]:
        pasted = _local(job.added_at)
        facts = [
            (self.tr("Job ID"), job.id),
            (self.tr("Label"), job.label),
            (self.tr("Batch"), f"{batch.name}  {pasted}".strip() if batch is not None else pasted),
        ]
        if picture.width:
            size = self.tr("{width} × {height} pixels")
            facts.append((self.tr("Size"), size.format(width=picture.width, height=picture.height)))
        facts.append((self.tr("Format"), media_name(picture.media_type)))
        if picture.bytes:
            facts.append((self.tr("File size"), size_text(picture.bytes)))
        if picture.fetched_at is not None:
            facts.append((self.tr("Fetched"), _local(picture.fetched_at)))
        if picture.saved_at is not None:
            facts.append((self.tr("Saved"), _local(picture.saved_at)))
            facts.append((self.tr("Saved as"), picture.saved_to))
        else:
            facts.append((self.tr("Saved"), self.tr("not yet")))
        facts.append((self.tr("Checksum (SHA-256)"), picture.sha256))
        return facts + _meta_facts(job.meta)


def _local(when: datetime) -> str:
    moment = QDateTime.fromSecsSinceEpoch(int(when.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def _meta_facts(meta: str) -> list[tuple[str, str]]:
    """The service's own description; its names are its own and stay as they are."""
    if not meta:
        return []
    try:
        values = json.loads(meta)
    except ValueError:
        return []
    if not isinstance(values, dict):
        return []
    return [(str(name), v if isinstance(v, str) else json.dumps(v)) for name, v in values.items()]
