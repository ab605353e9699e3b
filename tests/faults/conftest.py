"""What all fault tests share: one company authority, real pictures, and what a sentence must be."""

import re
from collections.abc import Callable

import pytest

from facegen_gui.domain.failures import Failure
from facegen_gui.widgets.wording import failure_sentence
from tests.pictures import made
from tests.unit.storage.conftest import small_disk  # noqa: F401 -- a fixture
from tests.wire.certificates import Authority, make_authority

_NO_WORDS = re.compile(
    r"Error|Exception|Errno|Traceback|httpx|ssl\b|SSL|HTTP|None|null|[{}<>_]|https?:|Upgrade"
    r"|\b[1-5]\d\d\b(?! megapixels)"
)


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="session")
def face() -> bytes:
    return made.face("png", 160, 200)


@pytest.fixture
def is_said_in_words(qapp: object) -> Callable[[Failure], bool]:
    """Whether a person would understand it: whole sentences, no code numbers, no names of exceptions."""

    def check(failure: Failure) -> bool:
        for retrying in (True, False):
            sentence = failure_sentence(failure, retrying=retrying)
            anonymous = sentence.replace(failure.host or "?", "Host").replace(failure.path or "?", "Folder")
            assert not _NO_WORDS.search(anonymous), sentence
            assert anonymous[0].isupper(), sentence
            assert sentence.endswith("."), sentence
            assert len(sentence.split()) > 6, sentence
            assert not failure.detail or failure.detail not in sentence
        return True

    return check
