"""Writes packaging/constraints.txt: every library that goes into or makes the built programs, pinned, with
the hashes of the wheels for each system and Python that the builds use.

Run it in the environment whose versions were tested (`.venv/bin/python packaging/constraints.py`); what is
not installed there, because another system needs it, is taken in its newest version. No index is named in
the file.
"""

from __future__ import annotations

import json
import tomllib
from importlib import metadata
from itertools import product

import requirements
from commands import pip
from packaging.markers import default_environment
from packaging.utils import canonicalize_name
from product import BUILD, PACKAGE, ROOT

from packaging.requirements import Requirement

PYTHONS = ("3.11", "3.12", "3.13")
PLATFORM_TAGS = {
    "linux": [f"manylinux_2_{minor}_x86_64" for minor in range(34, 16, -1)]
    + ["manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64", "linux_x86_64"],
    "windows": ["win_amd64"],
    "macos": [f"macosx_{major}_0_{arch}" for major in range(14, 10, -1) for arch in ("arm64", "universal2")],
}
ENVIRONMENT = {
    "linux": {
        "sys_platform": "linux",
        "platform_system": "Linux",
        "os_name": "posix",
        "platform_machine": "x86_64",
    },
    "windows": {
        "sys_platform": "win32",
        "platform_system": "Windows",
        "os_name": "nt",
        "platform_machine": "AMD64",
    },
    "macos": {
        "sys_platform": "darwin",
        "platform_system": "Darwin",
        "os_name": "posix",
        "platform_machine": "arm64",
    },
}
Target = tuple[str, str]


def wanted_at_first() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [
        Requirement(line) for line in project["dependencies"] + project["optional-dependencies"]["packaging"]
    ]


def ask_index(target: Target, wanted: dict[str, str]) -> list[dict]:
    """What pip would download for the target, without downloading it."""
    system, python = target
    report = BUILD / "constraints-report.json"
    tags = [word for tag in PLATFORM_TAGS[system] for word in ("--platform", tag)]
    pip(
        "install --dry-run --no-deps --ignore-installed --only-binary=:all: --target",
        *(BUILD / "nowhere", "--python-version", python, *tags, "--report", report),
        *(f"{name}{specifier}" for name, specifier in wanted.items()),
    )
    return json.loads(report.read_text(encoding="utf-8"))["install"]


def tested_version(name: str) -> str:
    try:
        return f"=={metadata.version(name)}"
    except metadata.PackageNotFoundError:
        return ""


def resolve(target: Target, versions: dict[str, str], hashes: dict[str, set[str]]) -> set[str]:
    """The names that one target needs; versions and hashes are filled in on the way."""
    system, python = target
    environment = default_environment() | ENVIRONMENT[system]
    environment |= {"python_version": python, "python_full_version": f"{python}.0", "extra": ""}
    needed: set[str] = set()
    waiting = {
        canonicalize_name(requirement.name)
        for requirement in wanted_at_first()
        if requirement.marker is None or requirement.marker.evaluate(environment)
    }
    while waiting:
        asked = {name: versions.get(name) or tested_version(name) for name in sorted(waiting)}
        needed |= waiting
        waiting = set()
        for item in ask_index(target, asked):
            name = canonicalize_name(item["metadata"]["name"])
            versions[name] = "==" + item["metadata"]["version"]
            hashes.setdefault(name, set()).add(item["download_info"]["archive_info"]["hashes"]["sha256"])
            for line in item["metadata"].get("requires_dist", []):
                requirement = Requirement(line)
                if requirement.marker is None or requirement.marker.evaluate(environment):
                    waiting.add(canonicalize_name(requirement.name))
        waiting -= needed
    return needed


def marker(targets: set[Target]) -> str:
    """Short where the targets are all Pythons of some systems or all systems of some Pythons."""
    systems = [system for system in PLATFORM_TAGS if any(target[0] == system for target in targets)]
    pythons = [python for python in PYTHONS if any(target[1] == python for target in targets)]
    if set(product(systems, pythons)) != targets:
        both = [
            f'(sys_platform == "{requirements.PLATFORMS[s]}" and python_version == "{p}")' for s, p in targets
        ]
        return " or ".join(sorted(both))
    platforms = " or ".join(f'sys_platform == "{requirements.PLATFORMS[system]}"' for system in systems)
    versions = " or ".join(f'python_version == "{python}"' for python in pythons)
    parts = ([platforms] if len(systems) < len(PLATFORM_TAGS) else []) + (
        [versions] if len(pythons) < len(PYTHONS) else []
    )
    return " and ".join(f"({part})" if len(parts) > 1 else part for part in parts)


def main() -> int:
    BUILD.mkdir(exist_ok=True)
    versions: dict[str, str] = {}
    hashes: dict[str, set[str]] = {}
    users: dict[str, set[Target]] = {}
    for target in product(PLATFORM_TAGS, PYTHONS):
        for name in resolve(target, versions, hashes):
            users.setdefault(name, set()).add(target)
    lines = [
        f"# What {PACKAGE} is built from, made by packaging/constraints.py; pip checks the hashes.",
        f"# Systems: {', '.join(PLATFORM_TAGS)}. Python: {', '.join(PYTHONS)}.",
    ]
    for name in sorted(users):
        condition = marker(users[name])
        lines.append(f"{name}{versions[name]}" + (f" ; {condition}" if condition else "") + " \\")
        found = sorted(hashes[name])
        lines += [f"    --hash=sha256:{value}" + (" \\" if value != found[-1] else "") for value in found]
    requirements.CONSTRAINTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(users)} libraries, {sum(map(len, hashes.values()))} wheels -> {requirements.CONSTRAINTS}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
