"""Prints pictures: one or several to a page, each as large as its place allows, with its name below."""

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QToolBar, QWidget

from facegen_gui.domain.job import Picture

PER_PAGE = (1, 2, 4, 6, 9, 16)
# A print needs no more: 300 dots per inch over the long side of A4 are 3,508.
LONGEST_EDGE = 3508

ReadImage = Callable[[Picture, int], QImage | None]


def grid_for(count: int, width: float, height: float) -> tuple[int, int]:
    """Columns and rows for `count` places on a page of that shape, as square as can be."""
    columns = max(1, min(count, round(math.sqrt(count * width / max(height, 1.0)))))
    return columns, math.ceil(count / columns)


def paint_page(
    painter: QPainter, page: QRectF, pictures: Sequence[tuple[QImage, str]], per_page: int
) -> None:
    """Paint up to `per_page` images with captions into `page` (painter's units)."""
    columns, rows = grid_for(per_page, page.width(), page.height())
    gap = page.width() * 0.02
    line = painter.fontMetrics().height() * 1.4
    width = (page.width() - gap * (columns - 1)) / columns
    height = (page.height() - gap * (rows - 1)) / rows
    for place, (image, caption) in enumerate(pictures):
        left = page.left() + (place % columns) * (width + gap)
        top = page.top() + (place // columns) * (height + gap)
        area = QRectF(left, top, width, height - line)
        size = image.size().toSizeF().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(area.center())
        painter.drawImage(target, image)
        words = painter.fontMetrics().elidedText(caption, Qt.TextElideMode.ElideMiddle, int(width))
        painter.drawText(QRectF(left, area.bottom(), width, line), Qt.AlignmentFlag.AlignCenter, words)


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
        # The dialog does not own it: without this, Python would take it away under the open dialog.
        self._printer = printer
        self._pictures = pictures
        self._caption = caption
        self._read = read
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
        self.per_page.currentIndexChanged.connect(self._on_count_changed)
        self.resize(QSize(900, 700))

    def _on_count_changed(self) -> None:
        self.paintRequested.emit(self.printer())

    def paint(self, printer: QPrinter) -> None:
        """Paint all pages; images are read one page at a time."""
        per_page = self.per_page.currentData()
        painter = QPainter(printer)
        page = QRectF(printer.pageLayout().paintRectPixels(printer.resolution()))
        page.moveTo(0, 0)
        for first in range(0, len(self._pictures), per_page):
            if first:
                printer.newPage()
            group = self._pictures[first : first + per_page]
            images = ((self._read(p, LONGEST_EDGE), self._caption(p)) for p in group)
            paint_page(painter, page, [(i, c) for i, c in images if i is not None], per_page)
        painter.end()
