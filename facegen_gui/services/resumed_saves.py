"""What is left of the saves that the end of the program interrupted."""

from pathlib import Path

from facegen_gui.domain.job import Picture
from facegen_gui.domain.saves import SaveItem
from facegen_gui.services.ledger import Ledger
from facegen_gui.storage.profile import Profile
from facegen_gui.storage.promised_saves import PromisedSave


def items_left(promised: PromisedSave, ledger: Ledger, profile: Profile) -> list[SaveItem]:
    """The pictures of this save that are here and were not saved before the end."""
    items = []
    for key, name in promised.names:
        job = ledger.get(key.job_id)
        picture = next((one for one in job.kept if one.key == key), None) if job is not None else None
        if picture is not None and not _is_saved(picture, promised, name):
            source = profile.absolute(picture.file)
            items.append(SaveItem(key, source, name, picture.sha256, picture.media_type))
    return items


def _is_saved(picture: Picture, promised: PromisedSave, name: str) -> bool:
    """Under that name or, where it was taken, a numbered one. Wherever its copy is by now."""
    if picture.saved_at is None or picture.saved_at < promised.asked_at:
        return False
    wanted, copy = promised.options.folder / name, Path(picture.saved_to)
    return copy.parent == wanted.parent and copy.stem.startswith(wanted.stem)
