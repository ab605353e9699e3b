"""Every sentence is found by lupdate, translated whole, and what is shipped is what was translated."""

import ast
import re
import subprocess
import sysconfig
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtGui import QKeySequence, QUndoStack
from PySide6.QtWidgets import QPushButton

from facegen_gui.widgets.actions import Actions
from facegen_gui.widgets.menus import MenuBar
from facegen_gui.widgets.paste.panel import PastePanel
from facegen_gui.widgets.translations import (
    SOURCE_LANGUAGE,
    chosen_language,
    install_translations,
    languages,
)
from facegen_gui.widgets.wording import checklist_sentence, failure_title
from tests.unit.widgets.every_window import Failure, FailureKind

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "resources" / "translations"
FILES = sorted(FOLDER.glob("*.ts"))
EVERY_FILE = pytest.mark.parametrize("ts", FILES, ids=lambda path: path.stem)
UPDATE = "run: python packaging/translations.py, and translate what it counts"


def tool(name: str) -> str:
    return str(Path(sysconfig.get_path("scripts")) / f"pyside6-{name}")


def messages(ts: Path) -> list[tuple[str, str, bool, list[str], bool]]:
    """Context, source, whether plural, translations, whether finished."""
    found = []
    for context in ET.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")] or [
                translation.text or ""
            ]
            finished = translation.get("type") is None
            plural = message.get("numerus") == "yes"
            found.append((context.findtext("name"), message.findtext("source"), plural, forms, finished))
    return found


def literals_in_the_source() -> set[str]:
    """The text of every tr() and QT_TRANSLATE_NOOP(); each must be a literal."""
    found = set()
    for file in (ROOT / "facegen_gui").rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            place = {"tr": 0, "QT_TRANSLATE_NOOP": 1}.get(name)
            if place is not None:
                text = call.args[place]
                if isinstance(text, ast.Constant):
                    found.add(text.value)
                else:
                    # The one place where a marked literal is translated.
                    assert file.name == "failures.py", f"{file}:{call.lineno}"
    return found


@pytest.fixture(scope="module")
def extracted(tmp_path_factory) -> Path:
    """What lupdate finds now, beginning with nothing."""
    ts = tmp_path_factory.mktemp("lupdate") / "all.ts"
    sources = sorted(str(file) for file in (ROOT / "facegen_gui").rglob("*.py"))
    subprocess.run([tool("lupdate"), "-silent", "-locations", "none", *sources, "-ts", str(ts)], check=True)
    return ts


def test_lupdate_finds_every_sentence_of_the_source(extracted):
    assert literals_in_the_source() - {source for _, source, *_ in messages(extracted)} == set()


def test_every_sentence_with_a_number_has_plurals(extracted):
    singular_only = [source for _, source, plural, *_ in messages(extracted) if "%n" in source and not plural]
    assert singular_only == []


@EVERY_FILE
def test_the_files_hold_the_sentences_of_the_source(extracted, ts):
    wanted = {
        (context, source)
        for context, source, plural, *_ in messages(extracted)
        if plural or ts.stem != f"facegen_gui_{SOURCE_LANGUAGE}"
    }
    assert {(context, source) for context, source, *_ in messages(ts)} == wanted, UPDATE


@EVERY_FILE
def test_everything_is_translated(ts):
    assert [
        source for _, source, _, forms, finished in messages(ts) if not finished or not all(forms)
    ] == [], UPDATE


@EVERY_FILE
def test_places_for_facts_survive_translation(ts):
    place = re.compile(r"\{\w+\}|%\d|%n")
    for _, source, _, forms, _ in messages(ts):
        for form in forms:
            assert sorted(place.findall(form)) == sorted(place.findall(source)), source


@EVERY_FILE
def test_mnemonics_dots_and_filters_survive_translation(ts):
    for _, source, _, forms, _ in messages(ts):
        for form in forms:
            assert source.count("&") == form.count("&"), source
            assert source.endswith("…") == form.endswith("…"), source
            assert source.endswith(".") == form.endswith("."), source
            assert re.findall(r"\*\.\w+", source) == re.findall(r"\*\.\w+", form), source


@EVERY_FILE
def test_the_shipped_file_is_compiled_from_the_sentences(ts, tmp_path):
    qm = tmp_path / "again.qm"
    subprocess.run([tool("lrelease"), "-silent", str(ts), "-qm", str(qm)], check=True)
    assert qm.read_bytes() == ts.with_suffix(".qm").read_bytes(), UPDATE


@pytest.fixture
def language(qapp):
    """Installs one, and takes everything away again."""
    before = set(qapp.findChildren(QTranslator))
    locale = QLocale()

    def install(code: str) -> str:
        return install_translations(qapp, FOLDER, code)

    yield install
    for translator in set(qapp.findChildren(QTranslator)) - before:
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)


def test_english_has_proper_plurals(language):
    language("en")
    assert checklist_sentence(1, 0, 1) == "1 of 2 delivered, 1 missing"
    assert QCoreApplication.translate("Times", "%n second(s) ago", None, 1) == "1 second ago"
    assert QCoreApplication.translate("Times", "%n second(s) ago", None, 2) == "2 seconds ago"


def test_german_speaks_german_with_german_dates(language):
    assert language("de") == "de"
    assert failure_title(Failure(FailureKind.disk_full)) == "Der Datenträger ist voll"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert QLocale().language() == QLocale.Language.German


def test_german_menus_have_no_mnemonic_twice(qtbot, icons, language):
    language("de")
    bar = MenuBar(Actions(icons, QUndoStack()))
    qtbot.addWidget(bar)
    for menu in [bar, *bar.menus]:
        letters = [
            action.text().partition("&")[2][:1].lower() for action in menu.actions() if "&" in action.text()
        ]
        assert len(letters) == len(set(letters)), letters


@pytest.mark.parametrize("name", ["en", "de"])
def test_fetch_answers_to_a_letter_that_no_menu_has(qtbot, icons, language, name):
    language(name)
    bar, panel = MenuBar(Actions(icons, QUndoStack())), PastePanel(lambda job_id: job_id == "102")
    for widget in (bar, panel):
        qtbot.addWidget(widget)
    menus = {QKeySequence.mnemonic(action.text()).toString() for action in bar.actions()}
    for text in ("", "101", "102"):
        panel.box.setPlainText(text)
        (fetch,) = (button for button in panel.findChildren(QPushButton) if button.isDefault())
        assert fetch.shortcut().toString() not in menus | {""}


@pytest.mark.parametrize(
    ("chosen", "system", "used"),
    [
        ("", ["de-AT", "en"], "de"),
        ("", ["fr-FR", "de-CH"], "de"),
        ("", ["ja"], "en"),
        ("en", ["de"], "en"),
        ("xx", ["de"], "de"),
    ],
)
def test_the_nearest_language_there_is_is_used(chosen, system, used):
    assert chosen_language(FOLDER, chosen, system) == used


def test_languages_are_offered_under_their_own_names():
    assert ("de", "Deutsch") in languages(FOLDER)
    assert ("en", "English") in languages(FOLDER)
