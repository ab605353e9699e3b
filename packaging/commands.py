"""Running other programs while building: the command is shown, its output only when it fails."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path


class BuildError(Exception):
    """The build cannot go on; the text says what to do."""


def require(program: str, debian_package: str) -> str:
    found = shutil.which(program)
    if found is None:
        raise BuildError(f"{program} is missing. On Debian: apt-get install {debian_package}")
    return found


def run(
    command: Sequence[str | Path],
    *,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    timeout: float = 1800,
    shown: bool = True,
) -> str:
    """Run to the end and give back what was printed; BuildError carries it when the program fails.

    A command with a secret among its words is not `shown`.
    """
    words = [str(word) for word in command]
    line = shlex.join(words) if shown else words[0]
    print("+", line if len(line) < 200 else line[:197] + "...", flush=True)
    ran = subprocess.run(
        words,
        env={**os.environ, **(env or {})},
        cwd=cwd,
        timeout=timeout,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    printed = ran.stdout.decode("utf-8", "replace")
    if ran.returncode != 0:
        raise BuildError(f"{line}\nended with {ran.returncode}:\n{printed[-8000:]}")
    return printed


def pip(options: str, *more: str | Path) -> str:
    """pip of the running Python; `options` are separated by spaces."""
    return pip_of(sys.executable, options, *more)


def pip_of(python: str | Path, options: str, *more: str | Path) -> str:
    command, *rest = options.split()
    return run([python, "-m", "pip", command, "--quiet", "--disable-pip-version-check", *rest, *more])


def fresh_folder(folder: Path) -> Path:
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder
