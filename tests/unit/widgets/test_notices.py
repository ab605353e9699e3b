"""The banner: what is shown together, what replaces what, what passes, and what its buttons ask for."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QToolButton

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import PictureKey
from facegen_gui.domain.key_status import KeyStatus
from facegen_gui.domain.saves import SavedFile, SaveReport
from facegen_gui.models.job_store import JobStore
from facegen_gui.services import events as e
from facegen_gui.widgets.labels import WrappedLabel
from facegen_gui.widgets.news import News
from facegen_gui.widgets.notice_row import Level, Notice, NoticeAction
from facegen_gui.widgets.notices import PASSING_SECONDS, NoticeBar
from tests.unit.widgets.conftest import NOW


class Clock:
    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def bar(qtbot, icons, clock):
    bar = NoticeBar(icons, clock)
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def store():
    return JobStore()


@pytest.fixture
def news(bar, store):
    return News(store, bar, bar)


def topics(bar):
    return [notice.topic for notice in bar.notices]


def note(topic, level=Level.note, **more):
    return Notice(topic, level, f"About {topic}.", "information", **more)


def test_several_notices_stand_together_the_most_important_on_top(bar):
    bar.show_notice(note("save", Level.done))
    bar.show_notice(note("practice", lasting=True))
    bar.show_notice(note("pause", Level.trouble, lasting=True))
    assert topics(bar) == ["pause", "practice", "save"]
    assert bar.accessibleName() == "Notice"
    assert bar.accessibleDescription().splitlines() == ["About pause.", "About practice.", "About save."]


def test_a_notice_replaces_the_one_on_the_same_topic(bar):
    bar.show_notice(note("save"))
    bar.show_notice(replace(note("save"), text="Newer."))
    assert [notice.text for notice in bar.notices] == ["Newer."]


def test_passing_news_go_after_a_while_and_lasting_states_stay(bar, clock):
    bar.show_notice(note("save"))
    bar.show_notice(note("practice", lasting=True))
    clock.now += timedelta(seconds=PASSING_SECONDS - 1)
    bar.on_tick()
    assert topics(bar) == ["practice", "save"]
    clock.now += timedelta(seconds=1)
    bar.on_tick()
    assert topics(bar) == ["practice"]


def test_a_notice_stays_while_it_is_pointed_at_or_has_the_focus_and_a_while_longer(qtbot, bar, clock):
    bar.show()
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    bar.show_notice(note("save", actions=(NoticeAction.undo_save,)))
    row = bar.row("save")
    qtbot.mouseMove(row)
    qtbot.waitUntil(row.underMouse)
    clock.now += timedelta(seconds=60)
    bar.on_tick()
    assert topics(bar) == ["save"]
    qtbot.mouseMove(bar, bar.rect().bottomRight() + QPoint(50, 50))
    row.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    row.buttons[NoticeAction.undo_save].setFocus()
    clock.now += timedelta(seconds=60)
    bar.on_tick()
    row.buttons[NoticeAction.undo_save].clearFocus()
    clock.now += timedelta(seconds=10)
    bar.on_tick()
    assert topics(bar) == ["save"]
    clock.now += timedelta(seconds=16)
    bar.on_tick()
    assert topics(bar) == []


def test_many_passing_news_never_push_a_lasting_one_out(bar):
    bar.show_notice(note("pause", Level.note, lasting=True))
    for number in range(10):
        bar.show_notice(note(f"news {number}", Level.trouble))
    assert "pause" in topics(bar)
    assert len(topics(bar)) == 4


def test_the_banner_is_away_while_there_is_nothing_to_say(bar):
    bar.show()
    bar.show_notice(note("save"))
    assert not bar.isHidden()
    bar.clear("save")
    assert bar.isHidden()


def test_a_rate_limit_is_counted_down(bar, store, news, clock):
    failure = Failure(FailureKind.rate_limited, retry_after=30)
    store.apply([e.PauseChanged(failure, NOW + timedelta(seconds=30))])
    row = bar.row("pause")
    assert "Goes on in 0:30" in [label.text() for label in row.findChildren(type(row._clock))]
    clock.now += timedelta(seconds=11)
    bar.on_tick()
    assert row._clock.text() == "Goes on in 0:19"
    store.apply([e.PauseChanged()])
    assert topics(bar) == []


@pytest.mark.parametrize("kind", list(FailureKind), ids=lambda kind: kind.value)
def test_every_pause_has_words_and_a_way_on(bar, store, news, kind):
    store.apply([e.PauseChanged(Failure(kind, detail="[Errno 7] technical"))])
    notice = bar.notices[0]
    assert notice.lasting
    assert "Errno" not in notice.text
    assert notice.actions or kind is FailureKind.rate_limited


def test_what_the_whole_queue_waits_for_is_not_said_twice(bar, store, news):
    full = Failure(FailureKind.disk_full, path="/profile/library.sqlite3")
    store.apply([e.TroubleFound(full), e.PauseChanged(full)])
    assert topics(bar) == ["pause"]
    store.apply([e.TroubleFound(full)])
    assert topics(bar) == ["pause"]


def test_a_locked_keyring_is_told_of_once(bar, store, news):
    locked = Failure(FailureKind.keyring_locked)
    store.apply([e.PauseChanged(Failure(FailureKind.offline))])
    store.apply([e.KeyChanged(KeyStatus(failure=locked)), e.PauseChanged(locked)])
    assert topics(bar) == ["keyring"]
    store.apply([e.KeyWanted()])
    assert topics(bar) == ["keyring"]
    assert NoticeAction.unlock in bar.notices[0].actions
    store.apply([e.KeyChanged(KeyStatus(present=True, kept=True)), e.PauseChanged()])
    assert topics(bar) == []


def test_technical_details_are_one_click_away_and_can_be_copied(bar, store, news):
    bar.show()
    store.apply([e.PauseChanged(Failure(FailureKind.certificate, host="h", detail="self-signed in chain"))])
    row = bar.row("pause")
    copy = next(b for b in row.findChildren(QPushButton) if b.text() == "Copy details")
    assert not copy.isVisible()
    next(b for b in row.findChildren(QToolButton) if b.text() == "Details").click()
    assert copy.isVisible()
    copy.click()
    assert "self-signed in chain" in QGuiApplication.clipboard().text()


@pytest.mark.parametrize(
    ("kind", "action", "signal"),
    [
        (FailureKind.key_rejected, NoticeAction.enter_key, "key_requested"),
        (FailureKind.no_credit, NoticeAction.try_again, "resume_requested"),
        (FailureKind.proxy, NoticeAction.network_settings, "network_settings_requested"),
        (FailureKind.connection_refused, NoticeAction.check_up, "check_up_requested"),
    ],
)
def test_a_pauses_buttons_ask_for_the_way_on(qtbot, bar, store, news, kind, action, signal):
    store.apply([e.PauseChanged(Failure(kind))])
    with qtbot.waitSignal(getattr(news, signal)):
        bar.row("pause").buttons[action].click()
    assert topics(bar) == ["pause"]


def test_a_save_is_told_with_its_folder_and_undo(qtbot, bar, store, news, tmp_path):
    file = SavedFile(PictureKey("1", 1), tmp_path / "1_1.png", "", True)
    report = SaveReport(1, tmp_path, (file,))
    store.apply([e.SaveFinished(report)])
    assert str(tmp_path) in bar.notices[0].text
    with qtbot.waitSignal(news.open_folder_requested) as opened:
        bar.row("save").buttons[NoticeAction.open_folder].click()
    assert opened.args == [tmp_path]
    with qtbot.waitSignal(news.undo_save_requested) as undone:
        bar.row("save").buttons[NoticeAction.undo_save].click()
    assert undone.args == [report]
    store.apply([e.SaveUndone(1, 0)])
    assert bar.notices[0].text == "Moved 1 file(s) to the trash."


def test_what_saves_itself_is_told_only_when_it_goes_wrong(bar, store, news):
    store.apply([e.SaveFinished(SaveReport(1, Path("/x"), automatic=True))])
    assert topics(bar) == []
    store.apply(
        [e.SaveFinished(SaveReport(1, Path("/x"), failure=Failure(FailureKind.disk_full), automatic=True))]
    )
    assert topics(bar) == ["save"]


def test_a_locked_keyring_offers_to_unlock_and_its_return_clears_the_notice(qtbot, bar, store, news):
    store.apply([e.KeyChanged(KeyStatus(failure=Failure(FailureKind.keyring_locked)))])
    with qtbot.waitSignal(news.unlock_requested):
        bar.row("keyring").buttons[NoticeAction.unlock].click()
    store.apply([e.KeyChanged(KeyStatus(present=True, kept=True, store="GNOME Keyring"))])
    assert topics(bar) == []


def test_a_missing_keyring_is_quiet_once_there_is_a_key_for_the_session(bar, store, news):
    failure = Failure(FailureKind.keyring_missing)
    store.apply([e.KeyChanged(KeyStatus(failure=failure))])
    assert topics(bar) == ["keyring"]
    store.apply([e.KeyChanged(KeyStatus(present=True, failure=failure))])
    assert topics(bar) == []


def test_a_changed_keyring_is_told_instead_of_no_key(bar, store, news):
    store.apply([e.KeyChanged(KeyStatus(store="KWallet", previous_store="GNOME Keyring"))])
    assert "GNOME Keyring" in bar.notices[0].text


def test_an_export_is_told_with_its_folder(qtbot, bar, store, news, tmp_path):
    store.apply([e.TaskFinished(1, str(tmp_path / "faces.zip"))])
    with qtbot.waitSignal(news.open_folder_requested) as opened:
        bar.row("task").buttons[NoticeAction.open_folder].click()
    assert opened.args == [tmp_path]


def test_a_delivery_note_is_told_with_the_table_beside_it(bar, store, news, tmp_path):
    store.apply([e.TaskFinished(1, str(tmp_path / "note.html"))])
    assert "(CSV)" in bar.notices[0].text
    store.apply([e.TaskFinished(2, str(tmp_path / "faces.zip"))])
    assert "(CSV)" not in bar.notices[0].text


def test_the_end_of_a_fetch_is_summed_up_with_the_failed_ids_at_hand(qtbot, bar, news):
    news.tell_finished(17, 1)
    assert bar.notices[0].text == "Done: 17 job(s) arrived, 1 job(s) could not be fetched."
    with qtbot.waitSignal(news.copy_failed_requested):
        bar.row("finished").buttons[NoticeAction.copy_failed].click()


def test_while_all_notices_fit_the_button_for_more_of_them_counts_none(bar):
    bar.set_room(100)
    bar.show_notice(note("state", lasting=True))
    bar.clear("state")
    more = next(button for button in bar.findChildren(QToolButton) if "more" in button.text())
    assert more.accessibleName() == "0 more notice(s)"


def test_what_does_not_fit_is_counted_and_one_click_away(bar):
    bar.set_room(1)
    for number in range(3):
        bar.show_notice(note(f"state {number}", lasting=True))
    bar.show()
    more = next(button for button in bar.findChildren(QToolButton) if "more" in button.text())
    assert more.text() == "2 more notice(s)"
    assert sum(bar.row(topic).isVisible() for topic in topics(bar)) == 1
    more.click()
    assert all(bar.row(topic).isVisible() for topic in topics(bar))
    assert len(bar.accessibleDescription().splitlines()) == 3


def test_a_notice_has_its_height_at_once_and_gives_it_back(qtbot, bar):
    words = "The certificate shown for this server is not trusted by this computer, so nothing was sent. "
    bar.resize(900, 40)
    bar.show()
    bar.show_notice(replace(note("pause", lasting=True), text=words * 3))
    label = bar.row("pause").findChild(WrappedLabel)
    at_once = label.height()
    lines = label.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: label.width() > 500)
    assert label.height() == at_once < lines * 5
    bar.resize(300, bar.height())
    qtbot.waitUntil(lambda: label.height() > lines * 5)
    bar.resize(900, bar.height())
    qtbot.waitUntil(lambda: label.height() == at_once)


def test_in_a_narrow_window_the_buttons_stand_below_the_words(qtbot, bar):
    words = "The certificate shown for this server is not trusted by this computer, so nothing was sent. "
    actions = (NoticeAction.network_settings, NoticeAction.check_up, NoticeAction.try_again)
    bar.resize(1100, 40)
    bar.show()
    bar.show_notice(replace(note("pause", lasting=True), text=words * 2, actions=actions))
    row = bar.row("pause")
    label, button = row.findChild(WrappedLabel), row.buttons[NoticeAction.try_again]

    def place() -> QPoint:
        return button.mapTo(row, QPoint(0, 0))

    qtbot.waitUntil(lambda: place().x() > label.geometry().right())
    bar.resize(560, bar.height())
    qtbot.waitUntil(lambda: place().y() > label.geometry().bottom())
    assert label.width() > 450


def test_trouble_that_is_over_is_shown_no_longer(bar, store, news):
    locked = Failure(FailureKind.library_locked)
    store.apply([e.TroubleFound(locked), e.TroubleFound(Failure(FailureKind.settings_damaged))])
    assert len(topics(bar)) == 2
    store.apply([e.TroubleEnded(locked.kind)])
    assert topics(bar) == ["trouble settings_damaged"]


def test_while_a_picture_fills_the_screen_only_trouble_is_shown(qtbot, bar):
    bar.show()
    bar.show_notice(note("save"))
    bar.set_quiet(True)
    assert not bar.isVisible()
    bar.show_notice(replace(note("pause", lasting=True), level=Level.trouble))
    assert [notice.topic for notice in bar.notices] == ["pause"]
    bar.set_quiet(False)
    assert [notice.topic for notice in bar.notices] == ["pause", "save"]
    assert bar.row("save").isVisible()
