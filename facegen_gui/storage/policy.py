"""The policy file that IT ships: which preferences it presets, which it locks, and what is wrong with it.

    [default]
    save_folder = %USERPROFILE%\\Pictures\\Faces
    [locked]
    server = https://faces.example.com/api/v1/enterprise

`[default]` holds until a person chooses otherwise, `[locked]` whatever a person chose.
"""

import configparser
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from facegen_gui.domain.disk_failures import read_failure
from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.identity import NAME, PACKAGE
from facegen_gui.storage.preference_fields import FIELDS

_SECTIONS = ("default", "locked")
_NAMES = frozenset(each.name for each in FIELDS if each.policy)


@dataclass(frozen=True, slots=True)
class Policy:
    """Values by name, as text. `failures` names what of the file could not be used: IT is to be told."""

    preset: Mapping[str, str] = field(default_factory=dict)
    locked: Mapping[str, str] = field(default_factory=dict)
    origin: str = ""
    failures: tuple[Failure, ...] = ()


def standard_policy_files(
    platform: str = sys.platform, environment: Mapping[str, str] | None = None
) -> tuple[Path, ...]:
    environ = os.environ if environment is None else environment
    match platform:
        case "win32":
            return (Path(environ.get("PROGRAMDATA") or r"C:\ProgramData") / NAME / "policy.ini",)
        case "darwin":
            return (Path("/Library/Application Support") / NAME / "policy.ini",)
        case _:
            return (Path("/etc") / PACKAGE / "policy.ini",)


def read_policy(files: Sequence[Path]) -> Policy:
    """All of them together, later ones over earlier ones; a file that is not there says nothing."""
    preset: dict[str, str] = {}
    locked: dict[str, str] = {}
    origins: list[str] = []
    failures: list[Failure] = []
    for file in files:
        try:
            text = file.read_text(encoding="utf-8-sig")
            parser = configparser.ConfigParser(interpolation=None, delimiters=("=",), default_section="")
            parser.read_string(text)
        except FileNotFoundError:
            continue
        except OSError as error:
            failures.append(policy_failure(file, read_failure(error, file).detail))
            continue
        except (configparser.Error, UnicodeError) as error:
            failures.append(policy_failure(file, f"{type(error).__name__}: {error}"))
            continue
        origins.append(str(file))
        for section in parser.sections():
            if section.lower() not in _SECTIONS:
                failures.append(policy_failure(file, f"unknown section [{section}]"))
                continue
            for name, value in parser[section].items():
                if name in _NAMES:
                    (locked if section.lower() == "locked" else preset)[name] = value
                else:
                    failures.append(policy_failure(file, f"unknown name in [{section}]: {name}"))
    return Policy(preset, locked, ", ".join(origins), tuple(failures))


def policy_failure(file: Path | str, detail: str) -> Failure:
    return Failure(FailureKind.policy_damaged, path=str(file), detail=detail[:2000])
