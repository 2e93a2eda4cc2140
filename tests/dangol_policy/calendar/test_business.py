"""Business time: equal to counting minutes, additive, monotone, and the inverse of the due time."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dangol_policy.calendar import (
    PublicHolidays,
    WorkCalendar,
    business_time,
    due,
    first_open,
    is_open,
    monday_to_friday,
)
from dangol_policy.values import DayRange, TimeRange
from tests.dangol_policy.calendar.by_minutes import MINUTE, minutes_open, open_at

HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
NINE_TO_SIX = (TimeRange(540, 1080),)
ALL_DAY = (TimeRange(0, 1440),)

# Clock changes: New York 8 March and 1 November 2026, Berlin 29 March and 25 October, Lord Howe by half an hour on
# 5 April; Minsk, Seoul and Ho Chi Minh City keep one offset; Havana changes at midnight; Apia skipped 30 December 2011.
SCENES = [
    ("America/New_York", dt.date(2026, 3, 7)),
    ("America/New_York", dt.date(2026, 10, 31)),
    ("Europe/Berlin", dt.date(2026, 3, 28)),
    ("Europe/Berlin", dt.date(2026, 10, 24)),
    ("Australia/Lord_Howe", dt.date(2026, 4, 4)),
    ("America/Havana", dt.date(2026, 3, 7)),
    ("America/Havana", dt.date(2026, 10, 31)),
    ("Asia/Seoul", dt.date(2026, 2, 28)),
    ("Asia/Ho_Chi_Minh", dt.date(2028, 2, 28)),
    ("Europe/Minsk", dt.date(2026, 12, 31)),
    ("Pacific/Apia", dt.date(2011, 12, 29)),
]

windows = st.lists(
    st.builds(TimeRange, st.integers(0, 47).map(lambda h: h * 30), st.integers(0, 48).map(lambda h: h * 30)), max_size=3
).map(tuple)


@st.composite
def scenes(draw: st.DrawFn) -> tuple[WorkCalendar, dt.datetime]:
    """A calendar and an instant near something that happens to the clock in its zone."""
    zone, day = draw(st.sampled_from(SCENES))
    near = st.integers(-2, 4).map(lambda n: day + n * DAY)
    calendar = WorkCalendar(
        zone=zone,
        weekly=tuple(draw(windows) for _ in range(7)),
        closed=tuple(DayRange(first, first) for first in draw(st.lists(near, max_size=2))),
        special=draw(st.dictionaries(near, windows, max_size=2)),
        working=draw(st.dictionaries(near, st.integers(0, 6), max_size=1)),
    )
    midnight = dt.datetime.combine(day, dt.time(), dt.UTC)
    return calendar, midnight + draw(st.integers(-24 * 60, 24 * 60)) * MINUTE


spans = st.integers(0, 3 * 24 * 60).map(lambda n: n * MINUTE)


@settings(max_examples=60, deadline=None)
@given(scenes(), spans)
def test_equals_counting_minutes(scene: tuple[WorkCalendar, dt.datetime], span: dt.timedelta) -> None:
    calendar, start = scene
    assert business_time(calendar, start, start + span) == minutes_open(calendar, start, start + span) * MINUTE


@settings(max_examples=100, deadline=None)
@given(scenes(), spans, spans)
def test_is_additive(scene: tuple[WorkCalendar, dt.datetime], one: dt.timedelta, two: dt.timedelta) -> None:
    calendar, start = scene
    middle, end = start + one, start + one + two
    whole = business_time(calendar, start, end)
    assert whole == business_time(calendar, start, middle) + business_time(calendar, middle, end)
    assert business_time(calendar, end, start) == dt.timedelta() or one + two == dt.timedelta()


@settings(max_examples=100, deadline=None)
@given(scenes(), st.integers(1, 40 * 60).map(lambda n: n * MINUTE))
def test_due_is_the_first_instant_that_reaches_the_amount(
    scene: tuple[WorkCalendar, dt.datetime], amount: dt.timedelta
) -> None:
    calendar, start = scene
    reached = due(calendar, start, amount)
    if reached is None:
        assert business_time(calendar, start, start + 400 * DAY) < amount
        return
    assert business_time(calendar, start, reached) == amount
    assert business_time(calendar, start, reached - dt.timedelta(microseconds=1)) < amount


@settings(max_examples=100, deadline=None)
@given(scenes(), st.integers(0, 999), st.integers(0, 999))
def test_a_larger_amount_is_never_due_earlier(scene: tuple[WorkCalendar, dt.datetime], one: int, more: int) -> None:
    calendar, start = scene
    early, late = due(calendar, start, one * MINUTE), due(calendar, start, (one + more) * MINUTE)
    assert late is None or (early is not None and early <= late)


@settings(max_examples=60, deadline=None)
@given(scenes())
def test_first_open_is_open_and_nothing_before_it_is(scene: tuple[WorkCalendar, dt.datetime]) -> None:
    calendar, start = scene
    found = first_open(calendar, start)
    assert is_open(calendar, start) is open_at(calendar, start)
    if found is None:
        return
    assert found >= start
    assert open_at(calendar, found)
    assert business_time(calendar, start, found) == dt.timedelta()


@pytest.mark.parametrize("zone", ["America/New_York", "Europe/Berlin", "Asia/Seoul", "America/Havana"])
def test_always_open_has_every_minute(zone: str) -> None:
    calendar = WorkCalendar(zone, (ALL_DAY,) * 7)
    start = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    assert business_time(calendar, start, start + 365 * DAY) == 365 * DAY


def test_a_day_of_25_hours_has_25() -> None:
    calendar = WorkCalendar("Europe/Berlin", (ALL_DAY,) * 7)
    zone = ZoneInfo("Europe/Berlin")
    start, end = dt.datetime(2026, 10, 25, tzinfo=zone), dt.datetime(2026, 10, 26, tzinfo=zone)
    assert business_time(calendar, start, end) == 25 * HOUR


def test_a_window_in_a_repeated_hour_counts_both_times() -> None:
    calendar = WorkCalendar("Europe/Berlin", ((TimeRange(135, 165),),) * 7)
    start = dt.datetime(2026, 10, 24, 22, tzinfo=dt.UTC)
    assert business_time(calendar, start, start + 25 * HOUR) == HOUR


def test_friday_half_past_four_plus_an_hour_is_monday_half_past_nine() -> None:
    calendar = WorkCalendar("Asia/Seoul", (((TimeRange(540, 1020),),) * 5) + ((), ()))
    zone = ZoneInfo("Asia/Seoul")
    assert due(calendar, dt.datetime(2026, 11, 20, 16, 30, tzinfo=zone), HOUR) == dt.datetime(
        2026, 11, 23, 9, 30, tzinfo=zone
    )


def test_an_amount_used_up_at_closing_is_due_at_closing() -> None:
    calendar = WorkCalendar("Asia/Seoul", (NINE_TO_SIX,) * 7)
    zone = ZoneInfo("Asia/Seoul")
    assert due(calendar, dt.datetime(2026, 11, 20, 9, tzinfo=zone), 9 * HOUR) == dt.datetime(
        2026, 11, 20, 18, tzinfo=zone
    )


def test_at_zero_the_due_time_is_the_start_even_when_closed() -> None:
    calendar = WorkCalendar("Asia/Seoul", ((),) * 7)
    start = dt.datetime(2026, 11, 20, 3, tzinfo=dt.UTC)
    assert due(calendar, start, dt.timedelta()) == start


def test_a_calendar_that_never_opens_is_never_due() -> None:
    start = dt.datetime(2026, 11, 20, 3, tzinfo=dt.UTC)
    assert due(WorkCalendar("Asia/Seoul", ((),) * 7), start, HOUR) is None
    assert first_open(WorkCalendar("Asia/Seoul", ((),) * 7), start) is None
    only_sundays = WorkCalendar("Europe/Berlin", ((),) * 6 + (ALL_DAY,), closed=(DayRange(None, dt.date.max),))
    assert due(only_sundays, start, HOUR) is None


def test_closing_a_date_keeps_the_tail_of_the_night_before() -> None:
    night, friday = (TimeRange(22 * 60, 2 * 60),), dt.date(2026, 11, 20)
    calendar = WorkCalendar("Asia/Seoul", (night,) * 7, closed=(DayRange(friday, friday),))
    zone = ZoneInfo("Asia/Seoul")
    assert is_open(calendar, dt.datetime(2026, 11, 20, 1, tzinfo=zone))
    assert not is_open(calendar, dt.datetime(2026, 11, 20, 23, tzinfo=zone))
    assert not is_open(calendar, dt.datetime(2026, 11, 21, 1, tzinfo=zone))


def test_special_hours_win_over_a_closed_date_and_a_holiday() -> None:
    christmas = dt.date(2026, 12, 25)
    calendar = WorkCalendar(
        "Asia/Seoul",
        (NINE_TO_SIX,) * 7,
        holidays=PublicHolidays("KR"),
        closed=(DayRange(christmas, christmas),),
        special={christmas: (TimeRange(600, 720),)},
    )
    start = dt.datetime(2026, 12, 25, tzinfo=ZoneInfo("Asia/Seoul"))
    assert business_time(calendar, start, start + DAY) == 2 * HOUR


def test_holidays_substitute_days_and_days_worked_all_the_same() -> None:
    zone = ZoneInfo("Asia/Seoul")
    monday = dt.datetime(2026, 8, 17, tzinfo=zone)  # in place of Saturday 15 August, Liberation Day

    def hours(holidays: PublicHolidays) -> dt.timedelta:
        return business_time(WorkCalendar("Asia/Seoul", (NINE_TO_SIX,) * 7, holidays), monday, monday + DAY)

    assert hours(PublicHolidays("KR")) == dt.timedelta()
    assert hours(PublicHolidays("KR", substitute_days=False)) == 9 * HOUR
    assert hours(PublicHolidays("KR", except_on=frozenset({dt.date(2026, 8, 17)}))) == 9 * HOUR


def test_an_extra_working_day_keeps_the_hours_of_its_weekday() -> None:
    saturday = dt.date(2026, 4, 25)  # Belarus works it for Monday 20 April
    calendar = WorkCalendar(
        "Europe/Minsk",
        ((TimeRange(540, 1080),), *((TimeRange(600, 660),),) * 4, (), ()),
        holidays=PublicHolidays("BY"),
        working={saturday: 0},
    )
    start = dt.datetime(2026, 4, 25, tzinfo=ZoneInfo("Europe/Minsk"))
    assert business_time(calendar, start, start + DAY) == 9 * HOUR


def test_overlapping_windows_count_once() -> None:
    calendar = WorkCalendar("Asia/Seoul", ((TimeRange(540, 720), TimeRange(660, 780)),) * 7)
    start = dt.datetime(2026, 11, 20, tzinfo=ZoneInfo("Asia/Seoul"))
    assert business_time(calendar, start, start + DAY) == 4 * HOUR


def test_without_a_calendar_monday_to_friday_are_open_all_day() -> None:
    calendar = monday_to_friday("Asia/Ho_Chi_Minh")
    friday = dt.datetime(2026, 11, 20, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    assert business_time(calendar, friday, friday + 7 * DAY) == 5 * DAY
