"""Which languages there are, and their installation. Qt's own words come from Qt's translations."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

PREFIX = "facegen_gui_"
# The language of the source; its file holds nothing but plurals.
SOURCE_LANGUAGE = "en"


def languages(folder: Path) -> tuple[tuple[str, str], ...]:
    """Code and own name ("de", "Deutsch") of each language in `folder`, by name."""
    codes = [file.stem.removeprefix(PREFIX) for file in folder.glob(f"{PREFIX}*.qm")]
    return tuple(sorted(((code, own_name(code)) for code in codes), key=lambda pair: pair[1]))


def own_name(code: str) -> str:
    """What the people who speak it call it."""
    name = QLocale(code).nativeLanguageName().partition(" (")[0]
    return "English" if code == SOURCE_LANGUAGE else name[:1].upper() + name[1:]


def chosen_language(folder: Path, language: str, wanted: Sequence[str]) -> str:
    """`language` if there is such a file, else the first of the `wanted` ones there is, else the source's."""
    there = {code for code, _ in languages(folder)}
    for candidate in [language, *wanted] if language else wanted:
        code = candidate.replace("_", "-")
        while code and code not in there:
            code = code.rpartition("-")[0]
        if code:
            return code
    return SOURCE_LANGUAGE


def install_translations(application: QCoreApplication, folder: Path, language: str = "") -> str:
    """Installs the chosen language, or the system's for ""; the code of what is in use now.

    Before the first window is made: what is already shown keeps its words.
    """
    system = QLocale.system()
    code = chosen_language(folder, language, system.uiLanguages())
    if language and code != system.name().partition("_")[0]:
        # Dates and numbers speak the language of the sentences around them.
        QLocale.setDefault(QLocale(code))
    _install(application, str(folder / f"{PREFIX}{code}.qm"))
    if code != SOURCE_LANGUAGE:
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        _install(application, str(Path(qt_folder) / f"qtbase_{code.partition('-')[0]}.qm"))
    return code


def _install(application: QCoreApplication, file: str) -> None:
    translator = QTranslator(application)
    if translator.load(file):
        application.installTranslator(translator)
