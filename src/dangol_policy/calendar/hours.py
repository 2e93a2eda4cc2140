"""What is open on a day, and why: weekly hours, holidays, closed days, special hours, extra working days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from dangol_policy.model.business import Calendar, Holidays, Weekday
from dangol_policy.model.policy import Policy
from dangol_policy.values import DayRange, TimeRange

WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Windows = tuple[TimeRange, ...]
Because = Literal["weekly hours", "special hours", "closed", "working day", "holiday"]


@dataclass(frozen=True, slots=True)
class DayHours:
    """The windows that open on a day, what decided it, and the holiday's name when one did."""

    windows: Windows
    because: Because
    name: str | None = None


@dataclass(frozen=True, slots=True)
class PublicHolidays:
    """Public holidays of a country (and region), without the days the business works all the same."""

    country: str
    region: str | None = None
    substitute_days: bool = True
    except_on: frozenset[dt.date] = frozenset()

    def name_of(self, day: dt.date) -> str | None:
        """The holiday on a day, in the words of the holidays library; None on other days."""
        if day in self.except_on:
            return None
        return _holidays(self.country, self.region, self.substitute_days, day.year).get(day)


@lru_cache(maxsize=512)
def _holidays(country: str, region: str | None, substitute: bool, year: int) -> dict[dt.date, str]:
    import holidays  # a third of a second that only calendars with public holidays need

    return dict(holidays.country_holidays(country, subdiv=region, years=year, observed=substitute).items())


def is_country_known(country: str, region: str | None = None) -> bool:
    """Whether the holidays library has this country, and this region of it."""
    import holidays

    try:
        holidays.country_holidays(country, subdiv=region)
    except (NotImplementedError, KeyError, ValueError):
        return False
    return True


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """When something is open, in one zone.

    For a day: special hours win; a closed day has none; an extra working day keeps the hours of another weekday; a
    public holiday has none; otherwise the weekly hours hold. A window belongs to the day on which it opens.
    """

    zone: str
    weekly: tuple[Windows, ...]
    """Seven, from Monday."""
    holidays: PublicHolidays | None = None
    closed: tuple[DayRange, ...] = ()
    special: dict[dt.date, Windows] = field(default_factory=dict)
    working: dict[dt.date, int] = field(default_factory=dict)
    """Weekday (0 is Monday) whose hours an extra working day keeps."""


def hours_on(calendar: WorkCalendar, day: dt.date) -> DayHours:
    """What opens on a day."""
    if day in calendar.special:
        return DayHours(calendar.special[day], "special hours")
    if any(includes(days, day) for days in calendar.closed):
        return DayHours((), "closed")
    if day in calendar.working:
        return DayHours(calendar.weekly[calendar.working[day]], "working day")
    name = calendar.holidays.name_of(day) if calendar.holidays else None
    if name is not None:
        return DayHours((), "holiday", name)
    return DayHours(calendar.weekly[day.weekday()], "weekly hours")


def includes(days: DayRange, day: dt.date) -> bool:
    """Whether a day lies in a range, its last day included."""
    return (days.first is None or days.first <= day) and (days.last is None or day <= days.last)


def windows_in_local_time(hours: DayHours, day: dt.date) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    """The windows of a day as naive local times; one that passes midnight ends on the next day."""
    midnight = dt.datetime.combine(day, dt.time())
    for window in hours.windows:
        closes = window.end if window.end > window.start else window.end + 1440
        yield midnight + dt.timedelta(minutes=window.start), midnight + dt.timedelta(minutes=closes)


# --- from the policy -------------------------------------------------------------------------------

_ALL_DAY: Windows = (TimeRange(0, 1440),)


def monday_to_friday(zone: str) -> WorkCalendar:
    """What business days are counted on when a policy names no calendar: Monday to Friday, no holidays."""
    return WorkCalendar(zone, (_ALL_DAY,) * 5 + ((),) * 2)


def calendar_of(policy: Policy, name: str | None = None) -> WorkCalendar:
    """The calendar `name`, else the one the business names, else Monday to Friday.

    Raises KeyError when the policy has no calendar of that name.
    """
    wanted = name or policy.business.calendar
    if wanted is None:
        return monday_to_friday(policy.business.timezone)
    found = {calendar.id: calendar for calendar in policy.calendars}[wanted]
    return work_calendar(found, found.timezone or policy.business.timezone)


def work_calendar(written: Calendar, zone: str) -> WorkCalendar:
    """A calendar of the policy, ready to be computed with."""
    hours: dict[Weekday, Windows] = dict(written.hours)
    return WorkCalendar(
        zone=zone,
        weekly=tuple(hours.get(day, ()) for day in WEEKDAYS),
        holidays=_public(written.holidays) if written.holidays else None,
        closed=tuple(days if isinstance(days, DayRange) else DayRange(days, days) for days in written.closed),
        special=dict(written.special),
        working={day: WEEKDAYS.index(weekday) for day, weekday in written.working.items()},
    )


def _public(written: Holidays) -> PublicHolidays:
    return PublicHolidays(written.country, written.region, written.substitute_days, frozenset(written.except_on))
