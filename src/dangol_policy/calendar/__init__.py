"""Time as a policy means it: zones and days, opening hours, business time, and when a term is over.

Everything is a pure function over instants (aware datetimes; results are in UTC). `zones` knows which instants a
local day or window is, also when clocks change; `hours` what is open on a day and why; `business` measures opening
time; `terms` adds durations. Source: policy language, sections 2 and 6.3.
"""

from dangol_policy.calendar.business import business_time, due, first_open, is_open, open_spans
from dangol_policy.calendar.hours import (
    DayHours,
    PublicHolidays,
    WorkCalendar,
    calendar_of,
    hours_on,
    includes,
    is_country_known,
    monday_to_friday,
    work_calendar,
)
from dangol_policy.calendar.terms import add, add_to_day, counted_end, days_covered, notice_in_time
from dangol_policy.calendar.zones import Span, day_of, end_of_day, span_of_days, start_of_day

__all__ = [
    "DayHours",
    "PublicHolidays",
    "Span",
    "WorkCalendar",
    "add",
    "add_to_day",
    "business_time",
    "calendar_of",
    "counted_end",
    "day_of",
    "days_covered",
    "due",
    "end_of_day",
    "first_open",
    "hours_on",
    "includes",
    "is_country_known",
    "is_open",
    "monday_to_friday",
    "notice_in_time",
    "open_spans",
    "span_of_days",
    "start_of_day",
    "work_calendar",
]
