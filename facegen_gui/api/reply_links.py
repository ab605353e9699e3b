"""The picture links of an answer, in whatever shape they came. Whether a link is safe is `link_policy`'s."""

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_log = logging.getLogger(__name__)

MOST_LINKS = 100  # Face Gen sends 1 or 2; a broken or hostile answer must not fill the disk
_LONGEST_URL = 16_384  # signed links are about 2,000 characters; data: URIs are bounded by the answer's size
_DEEPEST = 6
_URL = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//\S|data:", re.IGNORECASE)
# Beside links to results these carry links that are none: future ones 404 until the job is done.
_OTHER_LINKS = frozenset({"future_links", "fetch_result", "meta", "webhook", "init_image"})


@dataclass(frozen=True, slots=True)
class PictureLink:
    """One picture: its link (a data: URI at times), and where else it may be had when that fails."""

    url: str
    mirrors: tuple[str, ...] = ()


def picture_links(answer: Mapping[str, object]) -> tuple[PictureLink, ...]:
    """The results of an answer in their order, which numbers them; identical links count once."""
    proxied = answer.get("proxy_links")
    for key in ("output", "links", "proxy_links"):
        places = _places(answer.get(key))
        if places:
            break
    else:
        return ()
    if len(places) > MOST_LINKS:
        _log.warning("an answer names %d pictures, %d are left out", len(places), len(places) - MOST_LINKS)
    first = list(places.items())[:MOST_LINKS]
    return tuple(PictureLink(url, _mirrors(url, index, proxied)) for url, index in first)


def _places(value: object) -> dict[str, int]:
    """Each link and its place in the list as it came, where empty entries have their mirrors, too."""
    places: dict[str, int] = {}
    found = [tuple(_urls(item)) for item in value] if isinstance(value, list) else []
    if any(len(urls) > 1 for urls in found) or not found:
        found = [(url,) for url in _urls(value)]
    for index, urls in enumerate(found):
        for url in urls:
            places.setdefault(url, index)
    return places


def _mirrors(url: str, index: int, proxied: object) -> tuple[str, ...]:
    candidates: list[str] = []
    match proxied:
        case dict() if url in proxied:
            candidates.extend(_urls(proxied[url]))
        case dict() if str(index) in proxied:
            candidates.extend(_urls(proxied[str(index)]))
        case list() if index < len(proxied):
            candidates.extend(_urls(proxied[index]))
        case dict() | str():
            candidates.extend(tuple(_urls(proxied))[index : index + 1])
    # `//generations/` is kept as it was given, since a bucket may really have such a key.
    scheme, separator, rest = url.partition("://")
    if separator and "//" in rest.partition("?")[0]:
        path, mark, query = rest.partition("?")
        candidates.append(scheme + separator + re.sub("/{2,}", "/", path) + mark + query)
    return tuple(dict.fromkeys(mirror for mirror in candidates if mirror != url))


def _urls(value: object, depth: int = 0) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    match value:
        case str():
            url = value.strip()
            if _URL.match(url) and _is_storable(url):
                yield "https:" + url if url.startswith("//") else url
        case list():
            for item in value:
                yield from _urls(item, depth + 1)
        case dict():
            # {"url": …, "thumbnail": …} is one picture, not two.
            if isinstance(value.get("url"), str):
                yield from _urls(value["url"], depth + 1)
                return
            for key, item in value.items():
                if key not in _OTHER_LINKS and not key.lower().startswith("tip"):
                    yield from _urls(item, depth + 1)
        case _:
            return


def _is_storable(url: str) -> bool:
    # Half a surrogate pair is legal in JSON and can neither be requested nor written into the library.
    return (len(url) <= _LONGEST_URL or url[:5].lower() == "data:") and not re.search(
        "[\x00-\x1f\x7f\ud800-\udfff]", url
    )
