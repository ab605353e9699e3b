"""Everything a person or IT may set, as one frozen value; where it is kept stands in `storage.settings`."""

import enum
from dataclasses import dataclass
from pathlib import Path

from facegen_gui.domain.network import NetworkSettings
from facegen_gui.domain.saves import SaveOptions


class ColourScheme(enum.Enum):
    system = "system"
    light = "light"
    dark = "dark"


class SortOrder(enum.Enum):
    """`newest` is by batch, newest first, and within a batch in the order it was pasted."""

    newest = "newest"
    oldest = "oldest"
    id = "id"
    label = "label"
    state = "state"


class Grouping(enum.Enum):
    none = "none"
    batch = "batch"
    job = "job"


@dataclass(frozen=True, slots=True)
class Preferences:
    network: NetworkSettings
    save: SaveOptions
    auto_save_folder: Path | None = None  # None: not switched on
    last_folder: Path | None = None  # where the last file with a name of its own was put; None: nowhere yet
    colour_scheme: ColourScheme = ColourScheme.system
    language: str = ""  # BCP 47, empty: the system's
    tile_edge: int = 180  # logical pixels of a tile's picture area
    sort: SortOrder = SortOrder.newest
    grouping: Grouping = Grouping.none
    notify: bool = True  # one system notification per batch while the window is not in front
    offer_clipboard: bool = True  # ask whether to add the IDs there when the window comes to the front
    geometry: str = ""  # base64 of QWidget.saveGeometry
    splitter: str = ""  # base64 of QSplitter.saveState
    key_store: str = ""  # name of the keyring in which the key was last kept


@dataclass(frozen=True, slots=True)
class Locked:
    """Names of preferences that a policy file sets (as in `policy.ini`), and that file's path."""

    names: frozenset[str] = frozenset()
    origin: str = ""
