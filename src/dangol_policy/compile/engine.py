"""The phases over prepared offers: the same steps as `interpret.run`, on lists by line instead of units.

What acts, what does not and why, what it would have given: nothing is left out. Tests compare every field.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dangol_policy.compile.acts import Effect
from dangol_policy.compile.lines import Lines
from dangol_policy.compile.offers import Offer
from dangol_policy.decision import Applied, Gift, Reason
from dangol_policy.interpret.case import Case
from dangol_policy.interpret.needs import Unmet
from dangol_policy.interpret.vouchers import UsedVoucher, use_vouchers
from dangol_policy.situation import Used

NOTHING_MATCHES = (Reason("nothing-matches"),)
NO_USE = Used()
SHIPPING_PHASE = 4
"""First phase after the order, where vouchers act."""


@dataclass(slots=True)
class Asked:
    """What a run needs to know about the situation besides the lines."""

    tier: str | None
    enrolled: bool
    reasons: Sequence[tuple[Reason, ...]]
    """What stands against each promotion whatever is in the basket."""
    codes: frozenset[str]
    """Those entered that the policy knows."""
    limits: dict[str, Used]
    with_vouchers: Case | None = None
    """The case, when vouchers are to be used."""


@dataclass(slots=True)
class Refusal:
    """An offer that did not act."""

    offer: Offer
    reasons: tuple[Reason, ...]
    would_give: int | None
    short_price: int | None = None
    """Set when one reason alone stands against it: what a missing unit costs."""


@dataclass(slots=True)
class Run:
    """What came of a run."""

    lines: Lines
    applied: list[tuple[Offer, Applied]] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    gifts: list[Gift] = field(default_factory=list)
    vouchers: tuple[UsedVoucher, ...] = ()

    @property
    def benefit(self) -> int:
        """What all that applied took off goods and shipping."""
        return sum([applied.amount for _, applied in self.applied])


def run(lines: Lines, asked: Asked, offers: Sequence[Offer]) -> Run:
    """Lets the offers act, each when its turn comes; they are given in the order of their turns."""
    found = Run(lines)
    winners: dict[str, Offer | None] = {}
    phase = 0
    for offer in offers:
        while phase < offer.turn[0]:
            phase += 1
            _begin(found, asked, phase)
        if offer.group is None:
            _single(found, asked, offer)
            continue
        if offer.group not in winners:
            members = [other for other in offers if other.group == offer.group]
            winners[offer.group] = _decide(found, asked, members)
        if winners[offer.group] is offer:
            _act_later(found, asked, offer)
    while phase <= SHIPPING_PHASE:
        phase += 1
        _begin(found, asked, phase)
    return found


def _begin(found: Run, asked: Asked, phase: int) -> None:
    if phase == SHIPPING_PHASE and asked.with_vouchers is not None:
        _vouchers(found, asked, asked.with_vouchers)
    if found.lines.marks.dynamic:
        found.lines.begin_phase()


def _vouchers(found: Run, asked: Asked, case: Case) -> None:
    """Vouchers are rare and look at everything: they are used on the goods of the reference, and taken over."""
    lines = found.lines
    goods = lines.goods(asked.tier, enrolled=asked.enrolled)
    found.vouchers = use_vouchers(case, goods, lines.discounts)
    lines.take_over(goods)


# --- one offer -------------------------------------------------------------------------------------


def _single(found: Run, asked: Asked, offer: Offer) -> None:
    lines = found.lines
    effect = offer.act(lines, asked.tier, asked.enrolled)
    against = _against(found, asked, offer, effect)
    if against:
        found.refused.append(_refusal(asked, offer, effect, against))
    else:
        _act(found, asked, offer, effect)


def _against(found: Run, asked: Asked, offer: Offer, effect: Effect) -> tuple[Unmet | Reason, ...]:
    """Everything that speaks against an offer now."""
    against: tuple[Unmet | Reason, ...] = asked.reasons[offer.number] if offer.number >= 0 else offer.reasons
    if not found.lines.count:
        return against + NOTHING_MATCHES
    if offer.needed is not None and (unmet := offer.needed(found.lines)):
        against += unmet
    if effect.reasons:
        against += effect.reasons
    return against + _over_budget(asked, offer, effect.amount) if offer.budget is not None else against


def _over_budget(asked: Asked, offer: Offer, amount: int) -> tuple[Reason, ...]:
    assert offer.budget is not None
    left = offer.budget - asked.limits.get(offer.clause, NO_USE).spent
    return (Reason("budget", max(0, left), amount),) if amount > left else ()


def _refusal(asked: Asked, offer: Offer, effect: Effect, against: tuple[Unmet | Reason, ...]) -> Refusal:
    secret = offer.codes and offer.codes.isdisjoint(asked.codes)
    would_give = None if secret else effect.amount or None
    if len(against) == 1:
        one = against[0]
        if isinstance(one, Unmet):
            return Refusal(offer, (one.reason,), would_give, one.unit_price)
        return Refusal(offer, (one,), would_give, effect.short_price)
    reasons = dict.fromkeys([one.reason if isinstance(one, Unmet) else one for one in against])
    return Refusal(offer, tuple(reasons), would_give)


# --- groups ----------------------------------------------------------------------------------------


def _decide(found: Run, asked: Asked, members: list[Offer]) -> Offer | None:
    """Values every member alone on the basket as it stands; one wins, the others are refused."""
    valued = [(offer, offer.act(found.lines, asked.tier, asked.enrolled)) for offer in members]
    against = [_against(found, asked, offer, effect) for offer, effect in valued]
    able = [one for one, reasons in zip(valued, against, strict=True) if not reasons]
    by_priority = any(offer.by_priority for offer in members)
    winner = min(able, key=lambda one: (0 if by_priority else -one[1].amount, one[0].rank))[0] if able else None
    for (offer, effect), reasons in zip(valued, against, strict=True):
        if offer is not winner:
            lost = (Reason("better-in-group", other=winner.clause),) if winner else ()
            found.refused.append(_refusal(asked, offer, effect, reasons or lost))
    return winner


def _act_later(found: Run, asked: Asked, offer: Offer) -> None:
    """The winner of a group acts when its own turn comes, on what is left then."""
    effect = offer.act(found.lines, asked.tier, asked.enrolled)
    against = effect.reasons
    if offer.budget is not None:
        against += _over_budget(asked, offer, effect.amount)
    if against:
        found.refused.append(_refusal(asked, offer, effect, against))
    else:
        _act(found, asked, offer, effect)


# --- acting ----------------------------------------------------------------------------------------


def _act(found: Run, asked: Asked, offer: Offer, effect: Effect) -> None:
    """Carries out an effect; a reward chosen several times acts again on what is left."""
    by_line: dict[int, int] = {}
    total, times = effect.amount, effect.times
    _take(found, offer, effect, by_line)
    if offer.points_each:
        times = 1
        while times < offer.times:
            again = offer.act(found.lines, asked.tier, asked.enrolled)
            if again.reasons:
                break
            _take(found, offer, again, by_line)
            total += again.amount
            times += 1
    lines = found.lines
    lines.note(offer.clause, by_line)
    if not offer.earns:
        lines.no_points.update(by_line)
    positions = lines.positions
    where = tuple(sorted([(positions[i], amount) for i, amount in by_line.items()])) if by_line else ()
    code = min(offer.codes & asked.codes) if offer.codes else None
    found.applied.append((offer, Applied(offer.clause, offer.phase, total, where, times, code)))


def _take(found: Run, offer: Offer, effect: Effect, by_line: dict[int, int]) -> None:
    lines = found.lines
    if offer.phase == "shipping":
        lines.shipping -= effect.amount
    pairs = lines.spread(effect.order, effect.amount) if effect.order else effect.pairs
    if pairs is not None:
        lines.take(pairs)
    elif effect.units is not None:
        pairs = lines.take_units(effect.units)
    for i, amount in pairs or ():
        by_line[i] = by_line.get(i, 0) + amount
    found.gifts += effect.gifts
