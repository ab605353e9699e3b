"""Takes the API key, in every form it may travel in, out of text that is written down or shown."""

PLACE = "[API key]"


class KnownKeys:
    """The keys of this session: one that was replaced stays secret, too. Safe to be used from any thread."""

    def __init__(self) -> None:
        self._forms: tuple[str, ...] = ()

    def add(self, key: str) -> None:
        # Imported with the first key: the first paint knows of none, and does not wait for encodings.
        from facegen_gui.domain.key_forms import forms_of

        forms = {*self._forms, *forms_of(key)}
        # Replaced as a whole, so that a thread that is scrubbing meanwhile sees the old or the new forms.
        self._forms = tuple(sorted(forms, key=len, reverse=True))

    def scrub(self, text: str) -> str:
        for form in self._forms:
            text = text.replace(form, PLACE)
        return text
