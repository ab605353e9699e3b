"""Star, Keep, Maybe and No for one picture: what was decided is told by words, shape and colour."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from facegen_gui.domain.job import Choice, Picture
from facegen_gui.widgets.appearance import is_dark
from facegen_gui.widgets.checked import show_checked
from facegen_gui.widgets.wording import fill

# Grounds that the palette's text is readable on, light and dark.
_GROUNDS = {
    Choice.keep: QColor("#2e9e5b"),
    Choice.maybe: QColor("#d38a15"),
    Choice.no: QColor("#d14a3a"),
}
_STAR = QColor("#d8a400")


class VerdictButtons(QWidget):
    """`choice_clicked` gives Choice.none where a verdict is taken back by its own button."""

    star_clicked = Signal()
    choice_clicked = Signal(object)  # Choice

    def __init__(self, icon: Callable[[str], QIcon], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.star = VerdictButton(_STAR, self)
        self.star.setIcon(icon("star"))
        self.star.setText(self.tr("Star"))
        self.choices: dict[Choice, VerdictButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.star)
        words = {Choice.keep: self.tr("Keep"), Choice.maybe: self.tr("Maybe"), Choice.no: self.tr("Reject")}
        for choice, word in words.items():
            button = VerdictButton(_GROUNDS[choice], self)
            button.setIcon(icon(choice.value))
            button.setText(word)
            button.toggled.connect(lambda on, c=choice: self.choice_clicked.emit(c if on else Choice.none))
            self.choices[choice] = button
            row.addWidget(button)
        self.star.toggled.connect(lambda _: self.star_clicked.emit())
        self.set_worded(True)
        self._name("")

    @property
    def buttons(self) -> list[QToolButton]:
        return [self.star, *self.choices.values()]

    def show_marks(self, picture: Picture, name: str = "") -> None:
        """What was decided of it. `name` tells it from others beside it."""
        self.star.show_verdict(picture.starred)
        self.star.setIcon(self._icon("star-full" if picture.starred else "star"))
        for choice, button in self.choices.items():
            button.show_verdict(picture.choice is choice)
        self._name(name)

    def set_worded(self, worded: bool) -> None:
        """Words beside the icons where there is room; the star is known without."""
        style = Qt.ToolButtonStyle
        for button in self.choices.values():
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if worded else style.ToolButtonIconOnly)

    def _name(self, picture: str) -> None:
        keep, maybe, no = (self.choices[c] for c in (Choice.keep, Choice.maybe, Choice.no))
        if picture:
            names = {
                self.star: self.tr("Star {picture}"),
                keep: self.tr("Keep {picture}"),
                maybe: self.tr("Maybe {picture}"),
                no: self.tr("Reject {picture}"),
            }
        else:
            names = {button: button.text() for button in (self.star, keep, maybe, no)}
        keys = {keep: "1", maybe: "2", no: "3"}
        for button, name in names.items():
            button.setAccessibleName(fill(name, picture=picture))
            if button in keys:
                tip = fill(self.tr("{name} ({key})"), name=button.accessibleName(), key=keys[button])
            else:
                tip = button.accessibleName()
            button.setToolTip(tip)


class VerdictButton(QToolButton):
    """A button that is filled and bold while its verdict holds."""

    def __init__(self, ground: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = ground
        self.setCheckable(True)
        self.setAutoRaise(True)
        # Arrow keys belong to the picture; Tab still reaches every button.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scale()
        self.toggled.connect(self._embolden)

    def show_verdict(self, holds: bool) -> None:
        show_checked(self, holds)
        self._embolden(holds)

    def _embolden(self, checked: bool) -> None:
        font = self.font()
        font.setBold(checked)
        self.setFont(font)

    def _scale(self) -> None:
        side = round(self.fontMetrics().height() * 1.3)
        self.setIconSize(QSize(side, side))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._scale()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.isChecked():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground = QColor(self._ground)
            ground.setAlphaF(0.55 if is_dark(self.palette()) else 0.35)
            painter.setBrush(ground)
            painter.setPen(self._ground)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.end()
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        # The style's own look of a pressed button would lie over the ground.
        option.state &= ~(QStyle.StateFlag.State_On | QStyle.StateFlag.State_Sunken)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
