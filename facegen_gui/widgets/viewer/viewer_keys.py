"""The plain keys of the viewer. Commands with Ctrl are the window's actions."""

from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from facegen_gui.domain.job import Choice
from facegen_gui.widgets.viewer.choice_keys import CHOICE_KEYS
from facegen_gui.widgets.viewer.picture.canvas import Canvas
from facegen_gui.widgets.viewer.picture.viewport import Viewport

PAN_STEP = 80.0  # logical pixels for an arrow key with Shift
_ARROWS = {
    Qt.Key.Key_Right: QPointF(-PAN_STEP, 0),
    Qt.Key.Key_Left: QPointF(PAN_STEP, 0),
    Qt.Key.Key_Up: QPointF(0, PAN_STEP),
    Qt.Key.Key_Down: QPointF(0, -PAN_STEP),
}


class KeyedViewer(Protocol):
    """What keys can do."""

    canvas: Canvas
    viewport: Viewport

    def go(self, step: int) -> bool: ...
    def go_to_end(self, last: bool) -> None: ...
    def zoom_in(self) -> None: ...
    def zoom_out(self) -> None: ...
    def actual_size(self) -> None: ...
    def save(self) -> None: ...
    def choose(self, choice: Choice) -> None: ...
    def escape(self) -> None: ...
    def close_viewer(self) -> None: ...
    def layoutDirection(self) -> Qt.LayoutDirection: ...


def act_on_key(viewer: KeyedViewer, event: QKeyEvent) -> bool:
    """Whether the key meant something."""
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    key = event.key()
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return False
    match key:
        case Qt.Key.Key_Escape:
            viewer.escape()
        case Qt.Key.Key_Backspace | Qt.Key.Key_Return | Qt.Key.Key_Enter:
            viewer.close_viewer()
        case Qt.Key.Key_Right | Qt.Key.Key_Left if not shift:
            # In a right-to-left window the next picture is on the left.
            is_mirrored = viewer.layoutDirection() is Qt.LayoutDirection.RightToLeft
            viewer.go(1 if (key == Qt.Key.Key_Right) != is_mirrored else -1)
        case _ if key in _ARROWS:
            viewer.canvas.pan_by(_ARROWS[Qt.Key(key)])
        case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
            viewer.go(1)
        case Qt.Key.Key_PageUp:
            viewer.go(-1)
        case Qt.Key.Key_Home | Qt.Key.Key_End:
            viewer.go_to_end(key == Qt.Key.Key_End)
        case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
            viewer.zoom_in()
        case Qt.Key.Key_Minus:
            viewer.zoom_out()
        case Qt.Key.Key_0:
            viewer.viewport.fit()
        case Qt.Key.Key_Asterisk:
            viewer.actual_size()
        case Qt.Key.Key_R:
            viewer.viewport.rotate(-90 if shift else 90)
        case Qt.Key.Key_S:
            viewer.save()
        case _ if key in CHOICE_KEYS:
            viewer.choose(CHOICE_KEYS[key])
        case _:
            return False
    return True
