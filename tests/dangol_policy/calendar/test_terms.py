"""Terms and ranges of days: whole days in the zone, months clipped to the last day, leap years, clock changes."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dangol_policy.calendar import (
    WorkCalendar,
    add,
    add_to_day,
    counted_end,
    day_of,
    days_covered,
    end_of_day,
    monday_to_friday,
    start_of_day,
)
from dangol_policy.calendar.terms import last_day
from dangol_policy.values import DayRange, Duration, TimeRange, read_duration

ZONES = ["Asia/Seoul", "America/New_York", "Europe/Berlin", "Europe/Minsk", "Asia/Ho_Chi_Minh", "America/Havana"]
days = st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))


def at(text: str, zone: str = "Asia/Seoul") -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("event", "term", "over"),
    [
        ("2026-03-01T15:00", "30 minutes", "2026-03-01T15:30"),
        ("2026-03-01T15:00", "7 days", "2026-03-09T00:00"),
        ("2026-03-01T00:00", "7 days", "2026-03-09T00:00"),
        ("2026-03-01T23:59", "1 week", "2026-03-09T00:00"),
        ("2026-01-31T12:00", "1 month", "2026-03-01T00:00"),
        ("2028-01-31T12:00", "1 month", "2028-03-01T00:00"),
        ("2028-02-29T12:00", "12 months", "2029-03-01T00:00"),
        ("2028-02-29T12:00", "1 year", "2029-03-01T00:00"),
        ("2026-11-20T15:00", "3 business days", "2026-11-26T00:00"),
        ("2026-11-21T15:00", "1 business day", "2026-11-24T00:00"),
        ("2026-11-20T15:00", "2 business hours", "2026-11-20T17:00"),
        ("2026-11-20T23:00", "2 business hours", "2026-11-23T01:00"),
        ("2026-03-01T15:00", "0 days", "2026-03-02T00:00"),
    ],
)
def test_terms(event: str, term: str, over: str) -> None:
    assert add(at(event), read_duration(term), monday_to_friday("Asia/Seoul")) == at(over)


def test_business_days_end_with_the_closing_even_after_midnight() -> None:
    calendar = WorkCalendar("Asia/Seoul", ((TimeRange(18 * 60, 2 * 60),),) * 5 + ((), ()))
    assert add(at("2026-11-20T19:00"), Duration(1, "business days"), calendar) == at("2026-11-24T02:00")


def test_hours_elapse_through_a_clock_change_and_days_do_not() -> None:
    evening = at("2026-10-31T20:00", "America/New_York")
    calendar = monday_to_friday("America/New_York")
    assert add(evening, Duration(24, "hours"), calendar) == at("2026-11-01T19:00", "America/New_York")
    assert add(evening, Duration(1, "days"), calendar) == at("2026-11-02T00:00", "America/New_York")


def test_a_day_that_a_zone_skipped_has_no_instants() -> None:
    skipped = dt.date(2011, 12, 30)
    assert start_of_day(skipped, "Pacific/Apia") == end_of_day(skipped, "Pacific/Apia")
    assert start_of_day(skipped, "Pacific/Apia") == end_of_day(dt.date(2011, 12, 29), "Pacific/Apia")


def test_a_day_whose_midnight_is_skipped_starts_when_it_first_exists() -> None:
    assert start_of_day(dt.date(2026, 3, 8), "America/Havana") == at("2026-03-08T01:00", "America/Havana")


@given(days, st.sampled_from(ZONES))
def test_days_follow_each_other_without_gap(day: dt.date, zone: str) -> None:
    assert end_of_day(day, zone) == start_of_day(day + dt.timedelta(days=1), zone)
    assert day_of(start_of_day(day, zone), zone) == day
    assert day_of(end_of_day(day, zone) - dt.timedelta(microseconds=1), zone) == day


@given(days, st.integers(0, 400), st.integers(0, 400))
def test_months_never_go_back(day: dt.date, one: int, more: int) -> None:
    early, late = last_day(day, Duration(one, "months")), last_day(day, Duration(one + more, "months"))
    assert early is not None
    assert late is not None
    assert early <= late
    assert (early.year - day.year) * 12 + early.month - day.month == one


@given(days, st.integers(1, 60), st.sampled_from(ZONES))
def test_business_days_skip_weekends(day: dt.date, count: int, zone: str) -> None:
    over = add_to_day(day, Duration(count, "business days"), monday_to_friday(zone))
    assert over is not None
    last = day_of(over - dt.timedelta(microseconds=1), zone)
    passed = (day + dt.timedelta(days=n) for n in range(1, (last - day).days + 1))
    assert sum(one.weekday() < 5 for one in passed) == count
    assert last.weekday() < 5


@pytest.mark.parametrize("unit", ["days", "weeks", "months", "years", "hours", "business hours", "business days"])
def test_terms_beyond_all_dates_are_never_over(unit: str) -> None:
    term = Duration(999_999, unit)  # type: ignore[arg-type]
    over = add(dt.datetime(9990, 1, 1, tzinfo=dt.UTC), term, monday_to_friday("Asia/Seoul"))
    assert over is None


def test_range_includes_its_last_day_to_the_last_instant() -> None:
    days = DayRange(dt.date(2015, 7, 1), dt.date(2015, 7, 6))
    assert days_covered(days, dt.datetime.fromisoformat("2015-07-06T23:59:59-04:00"), "America/New_York")
    assert not days_covered(days, dt.datetime.fromisoformat("2015-07-07T00:00:00-04:00"), "America/New_York")
    assert not days_covered(days, dt.datetime.fromisoformat("2015-06-30T23:59:59-04:00"), "America/New_York")
    assert days_covered(DayRange(None, None), dt.datetime.fromisoformat("2015-06-30T23:59:59-04:00"), "Asia/Seoul")


@pytest.mark.parametrize(
    ("counted", "over"),
    [("day", "2026-03-09T00:00"), ("end of month", "2026-04-01T00:00"), ("end of year", "2027-01-01T00:00")],
)
def test_terms_put_off_to_the_end_of_a_period(counted: str, over: str) -> None:
    until = add(at("2026-03-01T15:00"), Duration(7, "days"), monday_to_friday("Asia/Seoul"))
    assert until is not None
    assert counted_end(until, counted, "Asia/Seoul") == at(over)  # type: ignore[arg-type]


def test_a_term_that_ends_with_its_month_is_not_put_off() -> None:
    until = end_of_day(dt.date(2026, 3, 31), "Asia/Seoul")
    assert counted_end(until, "end of month", "Asia/Seoul") == until
