"""The slow, obvious reference: looks at the clock on the wall once for every minute."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from dangol_policy.calendar import WorkCalendar, hours_on

MINUTE = dt.timedelta(minutes=1)


def open_at(calendar: WorkCalendar, at: dt.datetime) -> bool:
    """Whether a window of this day or of the day before shows the local time of `at`."""
    local = at.astimezone(ZoneInfo(calendar.zone)).replace(tzinfo=None)
    for back in (0, 1, 2):
        day = local.date() - dt.timedelta(days=back)
        midnight = dt.datetime.combine(day, dt.time())
        for window in hours_on(calendar, day).windows:
            opens = midnight + window.start * MINUTE
            closes = midnight + (window.end if window.end > window.start else window.end + 1440) * MINUTE
            if opens <= local < closes:
                return True
    return False


def minutes_open(calendar: WorkCalendar, start: dt.datetime, end: dt.datetime) -> int:
    """Open minutes between two instants that lie on whole minutes."""
    at, count = start.astimezone(dt.UTC), 0
    while at < end:
        count += open_at(calendar, at)
        at += MINUTE
    return count
