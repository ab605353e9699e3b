"""The program's own files are found wherever the program lies."""

from pathlib import Path

import pytest

import facegen_gui
from facegen_gui.resources import licences_folder, resource_folder, resource_path


def test_the_source_tree_has_them_beside_the_package() -> None:
    root = Path(facegen_gui.__file__).parent.parent
    assert resource_path("icons/x.svg") == root / "resources" / "icons" / "x.svg"


def test_a_wheel_has_them_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "facegen_gui"
    (package / "_resources").mkdir(parents=True)
    monkeypatch.setattr("facegen_gui.resources.__file__", str(package / "resources.py"))
    assert resource_folder() == package / "_resources"


def test_the_frozen_program_has_them_where_it_was_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert resource_folder() == tmp_path / "facegen_gui" / "_resources"


def test_only_the_frozen_program_brings_the_licences_of_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert licences_folder() is None
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert licences_folder() is None
    (tmp_path / "licences").mkdir()
    assert licences_folder() == tmp_path / "licences"
