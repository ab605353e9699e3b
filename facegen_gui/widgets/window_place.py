"""Where the window stood, so that it comes back there, but never off-screen."""

from PySide6.QtCore import QByteArray, QMargins, QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

USUAL_SIZE = QSize(1180, 800)
SMALLEST_SIZE = QSize(600, 260)  # 1280 × 720 at 200 %, less the frame and a task bar
# What the desktop draws around a window: not known before it is shown, so with room to spare.
FRAME = QMargins(8, 40, 8, 8)
# So much of the title bar must be within reach of the pointer.
REACHABLE = QSize(120, 24)


def restore_place(window: QWidget, geometry: str) -> None:
    """Puts the window where `geometry` (base64 of saveGeometry) says, or in the middle of its screen."""
    if not geometry or not window.restoreGeometry(QByteArray.fromBase64(geometry.encode())):
        window.setGeometry(usual_place(window.screen().availableGeometry()))
    elif not is_reachable(window.frameGeometry()):
        available = QGuiApplication.primaryScreen().availableGeometry()
        window.resize(window.size().boundedTo(available.marginsRemoved(FRAME).size()))
        window.move(available.topLeft())


def usual_place(available: QRect) -> QRect:
    """In the middle of what is free of a screen, with its title bar in sight."""
    room = available.marginsRemoved(FRAME)
    size = USUAL_SIZE.boundedTo(room.size()).expandedTo(SMALLEST_SIZE)
    left = room.x() + max(0, room.width() - size.width()) // 2
    top = room.y() + max(0, room.height() - size.height()) // 2
    return QRect(QPoint(left, top), size)


def is_reachable(frame: QRect) -> bool:
    """Whether the top edge of a window shows enough on some screen to be dragged."""
    title = QRect(frame.topLeft(), QSize(frame.width(), REACHABLE.height()))
    return any(
        (part := screen.availableGeometry().intersected(title)).width() >= REACHABLE.width()
        and part.height() >= REACHABLE.height() // 2
        for screen in QGuiApplication.screens()
    )


def place_of(window: QWidget) -> str:
    return window.saveGeometry().toBase64().toStdString()


def restore_splitters(state: str, *splitters: QSplitter) -> None:
    """`state` as `splitters_state` gave it; what does not fit is left as it is."""
    parts = bytes(QByteArray.fromBase64(state.encode()).data()).split(b".")
    for splitter, part in zip(splitters, parts, strict=False):
        splitter.restoreState(QByteArray.fromBase64(part))


def splitters_state(*splitters: QSplitter) -> str:
    joined = ".".join(splitter.saveState().toBase64().toStdString() for splitter in splitters)
    return QByteArray(joined.encode()).toBase64().toStdString()
