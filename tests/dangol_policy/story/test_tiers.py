"""Tiers: windows, reviews, grace and steps on the days they are meant."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dangol_policy.compile import compile_policy
from dangol_policy.load import load
from dangol_policy.story.play import Story
from dangol_policy.story.tiers import review_dates, window_start
from tests.dangol_policy.story.strategies import event

POLICY = """
dangol: 1
business: {name: Shop, timezone: Asia/Seoul, currency: KRW}
loyalty:
  tiers:
    window: WINDOW
    levels: [{id: basic, from: 0}, {id: silver, from: 100}, {id: gold, from: 300}]
    review: REVIEW
"""


def a_story(window: str = "calendar year", review: str = "{every: 12 months, counted: end of year}") -> Story:
    result = load(POLICY.replace("WINDOW", window).replace("REVIEW", review))
    assert result.policy is not None, result.problems
    return Story(compile_policy(result.policy, digest="", version=1))


def tell(story: Story, *events: dict[str, Any]) -> list[str]:
    """The tier after each event."""
    found = []
    for one in events:
        played = story.play(event(one))
        assert played.refused is None, played.refused
        found.append(story.world.accounts["mina"].tier)
    return found


def buys(number: str, at: str, price: int) -> dict[str, Any]:
    return {"purchase": number, "customer": "mina", "basket": {"lines": [{"price": price}]}, "at": at}


def until(at: str) -> dict[str, Any]:
    return {"pass": "to", "at": at}


def test_a_year_is_judged_by_its_own_spending_not_by_the_new_one() -> None:
    story = a_story()
    tiers = tell(
        story,
        buys("o1", "2026-03-01T10:00", 300),
        buys("o2", "2027-02-01T10:00", 100),
        until("2027-12-31T23:59:59"),
        until("2028-01-01T00:00"),
    )
    assert tiers == ["gold", "gold", "gold", "silver"]


def test_one_step_at_a_time_and_only_after_the_grace() -> None:
    story = a_story("{rolling: 12 months}", "{every: 12 months, step: one, grace: 30 days}")
    tiers = tell(
        story,
        buys("o1", "2026-03-01T10:00", 300),
        until("2027-03-31T23:59"),
        until("2027-04-01T00:00"),
        until("2028-03-31T23:59"),
        until("2028-04-01T00:00"),
    )
    assert tiers == ["gold", "gold", "silver", "silver", "basic"]


def test_who_qualifies_again_in_the_grace_keeps_the_tier() -> None:
    story = a_story("{rolling: 12 months}", "{every: 12 months, grace: 30 days}")
    tiers = tell(
        story,
        buys("o1", "2026-03-01T10:00", 300),
        buys("o2", "2027-03-20T10:00", 300),
        until("2027-06-01T10:00"),
    )
    assert tiers == ["gold", "gold", "gold"]
    review = story.world.accounts["mina"].review_at
    assert review == dt.datetime(2028, 3, 20, 15, tzinfo=dt.UTC)


def test_returns_lower_the_measure_but_not_the_tier_before_its_review() -> None:
    story = a_story()
    tiers = tell(
        story,
        buys("o1", "2026-03-01T10:00", 300),
        {"return": "o1", "at": "2026-03-02T10:00"},
        until("2027-12-31T23:00"),
        until("2028-01-01T00:00"),
    )
    assert tiers == ["gold", "gold", "gold", "basic"]


@pytest.mark.parametrize(
    ("window", "today", "first"),
    [
        ("half year", "2026-06-30", "2026-01-01"),
        ("half year", "2026-07-01", "2026-07-01"),
        ("calendar year", "2026-12-31", "2026-01-01"),
        ("{rolling: 12 months}", "2025-02-28", "2024-02-28"),
        ("{rolling: 12 months}", "2024-02-29", "2023-03-01"),
        ("{rolling: 1 month}", "2026-03-31", "2026-03-01"),
    ],
)
def test_the_window_begins_on_the_first_day_that_still_counts(window: str, today: str, first: str) -> None:
    tiers = a_story(window).rules.policy.loyalty.tiers
    assert tiers is not None
    assert window_start(tiers, dt.date.fromisoformat(today)) == dt.date.fromisoformat(first)


def test_review_and_last_valid_day_of_a_tier_reached_on_a_day() -> None:
    policy = a_story(review="{every: 12 months, counted: end of month, grace: 2 months}").rules.policy
    assert review_dates(policy, dt.date(2010, 3, 17)) == (dt.date(2011, 3, 31), dt.date(2011, 5, 31))
