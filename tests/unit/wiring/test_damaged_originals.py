"""A kept picture whose bytes have changed on the disk, met by whoever looks at it."""

from pytestqt.qtbot import QtBot

from facegen_gui.domain.job import PictureKey
from facegen_gui.practice.server import PracticeService
from facegen_gui.storage.profile import Profile
from tests.unit.wiring.conftest import Open

Services = tuple[PracticeService, PracticeService]
KEY = PictureKey("101", 1)


def test_one_that_cannot_be_shown_large_is_fetched_again(
    open_program: Open, services: Services, profile: Profile, qtbot: QtBot
) -> None:
    application = open_program(services[0].url)
    application.worker.set_key(services[0].key, keep=False)
    application.start("101")

    def is_here() -> bool:
        picture = application.store.picture(KEY)
        return picture is not None and picture.is_kept

    qtbot.waitUntil(is_here)
    picture = application.store.picture(KEY)
    assert picture is not None
    file = profile.absolute(picture.file)
    data = file.read_bytes()
    file.write_bytes(bytes(50))
    application.open_picture(KEY)
    qtbot.waitUntil(lambda: file.is_file() and file.read_bytes() == data)
    qtbot.waitUntil(is_here)
    again = application.store.picture(KEY)
    assert again is not None
    assert application._loader.failure(again) is None
