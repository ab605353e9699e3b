"""Settings: what stands there becomes preferences, what cannot be used is said, what IT locked stays."""

from dataclasses import replace

import pytest

from facegen_gui.domain.file_names import NamePreset
from facegen_gui.domain.network import NetworkSettings, ProxyMode
from facegen_gui.domain.preferences import ColourScheme, Locked, Preferences
from facegen_gui.domain.saves import Conflict, SaveFormat, SaveOptions
from facegen_gui.widgets.dialogs.settings_dialog import SettingsDialog, SettingsPage


@pytest.fixture
def preferences(tmp_path):
    return Preferences(NetworkSettings("https://faces.example/api"), SaveOptions(tmp_path))


@pytest.fixture
def dialog(qtbot, preferences):
    dialog = SettingsDialog(preferences, Locked(), [("de", "Deutsch"), ("en", "English")])
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def accepted(qtbot, dialog) -> Preferences:
    with qtbot.waitSignal(dialog.preferences_changed) as changed:
        dialog._on_ok()
    return changed.args[0]


def test_everything_of_saving_arrives(qtbot, dialog, preferences, tmp_path):
    page = dialog.saving
    page.folder.set_text(str(tmp_path / "new"))
    page.names.setCurrentIndex(page.names.findData(NamePreset.label_number))
    page.batch_folders.setChecked(True)
    page.format.setCurrentIndex(page.format.findData(SaveFormat.webp))
    page.quality.setValue(75)
    page.clean.setChecked(True)
    page.conflict.setCurrentIndex(page.conflict.findData(Conflict.skip))
    page.auto.setChecked(True)
    page.auto_folder.set_text(str(tmp_path / "auto"))
    save = SaveOptions(tmp_path / "new", "{label}_{number}", True, SaveFormat.webp, 75, True, Conflict.skip)
    assert accepted(qtbot, dialog) == replace(preferences, save=save, auto_save_folder=tmp_path / "auto")


def test_everything_of_network_and_look_arrives(qtbot, dialog, preferences):
    network = dialog.network
    network.server.setText("https://other.example/api/ ")
    network.concurrency.setValue(2)
    network.proxy.setCurrentIndex(network.proxy.findData(ProxyMode.manual))
    network.proxy_url.setText("http://proxy.example:8080")
    network.extra_ca.set_text("/etc/company.pem")
    look = dialog.look
    look.colours.setCurrentIndex(look.colours.findData(ColourScheme.dark))
    look.language.setCurrentIndex(look.language.findData("de"))
    look.notify.setChecked(False)
    wanted = NetworkSettings(
        "https://other.example/api", 2, ProxyMode.manual, "http://proxy.example:8080", "/etc/company.pem"
    )
    assert accepted(qtbot, dialog) == replace(
        preferences, network=wanted, colour_scheme=ColourScheme.dark, language="de", notify=False
    )


def test_ok_without_a_change_tells_nothing(qtbot, dialog):
    with qtbot.assertNotEmitted(dialog.preferences_changed), qtbot.waitSignal(dialog.accepted):
        dialog._on_ok()


def test_the_example_follows_the_pattern_live(dialog):
    page = dialog.saving
    assert page.example.text() == "Example: 12202888_1.png"
    page.names.setCurrentIndex(page.names.findData(NamePreset.label_number))
    assert page.example.text() == "Example: Anna_1.png"
    page.names.setCurrentIndex(page.names.findData(NamePreset.own))
    page.pattern.setText("face-{number}-{id}")
    page.format.setCurrentIndex(page.format.findData(SaveFormat.jpeg))
    assert page.example.text() == "Example: face-1-12202888.jpg"


@pytest.mark.parametrize(
    ("pattern", "word"),
    [
        ("", "empty"),
        ("{nonsense}", "braces"),
        ("a/{id}", "cannot contain"),
        ("same", "same name"),
        ("{id", "braces"),
    ],
)
def test_a_pattern_that_cannot_be_used_is_said_and_keeps_the_window_open(dialog, pattern, word):
    page = dialog.saving
    page.names.setCurrentIndex(page.names.findData(NamePreset.own))
    page.pattern.setText(pattern)
    assert word in page.example.text()
    dialog._on_ok()
    assert dialog.isVisible()
    assert word in dialog.problem.text()


def test_quality_counts_only_for_formats_that_lose(dialog):
    page = dialog.saving
    assert not page.quality.isEnabled()
    page.format.setCurrentIndex(page.format.findData(SaveFormat.jpeg))
    assert page.quality.isEnabled()


@pytest.mark.parametrize(
    "server", ["http://faces.example", "faces.example", "", "https://user:pw@faces.example"]
)
def test_a_server_that_is_not_safe_is_refused_on_its_page(dialog, server):
    dialog.network.server.setText(server)
    dialog._on_ok()
    assert dialog.tabs.currentIndex() == SettingsPage.network
    assert "https://" in dialog.problem.text()


def test_a_proxy_without_an_address_is_refused(dialog):
    dialog.network.proxy.setCurrentIndex(dialog.network.proxy.findData(ProxyMode.manual))
    dialog.network.proxy_url.setText("proxy.example:8080")
    dialog._on_ok()
    assert "proxy" in dialog.problem.text()


def test_what_it_has_locked_is_greyed_out_and_named(qtbot, preferences):
    names = frozenset(
        {"server", "concurrency", "proxy", "proxy_url", "extra_ca_file", "save_folder", "auto_save_folder"}
    )
    dialog = SettingsDialog(preferences, Locked(names, "/etc/facegen-gui/policy.ini"), [])
    qtbot.addWidget(dialog)
    dialog.show()
    assert "/etc/facegen-gui/policy.ini" in dialog.locked_words.text()
    network, saving = dialog.network, dialog.saving
    for widget in (network.server, network.concurrency, network.proxy, network.proxy_url, network.extra_ca):
        assert not widget.isEnabled()
    for widget in (saving.folder, saving.auto, saving.auto_folder):
        assert not widget.isEnabled()


def test_only_what_it_has_locked_is_named(qtbot, preferences):
    dialog = SettingsDialog(preferences, Locked(frozenset({"server", "proxy"}), "policy.ini"), [])
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.saving.auto_folder.isEnabled()
    assert dialog.locked_words.text().endswith("here: server, proxy.")


def test_without_a_policy_nothing_is_said_of_one(dialog):
    assert not dialog.locked_words.isVisible()
