import gc

from PySide6.QtCore import Qt

from facegen_gui.models import quiet_collector
from facegen_gui.models.quiet_collector import QuietCollector


def test_full_searches_wait_until_the_window_is_not_in_front(qtbot, qapp, monkeypatch):
    monkeypatch.setattr(quiet_collector, "AWAY_FOR", 10)
    usual = gc.get_threshold()
    collector = QuietCollector(qapp)
    try:
        assert gc.get_threshold()[:2] == usual[:2]
        assert gc.get_threshold()[2] > usual[2]
        searches = gc.get_stats()[2]["collections"]
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
        qtbot.waitUntil(lambda: gc.get_stats()[2]["collections"] > searches)
    finally:
        collector.stop()
    assert gc.get_threshold() == usual
