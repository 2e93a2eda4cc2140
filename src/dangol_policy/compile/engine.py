"""What a generated run is made with: the state of a run, and the steps it calls.

The steps are those of `interpret.run`, on lists by line instead of units. What acts, what does not and why, what it
would have given: nothing is left out. Tests compare every field.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from dangol_policy.compile.acts import Effect
from dangol_policy.compile.lines import Lines, Pairs
from dangol_policy.compile.offers import Offer
from dangol_policy.compile.openings import Opened
from dangol_policy.decision import Applied, Gift, NotApplied, Reason
from dangol_policy.interpret.case import Case
from dangol_policy.interpret.needs import Unmet
from dangol_policy.interpret.vouchers import UsedVoucher, use_vouchers
from dangol_policy.situation import Used

NOTHING_MATCHES = (Reason("nothing-matches"),)
NO_USE = Used()
_VALUE_AND_RANK = itemgetter(0, 1)
_SHORT = ("spend-short", "units-short")

Reasons = tuple[Reason, ...]
Unmets = tuple[Unmet, ...]
Missed = tuple[bool, int, str, NotApplied]
"""How far a clause that lacks one thing only is from acting: by units, how much, the clause; sorts nearest first."""
Valued = tuple[Offer, Effect, Reasons, Unmets]
"""A member of a group with its effect, and what stands against it besides that."""

Won = tuple[Offer, Effect, list[int]]
"""The winner of a group with its effect, and what lines cost when it won."""


@dataclass(slots=True)
class Asked:
    """What a run needs to know about the situation besides the lines."""

    tier: str | None
    enrolled: bool
    opened: Opened
    """What stands against each promotion whatever is in the basket."""
    codes: frozenset[str]
    """Those entered that the policy knows."""
    limits: dict[str, Used]
    chosen: dict[int, Offer]
    """Rewards to be used, by their turn."""
    with_vouchers: Case | None = None
    """The case, when vouchers are to be used."""


@dataclass(slots=True)
class Run:
    """What came of a run."""

    lines: Lines
    applied: list[tuple[Offer, Applied]] = field(default_factory=list)
    refused: list[tuple[int, NotApplied]] = field(default_factory=list)
    """By turn."""
    missed: list[Missed] = field(default_factory=list)
    gifts: list[Gift] = field(default_factory=list)
    vouchers: tuple[UsedVoucher, ...] = ()

    @property
    def benefit(self) -> int:
        """What all that applied took off goods and shipping."""
        return sum([applied.amount for _, applied in self.applied])


Runner = Callable[[Lines, Asked, int], Run]
"""Lets offers act, each when its turn comes; bit n of the number says whether the offer whose turn is n takes part."""


# --- refusing --------------------------------------------------------------------------------------


def refuse(
    found: Run, offer: Offer, reasons: Reasons, unmet: Unmets, why: Reasons, amount: int, short_price: int
) -> None:
    """An offer that does not act: `reasons` by the situation, `unmet` needs, `why` its gift does nothing."""
    against = (*reasons, *[one.reason for one in unmet], *why) if unmet else reasons + why
    if len(against) > 1:
        refused = NotApplied(offer.clause, tuple(dict.fromkeys(against)), amount or None)
    else:
        refused = NotApplied(offer.clause, against, amount or None)
        if against[0].code in _SHORT:
            _miss(found, refused, against[0], unmet[0].unit_price if unmet else short_price)
    found.refused.append((offer.index, refused))


def _miss(found: Run, refused: NotApplied, reason: Reason, price: int) -> None:
    by_units = reason.code == "units-short"
    more = (reason.need or 0) - (reason.have or 0)
    found.missed.append((by_units, more * price if by_units else more, refused.clause, refused))


def refuse_effect(found: Run, asked: Asked, offer: Offer, reasons: Reasons, unmet: Unmets, effect: Effect) -> None:
    """The same for an effect that was worked out; what hides behind a code is not said."""
    secret = offer.codes and offer.codes.isdisjoint(asked.codes)
    refuse(found, offer, reasons, unmet, effect.reasons, 0 if secret else effect.amount, effect.short_price)


def over_budget(asked: Asked, offer: Offer, amount: int) -> Reasons:
    """Why an amount does not fit into what is left of a budget."""
    assert offer.budget is not None
    left = offer.budget - asked.limits.get(offer.clause, NO_USE).spent
    return (Reason("budget", max(0, left), amount),) if amount > left else ()


def _within(asked: Asked, offer: Offer, effect: Effect) -> Effect:
    """The effect, refused where it does not fit into the budget."""
    if offer.budget is None or not (over := over_budget(asked, offer, effect.amount)):
        return effect
    return Effect(effect.amount, reasons=effect.reasons + over, short_price=effect.short_price)


# --- one offer -------------------------------------------------------------------------------------


def single(found: Run, asked: Asked, offer: Offer, reasons: Reasons, unmet: Unmets) -> None:
    """An offer that stands for itself, of whatever kind."""
    effect = _within(asked, offer, offer.act(found.lines, asked.tier, asked.enrolled))
    if reasons or unmet or effect.reasons:
        refuse_effect(found, asked, offer, reasons, unmet, effect)
    else:
        act(found, asked, offer, effect)


def act(found: Run, asked: Asked, offer: Offer, effect: Effect) -> None:
    """Carries out an effect."""
    if offer.points_each:
        _act_again(found, asked, offer, effect)
        return
    found.gifts += effect.gifts
    lines = found.lines
    if effect.units is not None:
        pairs = lines.take_units(effect.units)
        _note(found, asked, offer, pairs, effect.amount, effect.times)
    elif effect.order or effect.pairs:
        pairs = lines.spread(effect.order, effect.amount) if effect.order else effect.pairs or []
        act_on_lines(found, asked, offer, pairs, effect.amount)
    else:
        if offer.phase == "shipping":
            lines.shipping -= effect.amount
        _note(found, asked, offer, [], effect.amount, effect.times)


def _act_again(found: Run, asked: Asked, offer: Offer, effect: Effect) -> None:
    """A reward chosen several times acts again on what is left."""
    by_line: dict[int, int] = {}
    total, times = effect.amount, 1
    _take(found, offer, effect, by_line)
    while times < offer.times:
        again = offer.act(found.lines, asked.tier, asked.enrolled)
        if again.reasons:
            break
        _take(found, offer, again, by_line)
        total += again.amount
        times += 1
    _note(found, asked, offer, list(by_line.items()), total, times)


def act_on_lines(found: Run, asked: Asked, offer: Offer, pairs: Pairs, amount: int) -> None:
    """Carries out discounts by line, each line named once and in order."""
    lines, clause = found.lines, offer.clause
    amounts, waiting, discounts, positions = lines.amounts, lines.waiting, lines.discounts, lines.positions
    where, changed = [], lines.changed
    for i, discount in pairs:
        amounts[i] -= discount
        waiting[i].append(discount)
        discounts[i].append((clause, discount))
        where.append((positions[i], discount))
        changed.add(i)
    if offer.watched or not offer.earns:
        _watch(lines, offer, pairs)
    if len(where) > 1:
        where.sort()
    code = min(offer.codes & asked.codes) if offer.codes else None
    found.applied.append((offer, Applied(clause, offer.phase, amount, tuple(where), 1, code)))


def act_on_shipping(found: Run, asked: Asked, offer: Offer, amount: int) -> None:
    """Carries out a discount on shipping."""
    found.lines.shipping -= amount
    _note(found, asked, offer, [], amount, 1)


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


def _note(found: Run, asked: Asked, offer: Offer, pairs: Pairs, amount: int, times: int) -> None:
    """Notes what an offer did to each line and in all."""
    lines, clause = found.lines, offer.clause
    where: tuple[tuple[int, int], ...] = ()
    if pairs:
        positions, discounts = lines.positions, lines.discounts
        for i, discount in pairs:
            discounts[i].append((clause, discount))
        where = tuple(sorted([(positions[i], discount) for i, discount in pairs]))
        _watch(lines, offer, pairs)
    code = min(offer.codes & asked.codes) if offer.codes else None
    found.applied.append((offer, Applied(clause, offer.phase, amount, where, times, code)))


def _watch(lines: Lines, offer: Offer, pairs: Pairs) -> None:
    """Keeps what is asked for later about the lines that an offer lowered."""
    if offer.watched:
        lines.lowered_to.update({(offer.clause, i): lines.amounts[i] for i, _ in pairs})
    if not offer.earns:
        lines.no_points.update([i for i, _ in pairs])


# --- groups ----------------------------------------------------------------------------------------


def valued(found: Run, asked: Asked, offer: Offer, unmet: Unmets) -> Valued:
    """A member of a group, valued alone on the basket as it stands."""
    effect = _within(asked, offer, offer.act(found.lines, asked.tier, asked.enrolled))
    return offer, effect, asked.opened.reasons[offer.number], unmet


def decide(found: Run, asked: Asked, members: list[Valued]) -> Won | None:
    """One member wins, the others are refused. Priority chooses when any member that takes part says so."""
    by_priority = any(member[0].by_priority for member in members)
    able: list[tuple[int, tuple[int, bool, str], Offer, Effect]] = []
    for offer, effect, reasons, unmet in members:
        if reasons or unmet or effect.reasons:
            refuse_effect(found, asked, offer, reasons, unmet, effect)
        else:
            able.append((0 if by_priority else -effect.amount, offer.rank, offer, effect))
    if not able:
        return None
    if len(able) > 1:
        able.sort(key=_VALUE_AND_RANK)
        lost = (Reason("better-in-group", other=able[0][2].clause),)
        for _, _, offer, effect in able[1:]:
            found.refused.append((offer.index, NotApplied(offer.clause, lost, effect.amount or None)))
    return able[0][2], able[0][3], list(found.lines.amounts)


def act_later(found: Run, asked: Asked, won: Won) -> None:
    """The winner of a group acts when its own turn comes, on what is left then."""
    offer, effect, before = won
    now, alike = found.lines.amounts, offer.line_by_line and not found.lines.marks.dynamic
    if alike and effect.pairs is not None and all(now[i] == before[i] for i, _ in effect.pairs):
        act_on_lines(found, asked, offer, effect.pairs, effect.amount)
        return
    effect = _within(asked, offer, offer.act(found.lines, asked.tier, asked.enrolled))
    if effect.reasons:
        refuse_effect(found, asked, offer, (), (), effect)
    else:
        act(found, asked, offer, effect)


# --- the rest of a run -----------------------------------------------------------------------------


def vouchers(found: Run, asked: Asked, case: Case) -> None:
    """Vouchers are rare and look at everything: they are used on the goods of the reference, and taken over."""
    lines = found.lines
    goods = lines.goods(asked.tier, enrolled=asked.enrolled)
    found.vouchers = use_vouchers(case, goods, lines.discounts)
    lines.take_over(goods)


def nothing_bought(found: Run, asked: Asked, offers: Sequence[Offer]) -> None:
    """Without lines nothing acts, and what stands against everything is that."""
    for offer in offers:
        reasons = asked.opened.reasons[offer.number] if offer.number >= 0 else offer.reasons
        effect = offer.act(found.lines, asked.tier, asked.enrolled)
        refuse_effect(found, asked, offer, reasons, (), Effect(effect.amount, reasons=NOTHING_MATCHES))
