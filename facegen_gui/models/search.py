"""What a search finds: each of its words begins a word of the tile's ID, label or state, whatever the order.

"Quotation marks" keep words together. A number alone may stand anywhere in an ID, and several IDs find all of
their tiles.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from facegen_gui.domain.job import Job

_TERM = re.compile(r'"([^"]*)"?|([^\s,;"]+)')
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))


def terms_of(text: str) -> tuple[str, ...]:
    """Words and quoted phrases to look for, casefolded. A quotation that is still typed has no end yet."""
    found = (" ".join(quoted.split()) or word for quoted, word in _TERM.findall(text.translate(_QUOTES)))
    return tuple(term.casefold() for term in found if term)


def is_found(terms: Sequence[str], job: Job, words: Callable[[], Iterable[str]]) -> bool:
    """`words` gives the words of the tile's state.

    A word of several, such as "not saved", is found from its beginning only: never by what it denies.
    """
    job_id = job.id.casefold()
    if len(terms) == 1 and terms[0].isdigit() and terms[0] in job_id:
        return True
    if len(terms) > 1 and job_id in terms and all(any(map(str.isdigit, term)) for term in terms):
        return True
    text = f"{job_id} {job.label.casefold()}"
    missing = {place for place, term in enumerate(terms) if not _begins_a_word(term, text)}
    if missing:
        for word in words():
            missing -= _said_by(word.casefold(), terms)
            if not missing:
                break
    return not missing


def _said_by(word: str, terms: Sequence[str]) -> set[int]:
    """Places of the terms that this word, or the terms together, begin."""
    said = {place for place, term in enumerate(terms) if word.startswith(term)}
    parts = word.split()
    for place in tuple(said) if len(parts) > 1 else ():
        following = zip(parts, terms[place:], strict=False)
        for number, (part, term) in enumerate(following):
            if not part.startswith(term):
                break
            said.add(place + number)
    return said


def _begins_a_word(term: str, text: str) -> bool:
    at = text.find(term)
    while at > 0 and _is_one_word(text[at - 1], term[0]):
        at = text.find(term, at + 1)
    return at >= 0


def _is_one_word(before: str, first: str) -> bool:
    """Whether no word begins between these two characters.

    Letters without case are mostly of writings that put no spaces between words: there, one begins anywhere.
    """
    if before.isdigit() or first.isdigit():
        return before.isdigit() and first.isdigit()
    return before.isalpha() and first.isalpha() and before.upper() != before
