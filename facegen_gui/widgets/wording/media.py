"""What a file is, in words: "Picture (PNG)", "Video (MP4)", "1.3 MB", "1024 × 1024"."""

from PySide6.QtCore import QLocale

from facegen_gui.domain.job import Picture
from facegen_gui.widgets.wording.text import Context

Media = Context("Media")

# Where a type's own name is not simply its second half in capitals.
_SHORT = {"svg+xml": "SVG", "quicktime": "QuickTime", "mpeg": "MPEG", "octet-stream": "", "x-wav": "WAV"}


def media_name(media_type: str) -> str:
    """A media type such as `video/mp4` for people."""
    kind, _, subtype = media_type.partition("/")
    short = _SHORT.get(subtype, subtype.removeprefix("x-").upper())
    match kind:
        case "image":
            name = Media.tr("Picture")
        case "video":
            name = Media.tr("Video")
        case "audio":
            name = Media.tr("Sound")
        case "text":
            name = Media.tr("Text")
        case _:
            name = Media.tr("File")
    if not short:
        return name
    return Media.tr("%1 (%2)").replace("%1", name).replace("%2", short)


def size_text(count: int) -> str:
    """A number of bytes as people read it."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def dimensions_text(picture: Picture) -> str:
    """Width and height in pixels; empty for what is not a picture."""
    if not picture.width:
        return ""
    return f"{picture.width} × {picture.height}"
