"""A practice service with its key in the real keyring, and programs that never outlive their test."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import keyring
import pytest
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

from facegen_gui.identity import KEYRING_SERVICE
from facegen_gui.practice.server import PracticeService
from tests.end2end.at_spi import Accessible
from tests.end2end.desk import Desk
from tests.end2end.program import Program

KEY = "Only-For-These-Tests-0123456789"


@contextmanager
def _key_in_keyring(service: PracticeService) -> Iterator[str]:
    """The key, stored for this server as IT would do it beforehand."""
    keyring.set_password(KEYRING_SERVICE, service.url, service.key)
    yield service.key
    _forget_key(service)


def _forget_key(service: PracticeService) -> None:
    if keyring.get_password(KEYRING_SERVICE, service.url) is not None:
        keyring.delete_password(KEYRING_SERVICE, service.url)


@pytest.fixture(scope="module", autouse=True)
def _nothing_copied(qapp: QApplication) -> None:
    """A program that looks at the clipboard would wait for this process, which does not answer meanwhile."""
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        qapp.clipboard().clear(mode)
    qapp.processEvents()


@pytest.fixture
def service(qapp: QApplication) -> Iterator[PracticeService]:
    with PracticeService(key=KEY) as service:
        yield service
        _forget_key(service)


@pytest.fixture
def kept_key(service: PracticeService) -> Iterator[str]:
    with _key_in_keyring(service) as key:
        yield key


@pytest.fixture
def start(tmp_path: Path, service: PracticeService) -> Iterator[Callable[..., Program]]:
    """Starts the program on the profile `tmp_path/P`."""
    programs: list[Program] = []

    def start_program(*arguments: str, **environment: str) -> Program:
        programs.append(Program(tmp_path / "P", service.url, *arguments, **environment))
        return programs[-1]

    yield start_program
    for program in programs:
        program.stop_whatever_happened()


@pytest.fixture
def accessible() -> Iterator[Callable[[Program], Accessible]]:
    readers: list[Accessible] = []

    def read(program: Program) -> Accessible:
        readers.append(Accessible(program))
        return readers[-1]

    yield read
    for reader in readers:
        reader.close()


@pytest.fixture(scope="module")
def desk(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A running program for all tests of a module: each of them uses IDs of its own."""
    with PracticeService(key=KEY) as service, _key_in_keyring(service):
        desk = Desk(service, tmp_path_factory.mktemp("desk") / "P")
        yield desk
        desk.leave()
