"""How facts get into a translated sentence. Knows no sentence itself."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Context:
    """A translation context that is no widget: `States.tr("…")` is found by lupdate under "States".

    Not QCoreApplication.translate: lupdate's reader of Python does not see that one's plurals, and drops the
    whole call where the number is an expression.
    """

    name: str

    def tr(self, text: str, comment: str | None = None, n: int = -1) -> str:
        return QCoreApplication.translate(self.name, text, comment, n)


Wording = Context("Wording")


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks a literal that is translated where it is used. PySide6's own is typed as giving an object."""
    return text


def fill(text: str, **facts: str) -> str:
    """Puts `facts` into the `{name}` places of a translated text.

    Not str.format: a translation with a misspelt place must show it rather than raise inside a paint, and a
    fact that itself contains braces must stay as it is.
    """
    return _PLACE.sub(lambda place: facts.get(place[1], place[0]), text)


def joined(*parts: str) -> str:
    """The parts that are not empty as one spoken line: "Job 7, being made, asked 12 seconds ago"."""
    comma = Wording.tr(", ", "between the parts of a spoken line")
    return comma.join(filter(None, parts))


def capital(text: str) -> str:
    """With a capital first letter; what follows stays as it is."""
    return text[:1].upper() + text[1:]
