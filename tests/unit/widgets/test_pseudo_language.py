"""A made-up language that brackets and lengthens every sentence: what has no bracket was never translated."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QToolButton,
    QTreeWidget,
    QWidget,
)

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.widgets.labels import ElidedLabel
from facegen_gui.widgets.wording import failure_sentence, failure_title
from tests.unit.widgets.every_window import WINDOWS, actions

# Facts rather than words: they stand outside any bracket in every language.
FACTS = re.compile(
    r"Face Gen Viewer|PNG|JPEG|WebP|Deutsch|English|KWallet|"
    r"https?://\S+|\S*/\S+|\S+\.example\S*|\S+\.(?:png|jpg)|\{\w+\}|"
    r"(?:Ctrl|Shift|Alt|Esc|Del|F\d+|[A-Z])\b"
)
EVERY_WINDOW = pytest.mark.parametrize("name", list(WINDOWS))


class PseudoLanguage(QTranslator):
    """ "Save" becomes "[Save ~]": a third longer."""

    def translate(self, context, source, disambiguation=None, n=-1):
        more = " ~~~~~~" * (len(source) // 7 + 1)  # words, so that lines can be broken
        return f"[{source}{more[: len(source) // 3 + 1]}]"

    def isEmpty(self):
        return False


@pytest.fixture
def pseudo_language(qapp):
    translator = PseudoLanguage()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def outside_brackets(text: str) -> str:
    while True:
        shorter = re.sub(r"\[[^\[\]]*\]", "", text)
        if shorter == text:
            return FACTS.sub("", text)
        text = shorter


def texts_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.toolTip(), widget.statusTip())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QPlainTextEdit():
            yield widget.placeholderText()
            if widget.isReadOnly():
                yield widget.toPlainText()
        case QComboBox():
            yield from (widget.itemText(row) for row in range(widget.count()))
        case QTabWidget():
            yield from (widget.tabText(tab) for tab in range(widget.count()))
        case QTreeWidget():
            for group in (widget.topLevelItem(row) for row in range(widget.topLevelItemCount())):
                for item in [group, *(group.child(row) for row in range(group.childCount()))]:
                    yield from (item.text(0), item.text(1))
        case _:
            pass


def all_texts(window: QWidget) -> set[str]:
    texts = {text for widget in [window, *window.findChildren(QWidget)] for text in texts_of(widget)}
    for action in actions(window):
        texts |= {action.text(), action.toolTip(), action.statusTip()}
    return texts


@EVERY_WINDOW
def test_no_english_shines_through(qtbot, icons, pseudo_language, name):
    window = WINDOWS[name](icons)
    qtbot.addWidget(window)
    english = {text for text in all_texts(window) if re.search(r"[A-Za-z]", outside_brackets(text))}
    assert english == set()


@pytest.mark.parametrize("kind", list(FailureKind), ids=lambda kind: kind.value)
def test_every_failure_is_translated(pseudo_language, kind):
    for text in (failure_title(Failure(kind)), failure_sentence(Failure(kind))):
        assert not re.search(r"[A-Za-z]", outside_brackets(text)), text


def shows_icon_only(button: QAbstractButton) -> bool:
    icon_only = Qt.ToolButtonStyle.ToolButtonIconOnly
    return (
        isinstance(button, QToolButton)
        and button.toolButtonStyle() is icon_only
        and not button.icon().isNull()
    )


@EVERY_WINDOW
def test_nothing_is_cut_with_longer_sentences(qtbot, icons, pseudo_language, name):
    window = WINDOWS[name](icons)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    cut = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not window or isinstance(widget, ElidedLabel):
            continue
        if isinstance(widget, QAbstractButton) and widget.text() and not shows_icon_only(widget):
            needed = widget.sizeHint().boundedTo(widget.maximumSize())
            if widget.width() < needed.width() or widget.height() < needed.height():
                cut.append((widget, widget.text(), widget.size(), needed))
        elif isinstance(widget, QLabel) and widget.wordWrap():
            if widget.height() < widget.heightForWidth(widget.width()):
                cut.append((widget, widget.text(), widget.size(), widget.heightForWidth(widget.width())))
        elif isinstance(widget, QLabel) and widget.text() and widget.width() < widget.sizeHint().width():
            cut.append((widget, widget.text(), widget.size(), widget.sizeHint()))
    assert cut == []
