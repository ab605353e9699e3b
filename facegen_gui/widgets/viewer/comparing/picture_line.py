"""Which of the compared pictures this is, and what was decided of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facegen_gui.domain.job import Job, Picture
from facegen_gui.widgets.labels import ElidedLabel
from facegen_gui.widgets.viewer.tools.verdict_buttons import VerdictButtons
from facegen_gui.widgets.wording import caption, choice_text, joined

# Less than this for the name, and the verdicts give up their words.
NAME_CHARACTERS = 14


class PictureLine(QWidget):
    """The name is bold while keys apply to its picture."""

    choice_clicked = Signal(object)  # Choice
    star_clicked = Signal()

    def __init__(self, icon: Callable[[str], QIcon], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ElidedLabel(Qt.TextElideMode.ElideMiddle, self)
        self.verdict = VerdictButtons(icon, self)
        self.verdict.star_clicked.connect(self.star_clicked)
        self.verdict.choice_clicked.connect(self.choice_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.addWidget(self.name, 1)
        row.addWidget(self.verdict)

    def set_active(self, active: bool) -> None:
        font = self.name.font()
        font.setBold(active)
        self.name.setFont(font)

    def describe(self, picture: Picture, job: Job | None) -> str:
        """Shows it, and gives the sentence that is spoken for it."""
        name = picture.key.job_id if job is None else caption(job, picture)
        self.name.set_line(name)
        self.verdict.show_marks(picture, name)
        starred = self.tr("starred") if picture.starred else ""
        saved = self.tr("saved") if picture.saved_at is not None else ""
        return joined(name, starred, choice_text(picture.choice), saved)

    def find_room(self, width: int) -> None:
        """Words on the verdicts if the line may be so wide."""
        self.verdict.set_worded(True)
        name = self.fontMetrics().averageCharWidth() * NAME_CHARACTERS
        buttons = sum(button.sizeHint().width() + 2 for button in self.verdict.buttons)
        self.verdict.set_worded(name + buttons <= width)
