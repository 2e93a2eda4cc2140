"""One run of the phases over a set of offers: what acts, what does not, and what it would have given."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dangol_policy.decision import Applied, Gift, Reason
from dangol_policy.effects import PHASES, outcome_of
from dangol_policy.effects.goods import Goods
from dangol_policy.effects.outcome import Outcome
from dangol_policy.interpret.basket import goods_of
from dangol_policy.interpret.case import Case
from dangol_policy.interpret.needs import Unmet, unmet
from dangol_policy.interpret.offers import Group, Offer
from dangol_policy.interpret.vouchers import UsedVoucher, use_vouchers


@dataclass(frozen=True, slots=True)
class Refused:
    """An offer that did not act: every reason, and what it would have given by itself."""

    offer: Offer
    unmet: tuple[Unmet, ...]
    would_give: int | None

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Every reason, each once."""
        return tuple(dict.fromkeys(found.reason for found in self.unmet))


@dataclass(slots=True)
class Run:
    """A run and what came of it."""

    goods: Goods
    applied: list[tuple[Offer, Applied]] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    gifts: list[Gift] = field(default_factory=list)
    line_discounts: list[list[tuple[str, int]]] = field(default_factory=list)
    """By canonical line: (clause, minor units) in the order they acted."""
    no_points: set[int] = field(default_factory=set)
    """Lines lowered by a promotion that earns no points."""
    lowered_to: dict[tuple[str, int], int] = field(default_factory=dict)
    """What a line cost right after a clause had acted on it."""
    vouchers: tuple[UsedVoucher, ...] = ()
    decided: dict[Group, Offer | None] = field(default_factory=dict)

    @property
    def benefit(self) -> int:
        """What all that applied took off goods and shipping, vouchers of the customer left out."""
        return sum(applied.amount for _, applied in self.applied)


def run(case: Case, offers: list[Offer]) -> Run:
    """Lets the offers act, phase by phase, each when its turn comes. They are given in the order of their turns."""
    goods = goods_of(case)
    state = Run(goods=goods, line_discounts=[[] for _ in goods.lines])
    for phase in PHASES:
        for line in goods.lines:
            line.at_phase_start = line.amount
        for offer in offers:
            if offer.phase == phase:
                _turn(state, offer, offers)
        if phase == "order":
            state.vouchers = use_vouchers(case, goods, state.line_discounts)
    return state


def _turn(state: Run, offer: Offer, offers: list[Offer]) -> None:
    if offer.group not in state.decided:
        _decide(state, [other for other in offers if other.group == offer.group])
    if state.decided[offer.group] is offer:
        _act(state, offer)


# --- groups ----------------------------------------------------------------------------------------


def _decide(state: Run, members: list[Offer]) -> None:
    """Values every member alone on the goods as they stand; one wins, the others are refused."""
    valued = [(offer, outcome_of(offer.gives, state.goods)) for offer in members]
    against = {offer.clause: _against(state, offer, outcome) for offer, outcome in valued}
    able = [(offer, outcome) for offer, outcome in valued if not against[offer.clause]]
    by_priority = any(offer.by_priority for offer in members)
    winner = min(able, key=lambda one: _rank(one[0], 0 if by_priority else one[1].amount))[0] if able else None
    state.decided[members[0].group] = winner
    for offer, outcome in valued:
        if offer is not winner:
            lost = (Unmet(Reason("better-in-group", other=winner.clause)),) if winner else ()
            reasons = against[offer.clause] or lost
            state.refused.append(Refused(offer, tuple(reasons), _would_give(offer, outcome)))


def _rank(offer: Offer, benefit: int) -> tuple[int, int, bool, str]:
    return (-benefit, -offer.priority, offer.code is not None, offer.clause)


def _against(state: Run, offer: Offer, outcome: Outcome) -> tuple[Unmet, ...]:
    """Everything that speaks against an offer now."""
    if not state.goods.lines:
        return (*map(Unmet, offer.reasons), Unmet(Reason("nothing-matches")))
    return (
        *map(Unmet, offer.reasons),
        *unmet(offer.needs, state.goods),
        *(Unmet(reason, outcome.short_price) for reason in outcome.reasons),
        *_over_budget(offer, outcome),
    )


def _over_budget(offer: Offer, outcome: Outcome) -> tuple[Unmet, ...]:
    if offer.budget is None or offer.spent + outcome.amount <= offer.budget:
        return ()
    return (Unmet(Reason("budget", have=max(0, offer.budget - offer.spent), need=outcome.amount)),)


def _would_give(offer: Offer, outcome: Outcome) -> int | None:
    """Not said for offers behind a code that was not entered, nor when there is no figure to say."""
    secret = any(reason.code == "code-missing" for reason in offer.reasons)
    return None if secret else outcome.amount or None


# --- acting ----------------------------------------------------------------------------------------


def _act(state: Run, offer: Offer) -> None:
    """Carries out the winner; a reward chosen several times acts again on what is left."""
    outcome = outcome_of(offer.gives, state.goods)
    against = (*(Unmet(reason, outcome.short_price) for reason in outcome.reasons), *_over_budget(offer, outcome))
    if against:
        state.refused.append(Refused(offer, against, _would_give(offer, outcome)))
        return
    outcomes = [outcome]
    _take(state, offer, outcome)
    for _ in range(offer.times - 1):
        again = outcome_of(offer.gives, state.goods)
        if not again.acts:
            break
        _take(state, offer, again)
        outcomes.append(again)
    _record(state, offer, outcomes)


def _take(state: Run, offer: Offer, outcome: Outcome) -> None:
    for i, discounts in outcome.units.items():
        line = state.goods.lines[i]
        line.units = [unit - off for unit, off in zip(line.units, discounts, strict=True)]
        state.lowered_to[offer.clause, i] = line.amount
        if offer.promotion is not None and offer.promotion.points == "not earned":
            state.no_points.add(i)
    state.goods.shipping -= outcome.shipping
    state.gifts += [replace(gift, clause=offer.clause) for gift in outcome.gifts]


def _record(state: Run, offer: Offer, outcomes: list[Outcome]) -> None:
    by_line: dict[int, int] = {}
    for outcome in outcomes:
        for i, discounts in outcome.units.items():
            by_line[i] = by_line.get(i, 0) + sum(discounts)
    for i, amount in by_line.items():
        state.line_discounts[i].append((offer.clause, amount))
    lines = sorted((state.goods.lines[i].position, amount) for i, amount in by_line.items())
    times = len(outcomes) if offer.points_each else outcomes[0].times
    total = sum(outcome.amount for outcome in outcomes)
    applied = Applied(offer.clause, offer.phase, total, tuple(lines), times, offer.code)
    state.applied.append((offer, applied))
