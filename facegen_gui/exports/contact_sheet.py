"""Many small pictures on paper: a PDF with columns, captions and page numbers."""

import enum
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFile, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from facegen_gui.domain.failures import FaceGenError, Failure, FailureKind
from facegen_gui.exports.whole_file import Cancelled, Progress, Run, make_whole
from facegen_gui.identity import NAME

DOTS = 300  # per inch
MARGIN = 14.0  # millimetres
GAP = 0.05  # of a column's width, between columns and rows
TALLEST = 1.5  # height of a picture's place at most, in column widths
_INK, _FAINT, _FRAME = QColor("#1d2024"), QColor("#5c6470"), QColor("#c9ced6")

Decode = Callable[[Path, str, int], QImage]


class PageSize(enum.Enum):
    a4 = "a4"
    letter = "letter"


@dataclass(frozen=True, slots=True)
class SheetPicture:
    """`width` and `height` in pixels as shown; 0 for what is no picture. `captions` are lines below it."""

    path: Path
    media_type: str
    width: int
    height: int
    captions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetWords:
    """`page` holds {page} and {pages}. `unreadable` stands in place of a picture that cannot be shown."""

    title: str
    subtitle: str
    page: str
    unreadable: str


@dataclass(frozen=True, slots=True)
class _Row:
    """Pictures side by side, `top` and `height` in dots from the page's upper edge."""

    page: int
    top: float
    height: float
    pictures: tuple[SheetPicture, ...]


def contact_sheet(
    pictures: Sequence[SheetPicture],
    destination: Path,
    words: SheetWords,
    *,
    decode: Decode,
    columns: int = 4,
    page_size: PageSize = PageSize.a4,
) -> Run:
    """`decode(path, media type, longest edge)` gives the image or raises FaceGenError. Progress counts
    pictures.
    """

    def run(progress: Progress, cancelled: Cancelled) -> Path:
        def write(temporary: Path) -> bool:
            file = QFile(str(temporary))
            if not file.open(QIODevice.OpenModeFlag.WriteOnly):
                raise _file_error(file, temporary)
            finished = _Sheet(file, words, max(1, columns), page_size, decode).draw(
                pictures, progress, cancelled
            )
            file.close()
            if file.error() is not QFile.FileError.NoError:
                raise _file_error(file, temporary)
            return finished

        return make_whole(destination, write)

    return run


def _file_error(file: QFile, path: Path) -> OSError | FaceGenError:
    """Qt keeps the system's reason to itself; writing once more makes the system say it."""
    try:
        with path.open("ab", buffering=0) as again:
            again.write(bytes(1 << 16))
    except OSError as error:
        return error
    return FaceGenError(
        Failure(FailureKind.folder_not_writable, path=str(path.parent), detail=file.errorString())
    )


class _Sheet:
    """One PDF while it is drawn."""

    def __init__(
        self, file: QFile, words: SheetWords, columns: int, page_size: PageSize, decode: Decode
    ) -> None:
        self._words = words
        self._columns = columns
        self._decode = decode
        self._writer = QPdfWriter(file)
        self._writer.setResolution(DOTS)
        self._writer.setTitle(words.title)
        self._writer.setCreator(NAME)
        size = QPageSize.PageSizeId.A4 if page_size is PageSize.a4 else QPageSize.PageSizeId.Letter
        margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
        self._writer.setPageLayout(
            QPageLayout(
                QPageSize(size), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
            )
        )
        self._painter = QPainter(self._writer)
        self._area = QRectF(self._painter.viewport())
        self._gap = self._area.width() / columns * GAP
        self._width = (self._area.width() - self._gap * (columns - 1)) / columns
        self._title_font = self._font(15, bold=True)
        self._text_font = self._font(9)
        self._caption_font = self._font(max(5.0, min(9.0, self._width / DOTS * 72 / 16)))

    def draw(self, pictures: Sequence[SheetPicture], progress: Progress, cancelled: Cancelled) -> bool:
        """False if it was cancelled; the file is then of no use."""
        try:
            rows = list(self._rows(pictures))
            pages = rows[-1].page + 1 if rows else 1
            self._draw_head()
            self._draw_foot(1, pages)
            page = done = 0
            for row in rows:
                if row.page != page:
                    page = row.page
                    self._writer.newPage()
                    self._draw_foot(page + 1, pages)
                for column, picture in enumerate(row.pictures):
                    if cancelled():
                        return False
                    self._draw_picture(picture, column, row)
                    done += 1
                    progress(done, len(pictures))
            return True
        finally:
            self._painter.end()

    def _rows(self, pictures: Sequence[SheetPicture]) -> Iterator[_Row]:
        """Where every row stands; each is as high as its tallest picture and longest caption."""
        caption = self._line(self._caption_font)
        bottom = self._area.height() - 2 * self._line(self._text_font)
        page, top = 0, self._head_height()
        for first in range(0, len(pictures), self._columns):
            row = tuple(pictures[first : first + self._columns])
            shapes = [p.height / p.width if p.width else 1.0 for p in row]
            height = min(TALLEST, max(shapes)) * self._width
            whole = height + max(len(p.captions) for p in row) * caption
            if top + whole > bottom and top > self._gap:
                page, top = page + 1, 0.0
            height = min(height, bottom - top - (whole - height))
            yield _Row(page, top, height, row)
            top += whole + self._gap

    def _draw_picture(self, picture: SheetPicture, column: int, row: _Row) -> None:
        place = QRectF(column * (self._width + self._gap), row.top, self._width, row.height)
        image = QImage()
        if picture.width:
            try:
                image = self._decode(
                    picture.path, picture.media_type, round(max(place.width(), place.height()))
                )
            except FaceGenError:
                image = QImage()  # the sheet says so in its place, and goes on
        if image.isNull():
            self._painter.setPen(QPen(_FRAME, 2))
            self._painter.drawRect(place)
            self._text(place, self._words.unreadable, self._caption_font, _FAINT, wrap=True)
        else:
            size = QSizeF(image.size()).scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRectF(0, 0, size.width(), size.height())
            target.moveCenter(place.center())
            target.moveBottom(place.bottom())
            self._painter.drawImage(target, image)
        line = self._line(self._caption_font)
        for number, caption in enumerate(picture.captions):
            below = QRectF(place.left(), place.bottom() + number * line, place.width(), line)
            self._text(below, caption, self._caption_font, _FAINT if number else _INK)

    def _head_height(self) -> float:
        return 2.0 * self._line(self._title_font) + self._line(self._text_font)

    def _draw_head(self) -> None:
        title = self._line(self._title_font)
        across = QRectF(0, 0, self._area.width(), title)
        self._text(across, self._words.title, self._title_font, _INK, left=True)
        across = QRectF(0, title, self._area.width(), self._line(self._text_font))
        self._text(across, self._words.subtitle, self._text_font, _FAINT, left=True)

    def _draw_foot(self, page: int, pages: int) -> None:
        line = self._line(self._text_font)
        words = self._words.page.replace("{page}", str(page)).replace("{pages}", str(pages))
        foot = QRectF(0, self._area.height() - line, self._area.width(), line)
        self._text(foot, words, self._text_font, _FAINT)

    def _text(
        self, place: QRectF, text: str, font: QFont, colour: QColor, *, left: bool = False, wrap: bool = False
    ) -> None:
        self._painter.setFont(font)
        self._painter.setPen(colour)
        align = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignHCenter
        flags = int(align | Qt.AlignmentFlag.AlignVCenter)
        if wrap:
            flags |= int(Qt.TextFlag.TextWordWrap)
        else:
            metrics = self._painter.fontMetrics()
            text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, int(place.width()))
        self._painter.drawText(place, flags, text)

    def _line(self, font: QFont) -> float:
        self._painter.setFont(font)
        return self._painter.fontMetrics().height() * 1.15

    @staticmethod
    def _font(points: float, *, bold: bool = False) -> QFont:
        font = QFont()
        font.setPointSizeF(points)
        font.setBold(bold)
        return font
