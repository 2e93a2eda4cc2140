"""Calendars: each opens, no date is both open and closed, and business time is counted on one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dangol_policy.calendar import PublicHolidays, first_open, includes, is_country_known, work_calendar
from dangol_policy.check.days import at_most_days
from dangol_policy.check.subject import Subject
from dangol_policy.model.business import Calendar, Holidays
from dangol_policy.model.promotions import Notice
from dangol_policy.model.returns import Refund
from dangol_policy.problems import Problem
from dangol_policy.values import DayRange, Duration

_LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_WEEKDAYS = {"mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday"} | {
    "sat": "Saturday",
    "sun": "Sunday",
}


def calendars_open(subject: Subject) -> Iterator[Problem]:
    """A calendar has at least one opening, this century."""
    for path, calendar in subject.parts(Calendar):
        if _is_computable(calendar) and first_open(work_calendar(calendar, "UTC"), _LONG_AGO) is None:
            yield subject.problem("never-opens", f"the calendar `{calendar.id}` has no opening at all", (*path, "id"))


def _is_computable(calendar: Calendar) -> bool:
    return calendar.holidays is None or is_country_known(calendar.holidays.country, calendar.holidays.region)


def dates_agree(subject: Subject) -> Iterator[Problem]:
    """A working day is not closed too, and keeps hours that there are."""
    for path, calendar in subject.parts(Calendar):
        for day, weekday in calendar.working.items():
            at = (*path, "working", str(day))
            if any(includes(_range(closed), day) for closed in calendar.closed):
                yield subject.problem("calendar-contradiction", f"{day} is a working day here and closed above", at)
            elif not calendar.hours.get(weekday):
                message = f"{day} is to keep the hours of {_WEEKDAYS[weekday]}, which has none"
                yield subject.problem("calendar-contradiction", message, at)


def _range(closed: dt.date | DayRange) -> DayRange:
    return closed if isinstance(closed, DayRange) else DayRange(closed, closed)


def entries_matter(subject: Subject) -> Iterator[Problem]:
    """Days taken out of the public holidays are public holidays."""
    for path, found in subject.parts(Holidays):
        if not is_country_known(found.country, found.region):
            continue
        public = PublicHolidays(found.country, found.region, found.substitute_days)
        for index, day in enumerate(found.except_on):
            if public.name_of(day) is None:
                message = f"{day} is no public holiday of {found.country}, so it need not be taken out"
                yield subject.problem("no-effect", message, (*path, "except_on", index))


def business_time_has_a_calendar(subject: Subject) -> Iterator[Problem]:
    """Business days and hours are counted on a calendar of the business."""
    if subject.policy.business.calendar is not None:
        return
    named = {path for path, notice in subject.parts(Notice) if notice.calendar is not None}
    named |= {path for path, refund in subject.parts(Refund) if refund.calendar is not None}
    for path, term in subject.terms:
        if term.unit.startswith("business") and path[:-1] not in named:
            message = f"`{term}` is counted from Monday to Friday, as the business names no calendar"
            yield subject.problem("no-calendar", message, path)


def terms_end(subject: Subject) -> Iterator[Problem]:
    """A term of more than a thousand years is a slip, and dates do not reach so far."""
    for path, term in subject.terms:
        if _is_endless(term):
            yield subject.problem("bad-duration", f"`{term}` is longer than dates reach", path)


def _is_endless(term: Duration) -> bool:
    return at_most_days(term) > 365 * 1_000
