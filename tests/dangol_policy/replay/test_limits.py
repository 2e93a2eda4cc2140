"""What all customers share is closed for everybody at the instant at which it was used up."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dangol_policy.replay import History, Summary, Trial
from dangol_policy.replay.causes import worth_of
from dangol_policy.replay.limits import Cap, SharedUses, caps_of
from dangol_policy.replay.summary import Judge
from tests.dangol_policy.replay.test_trial import END, version
from tests.dangol_policy.story.strategies import event

SINCE = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
NOON = dt.datetime(2026, 2, 1, 3, tzinfo=dt.UTC)


def policy(limit: str, number: int) -> Any:
    return version(
        f"""
dangol: 1
business: {{name: Shop, timezone: Asia/Seoul, currency: KRW}}
promotions:
  - {{id: off, gives: {{amount: 1000, off: order}}, limit: {limit}}}
""",
        number,
    )


def shoppers(number: int) -> list[History]:
    """Each buys once, one after another, in an order that is not that of their names."""
    found = []
    for place in range(number):
        at = NOON + dt.timedelta(hours=(place * 7) % number)
        basket = {"lines": [{"price": 5000}]}
        bought = event({"purchase": f"o{place}", "customer": f"c{place}", "basket": basket, "at": at.isoformat()})
        found.append(History((f"c{place}",), (bought,)))
    return found


def run(base: Any, draft: Any, histories: list[History], **closed: Any) -> Summary:
    trial, summary = Trial(base, draft, since=SINCE, until=END, **closed), Summary()
    for history in histories:
        summary.add(trial.play(history), Judge(worth_of(base.policy), worth_of(draft.policy)))
    return summary


@pytest.mark.parametrize(("limit", "given"), [("{total: 4}", 4), ("{budget: 6500}", 6), ("{total: 99}", 13)])
def test_the_second_run_gives_what_the_limit_allows(limit: str, given: int) -> None:
    base, draft = policy("{per_customer: 9}", 1), policy(limit, 2)
    histories = shoppers(13)
    freely = run(base, draft, histories)
    assert freely.draft["discount"] == 13_000
    closed_base, closed_draft = freely.closings(caps_of(base.policy), caps_of(draft.policy))
    assert closed_base == {}
    assert bool(closed_draft) == (given < 13)
    again = run(base, draft, histories, closed_base=closed_base, closed_draft=closed_draft)
    assert again.base["discount"] == 13_000
    assert again.draft["discount"] == given * 1000


def test_no_more_uses_are_kept_than_it_takes() -> None:
    shared = SharedUses({"off": Cap(total=3)})
    for place in range(50):
        shared.merge({"off": [((place * 17) % 50, 100)]})
    assert shared.uses["off"] == [(0, 100), (1, 100), (2, 100), (3, 100)]
