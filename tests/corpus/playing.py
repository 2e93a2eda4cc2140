"""Plays a case's story in memory and compares what holds after its events with what the case expects."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dangol_policy.compile import compile_policy
from dangol_policy.model.events import Cancel, Purchase, Return
from dangol_policy.story import cards, terms, tiers
from dangol_policy.story.play import Played, Story
from dangol_policy.story.state import Account, Card, World
from dangol_policy.values import read_money
from tests.corpus.case import Case
from tests.corpus.figures import differences


@dataclass(frozen=True)
class Moment:
    """The world just after one event of a story."""

    case: Case
    played: Played
    world: World

    def account(self, customer: str) -> Account:
        return self.world.accounts[customer]

    def money(self, written: object) -> int:
        return read_money(written, self.case.context)


def moments(case: Case) -> list[Moment]:
    """The story told, one moment for each event. No event may be refused."""
    story = Story(compile_policy(case.policy, digest=case.parsed.digest))
    told = []
    for event in case.story:
        played = story.play(event)
        assert played.refused is None, f"{event} was refused: {played.refused}"
        told.append(Moment(case, played, story.world))
    return told


def unlike(expect: Mapping[str, Any], moment: Moment) -> list[str]:
    """One line for each figure that is not as expected. Raises KeyError on a figure nobody knows."""
    found: list[str] = []
    for key, wanted in expect.items():
        if key == "decision":
            found += _decision(wanted, moment)
        elif key not in ("after", "customer"):
            expected, actual = STANDING[key](moment, expect.get("customer", ""), wanted)
            found += [f"{key}: expected {expected}, got {actual}"] if expected != actual else []
    return found


def _decision(wanted: Mapping[str, Any], moment: Moment) -> list[str]:
    event, decision = moment.played.event, moment.played.decision
    assert isinstance(event, Purchase)
    assert decision is not None
    return differences(wanted, decision, moment.world.orders[moment.world.numbers[event.purchase]].situation)


Pair = tuple[object, object]
Standing = Callable[[Moment, str, Any], Pair]


def _entries(moment: Moment, customer: str, wanted: Any) -> Pair:
    """Changes of the usable balance by this event; what several lots gave to one use is one change."""
    changes: list[int] = []
    last = ""
    for entry in moment.played.entries:
        if entry.customer != customer or "usable" not in (entry.origin, entry.target):
            continue
        points = entry.points if entry.target == "usable" else -entry.points
        if entry.kind == last:
            changes[-1] += points
        else:
            changes.append(points)
        last = entry.kind
    return wanted, changes


def _lots(moment: Moment, customer: str, wanted: Any) -> Pair:
    return wanted, [lot.usable for lot in moment.account(customer).lots.values()]


def _lots_spent(moment: Moment, customer: str, wanted: Any) -> Pair:
    return wanted, [lot.spent for lot in moment.account(customer).lots.values()]


def _cards(moment: Moment, customer: str, wanted: Any) -> Pair:
    held = moment.account(customer).cards
    clauses = moment.case.policy.loyalty.cards
    return wanted, {card.id: cards.on_card(card, held.get(card.id, Card())) for card in clauses}


def _review_on(moment: Moment, customer: str, wanted: Any) -> Pair:
    at = moment.account(customer).review_at
    return wanted, at and terms.last_day(at, moment.case.policy).isoformat()


def _valid_until(moment: Moment, customer: str, wanted: Any) -> Pair:
    until = tiers.valid_until(moment.account(customer), moment.case.policy)
    return wanted, until and terms.last_day(until, moment.case.policy).isoformat()


def _refund(moment: Moment, customer: str, wanted: Any) -> Pair:
    assert moment.played.undone is not None
    return moment.money(wanted), moment.played.undone.refund.money


def _kept(moment: Moment, customer: str, wanted: Any) -> Pair:
    """What the customer has paid for what stays."""
    event = moment.played.event
    assert isinstance(event, Return | Cancel)
    number = event.order if isinstance(event, Return) else event.cancel
    order = moment.world.orders[moment.world.numbers[number]]
    return moment.money(wanted), order.decision.due - order.refunded.money


STANDING: Mapping[str, Standing] = {
    "usable": lambda moment, customer, wanted: (wanted, moment.account(customer).balance),
    "pending": lambda moment, customer, wanted: (wanted, moment.account(customer).pending),
    "tier": lambda moment, customer, wanted: (wanted, moment.account(customer).tier),
    "cards": _cards,
    "entries": _entries,
    "lots": _lots,
    "lots_spent": _lots_spent,
    "review_on": _review_on,
    "valid_until": _valid_until,
    "refund": _refund,
    "kept": _kept,
}
"""Every figure a case may name under `then` besides `decision`."""
