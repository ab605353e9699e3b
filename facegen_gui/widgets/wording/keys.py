"""What is said of the API key and of the place where it is kept."""

from facegen_gui.domain.key_status import KeyStatus
from facegen_gui.widgets.wording.failures import what_happened
from facegen_gui.widgets.wording.text import Context, fill

Keys = Context("Keys")


def key_store_sentence(status: KeyStatus) -> str:
    """Where the key is: in which store, for this session only, nowhere, or not to be read."""
    parts: list[str] = []
    if status.previous_store:
        parts.append(
            fill(
                Keys.tr("The key was last kept in {store}, which is not the password store in use now."),
                store=status.previous_store,
            )
        )
    if status.failure is not None:
        parts.append(what_happened(status.failure))
    if status.present and status.kept:
        parts.append(fill(Keys.tr("Kept in: {store}"), store=status.store))
    elif status.present:
        parts.append(Keys.tr("For this session only; forgotten when the program closes."))
    elif status.failure is None:
        parts.append(Keys.tr("No key is stored yet."))
    return " ".join(parts)


def key_place_sentence(status: KeyStatus) -> str:
    """Where a key that is entered now will be; empty where a key's own place is told, and without a store."""
    if status.present or not status.store:
        return ""
    return fill(Keys.tr("Kept in: {store}"), store=status.store)


def key_hint_sentence(status: KeyStatus) -> str:
    """Which key it is, without showing it; empty when there is none."""
    if not status.present:
        return ""
    if status.unverified:
        return Keys.tr("The service has not accepted the new key yet.")
    if not status.hint:
        return Keys.tr("A key is there.")
    return fill(Keys.tr("The present key ends in {hint}."), hint=status.hint)
