"""Whole days from a day: when a term of a condition on customers ends. Clamped to the days that dates can hold."""

from __future__ import annotations

import calendar
import datetime as dt

from dangol_policy.values import Duration

_DAYS = {"days": 1, "business days": 1, "weeks": 7}
_MONTHS = {"months": 1, "years": 12}
_HOURS = {"minutes": dt.timedelta(minutes=1), "hours": dt.timedelta(hours=1), "business hours": dt.timedelta(hours=1)}


def elapses(term: Duration) -> dt.timedelta | None:
    """Length of a term that is counted in elapsed time; None for one that is counted in days."""
    step = _HOURS.get(term.unit)
    return None if step is None else step * term.amount


def day_after(day: dt.date, term: Duration, *, back: bool = False) -> dt.date:
    """The Nth day after (or before) a day; months keep the day of the month, or its last day. Hours round up."""
    sign = -1 if back else 1
    if term.unit in _MONTHS:
        return _months(day, sign * term.amount * _MONTHS[term.unit])
    length = elapses(term)
    days = -(-length // dt.timedelta(days=1)) if length is not None else term.amount * _DAYS[term.unit]
    return dt.date.fromordinal(min(max(day.toordinal() + sign * days, 1), dt.date.max.toordinal()))


def _months(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year < dt.MINYEAR:
        return dt.date.min
    if year > dt.MAXYEAR:
        return dt.date.max
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def birthday_in(year: int, born: dt.date) -> dt.date:
    """The birthday in a year; someone born on 29 February has it on the 28th in other years."""
    return dt.date(year, born.month, min(born.day, calendar.monthrange(year, born.month)[1]))
