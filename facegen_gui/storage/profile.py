"""Where everything of one profile lives. Owns the places, not what is in them.

Without Qt, yet equal to its QStandardPaths for an application without an organisation; on Windows the local
data folder, since a roaming profile full of pictures would slow down every logon.
"""

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from facegen_gui.identity import NAME


@dataclass(frozen=True, slots=True)
class Profile:
    """All places. `root` is the folder that a picture's `file` is relative to."""

    root: Path
    settings_file: Path
    library_file: Path
    pictures: Path
    thumbnails: Path
    logs: Path
    save_folder: Path  # where pictures are saved unless a person chose another folder

    @classmethod
    def at(cls, folder: Path) -> "Profile":
        """Everything in one folder: for portable use, tests and support."""
        root = folder.absolute()
        return cls(
            root=root,
            settings_file=root / "settings.ini",
            library_file=root / "library.sqlite3",
            pictures=root / "pictures",
            thumbnails=root / "thumbnails",
            logs=root / "logs",
            save_folder=root / "saved",
        )

    @classmethod
    def standard(
        cls, platform: str = sys.platform, environment: Mapping[str, str] | None = None
    ) -> "Profile":
        """The operating system's own places for this person."""
        environ = os.environ if environment is None else environment
        match platform:
            case "win32":
                return cls._windows(environ)
            case "darwin":
                return cls._macos(environ)
            case _:
                return cls._linux(environ)

    @classmethod
    def _windows(cls, environ: Mapping[str, str]) -> "Profile":
        home = Path(environ.get("USERPROFILE") or Path.home())
        local = Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / NAME
        return cls(
            root=local,
            settings_file=local / "settings.ini",
            library_file=local / "library.sqlite3",
            pictures=local / "pictures",
            thumbnails=local / "cache" / "thumbnails",
            logs=local / "logs",
            save_folder=_windows_pictures(home) / NAME,
        )

    @classmethod
    def _macos(cls, environ: Mapping[str, str]) -> "Profile":
        home = _home(environ)
        data = home / "Library" / "Application Support" / NAME
        return cls(
            root=data,
            settings_file=home / "Library" / "Preferences" / NAME / "settings.ini",
            library_file=data / "library.sqlite3",
            pictures=data / "pictures",
            thumbnails=home / "Library" / "Caches" / NAME / "thumbnails",
            logs=home / "Library" / "Logs" / NAME,
            save_folder=home / "Pictures" / NAME,
        )

    @classmethod
    def _linux(cls, environ: Mapping[str, str]) -> "Profile":
        home = _home(environ)

        def base(variable: str, default: str) -> Path:
            # The XDG specification says that a relative path there is to be ignored.
            value = environ.get(variable, "")
            return Path(value) if value.startswith("/") else home / default

        data = base("XDG_DATA_HOME", ".local/share") / NAME
        config = base("XDG_CONFIG_HOME", ".config")
        return cls(
            root=data,
            settings_file=config / NAME / "settings.ini",
            library_file=data / "library.sqlite3",
            pictures=data / "pictures",
            thumbnails=base("XDG_CACHE_HOME", ".cache") / NAME / "thumbnails",
            logs=base("XDG_STATE_HOME", ".local/state") / NAME / "logs",
            save_folder=_xdg_pictures(config / "user-dirs.dirs", home) / NAME,
        )

    @property
    def log_file(self) -> Path:
        return self.logs / "facegen-gui.log"

    def relative(self, path: Path) -> str:
        """`path` as `Picture.file` keeps it: relative to the root, with forward slashes."""
        return path.relative_to(self.root).as_posix()

    def absolute(self, file: str) -> Path:
        """Where a picture's `file` is. Raises ValueError for one that would lead out of the profile."""
        if not file or not is_inside(file):
            raise ValueError(file)
        return self.root.joinpath(*file.split("/"))


def is_inside(file: str) -> bool:
    """Whether a picture's `file` stays within the profile, on every system; empty does."""
    return not ("\\" in file or ":" in file or file.startswith("/") or ".." in file.split("/"))


def _home(environ: Mapping[str, str]) -> Path:
    return Path(environ.get("HOME") or Path.home())


def _xdg_pictures(user_dirs: Path, home: Path) -> Path:
    """The pictures folder as xdg-user-dirs names it, which may be translated ("Bilder")."""
    try:
        text = user_dirs.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return home / "Pictures"
    for value in reversed(re.findall(r'^\s*XDG_PICTURES_DIR\s*=\s*"(.*)"\s*$', text, re.MULTILINE)):
        path = re.sub(r"\\(.)", r"\1", value)
        if path == "$HOME" or path.startswith("$HOME/"):
            return home / path.removeprefix("$HOME").lstrip("/")
        if path.startswith("/"):
            return Path(path)
    return home / "Pictures"


def _windows_pictures(home: Path) -> Path:
    """The Pictures folder as Windows knows it, which OneDrive and companies move elsewhere."""
    if sys.platform == "win32":
        import winreg  # only there on Windows

        folders = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, folders) as key:
                value, _ = winreg.QueryValueEx(key, "My Pictures")
        except OSError:
            return home / "Pictures"
        return Path(os.path.expandvars(str(value)))
    return home / "Pictures"
