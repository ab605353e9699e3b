"""Takes the pictures of the window for README and AppStream:

    .venv/bin/python packaging/screenshots.py [FOLDER]

Plays practice mode through in a real window and grabs it: empty (light only), full, and one picture large.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from facegen_gui.app import make_application
from facegen_gui.domain.job import PictureKey
from facegen_gui.domain.preferences import ColourScheme
from facegen_gui.domain.scrubbing import KnownKeys
from facegen_gui.storage.profile import Profile
from facegen_gui.storage.settings import Settings
from facegen_gui.widgets.appearance import apply_colour_scheme
from facegen_gui.wiring.application import Application
from facegen_gui.wiring.opening import opened_window

DEFAULT = Path(__file__).resolve().parent.parent / "resources" / "screenshots"
SIZE = (1280, 820)
BATCHES = (
    "12202905\tPortrait for the brochure\n12202906\tReception\n12202908\n12202911\n12202915\n12202917",
    "12202888\n12202889\n12202890\n104\n12202893\n111\n12202894\n12202896",
)
PATIENCE = 60  # seconds


def main() -> None:
    folder = Path(sys.argv[1]).absolute() if len(sys.argv) > 1 else DEFAULT
    folder.mkdir(parents=True, exist_ok=True)
    qt = make_application()
    for scheme in (ColourScheme.light, ColourScheme.dark):
        with tempfile.TemporaryDirectory() as name:
            # The folder to save into is shown, and a temporary one is nobody's: it is named from where it is.
            os.chdir(name)
            take(qt, Path(name), scheme, folder)
            os.chdir(folder)


def take(qt: QApplication, place: Path, scheme: ColourScheme, folder: Path) -> None:
    profile = replace(Profile.at(place), save_folder=Path("Pictures", "Face Gen Viewer"))
    application = Application(qt, opened_window(qt, profile), profile, Settings(profile, ()), KnownKeys())
    stop_service = application.start_practice()
    window, store = application.window, application.store

    def grab(what: str) -> None:
        qt.processEvents()
        window.grab().save(str(folder / f"{what}-{scheme.value}.png"))

    apply_colour_scheme(scheme)
    window.resize(*SIZE)
    window.show()
    application.start("")
    wait(qt, lambda: store.is_loaded)
    if scheme is ColourScheme.light:
        grab("empty")
    application.take_over(BATCHES[0])
    wait(qt, lambda: len(store) == 6 and all(job.is_delivered for job in store))
    application.take_over(BATCHES[1])
    wait(qt, lambda: len(store) == 14 and all(not job.is_unfinished for job in store))
    window.commands.save_all.trigger()
    wait(qt, lambda: all(p.saved_at for job in store for p in job.pictures))
    grab("full")
    application.open_picture(PictureKey("12202911", 1))
    wait(qt, lambda: True, at_least=0.5)
    grab("viewer")
    application.stop()
    stop_service()


def wait(qt: QApplication, condition: Callable[[], bool], at_least: float = 0.3) -> None:
    """Until the condition holds, and a moment longer for thumbnails and notices to be painted."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError
        qt.processEvents()
        time.sleep(0.01)
    calm = time.monotonic() + at_least
    while time.monotonic() < calm:
        qt.processEvents()
        time.sleep(0.01)


main()
