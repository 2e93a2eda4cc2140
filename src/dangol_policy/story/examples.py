"""Runs the examples a policy holds: situations are quoted, stories are played, and what differs is said.

Also tells which clauses no example exercises: a clause is exercised when a decision or a story names it.
Source: policy language, section 1.5.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dangol_policy import calendar
from dangol_policy.decision import Decision
from dangol_policy.model.contact import Cap, ConsentRule, LabelRule, QuietHours, Register, Rest
from dangol_policy.model.examples import Balances, Example, Expect, Given
from dangol_policy.model.policy import Policy
from dangol_policy.model.privacy import Data
from dangol_policy.model.responsibility import Level
from dangol_policy.model.returns import Condition, Exchange, WarrantyRule
from dangol_policy.model.standards import Pause, Standard
from dangol_policy.situation import Situation
from dangol_policy.story import outcomes as out
from dangol_policy.story.answers import Writer
from dangol_policy.story.cards import on_card
from dangol_policy.story.play import Played, Story
from dangol_policy.story.state import Card
from dangol_policy.story.tale import Rules

_PEOPLE_LOOK = (Condition, Exchange, WarrantyRule)
"""Clauses that people carry out by looking at the goods; no example can exercise them."""
_ASKED = (Standard, Pause, Register, ConsentRule, LabelRule, QuietHours, Cap, Rest, Level, Data)
"""Clauses beside purchases that questions are answered from."""
_DEFAULT_DAY, _NOON = dt.date(2026, 1, 5), dt.time(12)


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure that is not as expected, both as the policy writes them."""

    what: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.what}: expected {self.expected}, found {self.found}"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one example: the differences, and the clauses it exercised."""

    number: int
    """Its place in the policy, from 0."""
    name: str
    differences: tuple[Difference, ...]
    exercised: frozenset[str]

    @property
    def passed(self) -> bool:
        """Whether everything was as expected."""
        return not self.differences


def run_examples(rules: Rules) -> tuple[Result, ...]:
    """Runs every example of the policy, in order."""
    return tuple(_run(rules, number, example) for number, example in enumerate(rules.policy.examples))


def _run(rules: Rules, number: int, example: Example) -> Result:
    if example.given is not None:
        situation = situation_of(rules.policy, example.given)
        decision = rules.quote(situation)
        differs = tuple(_against(example.expect or Expect(), decision, situation, Writer(rules.policy)))
        return Result(number, example.name, differs, frozenset(_named_by_decision(decision, situation)))
    story = Story(rules)
    played = [story.play(event) for event in example.story]
    exercised = {clause for one in played for clause in _named_by_event(one)}
    return Result(number, example.name, tuple(_story_against(example, story, played)), frozenset(exercised))


def situation_of(policy: Policy, given: Given) -> Situation:
    """The situation an example describes; without an instant, noon of the latest first day of a promotion."""
    firsts = [promotion.runs.first for promotion in policy.promotions if promotion.runs and promotion.runs.first]
    zone = calendar.zones.zone_of(policy.business.timezone)
    at = given.at or dt.datetime.combine(max(firsts, default=_DEFAULT_DAY), _NOON, zone)
    return Situation.model_construct(at=at, customer=given.customer, basket=given.basket, limits=given.limits)


# -- what differs ---------------------------------------------------------------------------------------------


def _against(expect: Expect, decision: Decision, situation: Situation, writer: Writer) -> Iterator[Difference]:
    for name in ("total", "subtotal", "discount", "shipping", "tax", "due"):
        yield from _differ(name, getattr(expect, name), getattr(decision, name), writer.money)
    for name in ("points", "points_used"):
        yield from _differ(name, getattr(expect, name), getattr(decision, name))
    for key, amount in (expect.lines or {}).items():
        yield from _differ(f"line {key}", amount, _line_amount(decision, situation, key), writer.money)
    applied = sorted({one.clause for one in decision.applied})
    if expect.applied is not None:
        yield from _differ("applied", sorted(expect.applied), applied, _listed)
    for clause in expect.not_applied or ():
        if clause in applied:
            yield Difference("not applied", clause, "it applied")
    for key, units in (expect.gifts or {}).items():
        given = sum(gift.units for gift in decision.gifts if key in (gift.item, gift.clause))
        yield from _differ(f"gift {key}", units, given)
    became = {one.code.casefold(): "accepted" if one.accepted else "refused" for one in decision.codes}
    for code, wanted in (expect.codes or {}).items():
        yield from _differ(f"code {code}", wanted, became.get(code.casefold(), "not entered"))


def _line_amount(decision: Decision, situation: Situation, key: str) -> int | None:
    """Amount of the line with this id, else of the lines with this product, else of the line at this position."""
    by_id = [line.amount for line in decision.lines if line.id == key]
    if by_id:
        return by_id[0]
    lines = zip(decision.lines, situation.basket.lines, strict=True)
    by_sku = [result.amount for result, line in lines if line.sku == key]
    return sum(by_sku) if by_sku else None


def _story_against(example: Example, story: Story, played: Iterable[Played]) -> Iterator[Difference]:
    played = list(played)
    writer = Writer(story.rules.policy)
    refused = [one.refused.code for one in played if one.refused is not None]
    yield from _differ("refused events", list(example.refused), refused, _listed)
    if example.refund is not None:
        back = sum(one.undone.refund.money for one in played if one.undone is not None)
        yield from _differ("refund", example.refund, back, writer.money)
    for expected in example.then:
        yield from _balances_against(expected, story)


def _balances_against(expected: Balances, story: Story) -> Iterator[Difference]:
    account, name = story.world.accounts.get(expected.customer), expected.customer
    if account is None:
        yield Difference(f"customer {name}", "somebody", "nobody of this name")
        return
    yield from _differ(f"{name}: usable", expected.usable, account.balance)
    yield from _differ(f"{name}: pending", expected.pending, account.pending)
    yield from _differ(f"{name}: tier", expected.tier, account.tier or "none")
    cards = {card.id: card for card in story.rules.policy.loyalty.cards}
    for card, stamps in (expected.cards or {}).items():
        held = on_card(cards[card], account.cards.get(card, Card())) if card in cards else None
        yield from _differ(f"{name}: card {card}", stamps, held)
    if expected.vouchers is not None:
        held_vouchers = sorted(one.clause for one in account.vouchers.values() if one.state == "issued")
        yield from _differ(f"{name}: vouchers", sorted(expected.vouchers), held_vouchers, _listed)


def _differ(what: str, expected: Any, found: Any, write: Callable[[Any], Any] = str) -> Iterator[Difference]:
    """Nothing when nothing was expected, or when it came out."""
    if expected is not None and expected != found:
        yield Difference(what, str(write(expected)), str(write(found)) if found is not None else "nothing")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"


# -- coverage -------------------------------------------------------------------------------------------------


def not_exercised(policy: Policy, results: Iterable[Result]) -> tuple[str, ...]:
    """Clauses no example exercises, in the order of the policy."""
    exercised = {clause for result in results for clause in result.exercised}
    return tuple(clause for clause in clauses_to_exercise(policy) if clause not in exercised)


def clauses_to_exercise(policy: Policy) -> tuple[str, ...]:
    """Clauses an example can exercise, in the order of the policy."""
    sections = ("loyalty", "promotions", "returns")
    return tuple(
        clause.id
        for path, clause in policy.clauses()
        if isinstance(clause, _ASKED) or (path and path[0] in sections and not isinstance(clause, _PEOPLE_LOOK))
    )


def _named_by_decision(decision: Decision, situation: Situation) -> Iterator[str]:
    yield from (one.clause for one in decision.applied)
    yield from (gift.clause for gift in decision.gifts)
    yield from (one.clause for one in decision.earned)
    if decision.tier is not None:
        yield decision.tier
    if situation.customer is not None:
        yield from situation.customer.memberships


_NAMES: Mapping[type, Callable[[Any], Iterable[str]]] = {
    out.Moved: lambda done: (done.clause,),
    out.Issued: lambda done: (done.voucher.clause,),
    out.Stamped: lambda done: (done.stamp.card,),
    out.TierSet: lambda done: (done.tier,),
    out.ReferralChanged: lambda done: (done.clause,),
    out.UseTaken: lambda done: (done.clause,),
    out.Grouped: lambda done: tuple(membership.id for membership in done.memberships),
}


def _named_by_event(played: Played) -> Iterator[str]:
    for outcome in played.outcomes:
        names = _NAMES.get(type(outcome))
        if names is not None:
            yield from names(outcome)
        if isinstance(outcome, out.OrderPlaced):
            yield from _named_by_decision(outcome.order.decision, outcome.order.situation)
    judgement = played.judgement
    if judgement is not None:
        yield from (clause for _, clause, _ in judgement.windows)
        yield from (one.clause for one in judgement.objections if one.clause is not None)
        yield from (judgement.fee[0],) if judgement.fee else ()
        yield from (judgement.waived_by,) if judgement.waived_by else ()
