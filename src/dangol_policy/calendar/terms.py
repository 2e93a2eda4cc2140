"""Terms: when a duration that starts with an event is over, and what a range of days covers.

Minutes and hours elapse; business hours elapse on a calendar. Days, weeks, months and years are whole days: the day of
the event does not count and the term ends with the end of its last day; business days end with the closing of the Nth
open day. Months keep the day of the month or take the last one (31 January + 1 month is the last of February).
A result is the first instant after the term, so something valid for a term is valid before it. None is "never".
Source: policy language, section 2.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from typing import Literal

from dangol_policy.calendar.business import closing_after, due
from dangol_policy.calendar.hours import WorkCalendar, calendar_of
from dangol_policy.calendar.zones import day_of, end_of_day, span_of_days, start_of_day
from dangol_policy.model.policy import Policy
from dangol_policy.model.promotions import Promotion
from dangol_policy.values import DayRange, Duration

Counted = Literal["day", "end of month", "end of year"]

_ELAPSING = {"minutes": dt.timedelta(minutes=1), "hours": dt.timedelta(hours=1)}
_DAYS = {"days": 1, "weeks": 7}
_MONTHS = {"months": 1, "years": 12}


def add(at: dt.datetime, term: Duration, calendar: WorkCalendar, *, zone: str | None = None) -> dt.datetime | None:
    """When a term is over that starts with an event at an instant. Days are those of `zone`, else of the calendar."""
    at = at.astimezone(dt.UTC)
    if term.unit in _ELAPSING:
        return _later(at, term.amount * _ELAPSING[term.unit])
    if term.unit == "business hours":
        return due(calendar, at, dt.timedelta(hours=term.amount))
    return add_to_day(day_of(at, zone or calendar.zone), term, calendar, zone=zone)


def add_to_day(day: dt.date, term: Duration, calendar: WorkCalendar, *, zone: str | None = None) -> dt.datetime | None:
    """When a term is over that starts with a whole day; minutes and hours are counted from the day's end."""
    where = zone or calendar.zone
    if term.unit in _ELAPSING or term.unit == "business hours":
        return add(end_of_day(day, where), term, calendar, zone=zone)
    if term.unit == "business days":
        return closing_after(calendar, day, term.amount)
    last = last_day(day, term)
    return end_of_day(last, where) if last else None


def last_day(day: dt.date, term: Duration) -> dt.date | None:
    """The last day of a term of days, weeks, months or years; None when no date can hold it."""
    try:
        if term.unit in _MONTHS:
            return _plus_months(day, term.amount * _MONTHS[term.unit])
        last = day + dt.timedelta(days=term.amount * _DAYS[term.unit])
    except (OverflowError, ValueError):
        return None
    return last if last.year < dt.MAXYEAR else None


def _plus_months(day: dt.date, months: int) -> dt.date | None:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year >= dt.MAXYEAR:
        return None
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _later(at: dt.datetime, by: dt.timedelta) -> dt.datetime | None:
    try:
        return at + by
    except OverflowError:
        return None


def counted_end(until: dt.datetime, counted: Counted, zone: str) -> dt.datetime:
    """The end of a term put off to the end of the month or the year of its last day."""
    last = day_of(until - dt.timedelta(microseconds=1), zone)
    if counted == "end of month":
        return end_of_day(last.replace(day=monthrange(last.year, last.month)[1]), zone)
    return end_of_day(dt.date(last.year, 12, 31), zone) if counted == "end of year" else until


def days_covered(days: DayRange, at: dt.datetime, zone: str) -> bool:
    """Whether an instant lies in a range of whole days, its last day included."""
    start, end = span_of_days(days, zone)
    return (start is None or start <= at) and (end is None or at < end)


def notice_in_time(policy: Policy, promotion: Promotion, given_on: dt.date) -> bool:
    """Whether notice given on a day comes early enough: its term is over when the promotion's first day starts.

    Business days are counted on the notice's calendar. True for a promotion without a first day or without a notice.
    """
    notice = promotion.notice or policy.promotion_rules.notice
    if notice is None or promotion.runs is None or promotion.runs.first is None:
        return True
    zone = policy.business.timezone
    over = add_to_day(given_on, notice.before, calendar_of(policy, notice.calendar), zone=zone)
    return over is not None and over <= start_of_day(promotion.runs.first, zone)
