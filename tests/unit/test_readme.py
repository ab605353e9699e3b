"""The READMEs name only what is there, and prove with the very commands that they give."""

import re
from pathlib import Path

import pytest

from facegen_gui.cli import parse_arguments

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROSE = [Path("README.md"), *sorted(path.relative_to(ROOT) for path in ROOT.glob("*/README.md"))]
# What a path in the text begins with, so that `~/.config` and `pip` are not taken for one.
OURS = ("facegen_gui/", "resources/", "tests/", "packaging/", ".ci/")


@pytest.mark.parametrize("file", PROSE, ids=str)
def test_every_path_it_names_is_there(file: Path) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    quoted = {word for code in re.findall(r"`([^`\n]+)`", text) for word in code.split()}
    linked = set(re.findall(r"\]\(([^)#:]+)\)", text))
    missing = [path for path in quoted if path.startswith(OURS) and not (ROOT / path).exists()]
    missing += [path for path in linked if not (ROOT / file).parent.joinpath(path).exists()]
    assert not missing


def test_the_script_of_all_proofs_runs_the_test_command_of_the_readme() -> None:
    commands = [line for line in README.splitlines() if line.endswith("python -m pytest")]
    assert len(commands) == 2  # of Linux and of Windows
    assert commands[0] in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_options_are_those_of_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse_arguments(["--help"])
    told = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    usage = README[README.index("facegen-gui [ID") : README.index("IDs on the command line go")]
    assert set(re.findall(r"--[a-z-]+", usage)) == told - {"--help"}
