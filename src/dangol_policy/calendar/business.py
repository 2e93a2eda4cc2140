"""Business time: how much of an interval lies in opening windows, and when an amount of it is reached.

It is the overlap of the interval with the windows, measured over instants, so a day of 25 hours has 25 and a window
inside an hour that repeats counts both times. Windows that overlap count once. Source: policy language, section 6.3.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dangol_policy.calendar.hours import WorkCalendar, hours_on, windows_in_local_time
from dangol_policy.calendar.zones import Span, day_of, end_of_day, merged, spans_of

_DAY = dt.timedelta(days=1)
_END_OF_TIME = dt.datetime(dt.MAXYEAR - 1, 1, 1, tzinfo=dt.UTC)
_FARTHEST = dt.timedelta(days=36_525)
"""What does not come about within a hundred years never does."""


def spans_on(calendar: WorkCalendar, day: dt.date) -> tuple[Span, ...]:
    """The instants of the windows that open on a day, tails after midnight included."""
    hours = hours_on(calendar, day)
    windows = windows_in_local_time(hours, day)
    return merged(span for begin, end in windows for span in spans_of(calendar.zone, begin, end))


def open_spans(calendar: WorkCalendar, start: dt.datetime, end: dt.datetime) -> tuple[Span, ...]:
    """When the calendar is open between two instants, in order, without overlap."""
    if end <= start:
        return ()
    start, end = start.astimezone(dt.UTC), end.astimezone(dt.UTC)
    day, last = day_of(start, calendar.zone) - 2 * _DAY, day_of(end, calendar.zone)
    found: list[Span] = []
    while day <= last:
        found += [
            Span(max(span.start, start), min(span.end, end))
            for span in spans_on(calendar, day)
            if span.end > start and span.start < end
        ]
        day += _DAY
    return merged(found)


def business_time(calendar: WorkCalendar, start: dt.datetime, end: dt.datetime) -> dt.timedelta:
    """Opening time between two instants; nothing when the end is not after the start."""
    return sum((span.length for span in open_spans(calendar, start, end)), dt.timedelta())


def due(calendar: WorkCalendar, start: dt.datetime, amount: dt.timedelta) -> dt.datetime | None:
    """The first instant at which `amount` of business time has passed since `start`; None is "never".

    At zero it is the start itself. An amount used up exactly at closing is reached at closing.
    """
    start = start.astimezone(dt.UTC)
    if amount <= dt.timedelta():
        return start
    left = amount
    for spans in _ahead(calendar, start):
        for span in spans:
            if span.length >= left:
                return span.start + left
            left -= span.length
    return None


def first_open(calendar: WorkCalendar, at: dt.datetime) -> dt.datetime | None:
    """The first instant, from `at` on, at which the calendar is open; None when it never opens again."""
    return next((spans[0].start for spans in _ahead(calendar, at.astimezone(dt.UTC)) if spans), None)


def is_open(calendar: WorkCalendar, at: dt.datetime) -> bool:
    """Whether the calendar is open at an instant; at the instant of closing it is not."""
    return bool(open_spans(calendar, at, at + dt.timedelta(microseconds=1)))


def closing_after(calendar: WorkCalendar, day: dt.date, open_days: int) -> dt.datetime | None:
    """The closing of the Nth open day after a day, which itself does not count; None is "never".

    With `open_days` 0, the closing of the day itself, or its end when nothing opens on it.
    """
    if open_days == 0:
        spans = spans_on(calendar, day)
        return spans[-1].end if spans else end_of_day(day, calendar.zone)
    for later in _days_after(day):
        spans = spans_on(calendar, later)
        open_days -= bool(spans)
        if not open_days:
            return spans[-1].end
    return None


def _days_after(day: dt.date) -> Iterator[dt.date]:
    for number in range(1, _FARTHEST.days):
        if day.toordinal() + number > _END_OF_TIME.toordinal():
            return
        yield day + number * _DAY


def _ahead(calendar: WorkCalendar, start: dt.datetime) -> Iterator[tuple[Span, ...]]:
    """The openings after an instant, some weeks at a time, for a hundred years."""
    step, limit = 14 * _DAY, min(_END_OF_TIME, start + _FARTHEST) if start < _END_OF_TIME - _FARTHEST else _END_OF_TIME
    while start < limit:
        yield open_spans(calendar, start, min(start + step, limit))
        start, step = start + step, min(2 * step, 224 * _DAY)
