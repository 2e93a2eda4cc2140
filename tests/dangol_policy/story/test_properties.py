"""What holds for every history: nothing is lost or doubled, and buying and returning everything is nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dangol_policy.story.outcomes import LotOpened, Moved
from dangol_policy.story.play import Played, Story
from dangol_policy.story.state import POINT_STATES, Account
from tests.dangol_policy.story.strategies import compiled, event, histories, policies, policy_text, purchases

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""Without shrinking: a whole history takes its time, and the seed is enough to look at it."""


def played(text: str, history: list[dict[str, Any]]) -> tuple[Story, list[Played]]:
    story = Story(compiled(text))
    return story, [story.play(event(one)) for one in history]


@settings(max_examples=120, deadline=None, phases=PHASES)
@given(policies(), histories())
def test_every_lot_is_the_sum_of_its_entries(text: str, history: list[dict[str, Any]]) -> None:
    story, events = played(text, history)
    sums: dict[str, dict[str, int]] = {}
    for one in events:
        for outcome in one.outcomes:
            if isinstance(outcome, LotOpened):
                sums[outcome.lot.id] = dict.fromkeys(POINT_STATES, 0)
            if isinstance(outcome, Moved) and outcome.origin != outcome.target:
                if outcome.origin:
                    sums[outcome.lot][outcome.origin] -= outcome.points
                sums[outcome.lot][outcome.target] += outcome.points
    for account in story.world.accounts.values():
        for lot in account.lots.values():
            assert {state: getattr(lot, state) for state in POINT_STATES} == sums[lot.id]
            assert sum(sums[lot.id].values()) == lot.granted


@settings(max_examples=120, deadline=None, phases=PHASES)
@given(policies(), histories())
def test_nobody_has_points_and_a_debt_at_once(text: str, history: list[dict[str, Any]]) -> None:
    story, _ = played(text, history)
    for account in story.world.accounts.values():
        usable = [lot.usable for lot in account.lots.values()]
        assert not (any(points > 0 for points in usable) and any(points < 0 for points in usable))


@settings(max_examples=120, deadline=None, phases=PHASES)
@given(policies(), histories())
def test_nothing_overdue_is_left_behind(text: str, history: list[dict[str, Any]]) -> None:
    story, _ = played(text, history)
    story.play(event({"pass": "to", "at": story.at.isoformat() if story.at else ""}))
    for account in story.world.accounts.values():
        assert account.due is None or (story.at is not None and account.due > story.at)


@settings(max_examples=80, deadline=None, phases=PHASES)
@given(policies(), histories(), st.integers(1, 5))
def test_looking_more_often_changes_nothing(text: str, history: list[dict[str, Any]], often: int) -> None:
    """Due work gives the same whenever it is done: the same history with time passing in between is the same."""
    plain, _ = played(text, history)
    watched = Story(compiled(text))
    for one in history:
        now = watched.at
        then = event(one)
        if now is not None and then.at is not None and then.at > now:
            for step in range(1, often + 1):
                watched.play(event({"pass": "to", "at": (now + (then.at - now) * step / (often + 1)).isoformat()}))
        watched.play(then)
    assert plain.at is not None
    for story in (plain, watched):
        story.play(event({"pass": "to", "at": plain.at.isoformat()}))
    for name, account in plain.world.accounts.items():
        assert _without_names(account) == _without_names(watched.world.accounts[name])


def _without_names(account: Account) -> dict[str, Any]:
    """Names are given in the order in which things happen, so they may differ."""
    return {
        "lots": sorted(
            (lot.clause, lot.order or "", lot.granted, *(getattr(lot, state) for state in POINT_STATES), str(lot.at))
            for lot in account.lots.values()
        ),
        "tier": (account.tier, account.tier_since, account.review_at),
        "vouchers": sorted(
            (one.clause, one.state, str(one.issued_at), str(one.expires_at)) for one in account.vouchers.values()
        ),
        "cards": account.cards,
        "counted": account.counted,
        "due": account.due,
    }


@pytest.mark.parametrize("repriced", [False, True], ids=["net-price", "reprice-kept"])
@settings(max_examples=100, deadline=None, phases=PHASES)
@given(data=st.data(), text=policies())
def test_buying_and_returning_everything_is_zero_money_and_zero_points(
    repriced: bool, data: st.DataObject, text: str
) -> None:
    """Several orders, points spent among them, returned piece by piece in any order, for any reason."""
    text = policy_text(
        if_spent=data.draw(st.sampled_from(["negative", "reduce-refund", "forgive"])),
        repriced=repriced,
        same_order=data.draw(st.booleans()),
    )
    story = Story(compiled(text))
    story.play(event({"join": "mina", "at": "2026-01-30T09:00"}))
    numbers = [f"o{n}" for n in range(1, data.draw(st.integers(1, 4)) + 1)]
    paid = 0
    for number in numbers:
        bought = story.play(event({**data.draw(purchases(number)), "customer": "mina"}))
        assert bought.decision is not None
        paid += bought.decision.due
    assert paid == sum(order.decision.due for order in story.world.orders.values())
    for _ in range(200):
        left = [
            (order.number, line.id)
            for order in story.world.orders.values()
            for position, line in enumerate(order.decision.lines)
            if len(order.returned.get(position, ())) < line.quantity
        ]
        if not left:
            break
        number, line = data.draw(st.sampled_from(left))
        reason = data.draw(st.sampled_from(["change of mind", "fault", "wrong item"]))
        back = story.play(event({"return": number, "lines": {line: 1}, "reason": reason}))
        assert back.undone is not None, back.refused
    orders = story.world.orders.values()
    assert sum(order.refunded.money for order in orders) == paid
    assert sum(order.refunded.gift_card for order in orders) == sum(order.decision.gift_card for order in orders)
    assert sum(order.refunded.kept_back for order in orders) == 0
    account = story.world.accounts["mina"]
    # Points given by a card for stamps are taken with the stamps only while they are still there.
    others = sum(lot.usable + lot.spent for lot in account.lots.values() if lot.clause == "stamps" and not lot.debt_of)
    assert account.balance + account.pending == others
    assert account.counted.spend == 0
    assert account.counted.points == 0
    assert not [one for one in account.vouchers.values() if one.order is not None and one.state == "issued"]
