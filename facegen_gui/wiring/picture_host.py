"""Which host the check-up looks at for pictures: that of the newest one that came."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from facegen_gui.models.job_store import JobStore

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def picture_host(store: JobStore) -> str:
    """Host, with its port if one is named; empty while no picture has come."""
    pictures = (picture for job in store for picture in job.pictures if picture.url.startswith("http"))
    newest = max(pictures, key=lambda picture: picture.fetched_at or _LONG_AGO, default=None)
    return "" if newest is None else urlsplit(newest.url).netloc
