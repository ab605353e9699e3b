"""Points in time in words: "12 seconds ago", "in 5 seconds", "today at 14:32"."""

from datetime import datetime, timedelta

from PySide6.QtCore import QDateTime, QLocale, QTime

from facegen_gui.widgets.wording.text import Context

Times = Context("Times")

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR


def time_ago(when: datetime, now: datetime) -> str:
    """How long ago `when` was; a clock that was set back reads as "just now"."""
    seconds = int((now - when).total_seconds())
    if seconds < 1:
        return Times.tr("just now")
    if seconds < MINUTE:
        return Times.tr("%n second(s) ago", None, seconds)
    if seconds < HOUR:
        return Times.tr("%n minute(s) ago", None, seconds // MINUTE)
    if seconds < 2 * DAY:
        return Times.tr("%n hour(s) ago", None, seconds // HOUR)
    return Times.tr("%n day(s) ago", None, seconds // DAY)


def time_until(when: datetime, now: datetime) -> str:
    """How long it still is; what is due reads as "now"."""
    seconds = round((when - now).total_seconds())
    if seconds < 1:
        return Times.tr("now")
    if seconds < MINUTE:
        return Times.tr("in %n second(s)", None, seconds)
    if seconds < HOUR:
        return Times.tr("in %n minute(s)", None, round(seconds / MINUTE))
    return Times.tr("in %n hour(s)", None, round(seconds / HOUR))


def short_span(seconds: int) -> str:
    """A stretch of time where there is little room: "14 s", "3 min"."""
    if seconds < MINUTE:
        return Times.tr("%1 s", "seconds, short").replace("%1", str(seconds))
    if seconds < HOUR:
        return Times.tr("%1 min", "minutes, short").replace("%1", str(seconds // MINUTE))
    if seconds < 2 * DAY:
        return Times.tr("%1 h", "hours, short").replace("%1", str(seconds // HOUR))
    return Times.tr("%1 d", "days, short").replace("%1", str(seconds // DAY))


def countdown(when: datetime, now: datetime) -> str:
    """The time left as a clock that is read at a glance: "0:29", "1:59:59"."""
    left = max(0, round((when - now).total_seconds()))
    if left >= HOUR:
        return f"{left // HOUR}:{left % HOUR // MINUTE:02d}:{left % MINUTE:02d}"
    return f"{left // MINUTE}:{left % MINUTE:02d}"


def point_in_time(when: datetime, now: datetime) -> str:
    """The day and the time of day, in the person's own time zone and spelling."""
    local, today = when.astimezone(), now.astimezone().date()
    clock = QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    if local.date() == today:
        return Times.tr("today at %1").replace("%1", clock)
    if local.date() == today - timedelta(days=1):
        return Times.tr("yesterday at %1").replace("%1", clock)
    moment = QDateTime.fromSecsSinceEpoch(int(when.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
