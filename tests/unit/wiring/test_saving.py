"""What is looked at before a save, in the window's own thread."""

from pathlib import Path

import pytest

from facegen_gui.domain.job import PictureKey
from facegen_gui.domain.saves import Conflict, SaveItem, SaveOptions
from facegen_gui.practice.server import PracticeService
from facegen_gui.wiring.saving import Saving
from tests.unit.wiring.conftest import Open


def test_a_folder_is_looked_at_only_to_ask_and_one_that_fails_is_left_to_the_save(
    open_program: Open,
    services: tuple[PracticeService, PracticeService],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    (saving,) = open_program(services[0].url).window.findChildren(Saving)
    started: list[SaveItem] = []
    looked: list[Path] = []

    def fail(path: Path) -> bool:
        looked.append(path)
        raise OSError(5, "Input/output error")

    item = SaveItem(PictureKey("101", 1), tmp_path / "101_1.png", "101.png", "", "image/png")
    monkeypatch.setattr(saving, "items", lambda keys, options: [item])
    monkeypatch.setattr(saving, "_start", lambda items, options: started.extend(items))
    with monkeypatch.context() as patched:
        patched.setattr(Path, "exists", fail)
        saving._save([item.key], SaveOptions(tmp_path, conflict=Conflict.skip))
        assert looked == []
        saving._save([item.key], SaveOptions(tmp_path, conflict=Conflict.ask))
    assert looked == [tmp_path / "101.png"]
    assert started == [item, item]
