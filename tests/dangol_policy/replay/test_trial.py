"""A history under two policies: itself against itself is nothing, and the replay is the story `dangol play` tells."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dangol_policy.compile import Compiled, compile_policy
from dangol_policy.load import load
from dangol_policy.replay import History, Summary, Trial
from dangol_policy.replay.causes import worth_of
from dangol_policy.replay.summary import Judge
from dangol_policy.replay.tally import FIGURES
from dangol_policy.story.play import Story
from tests.dangol_policy.story.strategies import CUSTOMERS, event, histories, policies

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
BEGINNING = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
END = dt.datetime(2028, 1, 1, tzinfo=dt.UTC)


def version(text: str, number: int) -> Compiled:
    result = load(text)
    assert result.policy is not None
    assert result.ok, [str(problem) for problem in result.problems]
    return compile_policy(result.policy, digest=f"{number}:{result.digest}", version=number)


def unshared(text: str) -> str:
    """The policy without limits that all customers share: those are only shared between histories by and by."""
    return re.sub(r", total: \d+, budget: \d+|, limit_total: \d+", "", text)


def happened(rules: Compiled, story: list[dict[str, Any]]) -> tuple[Story, History]:
    """The story as `dangol play` tells it, and what of it really happened."""
    told = Story(rules)
    events = [one for one in map(event, story) if told.play(one).refused is None]
    return told, History(CUSTOMERS, tuple(events))


def summed(trial: Trial, *history: History) -> Summary:
    summary = Summary()
    for one in history:
        summary.add(trial.play(one), Judge(worth_of(trial.base.policy), worth_of(trial.draft.policy)))
    return summary


@settings(max_examples=10, deadline=None, phases=PHASES)
@given(policies(), histories(), st.integers(0, 200))
def test_a_policy_against_itself_differs_by_nothing(text: str, story: list[dict[str, Any]], days: int) -> None:
    base, draft = version(text, 1), version(text, 2)
    _, history = happened(base, story)
    trial = Trial(base, draft, since=BEGINNING + dt.timedelta(days=days), until=END)
    compared = trial.play(history)
    for person in compared.people:
        assert (person.base, person.tier_base) == (person.draft, person.tier_draft)
    assert compared.missed_base == compared.missed_draft
    summary = summed(trial, history)
    assert not any(summary.squares.values())
    assert (summary.better, summary.worse, summary.most, summary.least) == (0, 0, [], [])


@settings(max_examples=10, deadline=None, phases=PHASES)
@given(policies(), histories())
def test_a_promotion_for_nobody_changes_nothing(text: str, story: list[dict[str, Any]]) -> None:
    more = "  - {id: for-nobody, who: {segment: nobody-is-in-it}, gives: {percent: 50%, off: order}}\nreturns:"
    base, draft = version(text, 1), version(text.replace("returns:", more, 1), 2)
    _, history = happened(base, story)
    summary = summed(Trial(base, draft, since=BEGINNING, until=END), history)
    assert not any(summary.squares.values())
    assert summary.base == summary.draft


@settings(max_examples=10, deadline=None, phases=PHASES)
@given(policies(), histories())
def test_the_replay_is_the_story_that_play_tells(text: str, story: list[dict[str, Any]]) -> None:
    rules = version(unshared(text), 1)
    told, history = happened(rules, story)
    told.play(event({"pass": "to", "at": END.isoformat()}))
    compared = Trial(rules, version(unshared(text), 2), since=BEGINNING, until=END).play(history)
    # What was asked for in a basket and not given then is not given now either.
    assert set(compared.missed_base) <= {"points", "rewards"}
    people = {person.customer: person for person in compared.people}
    for name, account in told.world.accounts.items():
        figures = people[name].base.figures
        assert people[name].tier_base == account.tier
        assert figures["points_open"] == account.balance + account.pending
        assert figures["points_spent"] == account.spent
        assert figures["cards"] == sum(card.rounds for card in account.cards.values())
        standing = [one for one in account.vouchers.values() if one.state != "revoked" and one.kind == "voucher"]
        assert figures["vouchers"] == len(standing)
        orders = [one for one in told.world.orders.values() if one.customer == name and one.state == "placed"]
        assert figures["purchases"] == len(orders)
        assert figures["discount"] == sum(order.decision.discount for order in orders)
        assert figures["refunds"] == sum(order.refunded.money + order.refunded.gift_card for order in orders)


@settings(max_examples=8, deadline=None, phases=PHASES)
@given(policies(), histories(), histories())
def test_totals_are_the_sum_of_customers(text: str, one: list[dict[str, Any]], two: list[dict[str, Any]]) -> None:
    base, draft = version(text, 1), version(text.replace("rate: 3%", "rate: 5%"), 2)
    trial = Trial(base, draft, since=BEGINNING, until=END)
    stories = [happened(base, story)[1] for story in (one, two)]
    together = summed(trial, *stories)
    for side in ("base", "draft"):
        people = [getattr(person, side) for history in stories for person in trial.play(history).people]
        for name in FIGURES:
            assert getattr(together, side)[name] == sum(person.figures[name] for person in people)
    assert sum(together.tiers.values()) == together.customers
    kept = json.dumps(together.as_json())
    assert json.dumps(Summary.from_json(json.loads(kept)).as_json()) == kept
