"""The checks of the source itself. A tool that is not installed is a failure, not a reason to skip."""

import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str) -> None:
    """One of the tools beside this Python, in the project's root."""
    name, *rest = command
    tool = Path(sysconfig.get_path("scripts")) / (f"{name}.exe" if sys.platform == "win32" else name)
    assert tool.exists(), f"{name} is not installed beside {sys.executable}"
    result = subprocess.run([tool, *rest], cwd=ROOT, capture_output=True, text=True, timeout=110)
    assert result.returncode == 0, f"{result.stdout}\n{result.stderr}"


def test_ruff_finds_no_fault() -> None:
    run("ruff", "check", ".")


def test_everything_is_formatted_alike() -> None:
    run("ruff", "format", "--check", ".")


@pytest.mark.timeout(240)
def test_every_type_is_right_and_strict_below_the_widgets() -> None:
    run("mypy")


def test_imports_only_go_down() -> None:
    run("lint-imports")


def test_no_file_of_the_program_runs_away() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in (ROOT / "facegen_gui").rglob("*.py")
        if (lines := len(path.read_text("utf-8").splitlines())) > 300
    }
    assert not long


def test_every_module_says_what_it_owns() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "facegen_gui").rglob("*.py")
        if not path.read_text("utf-8").startswith('"""')
    ]
    assert not silent
