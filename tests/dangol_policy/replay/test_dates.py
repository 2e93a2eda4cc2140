"""Promotions to come are tried in an earlier year, and what lies outside of the period is said to be untried."""

from __future__ import annotations

import datetime as dt

import pytest

from dangol_policy.load import load
from dangol_policy.model.policy import Policy
from dangol_policy.replay import Tried
from dangol_policy.replay import tried as both_tried

SINCE = dt.datetime(2025, 11, 22, 15, tzinfo=dt.UTC)
UNTIL = dt.datetime(2026, 11, 23, 3, tzinfo=dt.UTC)


EMPTY = "dangol: 1\nbusiness: {name: Shop, timezone: Asia/Seoul, currency: KRW}\n"


def tried(draft: Policy, since: dt.datetime, until: dt.datetime, *, move: bool = True) -> Tried:
    """The draft as it is tried against a policy without promotions."""
    base = load(EMPTY).policy
    assert base is not None
    return both_tried(base, draft, since, until, move=move)[1]


def policy(runs: str) -> Policy:
    text = f"""
dangol: 1
business: {{name: Shop, timezone: Asia/Seoul, currency: KRW}}
promotions:
  - {{id: sale, runs: "{runs}", gives: {{percent: 10%, off: order}}}}
"""
    found = load(text).policy
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("runs", "first"),
    [
        ("2026-12-01..2026-12-31", "2025-12-01"),
        ("2028-02-29..2028-03-05", "2026-02-28"),
        ("2027-11-22..2027-11-30", "2025-11-22"),
        ("2026-11-23..2026-12-05", "2025-11-23"),
        ("2026-12-20..", "2024-12-20"),
    ],
)
def test_a_promotion_to_come_is_moved_back_by_whole_years(runs: str, first: str) -> None:
    found = tried(policy(runs), SINCE, UNTIL)
    assert found.moved == (("sale", dt.date.fromisoformat(first)),)
    assert found.outside == ()
    days = found.policy.promotions[0].runs
    assert days is not None
    assert days.first == dt.date.fromisoformat(first)


@pytest.mark.parametrize("runs", ["2026-04-01..2026-04-30", "..2026-01-05", "2026-11-21..2026-12-05"])
def test_a_promotion_of_the_period_stays_where_it_is(runs: str) -> None:
    written = policy(runs)
    found = tried(written, SINCE, UNTIL)
    assert found.policy is written
    assert (found.moved, found.outside) == ((), ())


def test_what_is_over_before_the_period_is_not_tried() -> None:
    assert tried(policy("2025-04-01..2025-04-30"), SINCE, UNTIL).outside == ("sale",)


def test_what_no_year_brings_inside_is_not_tried() -> None:
    short = tried(policy("2026-12-10..2026-12-20"), dt.datetime(2026, 6, 1, tzinfo=dt.UTC), UNTIL)
    assert (short.moved, short.outside) == ((), ("sale",))


def test_dates_may_be_taken_as_they_are_written() -> None:
    found = tried(policy("2026-12-01..2026-12-31"), SINCE, UNTIL, move=False)
    assert (found.moved, found.outside) == ((), ("sale",))


def test_what_both_have_alike_stays_where_it_is_and_what_one_changes_is_moved_in_both() -> None:
    base, changed = policy("2026-12-01..2026-12-31"), policy("2026-12-01..2026-12-20")
    assert [one.moved for one in both_tried(base, base, SINCE, UNTIL)] == [(), ()]
    first = (("sale", dt.date(2025, 12, 1)),)
    assert [one.moved for one in both_tried(base, changed, SINCE, UNTIL)] == [first, first]
