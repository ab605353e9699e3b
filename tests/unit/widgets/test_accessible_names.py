"""No interactive widget is without a name, in any window."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialogButtonBox, QLabel

from facegen_gui.widgets.actions import plain
from tests.unit.widgets.every_window import WINDOWS, actions, interactive_widgets

EVERY_WINDOW = pytest.mark.parametrize("name", list(WINDOWS))


def spoken(widget) -> str:
    """What assistive technology is told: the accessible name, else what Qt derives (text, buddy)."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@EVERY_WINDOW
def test_every_interactive_widget_has_a_name(qtbot, icons, name):
    window = WINDOWS[name](icons)
    qtbot.addWidget(window)
    nameless = [widget for widget in interactive_widgets(window) if not spoken(widget).strip()]
    assert nameless == []


@EVERY_WINDOW
def test_no_two_buttons_of_a_dialog_are_called_the_same(qtbot, icons, name):
    window = WINDOWS[name](icons)
    qtbot.addWidget(window)
    for box in window.findChildren(QDialogButtonBox):
        names = [spoken(button) for button in box.buttons()]
        assert len(names) == len(set(names))


@EVERY_WINDOW
def test_every_window_has_a_title_and_every_action_a_text(qtbot, icons, name):
    window = WINDOWS[name](icons)
    qtbot.addWidget(window)
    assert window.windowTitle()
    assert all(plain(action.text()) or action.icon() for action in actions(window))


def test_the_agreed_names_are_there(qtbot, icons):
    window = WINDOWS["main window"](icons)
    qtbot.addWidget(window)
    names = {
        widget.accessibleName() for widget in window.findChildren(object) if hasattr(widget, "accessibleName")
    }
    assert {"Job IDs", "Fetch", "Save all", "Save selected", "Notice", "Progress"} <= names
    dialog = WINDOWS["key"](icons)
    qtbot.addWidget(dialog)
    names = {spoken(widget) for widget in interactive_widgets(dialog)}
    assert {"API key", "Save key", "Forget key"} <= names


def test_the_tab_order_of_the_key_dialog_follows_the_eye(qtbot, icons):
    dialog = WINDOWS["key"](icons)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.field.setText("x")
    order, widget = [], dialog.field
    while widget not in order:
        order.append(widget)
        widget = widget.nextInFocusChain()
    stops = [widget for widget in order if widget.focusPolicy() and widget.isVisible() and widget.isEnabled()]
    stops = [widget for widget in stops if not isinstance(widget, QLabel)]
    expected = [dialog.field, dialog.show_key, dialog.session_only, dialog.unlock]
    assert stops[:4] == expected
