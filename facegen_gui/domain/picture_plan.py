"""How often and from where one picture is tried before it counts as not to be had. Pure, without a clock."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.schedule import FRESH_PICTURE_WAITS, PICTURE_WAITS

# Trying the same link again would change nothing.
_FINAL = frozenset({FailureKind.too_large, FailureKind.unsafe_link, FailureKind.picture_gone})

# The picture may well be there: somebody between us and it is in the way.
UNREACHED = frozenset(
    {
        FailureKind.offline,
        FailureKind.name_not_found,
        FailureKind.connection_refused,
        FailureKind.timed_out,
        FailureKind.certificate,
        FailureKind.proxy,
        FailureKind.service_trouble,
        FailureKind.rate_limited,
    }
)

_MIRROR_WAIT = 0.5
_UNREACHED_TRIES = 2


def is_data_uri(link: str) -> bool:
    """Whether the picture's bytes, maybe megabytes of them, are the link itself."""
    return link[:5].lower() == "data:"


class PicturePlan:
    """First the link itself, several times; then each of its mirrors, once."""

    def __init__(self, links: Sequence[str], *, fresh: bool = False) -> None:
        """`links` begins with the link itself, mirrors follow. `fresh` links were asked for a second time."""
        self._links = tuple(links)
        self._waits = FRESH_PICTURE_WAITS if fresh else PICTURE_WAITS
        self._place = 0
        self._tries = 0
        self._rounds = 0
        self.failure: Failure | None = None  # what the last try ended with

    @property
    def link(self) -> str:
        return self._links[self._place]

    @property
    def host(self) -> str:
        """Whom the link leads to, as written there; empty for a data: URI and for no proper link."""
        # urlsplit remembers what it was given, which would keep the last hundred such pictures in memory.
        if is_data_uri(self.link):
            return ""
        try:
            return urlsplit(self.link).netloc
        except ValueError:
            return ""

    @property
    def rounds(self) -> int:
        """How often `again` was called."""
        return self._rounds

    def failed(self, failure: Failure) -> float | None:
        """Seconds until the next try after this one failed; None when everything was tried."""
        # What the link itself said tells more than what a mirror says.
        if self._place == 0 or self.failure is None:
            self.failure = failure
        tries = len(self._waits)
        if failure.kind in UNREACHED and len(self._links) > 1:
            # A host that some provider blocks stays blocked; that is what mirrors are for.
            tries = min(tries, _UNREACHED_TRIES)
        if self._place == 0 and failure.kind not in _FINAL and self._tries < tries:
            self._tries += 1
            return max(self._waits[self._tries - 1], failure.retry_after)
        if self._place + 1 < len(self._links):
            self._place += 1
            return _MIRROR_WAIT
        return None

    def again(self) -> None:
        """Once more from the beginning, each link once: for a host that may be back one day."""
        self._place = 0
        self._tries = len(self._waits)
        self._rounds += 1
