"""A real header over every visible group: its title, how complete it is, what can be done with it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from facegen_gui.widgets.appearance import Icons
from facegen_gui.widgets.gallery.grid_view import GridView
from facegen_gui.widgets.gallery.overlay import Overlay
from facegen_gui.widgets.labels import ElidedLabel


@dataclass(frozen=True, slots=True)
class GroupTitle:
    title: str
    note: str = ""
    can_rename: bool = False


class GroupHeader(QWidget):
    """One header; is given another group as the view scrolls."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._fitted: tuple[int, str, str, bool] | None = None  # to what the words were fitted last
        self.setAutoFillBackground(True)
        self.setBackgroundRole(parent.palette().ColorRole.Base)
        self._title = ElidedLabel(Qt.TextElideMode.ElideRight, self)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        font = self._title.font()
        font.setWeight(font.Weight.DemiBold)
        self._title.setFont(font)
        self._note = ElidedLabel(Qt.TextElideMode.ElideRight, self)
        self._note.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.select = self._button(icons, "select-all", self.tr("Select"))
        self.save = self._button(icons, "save-all", self.tr("Save"))
        self.rename = self._button(icons, "details", self.tr("Name"))
        self.remove = self._button(icons, "remove", self.tr("Remove"))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(18, 4, 18, 4)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._note, 1)
        for button in self._buttons():
            row.addWidget(button)

    def show_group(self, group: GroupTitle) -> None:
        self._title.set_line(group.title)
        self._note.set_line(group.note)
        self.rename.setVisible(group.can_rename)
        self._name(self.select, self.tr("Select all of %1"), group.title)
        self._name(self.save, self.tr("Save all of %1"), group.title)
        self._name(self.rename, self.tr("Name %1"), group.title)
        self._name(self.remove, self.tr("Remove all of %1"), group.title)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fitted = (self.width(), self._title.text(), self._note.text(), self.rename.isHidden())
        if fitted == self._fitted:
            return
        self._fitted = fitted
        # Where the words would be squeezed, the buttons make do with their icons.
        self._set_style(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if self._row.sizeHint().width() > self.width():
            self._set_style(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._row.activate()

    def _set_style(self, style: Qt.ToolButtonStyle) -> None:
        for button in self._buttons():
            button.setToolButtonStyle(style)

    def _buttons(self) -> tuple[QToolButton, ...]:
        return self.select, self.save, self.rename, self.remove

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        colour = self.palette().color(self.palette().ColorRole.Mid)
        colour.setAlpha(90)
        painter.setPen(colour)
        painter.drawLine(18, self.height() - 1, self.width() - 18, self.height() - 1)
        painter.end()

    def _button(self, icons: Icons, icon: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIcon(icons(icon))
        button.setText(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    @staticmethod
    def _name(button: QToolButton, text: str, title: str) -> None:
        name = text.replace("%1", title)
        if button.accessibleName() != name:
            button.setAccessibleName(name)
            button.setToolTip(name)


class GroupHeaders(QObject):
    """A header over each visible group. `title_of` words the group of this number."""

    select_clicked = Signal(int)  # group
    save_clicked = Signal(int)
    rename_clicked = Signal(int)
    remove_clicked = Signal(int)

    def __init__(
        self,
        view: GridView,
        overlay: Overlay,
        icons: Icons,
        title_of: Callable[[int], GroupTitle],
        tab_after: QWidget,
    ) -> None:
        """Tab goes from `tab_after` on to the headers."""
        super().__init__(overlay)
        self._view = view
        self._overlay = overlay
        self._icons = icons
        self._title_of = title_of
        self._tab_after = tab_after
        self._headers: list[GroupHeader] = []
        self._groups: list[int] = []
        view.scrolled.connect(self.place)
        view.tiles.groups_changed.connect(self.place)

    def place(self) -> None:
        layout = self._view.laid_out
        groups: list[int] = []
        if layout.metrics.header_height:
            top = self._view.verticalOffset()
            found = layout.groups_between(top, top + self._view.viewport().height())
            groups = [group for group in found if self._is_visible(self._view.group_rect(group))]
        while len(self._headers) < len(groups):
            self._headers.append(self._new_header(len(self._headers)))
        self._groups = groups
        for place, header in enumerate(self._headers):
            if place < len(groups):
                header.setGeometry(self._view.group_rect(groups[place]))
                header.show_group(self._title_of(groups[place]))
                header.show()
            elif not header.isHidden():
                header.hide()
        self._overlay.refresh()

    def _is_visible(self, rect: QRect) -> bool:
        return rect.intersects(self._view.viewport().rect())

    def _new_header(self, place: int) -> GroupHeader:
        header = GroupHeader(self._icons, self._overlay)
        for button, signal in (
            (header.select, self.select_clicked),
            (header.save, self.save_clicked),
            (header.rename, self.rename_clicked),
            (header.remove, self.remove_clicked),
        ):
            button.clicked.connect(lambda _=False, s=signal: self._emit(s, place))
            QWidget.setTabOrder(self._tab_after, button)
            self._tab_after = button
        return header

    def _emit(self, signal: SignalInstance, place: int) -> None:
        if place < len(self._groups):
            signal.emit(self._groups[place])
