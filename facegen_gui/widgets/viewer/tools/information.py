"""What is known of a picture, beside it: where it came from, what it is, where it was saved."""

from datetime import datetime
from html import escape

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtGui import QShowEvent, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from facegen_gui.domain.job import Batch, Job, Picture
from facegen_gui.widgets.wording import media_name, size_text
from facegen_gui.widgets.wording.meta import meta_facts

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

    def leave_above(self, height: int) -> None:
        """Room for what lies over its upper edge."""
        self.setViewportMargins(0, height, 0, 0)

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
            html = _rows(self._facts(*self._described))
            told = _rows(meta_facts(self._described[1].meta))
            if told:
                heading = self.tr("What the service says")  # lupdate does not look into f-strings
                html += f"<hr><p><i>{escape(heading)}</i></p>{told}"
            self.setHtml(html)

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
        return facts


def _rows(facts: list[tuple[str, str]]) -> str:
    return "".join(f"<p><b>{escape(name)}</b><br>{escape(value)}</p>" for name, value in facts if value)


def _local(when: datetime) -> str:
    moment = QDateTime.fromSecsSinceEpoch(int(when.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
