"""Prints pictures: one or several to a page, each as large as its place allows, with its name below."""

import math
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPaintEngine, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QProgressDialog, QToolBar, QWidget

from facegen_gui.domain.job import Picture

PER_PAGE = (1, 2, 4, 6, 9, 16)
PRINT_DPI = 300  # more is not seen on paper
# The preview keeps the pictures of all its pages in memory.
PREVIEW_EDGE = 640
PREVIEW_EDGE_OF_MANY = 256
MANY = 40
PATIENCE_MS = 600

ReadImage = Callable[[Picture, int], QImage | None]


def grid_for(count: int, width: float, height: float) -> tuple[int, int]:
    """Columns and rows for `count` places on a page of that shape, as square as can be."""
    columns = max(1, min(count, round(math.sqrt(count * width / max(height, 1.0)))))
    return columns, math.ceil(count / columns)


def places(page: QRectF, per_page: int) -> Iterator[QRectF]:
    """Where the pictures of a page stand, captions included, row by row."""
    columns, rows = grid_for(per_page, page.width(), page.height())
    gap = page.width() * 0.02
    width = (page.width() - gap * (columns - 1)) / columns
    height = (page.height() - gap * (rows - 1)) / rows
    for number in range(per_page):
        row, column = divmod(number, columns)
        yield QRectF(page.left() + column * (width + gap), page.top() + row * (height + gap), width, height)


def paint_picture(painter: QPainter, place: QRectF, image: QImage | None, caption: str) -> None:
    """One picture with its caption; a frame with the caption alone where it cannot be read."""
    line = painter.fontMetrics().height() * 1.4
    area = place.adjusted(0, 0, 0, -line)
    if image is None:
        painter.setPen(QPen(Qt.GlobalColor.gray, 0))
        painter.drawRect(area)
        painter.setPen(Qt.GlobalColor.black)
        below = area
    else:
        size = image.size().toSizeF().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(area.center())
        painter.drawImage(target, image)
        below = QRectF(place.left(), target.bottom(), place.width(), line)
    words = painter.fontMetrics().elidedText(caption, Qt.TextElideMode.ElideMiddle, int(place.width()))
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words)


class PrintPreview(QPrintPreviewDialog):
    """The platform's preview with one more box: how many pictures stand on a page."""

    def __init__(
        self,
        pictures: Sequence[Picture],
        caption: Callable[[Picture], str],
        read: ReadImage,
        printer: QPrinter,
        parent: QWidget | None = None,
    ) -> None:
        """`read(picture, longest edge in pixels)` gives the image, or None where the file is unreadable."""
        super().__init__(printer, parent)
        self._pictures = pictures
        self._caption = caption
        self._read = read
        self._printer = printer  # the dialog uses it and does not own it
        self.setWindowTitle(self.tr("Print pictures"))
        # Qt leaves its own two fields without names for assistive technology.
        for field in self.findChildren(QLineEdit):
            zooms = isinstance(field.parent(), QComboBox)
            field.setAccessibleName(self.tr("Size on screen") if zooms else self.tr("Page"))
        self.per_page = QComboBox(self)
        for count in PER_PAGE:
            self.per_page.addItem(self.tr("%n per page", "", count), count)
        self.per_page.setAccessibleName(self.tr("Pictures per page"))
        bar = self.findChild(QToolBar)
        if bar is not None:
            bar.addSeparator()
            bar.addWidget(QLabel(self.tr("Pictures:"), bar))
            bar.addWidget(self.per_page)
        self.paintRequested.connect(self.paint)
        # Through the preview, which takes the printer's place: painting on the printer itself would print.
        for preview in self.findChildren(QPrintPreviewWidget):
            self.per_page.currentIndexChanged.connect(preview.updatePreview)
        self.resize(QSize(900, 700))

    def paint(self, printer: QPrinter) -> None:
        """Paint all pages. Pictures are read one at a time; while it takes long, Cancel is offered."""
        per_page = int(self.per_page.currentData())
        is_preview = printer.paintEngine().type() is QPaintEngine.Type.Picture
        page = QRectF(printer.pageLayout().paintRectPixels(printer.resolution()))
        page.moveTo(0, 0)
        room = list(places(page, per_page))
        edge = self._edge(room[0], printer.resolution(), is_preview)
        progress = self._progress(is_preview)
        painter = QPainter(printer)
        for number, picture in enumerate(self._pictures):
            progress.setValue(number)
            if progress.wasCanceled():
                if not is_preview:
                    printer.abort()
                break
            place = number % per_page
            if number and not place:
                printer.newPage()
            paint_picture(painter, room[place], self._read(picture, edge), self._caption(picture))
        painter.end()
        progress.reset()
        progress.deleteLater()

    def _edge(self, place: QRectF, resolution: int, is_preview: bool) -> int:
        """As many pixels as are seen in that place."""
        if is_preview:
            return PREVIEW_EDGE if len(self._pictures) <= MANY else PREVIEW_EDGE_OF_MANY
        inches = max(place.width(), place.height()) / max(resolution, 1)
        return max(1, round(inches * PRINT_DPI))

    def _progress(self, is_preview: bool) -> QProgressDialog:
        count = len(self._pictures)
        words = (
            self.tr("Laying out %n picture(s)…", "", count)
            if is_preview
            else self.tr("Printing %n picture(s)…", "", count)
        )
        progress = QProgressDialog(words, self.tr("Cancel"), 0, count, self)
        progress.setWindowTitle(self.windowTitle())
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(PATIENCE_MS)
        return progress
